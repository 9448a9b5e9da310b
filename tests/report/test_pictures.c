/*
 * test_pictures.c - PNG and PDF by rsvg-convert: their size, what is drawn, the same bytes each time; and
 * what is said where the program is not installed. Without it the rest is left out, visibly.
 */
#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include <dirent.h>
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define COUNTY "instances/tiny-quota"

static bool installed;

static void solve(const char *plan)
{
    struct program p;

    program_run(&p, "secondment", COUNTY, "-q", "-o", plan, NULL);
    assert_true(p.code <= 1);
    program_release(&p);
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

/* The share of pixels that are not paper, in permille; and whether there is blue among them. */
static int ink(const png_image *image, const unsigned char *rgb, bool *blue)
{
    const size_t n = (size_t)image->width * image->height;
    size_t marked = 0;

    *blue = false;
    for (size_t i = 0; i < n; i++) {
        const unsigned char *p = &rgb[3 * i];
        marked += p[0] != 255 || p[1] != 255 || p[2] != 255;
        *blue = *blue || (p[2] > 120 && p[0] < p[2] / 2);
    }
    return (int)(1000 * marked / n);
}

/* A picture that a phone shows at once: its width, its size, and something drawn on paper. */
static void check_picture(const char *path)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    struct stat st;
    bool blue;

    assert_int_equal(stat(path, &st), 0);
    assert_in_range(st.st_size, 1000, 300 * 1024);
    assert_true(png_image_begin_read_from_file(&image, path));
    image.format = PNG_FORMAT_RGB;
    assert_int_equal(image.width, 1080);
    assert_in_range(image.height, 200, 2200);
    unsigned char *rgb = malloc(PNG_IMAGE_SIZE(image));
    assert_true(png_image_finish_read(&image, NULL, rgb, 0, NULL));
    const int drawn = ink(&image, rgb, &blue);
    if (drawn < 10 || drawn > 500 || !blue)
        fail_msg("%s: %d of 1000 pixels are drawn%s", path, drawn, blue ? "" : ", none of them blue");
    free(rgb);
    png_image_free(&image);
}

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
        snprintf(path, sizeof path, "one/%s.png", names[i]);
        snprintf(again, sizeof again, "two/%s.png", names[i]);
        check_picture(scratch_path(path));
        expect_same_file(scratch_path(path), scratch_path(again));
    }
}

/* A policy whose sentences fill lines: its rules come in several pictures, none too large for a chat. */
static void long_sentences_take_several_pictures(void **state)
{
    static const char *const names[] = {"ladder-1", "ladder-2", "ladder-3", "calendar-1"};
    const char *instance = "instances/wanhong-zhangyang", *plan = scratch_path("calendar.json");
    char path[64];

    (void)state;
    leave_out_without_the_program();
    program_expect(0, "calendar", instance, "-q", "-o", plan, NULL);
    program_expect(0, "report", instance, plan, "--png", scratch_path("calendar"), "-q", "--lang", "zh",
                   NULL);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        snprintf(path, sizeof path, "calendar/%s.png", names[i]);
        check_picture(scratch_path(path));
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
    char *pdf = slurp_bytes(scratch_path("one.pdf"), &n);
    assert_in_range(n, 2000, 2 << 20);
    assert_memory_equal(pdf, "%PDF-", 5);
    free(pdf);
    expect_same_file(scratch_path("one.pdf"), scratch_path("two.pdf"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_missing_program_is_named),
        cmocka_unit_test(nothing_to_draw_is_refused),
        cmocka_unit_test(pictures_are_as_wide_as_a_phone),
        cmocka_unit_test(long_sentences_take_several_pictures),
        cmocka_unit_test(a_pdf_is_the_same_each_time),
    };

    installed = system("rsvg-convert --version >/dev/null 2>&1") == 0;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    scratch_remove();
    return failed;
}
