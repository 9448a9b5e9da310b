#include "models/timetable/search.h"

#include "models/timetable/cuts.h"
#include "models/timetable/neighbourhood.h"
#include "models/timetable/proposal.h"

#include <stdlib.h>
#include <string.h>

enum {
    FEW = 4,
    MOST_FREE = 7,
    DIVE_ROUNDS = 4,
    NEIGHBOUR_ROUNDS = 12,
    NEIGHBOUR_NODES = 40,
    MEND_STEPS = 2500,
    SHORT_TRIES = 60,
    DIVE_STEPS = 20000,
    FEW_WEEKS = 400000
};

/*
 * Dives and neighbourhoods see one sum in place of the tiers. A soft unit outweighs any saving of minutes
 * that one short visit could bring, and a lesson any saving of soft units.
 */
static const int64_t together[ZJ_MAX_TIERS] = {[ZJ_T_UNMET] = 20000, [ZJ_T_SOFT] = 400, [ZJ_T_TRAVEL] = 1};

void tt_search_init(struct tt_search *s, const struct tt_problem *p, const struct zj_lessons *keep,
                    const struct lp_limits *limits)
{
    *s = (struct tt_search){.p = p, .limits = *limits, .random = 1, .effort = 100};
    s->best = tt_board_new(p, keep);
    tt_board_values(s->best, s->value, &s->lack);
    for (int k = 0; k < ZJ_MAX_TIERS; k++)
        s->bound[k] = -LP_INF;
}

void tt_search_prepare(struct tt_search *s)
{
    tt_parts_init(&s->parts, s->p);
}

void tt_search_release(struct tt_search *s)
{
    tt_board_free(s->best);
    tt_parts_release(&s->parts);
}

bool tt_search_stopped(const struct tt_search *s)
{
    return (s->limits.stop && *s->limits.stop) || (s->limits.deadline && lp_clock_ms() > s->limits.deadline);
}

bool tt_search_offer(struct tt_search *s, struct tt_board *board)
{
    int better = tt_board_compare(board, s->best);

    if (better > 0) {
        tt_board_free(board);
        return false;
    }
    tt_board_free(s->best);
    s->best = board;
    tt_board_values(s->best, s->value, &s->lack);
    return better < 0;
}

void tt_search_improve(struct tt_search *s, struct tt_board *board, int64_t steps, int64_t deadline)
{
    tt_board_improve(board, 1 + steps * s->effort / 100, s->limits.stop, deadline);
}

static int random_below(struct tt_search *s, int n)
{
    s->random = s->random * 6364136223846793005u + 1442695040888963407u;
    return (int)((s->random >> 33) % (uint64_t)n);
}

/* ---- proposals ----------------------------------------------------------------------------------- */

struct weeks {
    struct tt_week *v;
    int n, cap;
};

static void propose(struct weeks *w, const struct tt_types *x, const struct tt_column *c, int teacher)
{
    ZJ_GROW(w->v, w->n, w->cap);
    tt_proposal(x, c, teacher, &w->v[w->n++]);
}

static void release_weeks(struct weeks *w)
{
    for (int i = 0; i < w->n; i++)
        tt_proposal_release(&w->v[i]);
    free(w->v);
}

/* ---- diving ---------------------------------------------------------------------------------------- */

/* Take the columns that the relaxation nearly takes, or else the one it takes most of. */
static bool take_some(struct tt_master *m, const double *x, int *next_of, struct weeks *out)
{
    const int n = m->n_columns;
    int most = -1;
    bool any = false;

    for (int i = 0; i < n; i++) {
        bool nearly = x[i] > 0.95;
        if (!nearly && x[i] > 1e-6 && (most < 0 || x[i] > x[most]))
            most = i;
        if (!nearly || !tt_master_take(m, &m->column[i]))
            continue;
        propose(out, m->x, &m->column[i],
                m->x->type[m->column[i].type].teacher[next_of[m->column[i].type]++]);
        any = true;
    }
    if (any || most < 0)
        return any;
    if (!tt_master_take(m, &m->column[most]))
        return false;
    propose(out, m->x, &m->column[most],
            m->x->type[m->column[most].type].teacher[next_of[m->column[most].type]++]);
    return true;
}

/* Columns that no longer fit are held at nothing; otherwise the relaxation would take parts of them. */
static void hold_misfits(struct tt_master *m)
{
    for (int i = 0; i < m->n_columns; i++)
        if (!tt_master_fits(m, &m->column[i]))
            cg_col_bounds(m->lp, m->col[i], 0, 0);
}

static enum zj_status dive_part(struct tt_search *s, const struct tt_part *part, struct weeks *out,
                                struct zj_err *err)
{
    struct tt_residue r;
    struct tt_master m;
    struct tt_generated got;
    enum zj_status status = ZJ_OK;
    int *next_of = zj_calloc((size_t)part->x.n + 1, sizeof *next_of);
    double *x = NULL;
    bool more = true;

