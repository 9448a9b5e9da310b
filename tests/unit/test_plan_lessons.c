/*
 * test_plan_lessons.c - a timetable that is written comes back as it was; what is none is refused.
 */
#include "solver/base/i18n.h"
#include "solver/io/plan_parts.h"
#include "solver/io/read.h"
#include "solver/io/write.h"
#include "tests/support/cmocka.h"

#include <stdlib.h>
#include <string.h>

static char sha[] = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

static struct zj_instance in;
static struct zj_policy pol;

static int read_base(void **state)
{
    struct zj_diag d = {0};
    enum zj_status st = zj_read_instance("tests/parse/base", NULL, &in, &pol, &d);

    (void)state;
    zj_diag_release(&d);
    return st == ZJ_OK ? 0 : -1;
}

static int release_base(void **state)
{
    (void)state;
    zj_instance_release(&in);
    zj_policy_release(&pol);
    return 0;
}

static int word(const char *text)
{
    int w = zj_intern_find(&in.words, text);

    assert_true(w >= 0);
    return w;
}

/* Out of order: T001 at home and at S002 on Monday, T002 at home on Tuesday. */
static void fill(struct zj_plan *p)
{
    const struct zj_lesson lessons[] = {{1, 0, word("S001-3-2"), word("音乐"), 1, 2},
                                        {0, 1, word("二1班"), word("音乐"), 0, 1},
                                        {0, 0, word("S001-3-1"), word("音乐"), 0, 3}};
    static struct zj_unmet unmet[2];
    static struct zj_finding findings[] = {
        {ZJ_R_visiting_days, 2, true, true, 1, 1, 0, "T001 S002"},
        {ZJ_R_no_clash, -1, true, true, ZJ_NO_VALUE, ZJ_NO_VALUE, 0, "T001 Mon"}};

    memset(p, 0, sizeof *p);
    p->model = ZJ_TIMETABLE;
    p->status = ZJ_PLAN_FEASIBLE;
    p->stopped_by = "time";
    p->program = "zoujiao 0.1.0";
    p->term = 1;
    p->secondment_sha256 = sha;
    p->n_tiers = ZJ_N_LESSON_TIERS;
    memcpy(p->order, zj_lesson_tiers, sizeof zj_lesson_tiers);
    for (int t = 0; t < ZJ_MAX_TIERS; t++)
        p->value[t] = p->bound[t] = ZJ_NO_VALUE;
    for (int i = 0; i < p->n_tiers; i++)
        p->value[p->order[i]] = 100 * i - 20;
    p->bound[ZJ_T_UNMET] = -21;
    p->gap_permille = 50;
    for (int i = 0; i < 3; i++)
        zj_lessons_add(&p->lessons, &lessons[i]);
    const struct zj_leg legs[] = {{0, 0, 0, 1, 485, 505, 20, 12000},
                                  {0, 0, 1, 0, 550, 570, 20, 12000},
                                  {1, 4, 0, 3, 1430, 1450, 20, 900},
                                  {1, 4, 3, 0, 5, 5, ZJ_NONE, ZJ_NONE}};
    for (int i = 0; i < 4; i++)
        zj_legs_add(&p->legs, &legs[i]);
    unmet[0] = (struct zj_unmet){-1, 0, word("美术"), word("S001-3-1"), 2, ZJ_NO_LOAD, -1};
    unmet[1] = (struct zj_unmet){-1, 1, word("美术"), word("二1班"), 1, ZJ_BY_RULE, 3};
    p->unmet = unmet;
    p->n_unmet = 2;
    p->finding = findings;
    p->n_findings = 2;
}

