/*
 * test_travel.c - minutes and metres: rows, ways back, coordinates, campuses, and no way at all.
 */
#include "solver/data/travel.h"
#include "tests/support/cmocka.h"

enum { N_SCHOOLS = 7, CAMPUS = 3 };

/* 0 and 1 stand a quarter of a degree of latitude apart; 2 and 3 share a campus; 4 has no coordinates. */
static struct zj_school schools[N_SCHOOLS] = {
    {.id = "S0", .campus = -1, .has_coordinates = true, .lat_e6 = 30000000, .lon_e6 = 110000000},
    {.id = "S1", .campus = -1, .has_coordinates = true, .lat_e6 = 30250000, .lon_e6 = 110000000},
    {.id = "S2", .campus = CAMPUS, .has_coordinates = true, .lat_e6 = 30000000, .lon_e6 = 110250000},
    {.id = "S3", .campus = CAMPUS},
    {.id = "S4", .campus = -1},
    {.id = "S5", .campus = -1, .has_coordinates = true, .lat_e6 = -30000000, .lon_e6 = -70000000},
    {.id = "S6", .campus = -1, .has_coordinates = true, .lat_e6 = 30000000, .lon_e6 = 110000000},
};
static struct zj_travel rows[] = {
    {.from = 0, .to = 4, .minutes = 21, .metres = 14000},
    {.from = 2, .to = 0, .minutes = 33, .metres = 25000},
    {.from = 0, .to = 2, .minutes = 44, .metres = 26000},
};

static struct zj_instance county(void)
{
    return (struct zj_instance){.school = schools, .n_schools = N_SCHOOLS, .travel = rows, .n_travel = 3};
}

static const struct {
    const char *why;
    int from, to, minutes, metres;
} ways[] = {
    {"at home", 0, 0, 0, 0},
    {"at home without coordinates", 4, 4, 0, 0},
    {"one campus", 2, 3, 0, 0},
    {"a row", 0, 4, 21, 14000},
    {"the way back of a row", 4, 0, 21, 14000},
    {"each direction has its row", 0, 2, 44, 26000},
    {"and the other", 2, 0, 33, 25000},
    {"a row is not that of a campus mate", 0, 3, ZJ_NONE, ZJ_NONE},
    {"neither row nor coordinates", 1, 4, ZJ_NONE, ZJ_NONE},
    /* 6371009 m * pi / 720 = 27798.5 m; * 1.4 = 38918; at 40 km/h 58.4 minutes */
    {"along a meridian", 0, 1, 59, 38918},
    /* the other side of the earth: 6371009 m * pi * 1.4 = 28021161.1 m */
    {"antipodes", 0, 5, 42032, 28021161},
    {"two schools in one place", 0, 6, 0, 0},
};

static void each_way_comes_from_the_best_source(void **state)
{
    struct zj_instance in = county();

    (void)state;
    zj_travel_resolve(&in, 1400, 40);
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        int minutes = zj_minutes(&in, ways[i].from, ways[i].to),
            metres = zj_metres(&in, ways[i].from, ways[i].to);
        if (minutes != ways[i].minutes || metres != ways[i].metres)
            fail_msg("%s: %d minutes, %d metres", ways[i].why, minutes, metres);
    }
    zj_instance_release(&in);
}

static void without_a_speed_coordinates_are_not_used(void **state)
{
    struct zj_instance in = county();

    (void)state;
    zj_travel_resolve(&in, ZJ_NONE, ZJ_NONE);
    assert_int_equal(zj_minutes(&in, 0, 1), ZJ_NONE);
    assert_int_equal(zj_minutes(&in, 0, 4), 21);
    zj_travel_resolve(&in, 1000, 60);
    assert_int_equal(zj_metres(&in, 0, 1), 27799);
    assert_int_equal(zj_minutes(&in, 0, 1), 28);
    zj_instance_release(&in);
}

static void ids_are_found_with_and_without_the_hash(void **state)
{
    struct zj_instance in = county();

    (void)state;
    assert_int_equal(zj_find_school(&in, "S5"), 5);
    assert_int_equal(zj_find_school(&in, "S9"), -1);
    zj_instance_index(&in);
    assert_int_equal(zj_find_school(&in, "S5"), 5);
    assert_int_equal(zj_find_school(&in, "S9"), -1);
    assert_int_equal(zj_find_teacher(&in, "S5"), -1);
    assert_int_equal(zj_find_term(&in, "2026A"), -1);
    assert_string_equal(zj_word(&in, -1), "");
    zj_instance_release(&in);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_way_comes_from_the_best_source),
        cmocka_unit_test(without_a_speed_coordinates_are_not_used),
        cmocka_unit_test(ids_are_found_with_and_without_the_hash),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