    tt_residue_init(&r, part, NULL, &(struct zj_lessons){0});
    tt_master_init(&m, &part->x, r.people, r.demand, r.blocks);
    tt_master_weigh(&m, together);
    for (int rounds = 0; more && status == ZJ_OK && !tt_search_stopped(s); rounds = DIVE_ROUNDS) {
        bool solved = false;
        status = tt_master_generate(&m, &s->limits, rounds, INT64_MAX, &got, err);
        x = zj_realloc(x, (size_t)m.n_columns + 1, sizeof *x);
        if (status == ZJ_OK)
            status = tt_master_relax(&m, &s->limits, x, &solved, err);
        more = solved && take_some(&m, x, next_of, out);
        hold_misfits(&m);
    }
    tt_master_release(&m);
    tt_residue_release(&r);
    free(next_of);
    free(x);
    return status;
}

enum zj_status tt_search_dive(struct tt_search *s, struct zj_err *err)
{
    struct weeks weeks = {0};
    enum zj_status status = ZJ_OK;

    for (int i = 0; i < s->parts.n && status == ZJ_OK; i++)
        status = dive_part(s, &s->parts.part[i], &weeks, err);
    if (status == ZJ_OK) {
        struct tt_board *board = tt_board_copy(s->best);
        for (int i = 0; i < s->p->n_active; i++)
            tt_board_clear(board, s->p->active[i]);
        tt_board_place_all(board, weeks.v, weeks.n, NULL);
        tt_search_improve(s, board, DIVE_STEPS, s->limits.deadline);
        tt_search_offer(s, board);
    }
    release_weeks(&weeks);
    return status;
}

/* ---- neighbourhoods ------------------------------------------------------------------------------- */

/* How much two teachers have to do with each other: groups that both may teach. */
static int common_groups(const struct tt_problem *p, int a, int b)
{
    int n = 0;

    for (int i = 0, k = 0; i < p->may[a].n && k < p->may[b].n;) {
        n += p->may[a].v[i] == p->may[b].v[k];
        if (p->may[a].v[i] < p->may[b].v[k])
            i++;
        else
            k++;
    }
    return n;
}

static int given(const struct zj_lessons *lessons, const struct zj_block *b)
{
    int n = 0;

    for (int i = 0; i < lessons->n; i++)
        n += lessons->v[i].class_id == b->class_id && lessons->v[i].subject == b->subject;
    return n;
}

/* A group of the part that misses lessons, by chance; -1: none in a few tries. */
static int some_short_group(struct tt_search *s, const struct tt_part *part, const struct zj_lessons *lessons)
{
    for (int tries = 0; tries < SHORT_TRIES; tries++) {
        const int g = part->group[random_below(s, part->n_groups)];
        const struct tt_group *q = &s->p->group[g];
        const struct zj_block *b = &s->p->in->block[q->block[random_below(s, q->n)]];
        if (given(lessons, b) < b->periods)
            return g;
    }
    return -1;
}

/* Somebody of the part, every other time one who might give a lesson that is missing. */
static int some_teacher(struct tt_search *s, const struct tt_part *part, const struct zj_lessons *lessons)
{
    int t = part->teacher[random_below(s, part->n_teachers)];
    int g = s->value[ZJ_T_UNMET] > s->bound[ZJ_T_UNMET] && random_below(s, 2) == 0
                ? some_short_group(s, part, lessons)
                : -1;

    for (int tries = 0; g >= 0 && tries < SHORT_TRIES && !zj_ids_has(&s->p->may[t], g); tries++)
        t = part->teacher[random_below(s, part->n_teachers)];
    return t;
}

/* A teacher, and some of those nearest. */
static void choose_free(struct tt_search *s, const struct tt_part *part, const struct zj_lessons *lessons,
                        char *free_teacher)
{
    int wanted = FEW + random_below(s, MOST_FREE - FEW + 1), last = some_teacher(s, part, lessons);

    memset(free_teacher, 0, (size_t)s->p->in->n_teachers);
    free_teacher[last] = 1;
    for (int n = 1; n < wanted && n < part->n_teachers; n++) {
        int best = -1, most = -1;
        for (int i = 0; i < part->n_teachers; i++) {
            int t = part->teacher[i];
            if (free_teacher[t])
                continue;
            int score = common_groups(s->p, last, t) * (1 + random_below(s, 8)) + random_below(s, 3);
            if (score > most) {
                most = score;
                best = t;
            }
        }
        free_teacher[best] = 1;
        if (random_below(s, 3) == 0)
            last = best;
    }
}

