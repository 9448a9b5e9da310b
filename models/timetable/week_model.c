#include "models/timetable/week_model.h"

#include "models/timetable/form.h"
#include "models/timetable/types.h"

#include <stdlib.h>

/* What a teacher does at one campus. */
struct stay {
    struct tt_form lessons, days;
    struct tt_form room, good; /* lessons that the days there have room for, and in good slots */
};

struct builder {
    const struct tt_problem *p;
    struct tt_types x; /* without types: campuses and memory */
    struct lp *lp;
    struct tt_form *cover, *blocks; /* by group: lessons given, blocks touched */
    /* of the teacher at hand */
    struct tt_type type;
    struct tt_weeks week; /* days alone */
    int teacher;
    struct stay *stay; /* by place of the reach */
    struct tt_form minutes,
        periods; /* of all days: on the way, and room for lessons at all campuses together */
};

static const char *teacher_id(const struct builder *b)
{
    return b->p->in->teacher[b->teacher].id;
}

/* ---- days ------------------------------------------------------------------------------------- */

static void days_of_kind(struct builder *b, int kind, int n)
{
    const struct tt_option_list *list = &b->week.option[kind];
    const int most = b->p->limits[b->teacher].day;
    struct tt_form all = {0};

    for (int o = 0; o < list->n; o++) {
        const struct tt_option *x = &list->v[o];
        int col = tt_named_column(b->lp, n, x->minutes, "days", teacher_id(b), kind);
        tt_form_put(&all, col, 1);
        tt_form_put(&b->minutes, col, x->minutes);
        int room = 0;
        for (int i = 0; i < x->n; i++) {
            struct stay *s = &b->stay[x->campus[i]];
            tt_form_put(&s->days, col, 1);
            tt_form_put(&s->room, col, x->cap[i]);
            tt_form_put(&s->good, col, x->good[i] < x->cap[i] ? x->good[i] : x->cap[i]);
            room += x->cap[i];
        }
        tt_form_put(&b->periods, col, room < most ? room : most);
    }
    tt_form_row(b->lp, &all, -LP_INF, n, "week");
    tt_form_release(&all);
}

static void days(struct builder *b)
{
    const struct tt_weeks *w = &b->week;

    for (int kind = 0; kind < w->n_days; kind++) {
        int n = 0;
        for (int d = 0; d < w->n_days; d++)
            n += w->day_class[d] == kind;
        if (n > 0)
            days_of_kind(b, kind, n);
    }
}

/* ---- lessons ---------------------------------------------------------------------------------- */

/* At most m lessons a day of each block, whoever gives the others. */
static void spread_shared(struct builder *b, const struct tt_group *g, const struct stay *s, int col)
{
    struct tt_form f = {0};

    if (g->limits.max_day < g->periods) {
        tt_form_put(&f, col, 1);
        tt_form_put_times(&f, &s->days, -(int64_t)g->limits.max_day * g->n);
        tt_form_row(b->lp, &f, -LP_INF, 0, "spread");
    }
    tt_form_release(&f);
}

/* Blocks of r lessons, r in (m (d - 1), m d], need d days at the campus. */
static void spread(struct builder *b, const struct tt_group *g, const struct stay *s, int first, int levels)
{
    const int m = g->limits.max_day < 1 ? 1 : g->limits.max_day;
    struct tt_form f = {0};

    for (int d = 2; m * (d - 1) < levels; d++) {
        const int on = tt_named_column(b->lp, 1, 0, "spread", teacher_id(b), d);
        for (int r = m * (d - 1) + 1; r <= m * d && r <= levels; r++)
            tt_form_put(&f, first + r - 1, 1);
        tt_form_put(&f, on, -g->n);
        tt_form_row(b->lp, &f, -LP_INF, 0, "spread");
        tt_form_put_times(&f, &s->days, 1);
        tt_form_put(&f, on, -d);
        tt_form_row(b->lp, &f, 0, LP_INF, "spread");
    }
    tt_form_release(&f);
}

static void lessons_of(struct builder *b, int group, int place)
{
    const struct tt_group *g = &b->p->group[group];
    const int week = b->p->limits[b->teacher].week, all = g->n * g->periods;
    const int64_t resent = (int64_t)TT_WEIGHT_SOFT * b->type.resent[place];
    const int levels = !g->limits.one_teacher ? 1 : g->periods < week ? g->periods : week;
    const int first = lp_n_cols(b->lp);
    struct stay *s = &b->stay[place];

    for (int r = 1; r <= levels; r++) {
        const int copies = g->limits.one_teacher ? g->n : all, most = copies < week / r ? copies : week / r;
        const char *what = g->limits.one_teacher ? "blocks" : "lessons";
        int col = tt_named_column(b->lp, most, resent * r, what, teacher_id(b), r);
        tt_form_put(&s->lessons, col, r);
        tt_form_put(&b->cover[group], col, r);
        if (g->limits.one_teacher)
            tt_form_put(&b->blocks[group], col, 1);
    }
    if (b->week.everywhere)
        return;
    if (g->limits.one_teacher)
        spread(b, g, s, first, levels);
    else
        spread_shared(b, g, s, first);
}

