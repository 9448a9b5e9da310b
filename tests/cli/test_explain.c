/*
 * test_explain.c - `explain` as a user meets it: the questions, the answers, the files, the refusals.
 */
#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#define FAR   "instances/tiny-distance"
#define SHORT "instances/tiny-tt-load"
#define WISH  "instances/tiny-tt-wishes"

static char far_plan[128], short_plan[128], wish_plan[128];

static int make_plans(void **state)
{
    (void)state;
    strcpy(far_plan, scratch_path("far.json"));
    strcpy(short_plan, scratch_path("short.json"));
    strcpy(wish_plan, scratch_path("wish.json"));
    program_expect(0, "secondment", FAR, "-q", "-o", far_plan, NULL);
    program_expect(0, "timetable", SHORT, "-q", "-o", short_plan, NULL);
    program_expect(0, "timetable", WISH, "-q", "-o", wish_plan, NULL);
    return 0;
}

static int remove_plans(void **state)
{
    (void)state;
    scratch_remove();
    return 0;
}

/* A question, the exit code, and what must stand in the answer (or on stderr). */
struct question {
    const char *instance, *plan, *words[5]; /* NULL ends */
    int code;
    const char *says[4]; /* NULL ends */
};

static const struct question questions[] = {
    {FAR,
     far_plan,
     {"why-not", "T0001", "S003"},
     2,
     {"no plan can send T0001 to S003", "distance  T0001 S001>S003 2026A    30    45     1"}},
    {FAR, far_plan, {"why-not", "T0002", "S004", "2026A"}, 2, {"50000  55000"}},
    {FAR,
     far_plan,
     {"why-not", "T0001", "S002"},
     0,
     {"T0001 can go to S002", "it costs 20 more of 'travel of all", "45    65  +20     yes",
      "+  T0001    S001 甲小学  S002 乙小学"}},
    {FAR, far_plan, {"why-not", "T0002", "S003"}, 0, {"the plan does send T0002 to S003"}},
    {FAR,
     far_plan,
     {"why", "T0002"},
     0,
     {"it costs 8 more of 'periods that nobody covers'", "12    20  +8      yes", "-  T0002    S001"}},
    {FAR, far_plan, {"why", "T0001"}, 0, {"the plan sends T0001 nowhere"}},
    {FAR,
     far_plan,
     {"worth"},
     0,
     {"S004  T0002         -8  yes\n  one more teacher of 音乐 at S003  T0002         -4  yes"}},
    {FAR, far_plan, {"why-not", "T0001", "S003", "--lang=zh"}, 2, {"任何方案都不能把 T0001 派到 S003"}},
    {FAR, far_plan, {"why", "T0002", "-q"}, 0, {""}},
    {SHORT,
     short_plan,
     {"worth"},
     0,
     {"one more teacher of 音乐 at S001  T0001          -3  yes\n  one more teacher of 体育 at S001  T0002   "
      "       -2  yes"}},
    {WISH,
     wish_plan,
     {"why", "T0002"},
     0,
     {"it costs 1 more of 'weighted shortfall of soft rules'", "+  T0001    S002-1-1  音乐           1"}},
    {WISH,
     wish_plan,
     {"why-not", "T0001", "S002-1-1"},
     0,
     {"it costs 1 more of 'weighted shortfall of soft rules'", "-  T0002    S002-1-1  音乐           1"}},
    {WISH, wish_plan, {"why-not", "T0001", "S003"}, 2, {"no class there has a subject of this teacher"}},
    {WISH, wish_plan, {"why-not", "T0002", "S002"}, 0, {"the plan does send T0002 to S002"}},
    {WISH, wish_plan, {"worth"}, 0, {"nothing to ask"}},
    /* Refused. */
    {FAR, far_plan, {"why-not", "T001", "S003"}, 64, {"no teacher has the id 'T001'; did you mean 'T0001'?"}},
    {FAR, far_plan, {"why", "nobody at all"}, 64, {"no teacher has the id 'nobody at all'\n"}},
    {FAR, far_plan, {"why-not", "T0001", "S03"}, 64, {"no school has the id 'S03'; did you mean 'S003'?"}},
    {FAR,
     far_plan,
     {"why-not", "T0001", "S003", "2026B"},
     64,
     {"no term has the id '2026B'; did you mean '2026A'?"}},
    {FAR,
     far_plan,
     {"why-not", "T0001", "S003", "--kind=support"},
     64,
     {"no kind of postings is called 'support'"}},
    {FAR, far_plan, {"why-not", "T0001", "S001"}, 65, {"T0001 already works at S001"}},
    {FAR, far_plan, {"why-not", "T0001"}, 64, {"why-not wants a teacher, a school"}},
    {FAR, far_plan, {"why", "T0001", "S002"}, 64, {"why wants a teacher, and nothing else"}},
    {FAR, far_plan, {"worth", "T0001"}, 64, {"worth wants nothing else"}},
    {FAR, far_plan, {"how"}, 64, {"'how' is no question"}},
    {FAR, far_plan, {"why", "T0002", "--kind=support_post"}, 64, {"'--kind' goes with why-not"}},
    {FAR, far_plan, {"worth", "-o", "plan.json"}, 64, {"'--output' names a file for the plan"}},
    {FAR, far_plan, {"why", "T0002", "-o", "-"}, 64, {"'--output' names a file for the plan"}},
    {WISH, wish_plan, {"why-not", "T0001", "S002", "2026A"}, 64, {"a timetable is of one term"}},
    {WISH,
     wish_plan,
     {"why-not", "T0001", "S002-1-2"},
     64,
     {"no school or class has the id 'S002-1-2'; did you mean 'S002-1-1'?"}},
};

