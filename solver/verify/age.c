#include "solver/verify/age.h"

#include <stdbool.h>

int vf_years(int32_t since, int32_t day)
{
    int y0, m0, d0, y1, m1, d1;

    zj_date_to_ymd(since, &y0, &m0, &d0);
    zj_date_to_ymd(day, &y1, &m1, &d1);
    /* 28 February comes before 29 February and 1 March after it: common years need no case of their own. */
    bool reached = m1 > m0 || (m1 == m0 && d1 >= d0);
    return y1 - y0 - (reached ? 0 : 1);
}

int32_t vf_add_years(int32_t day, int years)
{
    int y, m, d;

    zj_date_to_ymd(day, &y, &m, &d);
    /* Counted from the first of the month, so that 29 February falls on 1 March in a common year. */
    return zj_date_from_ymd(y + years, m, 1) + d - 1;
}

int vf_month(int32_t day)
{
    int y, m, d;

    zj_date_to_ymd(day, &y, &m, &d);
    return 12 * y + m - 1;
}

int32_t vf_month_end(int month)
{
    return zj_date_from_ymd((month + 1) / 12, (month + 1) % 12 + 1, 1) - 1;
}
