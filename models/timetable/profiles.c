#include "models/timetable/profiles.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_BAD = 7 };

int tt_key_day(int cap, int good)
{
    int bad = good < cap ? cap - good : 0;

    return 8 * cap + MOST_BAD - (bad < MOST_BAD ? bad : MOST_BAD);
}

uint64_t tt_key_with_day(uint64_t key, int day)
{
    int shift = 56;

    while ((int)(key >> shift & 255) >= day)
        shift -= 8;
    const uint64_t above = shift == 56 ? 0 : key >> (shift + 8) << (shift + 8), below = key - above;
    return above | (uint64_t)day << shift | below >> 8;
}

int tt_key_days(uint64_t key)
{
    int days = 0;

    for (; key; key <<= 8)
        days++;
    return days;
}

static int compare_keys(const void *a, const void *b)
{
    const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

    return x < y ? -1 : x > y;
}

void tt_profiles_make(struct tt_weeks *w, uint64_t *key, int n)
{
    if (n > 1)
        qsort(key, (size_t)n, sizeof *key, compare_keys);
    for (int i = 0; i < n; i++) {
        if (i > 0 && key[i] == key[i - 1])
            continue;
        ZJ_GROW(w->profile, w->n_profiles, w->cap_profiles);
        struct tt_profile *q = &w->profile[w->n_profiles++];
        memset(q, 0, sizeof *q);
        q->key = key[i];
        q->days = tt_key_days(key[i]);
        for (int k = 0; k < q->days; k++) {
            const int day = (int)(key[i] >> (56 - 8 * k) & 255);
            q->cap[k] = (unsigned char)(day / 8);
            q->good += day / 8 - (MOST_BAD - day % 8);
        }
        for (int k = q->days - 1; k >= 0; k--)
            q->tail[k] = q->tail[k + 1] + q->cap[k];
    }
}

int tt_profile_find(const struct tt_weeks *w, uint64_t key)
{
    int lo = 0, hi = w->n_profiles - 1;

    while (lo < hi) {
        int mid = lo + (hi - lo) / 2;
        if (w->profile[mid].key < key)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}
