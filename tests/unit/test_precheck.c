/*
 * test_precheck.c - what can be said before solving: each check at its border, and silence otherwise.
 */
#include "tests/support/judge.h"

#include "solver/data/filter.h"
#include "solver/lint/precheck.h"

#include <string.h>

/* Nothing is wrong with this county. Two years of two terms. */
static const char county[] = "school L lead G\n"
                             "school M member G\n"
                             "school N member G\n"
                             "kind go lead_to_member 1,2 fills\n"
                             "kind learn member_to_lead 1\n"
                             "teacher A L F 1990-01-01 x rank=backbone\n"
                             "teacher B L F 1990-01-01 x,y\n"
                             "teacher C L F 1990-01-01 y\n"
                             "teacher P M F 1990-01-01 x\n";

static const struct {
    const char *why, *lines;
    const char *code; /* NULL = nothing is found */
    enum zj_severity severity;
    const char *says; /* part of the text */
} cases[] = {
    {"nothing is wrong", "", NULL, ZJ_NOTE, ""},
    /* A min and the candidates. */
    {"six starts in a year: three teachers in two terms", "rule quota over=pair per=year kind=go min=6\n",
     NULL, ZJ_NOTE, ""},
    {"seven are too many", "rule quota over=pair per=year kind=go min=7\n", "too_few_candidates", ZJ_ERROR,
     "rule 0 (quota) at L>M 2026-2027 asks for at least 7, but at most 6"},
    {"a soft rule is a warning", "rule quota soft over=pair per=year kind=go min=7\n", "too_few_candidates",
     ZJ_WARNING, ""},
    {"only backbone counts", "rule quota over=pair per=term kind=go min=2 filter.rank=backbone\n",
     "too_few_candidates", ZJ_ERROR, "L>N 2027B"},
    {"one backbone there is", "rule quota over=pair per=term kind=go min=1 filter.rank=backbone\n", NULL,
     ZJ_NOTE, ""},
    {"members send nobody by this kind",
     "rule quota over=sender per=horizon kind=go min=1 where.role=member\n", "too_few_candidates", ZJ_ERROR,
     "at M horizon"},
    {"leads receive nobody by this kind", "rule quota over=host per=horizon kind=go min=1 where.role=lead\n",
     "too_few_candidates", ZJ_ERROR, "at L horizon"},
    {"the county in a term", "rule quota over=county per=term kind=go min=4\n", "too_few_candidates",
     ZJ_ERROR, "county 2026A"},
    {"the county in a term, met", "rule quota over=county per=term kind=go min=3\n", NULL, ZJ_NOTE, ""},
    {"a community", "rule quota over=community per=term kind=go min=4\n", "too_few_candidates", ZJ_ERROR,
     "at G 2026A"},
    {"people in a year", "rule quota over=county per=year count=people min=5\n", "too_few_candidates",
     ZJ_ERROR, ""},
    {"people in a year, met", "rule quota over=county per=year count=people min=4\n", NULL, ZJ_NOTE, ""},
    {"history may be among the people",
     "teacher Q N F 1990-01-01 x\nhistory P gone M L 2025-09-01 -\nrule quota over=county per=year "
     "count=people min=5\n",
     NULL, ZJ_NOTE, ""},
    {"active terms", "rule quota over=county per=term count=active min=17\n", "too_few_candidates", ZJ_ERROR,
     ""},
    {"member to lead at a pair",
     "rule quota over=pair per=term direction=member_to_lead min=2 where.school=M\n", "too_few_candidates",
     ZJ_ERROR, "L>M 2026A"},
    {"pairs are those of the table", "pair M N\nrule quota over=pair per=term min=1\n", "too_few_candidates",
     ZJ_ERROR, "M>N 2026A"},
    {"a hard rule about postings closes them",
     "rule eligibility kind=go filter.post=vice\nrule quota over=pair per=year min=1\n", "too_few_candidates",
     ZJ_ERROR, "at most 0"},
    {"a soft one does not",
     "rule eligibility soft kind=go filter.post=vice\nrule quota over=pair per=year min=1\n", NULL, ZJ_NOTE,
     ""},
    {"age limits close them", "rule age_limit max.F=36\nrule quota over=pair per=year min=1\n",
     "too_few_candidates", ZJ_ERROR, ""},
    {"an inclusive limit", "rule age_limit max.F=36 inclusive\nrule quota over=pair per=term min=1\n",
     "too_few_candidates", ZJ_ERROR, "2026B"}, /* 37 from 2027 on */
    {"flags close them",
     "rule exempt flags=ill\nteacher D N F 1990-01-01 z flags=ill\nrule quota over=sender per=term "
     "kind=learn "
     "min=1 where.school=N\n",
     "too_few_candidates", ZJ_ERROR, "N 2026A"},
    {"applications close them", "rule volunteers states=approved\nrule quota over=pair per=year min=1\n",
     "too_few_candidates", ZJ_ERROR, ""},
    {"distance closes them",
     "road L M 60\nrule distance max_minutes=59\nrule quota over=pair per=year min=1\n", "too_few_candidates",
     ZJ_ERROR, "L>M"},
    {"metres close them",
     "road L M 6 5001\nrule distance max_metres=5000\nrule quota over=pair per=year min=1\n",
     "too_few_candidates", ZJ_ERROR, "L>M"},
    {"scope closes them",
     "school Y member H\nschool X lead H\npair L Y\nrule scope\nrule quota over=pair per=year min=1\n",
     "too_few_candidates", ZJ_ERROR, "L>Y"},
    {"history still runs",
     "history A go L M 2025-09-01 2026-09-01\nrule quota over=pair per=term min=1 filter.rank=backbone\n",
     "too_few_candidates", ZJ_ERROR, "2026A asks"},
    {"`where` of a rule about postings",
     "rule age_limit max.F=18 where.host_school=N\nrule quota over=pair per=year min=1\n",
     "too_few_candidates", ZJ_ERROR, "L>N"},
    /* Contradictions. */
    {"two quotas contradict each other",
     "rule quota over=pair per=year min=2\nrule quota over=pair per=year max=1\n", "contradiction", ZJ_ERROR,
     "rule 0 (quota) asks for at least 2 where rule 1 allows at most 1"},
    {"they meet", "rule quota over=pair per=year min=2\nrule quota over=pair per=year max=2\n", NULL, ZJ_NOTE,
     ""},
    {"they count the same kind",
     "rule quota over=pair per=year min=2 kind=go\nrule quota over=pair per=year max=1 kind=go\n",
     "contradiction", ZJ_ERROR, "rule 0"},
    {"they count different kinds",
     "rule quota over=pair per=year min=2 kind=go\nrule quota over=pair per=year max=1\n", NULL, ZJ_NOTE, ""},
    {"a soft one yields", "rule quota soft over=pair per=year min=2\nrule quota over=pair per=year max=1\n",
     "contradiction", ZJ_WARNING, ""},
    {"one entry by itself", "rule quota over=pair per=year min=2 max=1\n", "contradiction", ZJ_ERROR, ""},
    /* Subjects and loads. */
    {"a subject that nobody teaches", "demand M z 2\n", "nobody_teaches", ZJ_WARNING, "M/z"},
    {"said once for several rows", "demand M z 2\ndemand M z 3\n", "nobody_teaches", ZJ_WARNING, "M/z"},
    {"it must be covered", "demand M z 2\nrule need subjects=z\n", "nobody_teaches", ZJ_ERROR, "M/z"},
    {"another subject must be covered", "demand M z 2\nrule need subjects=x\n", "nobody_teaches", ZJ_WARNING,
     "M/z"},
    {"somebody may be posted there", "demand M y 2\n", NULL, ZJ_NOTE, ""},
    {"nobody who teaches it may be posted there", "demand M y 2\nrule volunteers states=approved\n",
     "nobody_teaches", ZJ_WARNING, "M/y"},
    {"a second subject does not count at home",
     "school O lead G\nteacher D O F 1990-01-01 x,y\ndemand O y 2\n", "nobody_teaches", ZJ_WARNING, "O/y"},
    {"a kind that does not teach helps nobody", "demand L z 2\nteacher D M F 1990-01-01 z\n",
     "nobody_teaches", ZJ_WARNING, "L/z"},
    {"history teaches it",
     "demand M z 2\nteacher D N F 1990-01-01 z\nhistory D go N M 2025-09-01 2026-09-01\n", NULL, ZJ_NOTE, ""},
    {"history has ended",
     "demand M z 2\nteacher D N F 1990-01-01 z\nhistory D go N M 2025-09-01 2026-08-31\n", "nobody_teaches",
     ZJ_WARNING, "M/z"},
    {"no periods are needed", "demand M z 0\n", NULL, ZJ_NOTE, ""},
    {"all loads of x together", "demand L x 36\n", NULL, ZJ_NOTE, ""},
    {"a period more", "demand L x 37\n", "short_load", ZJ_WARNING,
     "county/x: 37 periods a week are needed, but all who teach the subject have 36"},
    {"rows of several schools are added up", "demand L x 20\ndemand M x 17\n", "short_load", ZJ_WARNING,
     "37 periods"},
    {"each subject by itself", "demand L x 20\ndemand L y 20\n", NULL, ZJ_NOTE, ""},
    {"classes multiply", "demand L x 4 classes=10\n", "short_load", ZJ_WARNING, "40"},
    {"in scope only the community counts",
     "school X lead H\nteacher D X F 1990-01-01 x load=5\nrule scope\ndemand X x 6\n", "short_load",
     ZJ_WARNING, "H/x: 6 periods"},
    {"without scope the county does", "school X lead H\nteacher D X F 1990-01-01 x load=5\ndemand X x 6\n",
     NULL, ZJ_NOTE, ""},
    {"a school alone is its own area",
     "school Z member -\nteacher D Z F 1990-01-01 x load=5\nrule scope\ndemand Z x 6\n", "short_load",
     ZJ_WARNING, "Z/x: 6 periods"},
    /* Places and kinds. */
    {"no road to the community", "road N L none\nroad N M none\n", "out_of_reach", ZJ_WARNING, "N: no way"},
    {"two schools without a road between them", "school X lead H\nschool Y member H\nroad X Y none\n",
     "out_of_reach", ZJ_WARNING, "Y: no way"},
    {"a road to one is enough", "road N L none\n", NULL, ZJ_NOTE, ""},
    {"a school alone needs no road", "school Z member -\nroad Z L none\nroad Z M none\nroad Z N none\n", NULL,
     ZJ_NOTE, ""},
    {"a community without a lead", "school Y member H\nschool X member H\n", "no_lead", ZJ_WARNING, "H"},
    {"a kind that nobody may take", "kind head any 1 posts=principal\n", "idle_kind", ZJ_WARNING,
     "kind head"},
    {"a kind that does not fit into the horizon", "kind long any 5\n", "idle_kind", ZJ_WARNING, "kind long"},
    {"a kind that starts too late", "kind late any 2 starts=2027B\n", "idle_kind", ZJ_WARNING, "kind late"},
    /* Coverage against quotas: the lead has two of x and one of y. */
    {"coverage lets nobody go",
     "rule keep_coverage min=2\nrule quota over=pair per=year min=1 where.school=M\n", "leaves_nobody",
     ZJ_WARNING, "asks L for 1 in a period, but at most 0"},
    {"coverage lets nobody go to the pairs of the table",
     "pair L M\nrule keep_coverage min=2\nrule quota over=pair per=year min=1\n", "leaves_nobody", ZJ_WARNING,
     "asks L for 1 in a period, but at most 0"},
    {"to the nearest, half of one is one",
     "rule keep_coverage max_away_permille=500 round=nearest\nrule quota over=sender per=term min=2 "
     "where.role=lead\n",
     NULL, ZJ_NOTE, ""},
    {"to the nearest, less than half of one is none",
     "rule keep_coverage max_away_permille=499 round=nearest\nrule quota over=sender per=term min=2 "
     "where.role=lead\n",
     "leaves_nobody", ZJ_WARNING, "at most 1"},
    {"coverage lets one go, twice a year", "rule keep_coverage min=1\nrule quota over=pair per=year min=1\n",
     NULL, ZJ_NOTE, ""},
    {"coverage lets one go, and both pairs ask",
     "rule keep_coverage min=1\nrule quota over=pair per=term min=1\n", "leaves_nobody", ZJ_WARNING,
     "asks L for 2 in a period, but at most 1"},
    {"a share lets one of two go",
     "rule keep_coverage max_away_permille=500\nrule quota over=sender per=term min=1 where.role=lead\n",
     NULL, ZJ_NOTE, ""},
    {"a smaller share lets nobody go",
     "rule keep_coverage max_away_permille=499\nrule quota over=sender per=term min=1 where.role=lead\n",
     "leaves_nobody", ZJ_WARNING, "asks L"},
    {"a subject without coverage is free",
     "rule keep_coverage min=2 subjects=x\nrule quota over=pair per=year min=1 where.school=M\n", NULL,
     ZJ_NOTE, ""},
    {"soft coverage yields",
     "rule keep_coverage soft min=2\nrule quota over=pair per=year min=1 where.school=M\n", NULL, ZJ_NOTE,
     ""},
    /* Cycles. */
    {"all have something open", "rule cycle years=2 kind=go where.role=lead\n", NULL, ZJ_NOTE, ""},
    {"members cannot take the kind", "rule cycle years=2 kind=go\n", "no_open_posting", ZJ_ERROR,
     "P is due within the horizon"},
    {"a soft cycle", "rule cycle soft years=2 kind=go\n", "no_open_posting", ZJ_WARNING, "P is due"},
    {"not due within the horizon", "rule cycle years=3 kind=go\n", NULL, ZJ_NOTE, ""},
    {"due from history", "history P go M L 2025-08-31 2026-01-20\nrule cycle years=3 kind=go\n",
     "no_open_posting", ZJ_ERROR, "P is due"},
    {"sent a day later: not due", "history P go M L 2025-09-01 2026-01-20\nrule cycle years=3 kind=go\n",
     NULL, ZJ_NOTE, ""},
    {"the roster", "rule cycle years=2 kind=go filter.subject=y\n", NULL, ZJ_NOTE, ""},
    {"more are due than may leave",
     "terms 1\nrule cycle years=1 kind=go where.role=lead\nrule keep_coverage min=1\n", "too_many_due",
     ZJ_WARNING, "at L/x: 2 are due within the horizon, but at most 1"},
    {"in two terms they may",
     "terms 2\nrule cycle years=1 kind=go filter.subject=x where.role=lead\nrule keep_coverage min=1 "
     "subjects=x\n",
     NULL, ZJ_NOTE, ""},
};

