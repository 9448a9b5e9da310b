#include "models/timetable/weeks.h"

#include "models/timetable/profiles.h"
#include "models/timetable/week_list.h"
#include "models/timetable/week_tree.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_OPTIONS = 4000 };

/* ---- classes of days ----------------------------------------------------------------------- */

static bool same_options(const struct tt_option_list *a, const struct tt_option_list *b)
{
    if (a->n != b->n)
        return false;
    for (int i = 0; i < a->n; i++) {
        const struct tt_option *x = &a->v[i], *y = &b->v[i];
        if (x->n != y->n || x->minutes != y->minutes || x->n_stays != y->n_stays)
            return false;
        for (int k = 0; k < x->n; k++)
            if (x->campus[k] != y->campus[k] || x->cap[k] != y->cap[k] || x->good[k] != y->good[k])
                return false;
        for (int k = 0; k < x->n_stays; k++)
            if (x->stay[k].campus != y->stay[k].campus || x->stay[k].from != y->stay[k].from ||
                x->stay[k].to != y->stay[k].to)
                return false;
    }
    return true;
}

bool tt_weeks_list_days(struct tt_weeks *w, const struct tt_problem *p, const struct tt_campuses *c,
                        const struct tt_reach *r, int teacher)
{
    bool complete = true;

    for (int d = 0; d < w->n_days && complete; d++) {
        complete = tt_day_options(p, c, r, teacher, d, w->coarse, MOST_OPTIONS, &w->option[d]);
        w->day_class[d] = d;
        for (int e = 0; e < d; e++) {
            if (w->day_class[e] == e && same_options(&w->option[e], &w->option[d])) {
                w->day_class[d] = e;
                break;
            }
        }
    }
    return complete;
}

/* ---- the relaxation that is left when there is too much to list ----------------------------- */

static void go_everywhere(struct tt_weeks *w, const struct tt_problem *p, const struct tt_reach *r,
                          int teacher)
{
    const struct tt_limits *l = &p->limits[teacher];
    struct tt_plan x = {.n = r->n};
    uint64_t full = 0;

    for (int d = 0; d < w->n_days; d++)
        full = tt_key_with_day(full, tt_key_day(l->day < TT_MOST_CAP ? l->day : TT_MOST_CAP, TT_MOST_CAP));
    for (int d = 0; d < TT_MAX_DAYS; d++)
        x.option[d] = -1;
    w->everywhere = true;
    tt_profiles_make(w, &full, 1);
    for (int i = 0; i < r->n; i++) {
        ZJ_GROW(w->item, w->n_items, w->cap_items);
        w->item[w->n_items++] = (struct tt_plan_item){(short)i, 0};
    }
    ZJ_GROW(w->plan, w->n_plans, w->cap_plans);
    w->plan[w->n_plans++] = x;
}

static bool list_weeks(struct tt_weeks *w, const struct tt_problem *p, const struct tt_campuses *c,
                       const struct tt_reach *r, int teacher)
{
    w->n_plans = w->n_items = w->n_profiles = 0;
    return tt_weeks_list_days(w, p, c, r, teacher) && tt_week_list_plans(w, p, c, r, teacher);
}

void tt_weeks_init(struct tt_weeks *w, const struct tt_problem *p, const struct tt_campuses *c,
                   const struct tt_reach *r, int teacher)
{
    memset(w, 0, sizeof *w);
    w->n_days = p->in->n_days;
    for (int coarse = TT_EXACT; coarse < TT_N_COARSE; coarse++) {
        w->coarse = (enum tt_coarse)coarse;
        if (!list_weeks(w, p, c, r, teacher))
            continue;
        tt_weeks_order(w);
        return;
    }
    w->n_plans = w->n_items = w->n_profiles = 0;
    go_everywhere(w, p, r, teacher);
    tt_weeks_order(w);
}

void tt_weeks_release(struct tt_weeks *w)
{
    for (int d = 0; d < TT_MAX_DAYS; d++)
        free(w->option[d].v);
    free(w->spell);
    free(w->spell_of);
    free(w->begin[0]);
    free(w->begin[1]);
    free(w->profile);
    free(w->plan);
    free(w->item);
    memset(w, 0, sizeof *w);
}
