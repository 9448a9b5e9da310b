/*
 * test_packs_broken.c - every entry of every policy of a document is broken by some plan, and it is said so.
 *
 * How an entry is broken: tests/support/broken.h. An entry that no case breaks has to stand in the list of
 * those that cannot be broken, with the reason; one that stands there and is broken fails, too. Entries of
 * timetables are broken in test_packs.c alone, rule by rule.
 */
#include "solver/io/read.h"
#include "tests/support/broken.h"
#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include <glob.h>
#include <stdio.h>
#include <string.h>

/* Why an entry is not broken here. LARGE: test_packs breaks each of the rules in a small county. */
#define LARGE "its county is too large to be solved here"
#define ONE   "there is one community, and nobody can leave it"
#define FAR   "no three changes come so far"
#define FORM  "a further form that is allowed"
#define TWO   "what breaks it breaks another entry, too"
#define NONE  "the instance has nobody and nothing that it concerns"

static const struct broken_excuse excuses[] = {
    {"county-plan", ZJ_SECONDMENT, ",4,", ONE},
    {"linzi", ZJ_SECONDMENT, ",8,", ONE},
    {"wanhong-zhangyang", ZJ_SECONDMENT, ",16,", ONE},
    {"wucheng", ZJ_SECONDMENT, ",9,", ONE},
    {"enshi-towns", ZJ_SECONDMENT, ",3,5,", NONE},
    {"enshi", ZJ_SECONDMENT, ",0,1,2,3,4,5,6,7,8,19,20,", LARGE},
    {"libo", ZJ_SECONDMENT, ",0,1,2,3,4,5,", LARGE},
    {"yangcheng", ZJ_SECONDMENT, ",0,1,2,3,4,5,6,7,10,11,12,24,", LARGE},
    {"liuzhou", ZJ_SECONDMENT, ",2,3,", LARGE},
    {"liuzhou", ZJ_SECONDMENT, ",8,26,", FAR},
    {"shaozhuang", ZJ_SECONDMENT, ",9,", FAR},
    {"county-plan", ZJ_PAIRING, ",11,12,", FORM},
    {"shaozhuang", ZJ_PAIRING, ",1,2,", FORM},
    {"linzi", ZJ_PAIRING, ",4,", FORM},
    {"enshi-towns", ZJ_PAIRING, ",1,", NONE},
    {"enshi", ZJ_PAIRING, ",13,", NONE},
    {"libo", ZJ_PAIRING, ",7,11,", FAR},
    {"libo", ZJ_PAIRING, ",9,", NONE},
    {"linzi", ZJ_PAIRING, ",0,1,", FAR},
    {"liuzhou", ZJ_PAIRING, ",0,10,", FAR},
    {"liuzhou", ZJ_PAIRING, ",14,", NONE},
    {"nanning", ZJ_PAIRING, ",1,3,7,8,9,", TWO},
    {"wucheng", ZJ_PAIRING, ",1,", TWO},
    {"yangcheng", ZJ_PAIRING, ",15,16,", FAR},
    {"zhangdian", ZJ_PAIRING, ",0,1,", FAR},
    {"zhangdian", ZJ_PAIRING, ",2,", TWO},
    {"wanhong-zhangyang", ZJ_CALENDAR, ",27,", TWO},
    {"libo", ZJ_CALENDAR, ",12,13,14,15,16,", LARGE},
    {"yangcheng", ZJ_CALENDAR, ",17,18,19,20,21,22,23,", LARGE},
};

enum { N_EXCUSES = sizeof excuses / sizeof excuses[0] };

static void try_all(const struct broken_case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++)
        broken_try(&cases[i], excuses, N_EXCUSES);
}

static void postings_are_refused(void **state)
{
    static const struct broken_case cases[] = {
        {"secondment {}", "wanhong-zhangyang", "wanhong-zhangyang", NULL, 0},
        {"secondment {}", "shaozhuang", "shaozhuang", NULL, 0},
        {"secondment {}", "shangkou", "shangkou", NULL, 0},
        {"secondment {}", "county-plan-year", "county-plan", NULL, 0},
        {"secondment {}", "liuzhou-district", "liuzhou", "district,near", 0},
        {"secondment {}", "liuzhou-county", "liuzhou", "county,same_stage", 0},
        {"secondment {}", "linzi", "linzi", NULL, 0},
        {"secondment {}", "wucheng-fused", "wucheng", NULL, 0},
        {"secondment {}", "wucheng-cobuilt", "wucheng", "cobuilt", 0},
        {"secondment {}", "national-2014", "national-2014", NULL, 0},
        {"secondment {}", "national-2014", "national-2014", "of_eligible,below", 0},
        {"secondment {}", "linzi", "linzi", "six_at_most", 0},
    };

    (void)state;
    try_all(cases, sizeof cases / sizeof cases[0]);
}

