#include "solver/io/days.h"

#include "solver/io/values.h"

#include <string.h>

int zj_find_day(const struct zj_instance *in, const char *text)
{
    int weekday = zj_value_find(ZJ_VS_weekday, text);

    for (int i = 0; i < in->n_days; i++)
        if (strcmp(in->day[i], text) == 0)
            return i;
    for (int i = 0; i < in->n_days; i++)
        if (weekday >= 0 && zj_value_find(ZJ_VS_weekday, in->day[i]) == weekday)
            return i;
    return -1;
}