static void what_is_written_comes_back(void **state)
{
    struct zj_plan p, q;
    struct zj_diag d = {0};

    (void)state;
    fill(&p);
    char *text = zj_plan_to_json(&in, &pol, &p);
    if (zj_read_plan_json(text, strlen(text), "plan.json", &in, &pol, &q, &d) != ZJ_OK)
        fail_msg("%s", d.problem[0].text);
    zj_lessons_sort(&in, &p.lessons);
    assert_int_equal(q.model, ZJ_TIMETABLE);
    assert_int_equal(q.term, 1);
    assert_string_equal(q.secondment_sha256, sha);
    assert_int_equal(q.n_tiers, ZJ_N_LESSON_TIERS);
    assert_memory_equal(p.order, q.order, sizeof zj_lesson_tiers);
    assert_memory_equal(p.value, q.value, sizeof p.value);
    assert_memory_equal(p.bound, q.bound, sizeof p.bound);
    assert_int_equal(q.lessons.n, 3);
    assert_memory_equal(p.lessons.v, q.lessons.v, 3 * sizeof *p.lessons.v);
    assert_int_equal(q.legs.n, 4);
    assert_memory_equal(p.legs.v, q.legs.v, 4 * sizeof *p.legs.v);
    assert_int_equal(q.n_unmet, 2);
    assert_memory_equal(p.unmet, q.unmet, 2 * sizeof *p.unmet);
    assert_int_equal(q.finding[0].rule, ZJ_R_visiting_days);
    char *again = zj_plan_to_json(&in, &pol, &q);
    assert_string_equal(text, again);
    assert_non_null(strstr(text, "\"depart\": \"08:05\""));
    assert_non_null(strstr(text, "\"arrive\": \"24:10\""));
    free(again);
    free(text);
    zj_plan_release(&q);
    zj_plan_release(&p);
    zj_diag_release(&d);
}

/* What a person may leave out: routes, bounds, rules. */
static const char minimal[] = "{\"format\": \"zoujiao-plan/1\", \"model\": \"timetable\", \"term\": "
                              "\"2026A\", \"status\": \"feasible\",\n"
                              " \"objective\": [{\"tier\": \"unmet\", \"value\": 20}],\n"
                              " \"assignments\": [{\"teacher_id\": \"T001\", \"school_id\": \"S002\", "
                              "\"class_id\": \"二1班\", \"subject\": "
                              "\"音乐\",\n"
                              "   \"day\": \"周一\", \"period\": 1}],\n"
                              " \"routes\": [{\"teacher_id\": \"T001\", \"day\": \"Mon\", \"legs\": [\n"
                              "   {\"from\": \"S001\", \"to\": \"S002\", \"depart\": \"08:05\", \"arrive\": "
                              "\"08:25\", \"minutes\": 20, "
                              "\"metres\": null}]}],\n"
                              " \"unmet\": [{\"school_id\": \"S001\", \"class_id\": \"S001-3-1\", "
                              "\"subject\": \"音乐\", \"periods\": 2, "
                              "\"because\": \"limit\"}],\n"
                              " \"x_by\": 1}\n";

static void a_plan_made_by_hand_is_read(void **state)
{
    struct zj_plan p;
    struct zj_diag d = {0};

    (void)state;
    if (zj_read_plan_json(minimal, sizeof minimal - 1, "hand.json", &in, &pol, &p, &d) != ZJ_OK)
        fail_msg("%s", d.problem[0].text);
    assert_int_equal(p.lessons.n, 1);
    assert_int_equal(p.lessons.v[0].day, 0);
    assert_int_equal(p.legs.v[0].metres, ZJ_NONE);
    assert_int_equal(p.order[6], ZJ_T_STABILITY);
    assert_int_equal(p.value[ZJ_T_TRAVEL], ZJ_NO_VALUE);
    assert_int_equal(p.unmet[0].term, -1);
    assert_null(p.secondment_sha256);
    zj_plan_release(&p);
    zj_diag_release(&d);
}