static void pairings_are_refused(void **state)
{
    static const struct broken_case cases[] = {
        {"pairing --propose {}", "shaozhuang", "shaozhuang", NULL, 0},
        {"pairing --propose {}", "county-plan-year", "county-plan", NULL, 0},
        {"pairing --propose {}", "liuzhou-district", "liuzhou", "district,near", 0},
        {"pairing --propose {}", "liuzhou-county", "liuzhou", "county,same_stage", 0},
        {"pairing --propose {}", "linzi", "linzi", NULL, 0},
        {"pairing --propose {}", "linzi", "linzi", "six_at_most", 0},
        {"pairing --propose {}", "wucheng-fused", "wucheng", NULL, 0},
        {"pairing --propose {}", "wucheng-cobuilt", "wucheng", "cobuilt", 0},
        {"pairing --propose {}", "nanning-joint", "nanning", "two_leads", 0},
        {"pairing --propose {}", "enshi-paired", "enshi-towns", "flexible", 0},
        {"pairing --propose {}", "nanning", "nanning", NULL, 0},
        {"pairing --propose {}", "county-plan", "county-plan", NULL, 0},
        {"pairing --propose {}", "county-plan", "county-plan", "body", 0},
        {"pairing --propose {}", "zhangdian", "zhangdian", NULL, 0},
        {"pairing --propose {}", "zhangdian", "zhangdian", "four_preferred", 0},
        {"pairing --propose {}", "enshi-rounds", "enshi", NULL, 0},
        {"pairing --propose {}", "enshi-rounds", "enshi", "three_rounds", 0},
        {"pairing --propose {}", "longfeng", "enshi-towns", NULL, 0},
        {"pairing --propose {}", "libo", "libo", NULL, 0},
        {"pairing --propose {}", "yangcheng-2020", "yangcheng", NULL, 0},
        {"pairing --propose {}", "liuzhou", "liuzhou", NULL, 0},
        {"pairing --propose {}", "liuzhou", "liuzhou", "one_or_two", 0},
    };

    (void)state;
    try_all(cases, sizeof cases / sizeof cases[0]);
}

static void calendars_are_refused(void **state)
{
    static const struct broken_case cases[] = {
        {"calendar {}", "wanhong-zhangyang", "wanhong-zhangyang", NULL, 0},
        {"calendar {}", "shaozhuang", "shaozhuang", NULL, 0},
        {"calendar {} --node-limit 1", "shangkou", "shangkou", NULL, 0},
        {"calendar {}", "county-plan-year", "county-plan", NULL, 0},
        {"calendar {}", "liuzhou-district", "liuzhou", "district,near", 0},
        {"calendar {}", "linzi", "linzi", NULL, 0},
        {"calendar {}", "wucheng-fused", "wucheng", NULL, 0},
        {"calendar {}", "wucheng-cobuilt", "wucheng", "cobuilt", 0},
        {"calendar {}", "zhangdian", "zhangdian", NULL, 0},
        {"calendar {}", "longfeng", "enshi-towns", "flexible", 0},
        {"calendar {}", "liuzhou-county", "liuzhou", "county,same_stage", 0},
        {"calendar {}", "liuzhou", "liuzhou", NULL, 0},
        {"calendar {}", "nanning", "nanning", NULL, 0},
        {"calendar {}", "enshi", "enshi", NULL, 300},
    };

    (void)state;
    try_all(cases, sizeof cases / sizeof cases[0]);
}

/* Entries of the pack that neither a case has broken nor an excuse explains, and excuses without need. */
static int n_unbroken(const char *path)
{
    char pack[64];
    struct zj_instance in;
    struct zj_policy pol;
    struct zj_diag d = {0};
    int n = 0;

    snprintf(pack, sizeof pack, "%s", strrchr(path, '/') + 1);
    *strrchr(pack, '.') = '\0';
    assert_int_equal(zj_read_policy(path, NULL, &in, &pol, &d), ZJ_OK);
    for (int i = 0; i < pol.n_entries; i++) {
        const struct zj_policy_entry *e = &pol.entry[i];
        for (int m = 0; m < ZJ_N_MODELS && e->index >= 0; m++) {
            bool excused = broken_is_excused(pack, e->index, (enum zj_model)m, excuses, N_EXCUSES);
            if (m == ZJ_TIMETABLE || !(e->models >> m & 1) ||
                broken_is_noted(pack, e->index, (enum zj_model)m) != excused)
                continue;
            print_error("%s rules[%d] %s, %s, reading %s, %s: %s\n", pack, e->index, e->rule,
                        zj_model_name((enum zj_model)m), e->reading ? e->reading : "any",
                        e->hard ? "hard" : "soft",
                        excused ? "excused, but broken" : "not broken by any plan");
            n++;
        }
    }
    zj_diag_release(&d);
    zj_policy_release(&pol);
    zj_instance_release(&in);
    return n;
}

/* After the others. */
static void no_entry_is_left(void **state)
{
    glob_t found;
    int n = 0;

    (void)state;
    assert_int_equal(glob("instances/policies/*.json", 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++)
        n += n_unbroken(found.gl_pathv[i]);
    globfree(&found);
    assert_int_equal(n, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(postings_are_refused),
        cmocka_unit_test(pairings_are_refused),
        cmocka_unit_test(calendars_are_refused),
        cmocka_unit_test(no_entry_is_left),
    };

    return cmocka_run_group_tests(tests, NULL, scratch_teardown);
}