static void lessons(struct builder *b)
{
    const struct tt_campuses *c = &b->x.campuses;
    const struct zj_ids *may = &b->p->may[b->teacher];
    const struct tt_reach *r = &b->type.reach;
    const int week = b->p->limits[b->teacher].week;
    struct tt_form all = {0}, room = {0};

    for (int i = 0; i < may->n; i++)
        for (int k = 0; k < r->n; k++)
            if (r->campus[k] == c->of[b->p->group[may->v[i]].school])
                lessons_of(b, may->v[i], k);
    for (int k = 0; k < r->n; k++)
        tt_form_put_times(&all, &b->stay[k].lessons, 1);
    tt_form_put_times(&room, &all, 1);
    tt_form_put_times(&room, &b->periods, -1);
    if (week != TT_NO_LIMIT)
        tt_form_row(b->lp, &all, -LP_INF, week, "load");
    if (!b->week.everywhere)
        tt_form_row(b->lp, &room, -LP_INF, 0, "day");
    tt_form_release(&all);
    tt_form_release(&room);
}

/* ---- limits on visits and ways ------------------------------------------------------------------ */

static int max_days(const struct builder *b, const struct zj_ids *schools)
{
    int most = 0;

    for (int i = 0; i < schools->n; i++) {
        int n = tt_visit_limits(b->p, b->teacher, schools->v[i]).max_days;
        most = n > most ? n : most;
    }
    return most;
}

/* lessons <= room; those beyond the good slots are minded. */
static void fit(struct builder *b, int place)
{
    const struct stay *s = &b->stay[place];
    const int64_t mind = (int64_t)TT_WEIGHT_SOFT * b->type.mind[place];
    struct tt_form f = {0};

    tt_form_put_times(&f, &s->lessons, 1);
    tt_form_put_times(&f, &s->room, -1);
    tt_form_row(b->lp, &f, -LP_INF, 0, "room");
    if (mind > 0) {
        tt_form_put_times(&f, &s->lessons, 1);
        tt_form_put_times(&f, &s->good, -1);
        tt_form_put(&f, tt_named_column(b->lp, INT16_MAX, mind, "minded", teacher_id(b), place), -1);
        tt_form_row(b->lp, &f, -LP_INF, 0, "minded");
    }
    tt_form_release(&f);
}

static void soft_visits(struct builder *b, int place)
{
    const struct stay *s = &b->stay[place];
    struct tt_form f = {0};

    for (int i = 0; i < b->type.n_soft; i++) {
        const struct tt_soft_visit *r = &b->type.soft[i];
        const int64_t cost = (int64_t)TT_WEIGHT_SOFT * r->weight;
        if (r->min_periods != ZJ_NONE && r->min_periods > 1) {
            tt_form_put(&f, tt_named_column(b->lp, b->p->in->n_days, cost, "short", teacher_id(b), place),
                        r->min_periods - 1);
            tt_form_put_times(&f, &s->days, -r->min_periods);
            tt_form_put_times(&f, &s->lessons, 1);
            tt_form_row(b->lp, &f, 0, LP_INF, "short");
        }
        if (r->max_days != ZJ_NONE) {
            tt_form_put(&f, tt_named_column(b->lp, b->p->in->n_days, cost, "often", teacher_id(b), place), 1);
            tt_form_put_times(&f, &s->days, -1);
            tt_form_row(b->lp, &f, -r->max_days, LP_INF, "often");
        }
    }
    tt_form_release(&f);
}

static void visits(struct builder *b, const struct zj_ids *schools, int place)
{
    const struct stay *s = &b->stay[place];
    const int most = max_days(b, schools), least = b->type.min_periods[place];
    struct tt_form f = {0};

    if (most < b->p->in->n_days) {
        tt_form_put_times(&f, &s->days, 1);
        tt_form_row(b->lp, &f, -LP_INF, most, "visits");
    }
    if (b->type.must[place]) {
        tt_form_put_times(&f, &s->days, 1);
        tt_form_row(b->lp, &f, 1, LP_INF, "pin");
    }
    if (least > 1) {
        tt_form_put_times(&f, &s->lessons, 1);
        tt_form_put_times(&f, &s->days, -least);
        tt_form_row(b->lp, &f, 0, LP_INF, "visit");
    }
    tt_form_release(&f);
    if (place != b->type.reach.home)
        soft_visits(b, place);
}