static void ask(const struct question *q, struct program *p)
{
    const char *args[PROGRAM_MAX_ARGS] = {"explain", q->instance, q->plan};
    int n = 3;

    for (int i = 0; i < 5 && q->words[i]; i++)
        args[n++] = q->words[i];
    args[n] = "--lang=en"; /* the first one decides */
    program_start(p, NULL, args);
    program_wait(p);
}

static void answers(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
        const struct question *q = &questions[i];
        struct program p;
        ask(q, &p);
        if (p.code != q->code)
            fail_msg("%s %s: exit %d, expected %d\n%s%s", q->words[0], q->words[1] ? q->words[1] : "", p.code,
                     q->code, p.out, p.err);
        for (int k = 0; k < 4 && q->says[k]; k++) {
            if (!contains(q->code < 60 ? p.out : p.err, q->says[k]) || (!*q->says[k] && *p.out))
                fail_msg("%s %s: not said: %s\n%s%s", q->words[0], q->words[1] ? q->words[1] : "", q->says[k],
                         p.out, p.err);
        }
        program_release(&p);
    }
}

/* The plan that has what was asked for is a lawful plan of the instance, and says no more than it knows. */
static void writes_the_plan(void **state)
{
    struct program p;
    const char *file = scratch_path("with.json");

    (void)state;
    program_expect(0, "explain", FAR, far_plan, "why-not", "T0001", "S002", "-o", file, NULL);
    program_expect(0, "verify", FAR, file, NULL);
    program_run(&p, "explain", FAR, file, "why-not", "T0001", "S002", "--lang=en", NULL);
    assert_int_equal(p.code, 0);
    assert_true(contains(p.out, "the plan does send T0001 to S002"));
    program_release(&p);
    char *json = slurp(file);
    assert_true(contains(json, "\"status\": \"feasible\"") && contains(json, "\"bound\": null"));
    free(json);
    file = scratch_path("without.json");
    program_expect(0, "explain", WISH, wish_plan, "why", "T0002", "-o", file, NULL);
    program_expect(0, "verify", WISH, file, NULL);
    file = scratch_path("none.json");
    program_expect(2, "explain", FAR, far_plan, "why-not", "T0001", "S003", "-o", file, NULL);
    assert_null(slurp(file));
}

static json_t *load(struct program *p)
{
    json_error_t error;
    json_t *o = json_loads(p->out, 0, &error);

    if (!o)
        fail_msg("%s in %s", error.text, p->out);
    return o;
}

