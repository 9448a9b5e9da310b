/*
 * test_age.c - birthdays, days moved by years, and the last days of months, over all dates of two lives.
 */
#include "solver/verify/age.h"
#include "tests/support/cmocka.h"

/* Completed years counted the slow way: one birthday after the other. */
static int birthdays(int y, int m, int d, int32_t day)
{
    int n = 0;

    for (int year = y + 1;; year++, n++) {
        bool moved = m == 2 && d == 29 && !zj_date_exists(year, 2, 29);
        int32_t birthday = moved ? zj_date_from_ymd(year, 3, 1) : zj_date_from_ymd(year, m, d);

        if (birthday > day)
            return n;
    }
}

static void years_are_birthdays(void **state)
{
    (void)state;
    for (int32_t birth = zj_date_from_ymd(1955, 1, 1); birth < zj_date_from_ymd(2005, 1, 1); birth += 1) {
        int y, m, d;

        zj_date_to_ymd(birth, &y, &m, &d);
        int32_t days[] = {zj_date_from_ymd(2026, 9, 1),  zj_date_from_ymd(2027, 2, 28),
                          zj_date_from_ymd(2027, 3, 1),  zj_date_from_ymd(2028, 2, 28),
                          zj_date_from_ymd(2028, 2, 29), zj_date_from_ymd(2026, m, 28)};
        for (int i = 0; i < 6; i++)
            if (vf_years(birth, days[i]) != birthdays(y, m, d, days[i]))
                fail_msg("born %d-%d-%d, day %d: %d", y, m, d, i, vf_years(birth, days[i]));
    }
}

static void before_the_first_day_years_are_negative(void **state)
{
    (void)state;
    assert_int_equal(vf_years(zj_date_from_ymd(2026, 9, 2), zj_date_from_ymd(2026, 9, 1)), -1);
    assert_int_equal(vf_years(zj_date_from_ymd(2027, 9, 1), zj_date_from_ymd(2026, 9, 1)), -1);
    assert_int_equal(vf_years(zj_date_from_ymd(2027, 9, 2), zj_date_from_ymd(2026, 9, 1)), -2);
}

/* Moving a day by years and back, and the years between, agree. */
static void days_move_by_years(void **state)
{
    (void)state;
    for (int32_t day = zj_date_from_ymd(1996, 1, 1); day < zj_date_from_ymd(2012, 1, 1); day++) {
        for (int years = 1; years <= 9; years++) {
            assert_int_equal(vf_years(day, vf_add_years(day, years)), years);
            assert_int_equal(vf_years(day, vf_add_years(day, years) - 1), years - 1);
        }
    }
    assert_int_equal(vf_add_years(zj_date_from_ymd(2024, 2, 29), -1), zj_date_from_ymd(2023, 3, 1));
    assert_int_equal(vf_add_years(zj_date_from_ymd(2024, 2, 29), 4), zj_date_from_ymd(2028, 2, 29));
    assert_int_equal(vf_add_years(zj_date_from_ymd(2026, 9, 1), -3), zj_date_from_ymd(2023, 9, 1));
}

static void months_end_before_the_next(void **state)
{
    (void)state;
    for (int32_t day = zj_date_from_ymd(1999, 1, 1); day < zj_date_from_ymd(2009, 1, 1); day++) {
        int32_t end = vf_month_end(vf_month(day));

        assert_true(end >= day && end - day < 31);
        assert_int_equal(vf_month(end), vf_month(day));
        assert_int_equal(vf_month(end + 1), vf_month(day) + 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(years_are_birthdays),
        cmocka_unit_test(before_the_first_day_years_are_negative),
        cmocka_unit_test(days_move_by_years),
        cmocka_unit_test(months_end_before_the_next),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