static void campuses(struct builder *b)
{
    const int n = b->type.reach.n, most = b->p->limits[b->teacher].campuses_week;
    struct tt_form all = {0}, f = {0};

    for (int k = 0; k < n && most < n; k++) {
        const int on = tt_named_column(b->lp, 1, 0, "goes", teacher_id(b), k);
        tt_form_put_times(&f, &b->stay[k].days, 1);
        tt_form_put(&f, on, -b->p->in->n_days);
        tt_form_row(b->lp, &f, -LP_INF, 0, "goes");
        tt_form_put(&all, on, 1);
    }
    tt_form_row(b->lp, &all, -LP_INF, most, "campuses");
    tt_form_release(&all);
    tt_form_release(&f);
}

/* ---- together ------------------------------------------------------------------------------------ */

/* The days of the week, as finely as there is room to list them. */
static void list_days(struct builder *b)
{
    const struct tt_campuses *c = &b->x.campuses;
    bool listed = false;

    for (int coarse = TT_SHARED; coarse < TT_N_COARSE && !listed; coarse++) {
        b->week.coarse = (enum tt_coarse)coarse;
        listed = tt_weeks_list_days(&b->week, b->p, c, &b->type.reach, b->teacher);
    }
    b->week.everywhere = !listed;
}

/* Where days are too many to list, lessons have no ways and only the week's load limits them. */
static void rows_of_days(struct builder *b)
{
    const struct tt_reach *r = &b->type.reach;
    const int minutes = b->p->limits[b->teacher].week_minutes[1];

    for (int k = 0; k < r->n; k++) {
        fit(b, k);
        visits(b, &b->x.campuses.list[r->campus[k]], k);
    }
    campuses(b);
    if (minutes != TT_NO_LIMIT)
        tt_form_row(b->lp, &b->minutes, -LP_INF, minutes, "minutes");
}

static void teacher(struct builder *b, int t)
{
    b->teacher = t;
    b->type = (struct tt_type){.n = 1, .teacher = &b->teacher};
    b->week = (struct tt_weeks){.n_days = b->p->in->n_days};
    tt_reach_init(&b->type.reach, b->p, &b->x.campuses, t, &b->x.arena);
    tt_type_ask(&b->x, &b->type);
    list_days(b);
    b->stay = zj_calloc((size_t)b->type.reach.n + 1, sizeof *b->stay);
    if (!b->week.everywhere)
        days(b);
    lessons(b);
    if (!b->week.everywhere)
        rows_of_days(b);
    for (int k = 0; k < b->type.reach.n; k++) {
        tt_form_release(&b->stay[k].lessons);
        tt_form_release(&b->stay[k].days);
        tt_form_release(&b->stay[k].room);
        tt_form_release(&b->stay[k].good);
    }
    free(b->stay);
    tt_form_release(&b->minutes);
    tt_form_release(&b->periods);
    tt_weeks_release(&b->week);
}

/* Lessons of the group that may go without a teacher: hard needs speak of the others. */
static int64_t may_miss(const struct tt_problem *p, const struct tt_group *g)
{
    int64_t n = 0;

    for (int i = 0; i < g->n; i++) {
        bool needed = false;
        for (int k = 0; k < p->pol->n_lesson_rules; k++) {
            const struct zj_rule *r = &p->pol->lesson_rule[k];
            needed |= r->id == ZJ_R_need && r->hard && tt_rule_speaks_of_block(p, r, g->block[i]);
        }
        n += needed ? 0 : g->periods;
    }
    return n;
}

static void group(struct builder *b, int g)
{
    const struct tt_group *x = &b->p->group[g];
    const char *school = b->p->in->school[x->school].id;
    const int64_t cost = (int64_t)TT_WEIGHT_UNMET * x->priority;

    tt_form_put(&b->cover[g], tt_named_column(b->lp, may_miss(b->p, x), cost, "unmet", school, g), 1);
    tt_form_row(b->lp, &b->cover[g], (int64_t)x->n * x->periods, (int64_t)x->n * x->periods, "lessons");
    tt_form_row(b->lp, &b->blocks[g], -LP_INF, x->n, "classes");
    tt_form_release(&b->cover[g]);
    tt_form_release(&b->blocks[g]);
}

struct lp *tt_week_model(const struct tt_problem *p)
{
    struct builder b = {.p = p, .lp = lp_new(), .x.p = p};

    b.cover = zj_calloc((size_t)p->n_groups + 1, sizeof *b.cover);
    b.blocks = zj_calloc((size_t)p->n_groups + 1, sizeof *b.blocks);
    tt_campuses_init(&b.x.campuses, p->in, &b.x.arena);
    for (int i = 0; i < p->n_active; i++)
        teacher(&b, p->active[i]);
    for (int g = 0; g < p->n_groups; g++)
        group(&b, g);
    zj_arena_release(&b.x.arena);
    free(b.cover);
    free(b.blocks);
    return b.lp;
}
