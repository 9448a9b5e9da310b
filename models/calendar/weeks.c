/*
 * weeks.c - what a school may do in a week, where weeks, or only months, are known.
 *
 * A month has room for the limit times the weeks that have days for it. The first and the last of them may be
 * weeks of its neighbours too, so every chain of months is limited by the weeks that it has
 * altogether: for one school alone these rows are all there is to say (Hall's condition for intervals).
 */
#include "models/calendar/places.h"

int cal_week_at(const struct cal_model *m, int c)
{
    return m->grain == CAL_MONTHS ? m->piece_of[m->cell[c].date] : m->week_of[m->cell[c].date];
}

int cal_n_weeks(const struct cal_model *m)
{
    return m->grain == CAL_MONTHS ? m->n_pieces : m->n_weeks;
}

/* Terms of one week or piece of the school: from `at`, so many. */
struct span {
    int at, n;
};

static struct span next(struct cal_gather *q, int row)
{
    struct span s = {q->at, 0};

    while (q->at < q->n && q->v[q->at].row == row)
        q->at++;
    s.n = q->at - s.at;
    return s;
}

/* Weeks with days for the cells of the pieces first .. last. */
static int64_t weeks_of(const struct cal_model *m, const struct cal_gather *q, const struct span *v,
                        int first, int last)
{
    int64_t n = 0;
    int before = -1; /* the last week that is counted */

    for (int k = first; k <= last; k++) {
        uint64_t weeks = 0;
        for (int i = v[k].at; i < v[k].at + v[k].n; i++)
            weeks |= m->cell[q->v[i].col].weeks;
        for (int w = 0; weeks >> w; w++) {
            if (!(weeks >> w & 1) || m->first_week[k] + w <= before)
                continue;
            n++;
            before = m->first_week[k] + w;
        }
    }
    return n;
}

static void limit_chain(struct cal_model *m, const struct cal_gather *q, const struct span *v, int first,
                        int last, cal_week_limit *limit, void *ctx)
{
    int64_t most = 0;

    mc_begin(&m->p);
    for (int k = first; k <= last; k++)
        for (int i = v[k].at; i < v[k].at + v[k].n; i++) {
            mc_add(&m->p, q->v[i].col, 1);
            most += m->cell[q->v[i].col].most;
        }
    if (most == 0)
        mc_drop(&m->p);
    else
        limit(m, ctx, m->grain == CAL_MONTHS ? weeks_of(m, q, v, first, last) : 1, most, last > first);
}

/* Does the piece begin in a week of the one before? */
static bool shares_week(const struct cal_model *m, const struct span *v, int k)
{
    return m->grain == CAL_MONTHS && v[k].n > 0 && v[k - 1].n > 0 && m->last_week[k - 1] == m->first_week[k];
}

void cal_limit_weeks(struct cal_model *m, struct cal_gather *q, int school, cal_week_limit *limit, void *ctx)
{
    const int n = cal_n_weeks(m);
    struct span *v = zj_alloc_n(&m->arena, (size_t)n + 1, sizeof *v);

    for (int k = 0; k < n; k++)
        v[k] = next(q, school * n + k);
    for (int first = 0; first < n; first++) {
        limit_chain(m, q, v, first, first, limit, ctx);
        for (int last = first + 1; last < n && shares_week(m, v, last); last++)
            limit_chain(m, q, v, first, last, limit, ctx);
    }
}