/* Those who keep what they do, then the rest of each type in order: who gets which column. */
static void assign(const struct tt_master *m, const int *count, char *free_teacher, struct weeks *out)
{
    for (int i = 0; i < m->n_columns; i++)
        if (count[i] > 0 && m->column[i].plan < 0)
            free_teacher[m->column[i].teacher] = 0;
    for (int i = 0; i < m->n_columns; i++) {
        const struct tt_type *t = &m->x->type[m->column[i].type];
        if (m->column[i].plan < 0)
            continue;
        for (int k = 0, left = count[i]; k < t->n && left > 0; k++) {
            if (free_teacher[t->teacher[k]] != 1)
                continue;
            free_teacher[t->teacher[k]] = 2;
            propose(out, m->x, &m->column[i], t->teacher[k]);
            left--;
        }
    }
}

/* Put the proposals in place of what their teachers do now. */
static bool replace(struct tt_search *s, const struct weeks *weeks, const char *free_teacher)
{
    struct tt_board *board = tt_board_copy(s->best);
    bool placed = true;

    for (int t = 0; t < s->p->in->n_teachers; t++)
        if (free_teacher[t])
            tt_board_clear(board, t);
    for (int i = 0; i < weeks->n && placed; i++)
        placed = tt_board_place(board, &weeks->v[i]);
    if (!placed) {
        for (int t = 0; t < s->p->in->n_teachers; t++)
            if (free_teacher[t])
                tt_board_clear(board, t);
        tt_board_place_all(board, weeks->v, weeks->n, NULL);
        tt_search_improve(s, board, MEND_STEPS, s->limits.deadline);
    }
    return tt_search_offer(s, board);
}

/* Better columns for the few of one part; their weeks, and who gets them, join the proposals. */
static enum zj_status improve_part(struct tt_search *s, const struct tt_neighbourhood *h, int part,
                                   char *free_teacher, struct weeks *out, struct zj_err *err)
{
    const struct tt_part *q = &h->parts.part[part];
    const struct lp_limits lim = {.nodes = NEIGHBOUR_NODES,
                                  .deadline = s->limits.deadline,
                                  .enough = -LP_INF,
                                  .effort = LP_NESTED,
                                  .stop = s->limits.stop};
    int64_t cost[ZJ_MAX_TIERS], now = 0, value = 0;
    struct tt_generated got;
    struct tt_residue r;
    struct tt_master m;
    bool found = false;

    tt_residue_init(&r, q, NULL, &h->lessons);
    tt_master_init(&m, &q->x, r.people, r.demand, r.blocks);
    tt_master_weigh(&m, together);
    tt_add_lessons(&m, q, NULL, &h->lessons, cost);
    const int n_now = m.n_columns;
    for (int k = 0; k < ZJ_MAX_TIERS; k++)
        now += together[k] * cost[k];
    enum zj_status status = tt_master_generate(&m, &s->limits, NEIGHBOUR_ROUNDS, now, &got, err);
    int *count = zj_calloc((size_t)m.n_columns + 1, sizeof *count);
    int *start = zj_calloc((size_t)m.n_columns + 1, sizeof *start);
    for (int i = 0; i < n_now; i++)
        start[i] = 1;
    if (status == ZJ_OK && got.bound < now)
        status = tt_master_integer(&m, &lim, start, count, &found, &value, err);
    if (status == ZJ_OK && found && value < now)
        assign(&m, count, free_teacher, out);
    else
        for (int i = 0; i < q->n_teachers; i++) /* they keep what they have */
            free_teacher[q->teacher[i]] = 0;
    free(count);
    free(start);
    tt_master_release(&m);
    tt_residue_release(&r);
    return status;
}

enum zj_status tt_search_neighbours(struct tt_search *s, int part, bool *better, struct zj_err *err)
{
    char *free_teacher = zj_calloc((size_t)s->p->in->n_teachers + 1, 1);
    struct zj_lessons lessons = {0};
    struct tt_neighbourhood h;
    struct weeks weeks = {0};
    enum zj_status status = ZJ_OK;

    s->rounds++;
    *better = false;
    tt_board_lessons(s->best, &lessons);
    zj_lessons_sort(s->p->in, &lessons);
    choose_free(s, &s->parts.part[part], &lessons, free_teacher);
    tt_neighbourhood_init(&h, s->p, free_teacher, &lessons);
    for (int i = 0; i < h.parts.n && status == ZJ_OK; i++)
        status = improve_part(s, &h, i, free_teacher, &weeks, err);
    for (int i = 0; i < weeks.n; i++)
        tt_neighbourhood_widen(&h, &weeks.v[i]);
    if (status == ZJ_OK && weeks.n > 0)
        *better = replace(s, &weeks, free_teacher);
    release_weeks(&weeks);
    tt_neighbourhood_release(&h);
    zj_lessons_release(&lessons);
    free(free_teacher);
    return status;
}

/* ---- bounds ------------------------------------------------------------------------------------------ */

