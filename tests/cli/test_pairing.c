/*
 * test_pairing.c - `pairing` from the tables to an answer: streams, exit codes, refusals.
 */
#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TINY   "instances/tiny-pair-size"
#define ROUNDS "instances/enshi-rounds"

static const char policy_head[] =
    "{\"format\": \"zoujiao-policy/1\", \"travel\": {\"detour_permille\": 1400, "
    "\"kmh\": 40},\n\"rules\": [";

/* A copy of the tiny instance in which one file is another. */
static const char *changed(const char *name, const char *file, const char *text)
{
    char path[64];
    const char *folder = scratch_copy(TINY, name);

    snprintf(path, sizeof path, "%s/%s", name, file);
    scratch_write(path, text);
    return folder;
}

/* The rules as a policy file; its path. */
static const char *policy_of(const char *name, const char *rules)
{
    char *text;

    if (asprintf(&text, "%s%s]}\n", policy_head, rules) < 0)
        abort();
    scratch_write(name, text);
    free(text);
    return scratch_path(name);
}

static void the_best_pairing_is_written_and_verified(void **state)
{
    struct program p;

    (void)state;
    program_run(&p, "pairing", TINY, "--propose", "-o", scratch_path("plan.json"), "--lang", "en", NULL);
    assert_int_equal(p.code, 0);
    assert_string_equal(p.err, "");
    assert_true(contains(p.out, "tiny-pair-size: optimal"));
    assert_true(contains(p.out, "minutes from leads to members, of all pairs"));
    assert_true(contains(p.out, "beside the pairing of pairings.csv:"));
    assert_true(contains(p.out, " 0 broken; "));
    program_release(&p);
    program_expect(0, "verify", TINY, scratch_path("plan.json"), NULL);
    program_run(&p, "show", TINY, scratch_path("plan.json"), "--school", "S001", "--lang", "en", NULL);
    assert_int_equal(p.code, 0);
    assert_true(contains(p.out, "  assists "));
    program_release(&p);
    program_expect(64, "show", TINY, scratch_path("plan.json"), "--class", "C1", NULL);
}

static void without_a_file_the_plan_goes_to_stdout(void **state)
{
    struct program p, q;

    (void)state;
    program_run(&p, "pairing", TINY, "--propose", "--quiet", NULL);
    assert_int_equal(p.code, 0);
    assert_string_equal(p.err, "");
    program_run(&q, "pairing", TINY, "--propose", "--json", "-o", scratch_path("file.json"), "--quiet", NULL);
    assert_string_equal(p.out, q.out); /* the same input, the same bytes */
    char *file = slurp(scratch_path("file.json"));
    assert_string_equal(p.out, file);
    free(file);
    program_release(&p);
    program_release(&q);
}

/* A changed pairing is not what the plan says it is. */
static void a_tampered_plan_is_refused(void **state)
{
    (void)state;
    program_expect(0, "pairing", TINY, "--propose", "-q", "-o", scratch_path("t.json"), NULL);
    char *text = slurp(scratch_path("t.json")), *minutes = strstr(text, "\"minutes\": ");
    assert_non_null(minutes);
    char *digit = minutes + strlen("\"minutes\": ");
    *digit = *digit == '9' ? '8' : (char)(*digit + 1);
    scratch_write("t.json", text);
    free(text);
    program_expect(4, "verify", TINY, scratch_path("t.json"), NULL);
}

