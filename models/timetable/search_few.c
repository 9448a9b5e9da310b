#include "models/timetable/neighbourhood.h"
#include "models/timetable/search_parts.h"

#include <stdlib.h>
#include <string.h>

enum {
    FEW = 4,
    MOST_FREE = 7,
    NEIGHBOUR_ROUNDS = 12,
    NEIGHBOUR_NODES = 40,
    MEND_STEPS = 2500,
    SHORT_TRIES = 60
};

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
        const int g = part->group[tt_search_random(s, part->n_groups)];
        const struct tt_group *q = &s->p->group[g];
        const struct zj_block *b = &s->p->in->block[q->block[tt_search_random(s, q->n)]];
        if (given(lessons, b) < b->periods)
            return g;
    }
    return -1;
}

/* Somebody of the part, every other time one who might give a lesson that is missing. */
static int some_teacher(struct tt_search *s, const struct tt_part *part, const struct zj_lessons *lessons)
{
    int t = part->teacher[tt_search_random(s, part->n_teachers)];
    int g = s->value[ZJ_T_UNMET] > s->bound[ZJ_T_UNMET] && tt_search_random(s, 2) == 0
                ? some_short_group(s, part, lessons)
                : -1;

    for (int tries = 0; g >= 0 && tries < SHORT_TRIES && !zj_ids_has(&s->p->may[t], g); tries++)
        t = part->teacher[tt_search_random(s, part->n_teachers)];
    return t;
}

/* A teacher, and some of those nearest. */
static void choose_free(struct tt_search *s, const struct tt_part *part, const struct zj_lessons *lessons,
                        char *free_teacher)
{
    int wanted = FEW + tt_search_random(s, MOST_FREE - FEW + 1), last = some_teacher(s, part, lessons);

    memset(free_teacher, 0, (size_t)s->p->in->n_teachers);
    free_teacher[last] = 1;
    for (int n = 1; n < wanted && n < part->n_teachers; n++) {
        int best = -1, most = -1;
        for (int i = 0; i < part->n_teachers; i++) {
            int t = part->teacher[i];
            if (free_teacher[t])
                continue;
            int score = common_groups(s->p, last, t) * (1 + tt_search_random(s, 8)) + tt_search_random(s, 3);
            if (score > most) {
                most = score;
                best = t;
            }
        }
        free_teacher[best] = 1;
        if (tt_search_random(s, 3) == 0)
            last = best;
    }
}

/* Those who keep what they do, then the rest of each type in order: who gets which column. */
static void assign(const struct tt_master *m, const int *count, char *free_teacher, struct tt_proposals *out)
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
            tt_proposals_add(out, m->x, &m->column[i], t->teacher[k]);
            left--;
        }
    }
}

/* Put the proposals in place of what their teachers do now. */
static bool replace(struct tt_search *s, const struct tt_proposals *weeks, const char *free_teacher)
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
        tt_search_improve(s, board, MEND_STEPS, TT_COOL, s->limits.deadline);
    }
    return tt_search_offer(s, board);
}

/* Better columns for the few of one part; their weeks, and who gets them, join the proposals. */
static enum zj_status improve_part(struct tt_search *s, const struct tt_neighbourhood *h, int part,
                                   char *free_teacher, struct tt_proposals *out, struct zj_err *err)
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
    tt_master_weigh(&m, tt_together);
    tt_add_lessons(&m, q, NULL, &h->lessons, cost);
    const int n_now = m.n_columns;
    for (int k = 0; k < ZJ_MAX_TIERS; k++)
        now += tt_together[k] * cost[k];
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
    struct tt_proposals weeks = {0};
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
    tt_proposals_release(&weeks);
    tt_neighbourhood_release(&h);
    zj_lessons_release(&lessons);
    free(free_teacher);
    return status;
}
