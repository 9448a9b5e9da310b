/*
 * cons_count.c - how often activities take place at a place in a span of time.
 *
 * Policy  "每月组织、主持一次联席会议"; "每学期要…开展2次以上的专题讲座"
 * Sets    places q of the level, spans t (months, terms, years, the horizon); C(q,t) cells that count there.
 * Vars    x[c]; units[c] = 1, or the periods that one occurrence counts for.
 * Rows    for each q, t:  min <= sum over c in C(q,t) of units[c] x[c] <= max
 *         less what the timetables give anyway, where the entry counts that (together.c).
 *         A piece of a week lies in one month, so the row is the same by weeks.
 * Size    one row for each place and span.
 * Check   solver/verify/calendar/check_count.c
 */
#include "models/calendar/places.h"

/* min <= number <= max at the places of the entry in its spans; ZJ_NONE = no limit. */
static void limit(struct cal_model *m, const struct zj_rule *r, int min, int max)
{
    struct cal_places p;
    struct cal_spans s;
    struct cal_gather q = {0};
    const char *activities = cal_activities(m, r);

    cal_places_init(&p, m, r);
    cal_spans_init(&s, m, r->span, r->month_min_days);
    cal_gather_places(m, r, &p, &s, false, &q);
    for (int i = 0; i < p.n; i++)
        for (int t = 0; t < s.n && p.mine[i]; t++) {
            mc_begin(&m->p);
            cal_take(&q, m, i * s.n + t);
            const int64_t given = cal_together(m, r, &p.spot[i], &s, t, -1);
            mc_counts(&m->p, given);
            mc_demand(&m->p, r, zj_printf(&m->arena, "%s %s %s", p.text[i], activities, s.text[t]),
                      min == ZJ_NONE ? INT64_MIN : min - given, max == ZJ_NONE ? INT64_MAX : max - given, 1);
        }
    cal_gather_release(&q);
}

void cal_count(struct cal_model *m, const struct zj_rule *r)
{
    limit(m, r, r->min, r->max);
}

void cal_count_each_month(struct cal_model *m, const struct zj_rule *r)
{
    struct zj_rule monthly = *r;

    monthly.level = ZJ_LEVEL_GROUP;
    monthly.span = ZJ_SPAN_MONTH;
    monthly.measure = ZJ_OCCURRENCES;
    limit(m, &monthly, r->min, ZJ_NONE);
}