/* Nine pairs of fifteen schools: six are left without a lead. */
static void a_pairing_that_cannot_work_says_why(void **state)
{
    struct program p;
    json_t *all, *part, *conflict, *first;

    (void)state;
    program_run(&p, "pairing", ROUNDS, "--check", "--lang", "en", NULL);
    assert_int_equal(p.code, 2);
    assert_true(contains(p.out, "members without a lead: X10, X11, X12, X13, X14, X15\n"));
    assert_true(contains(p.out, "    short at X10: need 1, have 0\n"));
    assert_true(contains(p.out, "  rules of pairings: hard demands are broken\n"));
    assert_true(contains(p.out, "  secondments: not asked: no kinds of posting, or no teachers\n"));
    assert_true(contains(p.out, "the pairing cannot work\n"));
    assert_true(contains(
        p.out, "\n  cost 60: coverage (rules[0]) at X10 (龙凤镇中心小学): leads_max 1, leads_min 1 → 0; "));
    program_release(&p);
    program_run(&p, "pairing", ROUNDS, "--check", "--json", NULL);
    assert_int_equal(p.code, 2);
    all = json_loads(p.out, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(all);
    assert_true(json_is_false(json_object_get(all, "works")));
    assert_int_equal(json_integer_value(json_object_get(all, "exit")), 2);
    part = json_array_get(json_object_get(all, "parts"), 0);
    assert_string_equal(json_string_value(json_object_get(part, "part")), "pairing");
    conflict = json_object_get(json_object_get(part, "plan"), "conflict");
    assert_int_equal(json_array_size(json_object_get(conflict, "more")), 5); /* each alone is a conflict */
    first = json_array_get(json_object_get(conflict, "rules"), 0);
    assert_string_equal(json_string_value(json_object_get(first, "rule")), "coverage");
    assert_int_equal(json_array_size(json_object_get(conflict, "rules")), 1);
    json_decref(all);
    program_release(&p);
}

/* Six groups with teachers: what the quotas ask of the leads can be done. */
static void what_follows_is_asked_too(void **state)
{
    struct program p;
    const char *folder = scratch_copy("instances/libo", "libo");

    (void)state;
    /* Without a week there is no timetable to make, which would take its time. */
    program_run(&p, "pairing", folder, "--check", "--time-limit", "20", "--lang", "en", "--policy",
                policy_of("posts.json",
                          "{\"rule\": \"coverage\"}, {\"rule\": \"size\", \"members_max\": 4}],\n"
                          "\"defaults\": {\"max_week\": 16, \"max_day\": 4, \"priority\": 1},\n"
                          "\"kinds\": [{\"kind\": \"support_post\", \"direction\": \"lead_to_member\", "
                          "\"terms\": [2], \"fills_load\": true}], \"x_rest\": ["),
                NULL);
    assert_int_equal(p.code, 0);
    assert_true(contains(p.out, "  rules of pairings: every hard demand is kept\n"));
    assert_true(contains(p.out, "  secondments: possible: a plan was found that keeps every hard rule\n"));
    assert_true(contains(p.out, "the pairing can work\n"));
    program_release(&p);
}

/* A quota that no lead can supply: the pairing keeps its own rules, and cannot work all the same. */
static void a_quota_that_leads_cannot_supply_is_found(void **state)
{
    struct program p;

    (void)state;
    program_run(&p, "pairing", "instances/libo", "--check", "--time-limit", "20", "--lang", "en", "--policy",
                policy_of("quota.json",
                          "{\"rule\": \"coverage\"}, {\"rule\": \"quota\", \"over\": \"pair\", \"per\": "
                          "\"year\", \"min\": 5000}],\n"
                          "\"defaults\": {\"max_week\": 16, \"max_day\": 4, \"priority\": 1},\n"
                          "\"kinds\": [{\"kind\": \"support_post\", \"direction\": \"lead_to_member\", "
                          "\"terms\": [2], \"fills_load\": true}], \"x_rest\": ["),
                NULL);
    assert_int_equal(p.code, 2);
    assert_true(contains(p.out, "  rules of pairings: every hard demand is kept\n"));
    assert_true(contains(p.out, "  secondments: impossible: proved\n"));
    assert_true(contains(p.out, "quota"));
    program_release(&p);
}

static void expect_refusal(int code, const char *message, const char *folder, const char *option,
                           const char *other)
{
    struct program p;

    program_run(&p, "pairing", folder, "--lang", "en", option, other, NULL);
    if (p.code != code || !contains(p.err, message))
        fail_msg("exit %d instead of %d, or not '%s':\n%s", p.code, code, message, p.err);
    program_release(&p);
}

static void what_cannot_be_done_is_refused_by_name(void **state)
{
    (void)state;
    expect_refusal(64, "choose one of '--check' and '--propose'", TINY, NULL, NULL);
    expect_refusal(64, "choose one of '--check' and '--propose'", TINY, "--check", "--propose");
    expect_refusal(64, "'--output', '--certificate', '--write-lp' and '--write-mps' go with '--propose'",
                   TINY, "--check", "-o/tmp/x.json");
    expect_refusal(66, "has no pairings.csv; there is no pairing to check", "instances/liuzhou", "--check",
                   NULL);
    expect_refusal(65, "preferences.csv:2:6 (to_school_id): no school has the id 'S9'",
                   changed("wrong", "preferences.csv", "from_school_id,to_school_id,rank\nS001,S9,1\n"),
                   "--propose", NULL);
}

/* No pairing exists: the two parts that collide are named, and either alone can be kept. */
static void a_conflict_is_printed(void **state)
{
    struct program p;

    (void)state;
    program_run(&p, "pairing", TINY, "--propose", "--lang", "en", "-o", scratch_path("none.json"), "--policy",
                policy_of("far.json", "{\"rule\": \"coverage\", \"where\": {\"school\": \"S003\"}},"
                                      "{\"rule\": \"distance\", \"model\": \"pairing\", \"max_minutes\": 0}"),
                NULL);
    assert_int_equal(p.code, 2);
    assert_true(contains(p.out, "any one part less and the rest can hold:"));
    assert_true(contains(p.out, "  coverage  rules[0]       S003"));
    assert_true(contains(p.out, "  distance  rules[1]       S003"));
    program_release(&p);
    program_expect(0, "verify", TINY, scratch_path("none.json"), "--policy", scratch_path("far.json"), NULL);
}

static void the_model_is_written(void **state)
{
    struct program p;

    (void)state;
    program_run(&p, "pairing", TINY, "--propose", "--write-lp", scratch_path("m.lp"), "--write-mps",
                scratch_path("m.mps"), "--lang", "en", NULL);
    assert_int_equal(p.code, 0);
    assert_string_equal(p.out, "");
    assert_true(contains(p.err, "the model is written; nothing was solved\n"));
    program_release(&p);
    char *lp = slurp(scratch_path("m.lp")), *mps = slurp(scratch_path("m.mps"));
    assert_true(contains(lp, "x_S001_S003") && contains(mps, "x_S001_S003"));
    free(lp);
    free(mps);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_best_pairing_is_written_and_verified),
        cmocka_unit_test(without_a_file_the_plan_goes_to_stdout),
        cmocka_unit_test(a_tampered_plan_is_refused),
        cmocka_unit_test(a_pairing_that_cannot_work_says_why),
        cmocka_unit_test(what_follows_is_asked_too),
        cmocka_unit_test(a_quota_that_leads_cannot_supply_is_found),
        cmocka_unit_test(what_cannot_be_done_is_refused_by_name),
        cmocka_unit_test(a_conflict_is_printed),
        cmocka_unit_test(the_model_is_written),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
