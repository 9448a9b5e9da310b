/*
 * test_plan_read.c - plans made by hand are read; what is no plan is refused with its place.
 */
#include "solver/base/i18n.h"
#include "solver/io/plan_parts.h"
#include "solver/io/read.h"
#include "solver/io/write.h"
#include "tests/support/cmocka.h"
#include "tests/support/program.h"
#include "tests/support/tiny.h"

#include <stdlib.h>
#include <string.h>

static const char county[] = "school S1 lead G1\n"
                             "school S2 member G1\n"
                             "teacher T1 S1 F 1980-01-01 音乐\n"
                             "teacher T2 S2 M 1980-01-01 数学\n"
                             "kind support lead_to_member 1,2 fills\n"
                             "kind shadow member_to_lead 1\n"
                             "demand S1 音乐 10\n"
                             "rule quota over=sender per=year min=1\n";

/* What a person may leave out: bounds, rules, limits, the gap, the names of instance and program. */
static const char minimal[] =
    "{\"format\": \"zoujiao-plan/1\", \"model\": \"secondment\", \"status\": \"feasible\",\n"
    " \"objective\": [{\"tier\": \"need\", \"value\": 20, \"bound\": 19}, {\"tier\": \"soft\", \"value\": "
    "0}],\n"
    " \"assignments\": [{\"teacher_id\": \"T1\", \"kind\": \"support\", \"from_school_id\": \"S1\", "
    "\"to_school_id\": \"S2\",\n"
    "   \"start_term\": \"2026A\", \"terms\": 2, \"subject\": \"音乐\", \"x_note\": 1.5}],\n"
    " \"unmet\": [{\"term\": \"2026A\", \"school_id\": \"S1\", \"subject\": \"音乐\", \"periods\": 5, "
    "\"because\": \"limit\"}],\n"
    " \"x_by\": {\"hand\": null}}\n";

static void a_plan_made_by_hand_is_read(void **state)
{
    struct tiny t;
    struct zj_plan p;
    struct zj_diag d = {0};

    (void)state;
    tiny_build(&t, county);
    assert_int_equal(zj_read_plan_json(minimal, sizeof minimal - 1, "hand.json", &t.in, &t.pol, &p, &d),
                     ZJ_OK);
    assert_int_equal(d.n, 0);
    assert_int_equal(p.postings.n, 1);
    assert_int_equal(p.order[0], ZJ_T_NEED);
    assert_int_equal(p.order[1], ZJ_T_SOFT);
    assert_int_equal(p.order[2], ZJ_T_FAIRNESS);
    assert_int_equal(p.value[ZJ_T_SOFT], 0);
    assert_int_equal(p.bound[ZJ_T_SOFT], ZJ_NO_VALUE);
    assert_int_equal(p.value[ZJ_T_TRAVEL], ZJ_NO_VALUE);
    assert_int_equal(p.gap_permille, 50);
    assert_null(p.instance_name);
    assert_null(p.stopped_by);
    assert_int_equal(p.unmet[0].rule, -1);
    zj_plan_release(&p);
    zj_diag_release(&d);
    tiny_release(&t);
}

