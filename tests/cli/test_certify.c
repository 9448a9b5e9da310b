/*
 * test_certify.c - certificates as users meet them: written beside a plan, checked again, refused.
 */
#include "tests/support/cmocka.h"
#include "tests/support/expected.h"
#include "tests/support/program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NEED     "instances/tiny-need"
#define NO_QUOTA "instances/tiny-infeasible-quota"

/* Every tiny instance of expected.tsv; its values are those that the certificate proves. *n counts them. */
static int certify_one(const struct expected_line *head, const struct expected_line *l, void *n)
{
    char folder[128], expected[64];
    struct program p;

    if (strncmp(l->field[0], "tiny-", 5) != 0 || strcmp(l->field[1], "secondment {}") != 0)
        return 0;
    bool optimal = strcmp(l->field[2], "optimal") == 0;
    snprintf(folder, sizeof folder, "instances/%s", l->field[0]);
    program_expect(optimal ? 0 : 2, "secondment", folder, "-q", "-o", scratch_path("plan.json"), "-c",
                   scratch_path("plan.vipr"), NULL);
    program_run(&p, "certify", scratch_path("plan.vipr"), NULL);
    assert_int_equal(p.code, 0);
    assert_true(contains(p.out, optimal ? "the best, aim by aim" : "no solution"));
    for (int k = 3; k < 9 && optimal; k++) {
        snprintf(expected, sizeof expected, "  %-12s %s\n", head->field[k], l->field[k]);
        assert_true(contains(p.out, expected));
    }
    program_release(&p);
    ++*(int *)n;
    return 0;
}

static void certifies_shipped_instances(void **state)
{
    int n = 0;

    (void)state;
    expected_each("instances/expected.tsv", 9, certify_one, &n);
    assert_true(n > 20);
}

static void certifies_a_county(void **state)
{
    struct program p;

    (void)state;
    program_run(&p, "secondment", "instances/libo", "-j", "1", "-o", scratch_path("one.json"), "-c",
                scratch_path("one.vipr"), NULL);
    assert_int_equal(p.code, 0);
    assert_true(contains(p.err, "certificate: 12 programs"));
    program_release(&p);
    program_expect(0, "secondment", "instances/libo", "-j", "2", "-q", "-o", scratch_path("two.json"), "-c",
                   scratch_path("two.vipr"), NULL);
    char *one = slurp(scratch_path("one.vipr")), *two = slurp(scratch_path("two.vipr"));
    assert_string_equal(one, two); /* workers do not matter */
    free(one);
    free(two);
    program_run(&p, "certify", "--json", scratch_path("one.vipr"), NULL);
    assert_int_equal(p.code, 0);
    assert_true(contains(p.out, "\"answer\":\"optimal\""));
    assert_true(contains(p.out, "{\"aim\":\"travel\",\"value\":\"12936\"}"));
    program_release(&p);
}

/* Replace a text in the certificate of NEED, and check what is left of it. */
static void expect_spoilt(int code, const char *old, const char *new, const char *says)
{
    struct program p;
    char *text = slurp(scratch_path("need.vipr")), *at = strstr(text, old);
    size_t n = strlen(text) + strlen(new) + 1;
    char *spoilt = malloc(n);

    assert_non_null(at);
    snprintf(spoilt, n, "%.*s%s%s", (int)(at - text), text, new, at + strlen(old));
    scratch_write("spoilt.vipr", spoilt);
    program_run(&p, "certify", scratch_path("spoilt.vipr"), NULL);
    if (p.code != code || !contains(p.err, says))
        fail_msg("'%s' for '%s' gives %d: %s", new, old, p.code, p.err);
    assert_true(contains(p.err, "spoilt.vipr:"));
    assert_string_equal(p.out, "");
    program_release(&p);
    free(spoilt);
    free(text);
}

static void refuses_spoilt_certificates(void **state)
{
    char *text;

    (void)state;
    program_expect(0, "secondment", NEED, "-q", "-o", scratch_path("plan.json"), "-c",
                   scratch_path("need.vipr"), NULL);
    text = slurp(scratch_path("need.vipr"));
    text[strlen(text) * 2 / 3] = '\0';
    scratch_write("short.vipr", text);
    free(text);
    program_expect(65, "certify", scratch_path("short.vipr"), NULL);
    expect_spoilt(4, "% aim need sum ", "% aim need sum 1", "another value");
    expect_spoilt(65, "% answer optimal", "% answer infeasible", "has aims");
    expect_spoilt(4, "% part 1 need", "% part 1 travel", "does not prove its claim");
    expect_spoilt(65, "VER 1.0", "VER 7", "is not a certificate");
    expect_spoilt(65, "INT ", "INT x", "not a count");
    expect_spoilt(65, "% blocks", "% block", "not known here");
    program_expect(66, "certify", scratch_path("nowhere.vipr"), NULL);
    program_expect(65, "certify", scratch_path("plan.json"), NULL);
    program_expect(64, "certify", NULL);
}

static void says_why_there_is_none(void **state)
{
    struct program p;

    (void)state;
    program_run(&p, "secondment", "instances/yangcheng-2020", "-t", "0.001", "-o", scratch_path("plan.json"),
                "-c", scratch_path("never.vipr"), NULL);
    assert_int_equal(p.code, 3);
    assert_true(contains(p.err, "no certificate is written: the answer is neither"));
    assert_null(slurp(scratch_path("never.vipr")));
    program_release(&p);
    program_expect(64, "secondment", NEED, "-c", "-", NULL);
    program_expect(64, "secondment", NEED, "-c", scratch_path("x.vipr"), "--write-lp", scratch_path("x.lp"),
                   NULL);
    scratch_write("file", "");
    program_expect(73, "secondment", NEED, "-c", scratch_path("file/x.vipr"), NULL);
    program_expect(64, "verify", NEED, scratch_path("plan.json"), "-c", scratch_path("x.vipr"), NULL);
}

/* The same answer to --keep and --terms: what is certified is what was solved. */
static void certifies_changed_questions(void **state)
{
    (void)state;
    program_expect(0, "secondment", NEED, "-q", "-o", scratch_path("first.json"), NULL);
    program_expect(0, "secondment", NEED, "-q", "-k", scratch_path("first.json"), "-o",
                   scratch_path("plan.json"), "-c", scratch_path("keep.vipr"), NULL);
    program_expect(0, "certify", "-q", scratch_path("keep.vipr"), NULL);
    program_expect(0, "secondment", NEED, "-q", "--terms", "1", "-o", scratch_path("plan.json"), "-c",
                   scratch_path("terms.vipr"), NULL);
    program_expect(0, "certify", "-q", scratch_path("terms.vipr"), NULL);
    program_expect(2, "secondment", NO_QUOTA, "-q", "-c", scratch_path("none.vipr"), NULL);
    program_expect(0, "certify", scratch_path("none.vipr"), NULL);
}

static int clean(void **state)
{
    (void)state;
    scratch_remove();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(certifies_shipped_instances), cmocka_unit_test(certifies_a_county),
        cmocka_unit_test(refuses_spoilt_certificates), cmocka_unit_test(says_why_there_is_none),
        cmocka_unit_test(certifies_changed_questions),
    };

    return cmocka_run_group_tests(tests, NULL, clean);
}
