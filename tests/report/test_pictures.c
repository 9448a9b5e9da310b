/*
 * test_pictures.c - PNG and PDF by rsvg-convert: their size, their number, the same bytes each time; and what
 * is said where the program is not installed. Without it the rest is left out, visibly.
 */
#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNTY "instances/tiny-quota"

static bool installed;

static void solve(const char *plan)
{
    struct program p;

    program_run(&p, "secondment", COUNTY, "-q", "-o", plan, NULL);
    assert_true(p.code <= 1);
    program_release(&p);
}

/* Bytes of a file that may hold NUL; heap. */
static unsigned char *bytes_of(const char *path, size_t *n)
{
    static const size_t room = 4 << 20;
    FILE *f = fopen(path, "rb");

    assert_non_null(f);
    unsigned char *bytes = malloc(room);
    *n = fread(bytes, 1, room, f);
    fclose(f);
    return bytes;
}

static void assert_same_file(const char *a, const char *b)
{
    size_t n, k;
    unsigned char *x = bytes_of(a, &n), *y = bytes_of(b, &k);

    assert_int_equal(n, k);
    assert_memory_equal(x, y, n);
    free(x);
    free(y);
}

static void leave_out_without_the_program(void)
{
    if (installed)
        return;
    print_message("left out: rsvg-convert is not installed\n");
    skip();
}

static void a_missing_program_is_named(void **state)
{
    const char *plan = scratch_path("plan.json");
    char *path = strdup(getenv("PATH"));
    struct program p;

    (void)state;
    solve(plan);
    setenv("PATH", "/nowhere", 1);
    program_run(&p, "report", COUNTY, plan, "--png", scratch_path("none"), "--lang", "en", NULL);
    setenv("PATH", path, 1);
    free(path);
    assert_int_equal(p.code, 66);
    assert_true(contains(p.err, "'rsvg-convert', which is not installed"));
    assert_true(contains(p.err, "librsvg2-bin"));
    assert_null(opendir(scratch_path("none")));
    program_release(&p);
}

static void nothing_to_draw_is_refused(void **state)
{
    const char *plan = scratch_path("plan.json");
    struct program p;

    (void)state;
    program_run(&p, "secondment", "instances/tiny-infeasible-quota", "-q", "-o", plan, NULL);
    program_release(&p);
    program_expect(65, "report", "instances/tiny-infeasible-quota", plan, "--pdf", scratch_path("none.pdf"),
                   NULL);
}

/* IHDR is the first part of every PNG: width and height in 4 bytes each. */
static void pictures_are_as_wide_as_a_phone(void **state)
{
    static const char *const names[] = {"map-1", "terms-1", "load", "ladder", "ages-m", "ages-f"};
    const char *plan = scratch_path("plan.json");
    char path[64], again[64];

    (void)state;
    leave_out_without_the_program();
    solve(plan);
    program_expect(0, "report", COUNTY, plan, "--png", scratch_path("one"), "-q", NULL);
    program_expect(0, "report", COUNTY, plan, "--png", scratch_path("two"), "-q", NULL);
    program_expect(73, "report", COUNTY, plan, "--png", scratch_path("two"), "-q", NULL); /* it holds files */
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        size_t n;
        snprintf(path, sizeof path, "one/%s.png", names[i]);
        snprintf(again, sizeof again, "two/%s.png", names[i]);
        unsigned char *png = bytes_of(scratch_path(path), &n);
        assert_in_range(n, 1000, 300 * 1024);
        assert_memory_equal(png, "\x89PNG\r\n\x1A\n", 8);
        assert_int_equal(png[18] << 8 | png[19], 1080);
        assert_in_range(png[22] << 8 | png[23], 200, 5000);
        free(png);
        assert_same_file(scratch_path(path), scratch_path(again));
    }
}

static void a_pdf_is_the_same_each_time(void **state)
{
    const char *plan = scratch_path("plan.json");
    size_t n;

    (void)state;
    leave_out_without_the_program();
    solve(plan);
    program_expect(0, "report", COUNTY, plan, "--pdf", scratch_path("one.pdf"), "-q", NULL);
    program_expect(0, "report", COUNTY, plan, "--pdf", scratch_path("two.pdf"), "-q", NULL);
    unsigned char *pdf = bytes_of(scratch_path("one.pdf"), &n);
    assert_in_range(n, 2000, 2 << 20);
    assert_memory_equal(pdf, "%PDF-", 5);
    free(pdf);
    assert_same_file(scratch_path("one.pdf"), scratch_path("two.pdf"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_missing_program_is_named),
        cmocka_unit_test(nothing_to_draw_is_refused),
        cmocka_unit_test(pictures_are_as_wide_as_a_phone),
        cmocka_unit_test(a_pdf_is_the_same_each_time),
    };

    installed = system("rsvg-convert --version >/dev/null 2>&1") == 0;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    scratch_remove();
    return failed;
}