/* In `minimal`, `from` becomes `to`; the first problem is then `expected`. */
static const struct {
    const char *from, *to, *expected;
} defects[] = {
    {"\"term\": \"2026A\", ", "", "1:1: the member 'term' is missing"},
    {"2026A", "2029A", "1:60 (term): the instance has no '2029A'"},
    {"\"term\": \"2026A\"", "\"term\": \"2026A\", \"secondment_sha256\": \"abc\"",
     "1:90 (secondment_sha256): expected 64 digits 0-9 a-f"},
    {"\"unmet\", \"value\"", "\"need\", \"value\"",
     "2:25 (objective[0].tier): 'need' is not known here; expected one of: unmet, soft, travel, fairness, "
     "idle, wishes, stability"},
    {"T001", "T009", "3:33 (assignments[0].teacher_id): the instance has no 'T009'"},
    {"S002", "S009", "3:54 (assignments[0].school_id): the instance has no 'S009'"},
    {"二1班", "二2班", "3:74 (assignments[0].class_id): the instance has no '二2班'"},
    {"二1班", "音乐", "3:74 (assignments[0].class_id): no class has the id '音乐'"},
    {"\"subject\": \"音乐\"", "\"subject\": \"书法\"",
     "3:92 (assignments[0].subject): the instance has no '书法'"},
    {"周一", "周日", "4:11 (assignments[0].day): the instance has no '周日'"},
    {"\"period\": 1", "\"period\": 9",
     "4:27 (assignments[0].period): period 9 is not in the week of the instance"},
    {"\"period\": 1", "\"period\": \"1\"",
     "4:27 (assignments[0].period): expected a whole number, not \"1\""},
    {", \"period\": 1", "", "3:18 (assignments[0]): the member 'period' is missing"},
    {"\"period\": 1", "\"period\": 1, \"kind\": \"x\"",
     "4:30 (assignments[0].kind): unknown member 'kind'; the nearest known name is 'day'"},
    {"\"day\": \"Mon\"", "\"day\": \"Sun\"", "5:43 (routes[0].day): the instance has no 'Sun'"},
    {"08:05", "8:05", "6:45 (routes[0].legs[0].depart): '8:05' is not a time; expected HH:MM"},
    {"08:25", "48:25", "6:64 (routes[0].legs[0].arrive): '48:25' is not a time; expected HH:MM"},
    {"\"minutes\": 20", "\"minutes\": -1",
     "6:84 (routes[0].legs[0].minutes): -1 is out of range; expected 0 to 1440"},
    {", \"metres\": null", "", "6:4 (routes[0].legs[0]): the member 'metres' is missing"},
    {"]}],\n \"unmet\"", "]}, {\"teacher_id\": \"T001\", \"day\": \"Mon\", \"legs\": []}],\n \"unmet\"",
     "6:107 (routes[1]): routes stand in the order of teachers and days, each once; 'T001', Mon comes too "
     "late"},
    {"\"class_id\": \"S001-3-1\", ", "", "7:12 (unmet[0]): the member 'class_id' is missing"},
    {"\"class_id\": \"S001-3-1\"", "\"class_id\": \"S001-3-1\", \"term\": \"2026A\"",
     "7:66 (unmet[0].term): the periods of a timetable are missing in every week, not in one term; expected "
     "null"},
};

/* Heap. */
static char *replaced(const char *text, const char *from, const char *to)
{
    const char *at = strstr(text, from);
    char *out;

    assert_non_null(at);
    if (asprintf(&out, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from)) < 0)
        abort();
    return out;
}

/* The problem as it is printed, without the name of the file. Heap. */
static char *problem_of(const char *plan)
{
    struct zj_plan p;
    struct zj_diag d = {0};
    char *text;
    size_t n;

    if (zj_read_plan_json(plan, strlen(plan), "p.json", &in, &pol, &p, &d) != ZJ_EDATA)
        fail_msg("accepted:\n%s", plan);
    struct zj_diag one = d;
    FILE *out = open_memstream(&text, &n);
    one.n = 1;
    zj_diag_print(&one, out, 0);
    fclose(out);
    text[strcspn(text, "\n")] = '\0';
    memmove(text, text + strlen("p.json:"), strlen(text + strlen("p.json:")) + 1);
    zj_plan_release(&p);
    zj_diag_release(&d);
    return text;
}

static void what_is_no_timetable_is_refused_with_its_place(void **state)
{
    int n_wrong = 0;

    (void)state;
    for (size_t i = 0; i < sizeof defects / sizeof defects[0]; i++) {
        char *plan = replaced(minimal, defects[i].from, defects[i].to), *problem = problem_of(plan);
        if (strcmp(problem, defects[i].expected) != 0) {
            print_error("'%s': %s\n", defects[i].to, problem);
            n_wrong++;
        }
        free(problem);
        free(plan);
    }
    assert_int_equal(n_wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_comes_back),
        cmocka_unit_test(a_plan_made_by_hand_is_read),
        cmocka_unit_test(what_is_no_timetable_is_refused_with_its_place),
    };

    zj_i18n_init("en");
    return cmocka_run_group_tests(tests, read_base, release_base);
}
