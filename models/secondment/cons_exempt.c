/*
 * cons_exempt.c - the pregnant, the ill and those about to retire stay.     usually HARD
 *
 * Policy  a county's rules: "处于孕期、哺乳期、患病、离退休时间不足3年…可不交流轮岗".
 * Sets    postings p; flags; the retirement table (base, step, cap in months, by class).
 * Vars    x[a], one column for each posting of a type                     (model.h)
 * Rows    none, a filter on columns. With b the birth month, B = b + base and `from` the month
 *         the reform starts: delay = 0 if B < from, else min(1 + floor((B - from) / step), cap - base);
 *         exempt when first day + n years lies after the last day of month B + delay.
 * Size    0 rows. Units: months since year 0, days.
 * Check   solver/verify/secondment/check_exempt.c, which shares no code with this file.
 */
#include "models/secondment/families.h"

/* Months since year 0 of a day. */
static int month_of(int32_t day)
{
    int y, m, d;

    zj_date_to_ymd(day, &y, &m, &d);
    return 12 * y + m - 1;
}

static int32_t last_day_of(int month)
{
    int next = month + 1;

    return zj_date_from_ymd(next / 12, next % 12 + 1, 1) - 1;
}

/* The last day before retirement; false when the table has no line for the teacher's class. */
static bool retires_on(const struct zj_rule *r, const struct zj_teacher *t, int32_t *day)
{
    const struct zj_retire_line *line = &r->table[t->retire_class];

    if (!line->set)
        return false;
    int base = month_of(t->birth) + line->base, delay = 0;
    int from = r->table_from == ZJ_NO_DATE ? base + 1 : month_of(r->table_from);
    if (base >= from)
        delay = line->step > 0 ? 1 + (base - from) / line->step : line->cap - line->base;
    if (delay > line->cap - line->base)
        delay = line->cap - line->base;
    *day = last_day_of(base + delay);
    return true;
}

static bool is_exempt(const struct sec_ctx *c, const struct zj_rule *r, int teacher, int term)
{
    const struct zj_teacher *t = &c->in->teacher[teacher];
    int32_t day;

    for (int i = 0; i < t->flags.n; i++) {
        if (zj_ids_has(&r->flags, t->flags.v[i]))
            return true;
    }
    return r->retire_within_years != ZJ_NONE && retires_on(r, t, &day) &&
           mc_years_later(c->in->term[term].start, r->retire_within_years) > day;
}

static bool offends(const struct sec_ctx *c, const struct zj_rule *r, const struct zj_posting *p)
{
    return is_exempt(c, r, p->teacher, p->start);
}

static int64_t sign(const struct sec_ctx *c, const struct zj_rule *r, int teacher, int term)
{
    return is_exempt(c, r, teacher, term);
}

const struct sec_family cons_exempt = {.offends = offends, .sign = sign};