/* What a part may have of an earlier tier: the value of all, less the bounds of the other parts. */
static int64_t allowance(const struct tt_search *s, int part, enum zj_tier tier)
{
    int64_t most = s->value[tier] - (tier == ZJ_T_UNMET ? s->parts.orphaned : 0);

    for (int i = 0; i < s->parts.n; i++) {
        if (i == part)
            continue;
        if (s->parts.part[i].bound[tier] == -LP_INF)
            return INT64_MAX;
        most -= s->parts.part[i].bound[tier];
    }
    return most;
}

static enum zj_status bound_part(struct tt_search *s, int part, enum zj_tier tier, struct zj_err *err)
{
    static const enum zj_tier additive[] = {ZJ_T_UNMET, ZJ_T_SOFT, ZJ_T_TRAVEL, ZJ_T_WISHES};
    struct tt_part *q = &s->parts.part[part];
    int64_t cost[ZJ_MAX_TIERS];
    struct zj_lessons lessons = {0};
    struct tt_residue r;
    struct tt_master m;
    struct tt_generated got;
    char *of;

    tt_board_lessons(s->best, &lessons);
    zj_lessons_sort(s->p->in, &lessons);
    tt_residue_init(&r, q, NULL, &lessons);
    tt_master_init(&m, &q->x, r.people, r.demand, r.blocks);
    for (size_t k = 0; k < sizeof additive / sizeof additive[0] && additive[k] != tier; k++)
        m.most[additive[k]] = allowance(s, part, additive[k]);
    tt_master_aim(&m, tier);
    tt_cut_visits(&m, q, &of);
    tt_add_lessons(&m, q, NULL, &lessons, cost);
    enum zj_status status = tt_master_generate(&m, &s->limits, 0, cost[tier], &got, err);
    if (status == ZJ_OK && got.bound > q->bound[tier])
        q->bound[tier] = got.bound;
    tt_master_release(&m);
    free(of);
    tt_residue_release(&r);
    zj_lessons_release(&lessons);
    return status;
}

enum zj_status tt_search_bound(struct tt_search *s, enum zj_tier tier, struct zj_err *err)
{
    int64_t sum = tier == ZJ_T_UNMET ? s->parts.orphaned : 0;

    for (int i = 0; i < s->parts.n; i++) {
        ZJ_TRY(bound_part(s, i, tier, err));
        if (s->parts.part[i].bound[tier] == -LP_INF || sum == -LP_INF)
            sum = -LP_INF;
        else
            sum += s->parts.part[i].bound[tier];
    }
    if (sum > s->bound[tier])
        s->bound[tier] = sum;
    return ZJ_OK;
}

/* Can the part keep the earlier tiers' values with weeks of at most so many minutes, as far as the
   bound tells? */
static enum zj_status may_have(struct tt_search *s, int part, int64_t minutes, bool *may, struct zj_err *err)
{
    const struct tt_part *q = &s->parts.part[part];
    const int64_t most = allowance(s, part, ZJ_T_UNMET);
    struct tt_residue r;
    struct tt_master m;
    struct tt_generated got;

    tt_residue_init(&r, q, NULL, &(struct zj_lessons){0});
    tt_master_init(&m, &q->x, r.people, r.demand, r.blocks);
    m.most[ZJ_T_SOFT] = allowance(s, part, ZJ_T_SOFT);
    m.most[ZJ_T_TRAVEL] = allowance(s, part, ZJ_T_TRAVEL);
    m.most_minutes = minutes;
    tt_master_aim(&m, ZJ_T_UNMET);
    enum zj_status status =
        most == INT64_MAX ? ZJ_OK : tt_master_generate(&m, &s->limits, 0, most + 1, &got, err);
    *may = most == INT64_MAX || status != ZJ_OK || got.bound <= most;
    tt_master_release(&m);
    tt_residue_release(&r);
    return status;
}

static int64_t n_weeks(const struct tt_part *q)
{
    int64_t n = 0;

    for (int t = 0; t < q->x.n; t++)
        n += q->x.type[t].weeks->n_plans;
    return n;
}

enum zj_status tt_search_fairness(struct tt_search *s, struct zj_err *err)
{
    int64_t least = 0;

    for (int i = 0; i < s->parts.n; i++) {
        int64_t above = s->value[ZJ_T_FAIRNESS]; /* the answer lies in [least, above] */
        while (least < above && n_weeks(&s->parts.part[i]) <= FEW_WEEKS && !tt_search_stopped(s)) {
            int64_t middle = least + (above - least) / 2;
            bool may;
            ZJ_TRY(may_have(s, i, middle, &may, err));
            if (may)
                above = middle;
            else
                least = middle + 1;
        }
    }
    if (least > s->bound[ZJ_T_FAIRNESS])
        s->bound[ZJ_T_FAIRNESS] = least;
    return ZJ_OK;
}
