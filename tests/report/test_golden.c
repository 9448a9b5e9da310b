/*
 * test_golden.c - the pictures of small plans, stroke by stroke, as they were when somebody looked at them.
 *
 * Plans and pictures stand in tests/report/golden/. A picture that changed is written beside the old one as
 * <name>.svg.new and the test fails; `scripts/bless`, once the new ones were looked at, takes them over.
 */
#include "solver/base/i18n.h"
#include "solver/report/draw/bars.h"
#include "solver/report/pictures.h"
#include "tests/support/cmocka.h"
#include "tests/support/markup.h"
#include "tests/support/program.h"
#include "tests/support/shown.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define GOLDEN "tests/report/golden/"

static void write_file(const char *path, const struct rep_markup *m)
{
    FILE *f = fopen(path, "w");

    assert_non_null(f);
    assert_int_equal(fwrite(m->bytes, 1, m->n, f), m->n);
    assert_int_equal(fclose(f), 0);
}

static bool is_golden(const char *set, const struct rep_picture *p)
{
    char path[200], new_path[210];

    snprintf(path, sizeof path, GOLDEN "%s-%s.svg", set, p->drawing.id);
    snprintf(new_path, sizeof new_path, "%s.new", path);
    markup_read(p->svg.bytes, p->svg.n);
    char *golden = slurp(path);
    const bool same = golden && strcmp(golden, p->svg.bytes) == 0;
    free(golden);
    if (same)
        return true;
    write_file(new_path, &p->svg);
    print_message("%s is not as it was: see %s\n", path, new_path);
    return false;
}

/* Every picture of the chapters before this one is golden, and there are so many. */
static void compare(const char *set, const struct shown *s, int end, int n)
{
    const struct rep_case r = shown_case(s);
    struct rep_pictures pictures = {0};
    int bad = 0;

    for (int chapter = REP_MAP; chapter < end; chapter++)
        rep_pictures_add(&pictures, &r, (enum rep_chapter)chapter);
    assert_int_equal(pictures.n, n);
    for (int i = 0; i < pictures.n; i++)
        bad += !is_golden(set, &pictures.v[i]);
    assert_int_equal(bad, 0);
    rep_pictures_release(&pictures);
}

static void compare_plan(const char *set, const char *instance, int n)
{
    char path[100];
    struct shown s;

    snprintf(path, sizeof path, GOLDEN "%s.json", set);
    shown_read(&s, instance, path);
    compare(set, &s, REP_N_CHAPTERS, n);
    shown_release(&s);
}

static void of_secondments(void **state)
{
    (void)state;
    compare_plan("secondment", "instances/tiny-quota", 6);
}

static void of_ages_with_a_limit(void **state)
{
    (void)state;
    compare_plan("ages", "instances/tiny-age_limit", 6);
}

static void of_timetables(void **state)
{
    (void)state;
    compare_plan("timetable", "instances/tiny-tt-travel_time", 4);
}

static void of_pairings(void **state)
{
    (void)state;
    compare_plan("pairing", "instances/tiny-pair-coverage", 4);
}

static void of_calendars(void **state)
{
    (void)state;
    compare_plan("calendar", "instances/tiny-calendar-count", 2);
}

/* The same secondments where every school knows where it is. */
static void of_schools_on_a_map(void **state)
{
    static const int32_t places[][2] = {
        {35480000, 112410000}, {35520000, 112350000}, {35410000, 112520000}, {35600000, 112470000}};
    struct shown s;

    (void)state;
    shown_read(&s, "instances/tiny-quota", GOLDEN "secondment.json");
    assert_in_range(s.in.n_schools, 2, 4);
    for (int i = 0; i < s.in.n_schools; i++) {
        s.in.school[i].has_coordinates = true;
        s.in.school[i].lat_e6 = places[i][0];
        s.in.school[i].lon_e6 = places[i][1];
    }
    compare("map", &s, REP_MAP + 1, 1);
    shown_release(&s);
}

/* Bars of 61 lines, three of which there is no room for: three pictures, and the last says so. */
static void long_charts_come_in_parts(void **state)
{
    struct rep_bar bar[61];
    struct rep_bars b = {.v = bar, .n = 61, .left_out = 3, .description = "d", .after = "after"};
    int lines = 0;

    (void)state;
    for (int i = 0; i < b.n; i++)
        bar[i] = (struct rep_bar){.name = "bar", .before = ZJ_NO_VALUE, .after = i, .limit = ZJ_NO_VALUE};
    assert_int_equal(rep_bars_parts(&b), 3);
    for (int k = 0; k < 3; k++) {
        struct rep_drawing d = {.id = "x", .title = "x"};
        struct rep_markup m = {0};
        rep_draw_bars(&m, &b, k, &d);
        for (const char *at = m.bytes; (at = strstr(at, ">bar</text>")); at++)
            lines++;
        assert_int_equal(contains(m.bytes, "not drawn: 3"), k == 2);
        assert_in_range(d.height, 1000, 2000);
        rep_markup_release(&m);
    }
    assert_int_equal(lines, 61);
}

/* Names of schools as long as they get stand whole in every picture, on as many lines as they take. */
static void long_names_are_not_cut(void **state)
{
    static const struct {
        const char *set, *instance;
    } cases[] = {{"secondment", "instances/tiny-quota"},
                 {"ages", "instances/tiny-age_limit"},
                 {"pairing", "instances/tiny-pair-coverage"}};
    char path[100];

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct shown s;
        struct rep_pictures pictures = {0};
        snprintf(path, sizeof path, GOLDEN "%s.json", cases[i].set);
        shown_read(&s, cases[i].instance, path);
        for (int k = 0; k < s.in.n_schools; k++)
            s.in.school[k].name = "横河镇九年一贯制寄宿学校小学部";
        for (int k = 0; k < s.in.n_schools && i == 0; k++) { /* the first of the cases on a map */
            s.in.school[k].has_coordinates = true;
            s.in.school[k].lat_e6 = 35480000 + 90000 * k;
            s.in.school[k].lon_e6 = 112410000 + 40000 * (k % 2);
        }
        const struct rep_case r = shown_case(&s);
        for (int chapter = 0; chapter < REP_LADDER; chapter++)
            rep_pictures_add(&pictures, &r, (enum rep_chapter)chapter);
        assert_true(pictures.n > 0);
        for (int k = 0; k < pictures.n; k++) {
            if (contains(pictures.v[k].svg.bytes, "…"))
                fail_msg("%s: a name is cut in %s", cases[i].set, pictures.v[k].drawing.id);
        }
        rep_pictures_release(&pictures);
        shown_release(&s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(of_secondments),
        cmocka_unit_test(of_ages_with_a_limit),
        cmocka_unit_test(of_timetables),
        cmocka_unit_test(of_pairings),
        cmocka_unit_test(of_calendars),
        cmocka_unit_test(of_schools_on_a_map),
        cmocka_unit_test(long_charts_come_in_parts),
        cmocka_unit_test(long_names_are_not_cut),
    };

    zj_i18n_init("en");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