/* In `minimal`, `from` becomes `to`; the first problem is then `expected`. */
static const struct {
    const char *from, *to, *expected;
} defects[] = {
    {"plan/1", "plan/2", "1:12 (format): the format is 'zoujiao-plan/2'; expected 'zoujiao-plan/1'"},
    {"\"format\": \"zoujiao-plan/1\", ", "", "1:1: the member 'format' is missing"},
    {"\"status\": \"feasible\",", "", "1:1: the member 'status' is missing"},
    {"secondment", "calendar",
     "2:25 (objective[0].tier): 'need' is not known here; expected one of: soft, held, travel, peak, "
     "balance, "
     "stability"},
    {"\"x_by\": {\"hand\": null}", "\"routes\": []",
     "6:2 (routes): unknown member 'routes'; the nearest known name is 'rules'"},
    {"secondment", "second",
     "1:39 (model): 'second' is not known here; expected one of: secondment, timetable, pairing, calendar"},
    {"feasible", "good",
     "1:63 (status): 'good' is not known here; expected one of: optimal, feasible, infeasible, unknown, "
     "interrupted"},
    {"\"objective\"", "\"objectives\"", "1:1: the member 'objective' is missing"},
    {"\"tier\": \"soft\"", "\"tier\": \"need\"", "2:60 (objective[1]): the tier 'need' is named twice"},
    {"\"tier\": \"soft\"", "\"tier\": \"fairness2\"",
     "2:69 (objective[1].tier): 'fairness2' is not known here; expected one of: soft, need, fairness, "
     "travel, wishes, stability"},
    {"\"value\": 20", "\"value\": 20.0",
     "2:42 (objective[0].value): 20.0 is not a whole number; fractions and exponents are not allowed"},
    {"\"value\": 20", "\"value\": 9007199254740993",
     "2:42 (objective[0].value): 9007199254740993 is out of range; expected -9007199254740992 to "
     "9007199254740992"},
    {"\"T1\"", "\"T9\"", "3:33 (assignments[0].teacher_id): the instance has no 'T9'"},
    {"\"T1\"", "1", "3:33 (assignments[0].teacher_id): expected a text in quotes, not 1"},
    {"\"support\"", "\"音乐\"", "3:47 (assignments[0].kind): the policy has no kind '音乐'"},
    {"\"S2\"", "\"S3\"", "3:98 (assignments[0].to_school_id): the instance has no 'S3'"},
    {"\"start_term\": \"2026A\"", "\"start_term\": \"2029A\"",
     "4:18 (assignments[0].start_term): the instance has no '2029A'"},
    {"\"terms\": 2", "\"terms\": 0", "4:36 (assignments[0].terms): 0 is out of range; expected 1 to 40"},
    {"\"terms\": 2, ", "", "3:18 (assignments[0]): the member 'terms' is missing"},
    {"\"terms\": 2", "\"term\": 2",
     "4:27 (assignments[0].term): unknown member 'term'; the nearest known name is 'terms'"},
    {"\"periods\": 5", "\"periods\": 0",
     "5:77 (unmet[0].periods): 0 is out of range; expected 1 to 9007199254740992"},
    {"\"limit\"", "\"limits\"",
     "5:91 (unmet[0].because): 'limits' is not known here; expected one of: no_teacher, no_load, no_time, "
     "rule, traded, limit"},
    {"\"periods\": 5", "\"class_id\": \"C1\", \"periods\": 5",
     "5:78 (unmet[0].class_id): a plan of secondments knows no classes; expected null"},
    {"\"x_by\": {\"hand\": null}", "\"by\": {}",
     "6:2 (by): unknown member 'by'; the nearest known name is 'model'"},
    {"\"x_by\": {\"hand\": null}", "\"instance\": {\"sha256\": \"12AB\"}",
     "6:25 (instance.sha256): expected 64 digits 0-9 a-f"},
    {"\"x_by\": {\"hand\": null}", "\"gap_permille\": -1",
     "6:18 (gap_permille): -1 is out of range; expected 0 to 2147483647"},
    {"\"x_by\": {\"hand\": null}", "\"limits\": {\"stopped_by\": \"me\"}",
     "6:27 (limits.stopped_by): 'me' is not known here; expected one of: time, nodes, signal, gap, columns, "
     "numerics"},
    {"\"x_by\": {\"hand\": null}",
     "\"rules\": [{\"rule\": \"quotas\", \"index\": 0, \"hard\": true, \"ok\": true, \"where\": \"S1\"}]",
     "6:21 (rules[0].rule): there is no rule 'quotas'"},
    {"\"x_by\": {\"hand\": null}",
     "\"rules\": [{\"rule\": \"quota\", \"index\": 0, \"hard\": true, \"ok\": 1, \"where\": \"S1\"}]",
     "6:62 (rules[0].ok): expected true or false, not 1"},
    {"\"x_by\": {\"hand\": null}",
     "\"conflict\": {\"rules\": [{\"rule\": \"quota\", \"index\": 0}], \"minimal\": true}",
     "6:25 (conflict.rules[0]): the member 'where' is missing"},
    {"\"x_by\": {\"hand\": null}", "\"conflict\": []", "6:14 (conflict): expected an object { … }, not []"},
    {"\"x_by\": {\"hand\": null}}", "\"x_by\": 1",
     "7: the text ends too early; a bracket or quote is missing"},
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

/* "line:column (field): text" of a problem. Heap. */
static char *first_problem(const struct zj_diag *d)
{
    struct zj_diag one = *d;
    char *text;
    size_t n;
    FILE *out = open_memstream(&text, &n);

    one.n = 1;
    zj_diag_print(&one, out, 0);
    fclose(out);
    text[strcspn(text, "\n")] = '\0';
    memmove(text, text + strlen("p.json:"), strlen(text + strlen("p.json:")) + 1);
    return text;
}

static void what_is_not_a_plan_is_refused_with_its_place(void **state)
{
    struct tiny t;
    int n_wrong = 0;

    (void)state;
    tiny_build(&t, county);
    for (size_t i = 0; i < sizeof defects / sizeof defects[0]; i++) {
        struct zj_plan p;
        struct zj_diag d = {0};
        char *text = replaced(minimal, defects[i].from, defects[i].to);
        if (zj_read_plan_json(text, strlen(text), "p.json", &t.in, &t.pol, &p, &d) != ZJ_EDATA)
            fail_msg("'%s' is accepted", defects[i].to);
        char *problem = first_problem(&d);
        if (strcmp(problem, defects[i].expected) != 0) {
            print_error("'%s': %s\n", defects[i].to, problem);
            n_wrong++;
        }
        free(problem);
        free(text);
        zj_plan_release(&p);
        zj_diag_release(&d);
    }
    tiny_release(&t);
    assert_int_equal(n_wrong, 0);
}

static void another_instance_is_a_warning(void **state)
{
    struct tiny t;
    struct zj_plan p;
    struct zj_diag d = {0};

    (void)state;
    tiny_build(&t, county);
    t.in.name = "this";
    char *text = replaced(minimal, "\"x_by\": {\"hand\": null}", "\"instance\": {\"name\": \"that\"}");
    assert_int_equal(zj_read_plan_json(text, strlen(text), "p.json", &t.in, &t.pol, &p, &d), ZJ_OK);
    assert_int_equal(d.n_warnings, 1);
    free(text);
    zj_plan_release(&p);
    zj_diag_release(&d);
    tiny_release(&t);
}

static void a_missing_file_is_missing(void **state)
{
    struct tiny t;
    struct zj_plan p;
    struct zj_diag d = {0};

    (void)state;
    tiny_build(&t, county);
    assert_int_equal(zj_read_plan(scratch_path("none.json"), &t.in, &t.pol, &p, &d), ZJ_ENOINPUT);
    assert_int_equal(d.n_errors, 1);
    zj_plan_release(&p);
    scratch_write("plan.json", minimal);
    assert_int_equal(zj_read_plan(scratch_path("plan.json"), &t.in, &t.pol, &p, &d), ZJ_OK);
    assert_int_equal(p.postings.n, 1);
    zj_plan_release(&p);
    zj_diag_release(&d);
    tiny_release(&t);
}

static const struct {
    int64_t value, bound;
    int permille;
} gaps[] = {
    {20, 20, 0},
    {20, 19, 50},
    {3, 2, 334},
    {0, -1, 1000},
    {-10, -11, 100},
    {5, 9, 0},
    {20, ZJ_NO_VALUE, 0},
    {ZJ_NO_VALUE, 3, 0},
    {1000000, 999999, 1},
    {1, -1000000, 1000001000},
    {1, -((int64_t)1 << 53), INT32_MAX},
    {INT64_MAX, INT64_MIN + 1, 2000},
};

static void the_gap_is_that_of_the_first_open_tier(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof gaps / sizeof gaps[0]; i++) {
        struct zj_plan p = {.n_tiers = ZJ_N_TIERS};
        for (int t = 0; t < ZJ_N_TIERS; t++)
            p.order[t] = (enum zj_tier)(ZJ_N_TIERS - 1 - t);
        p.value[p.order[1]] = gaps[i].value;
        p.bound[p.order[1]] = gaps[i].bound;
        assert_int_equal(zj_gap_permille(&p), gaps[i].permille);
        p.value[p.order[0]] = 2;
        p.bound[p.order[0]] = 1;
        assert_int_equal(zj_gap_permille(&p), 500);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plan_made_by_hand_is_read),
        cmocka_unit_test(what_is_not_a_plan_is_refused_with_its_place),
        cmocka_unit_test(another_instance_is_a_warning),
        cmocka_unit_test(a_missing_file_is_missing),
        cmocka_unit_test(the_gap_is_that_of_the_first_open_tier),
    };

    zj_i18n_init("en");
    return cmocka_run_group_tests(tests, NULL, scratch_teardown);
}