static void check_case(size_t i)
{
    struct tiny t;
    struct zj_diag d;
    bool found = false;

    memset(&d, 0, sizeof d);
    tiny_build(&t, county);
    tiny_add(&t, cases[i].lines);
    t.pol.file = "policy.json";
    zj_precheck(&t.in, &t.pol, &d);
    for (int k = 0; k < d.n; k++)
        found |= cases[i].code && strcmp(d.problem[k].code, cases[i].code) == 0 &&
                 d.problem[k].severity == cases[i].severity &&
                 strstr(d.problem[k].text, cases[i].says) != NULL;
    if (cases[i].code && !found)
        fail_msg("'%s': no %s; first: %s", cases[i].why, cases[i].code, d.n ? d.problem[0].text : "nothing");
    if (!cases[i].code && d.n > 0)
        fail_msg("'%s': %s", cases[i].why, d.problem[0].text);
    zj_diag_release(&d);
    tiny_release(&t);
}

static void each_check_speaks_at_its_border(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        check_case(i);
}

static void one_problem_for_one_thing(void **state)
{
    struct tiny t;
    struct zj_diag d;

    (void)state;
    memset(&d, 0, sizeof d);
    tiny_build(&t, county);
    tiny_add(&t, "demand M z 0\ndemand M z 2\ndemand M z 3\nschool Y member H\nschool X member H\n"
                 "teacher Z Y F 1990-01-01 z load=60\n");
    zj_precheck(&t.in, &t.pol, &d);
    assert_int_equal(d.n_errors, 0);
    assert_int_equal(d.n_warnings, 2); /* M/z, and H without a lead */
    assert_string_equal(d.problem[1].file, "demand.csv");
    assert_int_equal(d.problem[1].line, 3);
    zj_diag_release(&d);
    tiny_release(&t);
}

static void years_are_completed(void **state)
{
    static const struct {
        const char *since, *day;
        int years;
    } days[] = {
        {"1980-03-01", "2020-03-01", 40}, {"1980-03-01", "2020-02-29", 39}, {"1980-02-29", "2021-02-28", 40},
        {"1980-02-29", "2021-03-01", 41}, {"1980-02-29", "2020-02-29", 40}, {"2020-01-01", "2020-01-01", 0},
        {"2020-01-02", "2020-01-01", -1}, {"2020-12-31", "2020-01-01", -1}, {"2021-01-01", "2020-01-01", -1},
        {"2021-01-02", "2020-01-01", -2},
    };

    (void)state;
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++)
        if (zj_years(tiny_date(days[i].since), tiny_date(days[i].day)) != days[i].years)
            fail_msg("from %s to %s are not %d years", days[i].since, days[i].day, days[i].years);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_check_speaks_at_its_border),
                                       cmocka_unit_test(one_problem_for_one_thing),
                                       cmocka_unit_test(years_are_completed)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
