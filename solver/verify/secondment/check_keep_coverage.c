/*
 * check_keep_coverage.c - a sender is not emptied.
 *
 * Policy    In each term each sender keeps, of each subject (or post), at least `min` teachers or weekly
 *           periods after departures and arrivals; or at most a share of them is away.
 * Place     (school, category, term) where somebody of the category is away; a school that is short anyway
 *           is no fault of the plan. Schools that `where` selects; categories among `subjects`.
 * Counted   base = home teachers of the category, by main subject or post; away = those of them who are
 *           posted elsewhere, running history and every kind included; arrivals = postings into the school
 *           that fill load in the category. A teacher counts 1 (heads) or her weekly load (periods).
 *           min: need = min, have = base - away + arrivals. Share: need = permille of base, rounded down by
 *           default, the most that may be away; have = away; arrivals do not help.
 * Shortfall Units kept below min; units away above the share. Two findings when both are given.
 * Units     Teachers or periods a week.
 * Example   Yangcheng scheme: 不影响县城优质学校正常教学秩序的前提下…优秀教师到教师资源相对匮乏的成员学校支教.
 */
#include "solver/verify/place.h"

static int category(const struct vf_check *c, const struct zj_rule *r, int teacher)
{
    const struct zj_teacher *t = &c->in->teacher[teacher];

    return r->by == ZJ_BY_POST ? (int)t->post : t->subjects.v[0];
}

static int64_t size(const struct vf_check *c, const struct zj_rule *r, int teacher)
{
    int periods = c->in->teacher[teacher].max_week;

    if (r->unit == ZJ_HEADS)
        return 1;
    return periods == ZJ_NONE ? 0 : periods;
}

/* Where somebody of a category is missed. */
static struct vf_cells list_departures(const struct vf_check *c, const struct zj_rule *r)
{
    struct vf_cells cells = {0};

    for (int i = 0; i < c->in->n_teachers; i++) {
        int school = c->in->teacher[i].school, cat = category(c, r, i);

        if (!vf_school_passes(c->in, &r->where, school) || (r->by != ZJ_BY_POST && !vf_subject_is(r, cat)))
            continue;
        for (int t = 0; t < c->in->n_terms; t++)
            if (vf_is_away(&c->stays, i, t))
                vf_cells_add(&cells, school, cat, t);
    }
    vf_cells_sort(&cells);
    return cells;
}

static int64_t arrivals(const struct vf_check *c, const struct zj_rule *r, const struct vf_cell *x)
{
    int64_t sum = 0;

    for (int i = c->stays.to_school[x->school]; i >= 0; i = c->stays.v[i].next_to) {
        const struct vf_stay *s = &c->stays.v[i];
        int cat = r->by == ZJ_BY_POST ? (int)c->in->teacher[s->teacher].post : s->subject;

        if (s->fills_load && vf_active(s, x->term) && cat == x->category)
            sum = vf_plus(sum, size(c, r, s->teacher));
    }
    return sum;
}

static void judge(struct vf_check *c, const struct zj_rule *r, const struct vf_cell *x)
{
    const char *name = r->by == ZJ_BY_POST ? vf_post_text(x->category) : zj_word(c->in, x->category);
    const char *where = vf_where_cell(c, x->school, name, x->term);
    int64_t base = 0, away = 0;

    for (int i = c->stays.home_first[x->school]; i >= 0; i = c->stays.home_next[i]) {
        if (category(c, r, i) != x->category)
            continue;
        base = vf_plus(base, size(c, r, i));
        if (vf_is_away(&c->stays, i, x->term))
            away = vf_plus(away, size(c, r, i));
    }
    if (r->min != ZJ_NONE) {
        int64_t kept = vf_plus(base - away, arrivals(c, r, x));
        vf_found(c, r, where, r->min, kept, vf_over(r->min - kept));
    }
    if (r->max_away_permille != ZJ_NONE) {
        int64_t most = vf_divide(vf_times(r->max_away_permille, base), 1000, r->round);
        vf_found(c, r, where, most, away, vf_over(away - most));
    }
}

void check_keep_coverage(struct vf_check *c, const struct zj_rule *r)
{
    struct vf_cells cells = list_departures(c, r);

    for (int i = 0; i < cells.n; i++)
        judge(c, r, &cells.v[i]);
    vf_cells_release(&cells);
}