static void json_answers(void **state)
{
    struct program p;
    json_t *item;

    (void)state;
    program_run(&p, "explain", FAR, far_plan, "why-not", "T0001", "S003", "--json", NULL);
    json_t *o = load(&p);
    assert_string_equal(json_string_value(json_object_get(o, "answer")), "barred");
    assert_int_equal(json_integer_value(json_object_get(o, "exit")), 2);
    assert_true(json_is_true(json_object_get(o, "proved")));
    item = json_array_get(json_object_get(o, "bars"), 0);
    assert_string_equal(json_string_value(json_object_get(item, "rule")), "distance");
    assert_int_equal(json_integer_value(json_object_get(item, "need")), 30);
    assert_int_equal(json_integer_value(json_object_get(item, "have")), 45);
    json_decref(o);
    program_release(&p);

    program_run(&p, "explain", FAR, far_plan, "why", "T0002", "--json", NULL);
    o = load(&p);
    assert_string_equal(json_string_value(json_object_get(o, "answer")), "possible");
    item = json_array_get(json_object_get(o, "objective"), 1);
    assert_string_equal(json_string_value(json_object_get(item, "tier")), "need");
    assert_int_equal(json_integer_value(json_object_get(item, "change")), 8);
    assert_int_equal(json_array_size(json_object_get(o, "removed")), 1);
    json_decref(o);
    program_release(&p);

    program_run(&p, "explain", FAR, far_plan, "worth", "--json", NULL);
    o = load(&p);
    assert_int_equal(json_array_size(json_object_get(o, "changes")), 2);
    item = json_array_get(json_object_get(o, "changes"), 0);
    assert_string_equal(json_string_value(json_object_get(item, "school_id")), "S004");
    assert_int_equal(json_integer_value(json_object_get(json_object_get(item, "objective"), "need")), -8);
    json_decref(o);
    program_release(&p);
}

/* One file of the copy is another; the path of the copy. */
static const char *changed_copy(const char *name, const char *file, const char *text)
{
    const char *folder = scratch_copy(FAR, name);
    char inside[256];

    snprintf(inside, sizeof inside, "%s/%s", name, file);
    scratch_write(inside, text);
    return folder;
}

static void refuses_other_plans(void **state)
{
    struct program p;
    const char *other = changed_copy("other", "demand.csv",
                                     "school_id,subject,periods_per_week\nS003,音乐,11\nS004,音乐,8\n");

    (void)state;
    program_run(&p, "explain", other, far_plan, "why", "T0002", "--lang=en", NULL);
    assert_int_equal(p.code, 65);
    assert_true(contains(p.err, "was made for other data or another policy"));
    program_release(&p);
    scratch_write(
        "bad.json",
        "{\"format\": \"zoujiao-plan/1\", \"model\": \"secondment\", \"status\": \"feasible\", "
        "\"objective\": [], \"assignments\": [{\"teacher_id\": \"T0001\", \"kind\": \"support_post\", "
        "\"from_school_id\": \"S001\", \"to_school_id\": \"S003\", \"start_term\": \"2026A\", "
        "\"terms\": 1, \"subject\": \"音乐\"}], \"unmet\": []}\n");
    program_run(&p, "explain", FAR, scratch_path("bad.json"), "why", "T0001", "--lang=en", NULL);
    assert_int_equal(p.code, 4);
    assert_true(contains(p.err, "breaks a hard rule or misreports itself"));
    program_release(&p);
    scratch_write("none.json", "{\"format\": \"zoujiao-plan/1\", \"model\": \"secondment\", \"status\": "
                               "\"infeasible\", \"objective\": [], \"assignments\": [], \"unmet\": []}\n");
    program_run(&p, "explain", FAR, scratch_path("none.json"), "worth", "--lang=en", NULL);
    assert_int_equal(p.code, 65);
    assert_true(contains(p.err, "there is nothing to explain"));
    program_release(&p);
}

static void refuses_plans_of_pairings(void **state)
{
    struct program p;
    const char *plan = scratch_path("pairing.json");

    (void)state;
    program_expect(0, "pairing", "instances/tiny-pair-size", "--propose", "-q", "-o", plan, NULL);
    program_run(&p, "explain", "instances/tiny-pair-size", plan, "worth", "--lang=en", NULL);
    assert_int_equal(p.code, 65);
    assert_true(contains(p.err, "plans of the model 'pairing' cannot be explained"));
    program_release(&p);
}

static void refuses_schools_out_of_reach(void **state)
{
    struct program p;
    char folder[256], plan[256];

    (void)state;
    strcpy(folder, changed_copy("island", "travel.csv",
                                "from,to,minutes,metres\nS001,S003,45,30000\nS001,S004,40,55000\n"));
    strcpy(plan, scratch_path("island.json"));
    program_expect(0, "secondment", folder, "-q", "-o", plan, NULL);
    program_run(&p, "explain", folder, plan, "why-not", "T0001", "S002", "--lang=en", NULL);
    assert_int_equal(p.code, 65);
    assert_true(contains(p.err, "no way from S001 to S002 is known"));
    program_release(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(answers),
                                       cmocka_unit_test(writes_the_plan),
                                       cmocka_unit_test(json_answers),
                                       cmocka_unit_test(refuses_other_plans),
                                       cmocka_unit_test(refuses_plans_of_pairings),
                                       cmocka_unit_test(refuses_schools_out_of_reach)};

    return cmocka_run_group_tests(tests, make_plans, remove_plans);
}
