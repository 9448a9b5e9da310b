/*
 * cons_common_free.c - the teachers of a group share free periods.           usually HARD
 *
 * Policy  joint preparation (集体备课): the group meets once a week.
 * Sets    cells (day, base period); the teachers of the group.
 * Vars    the board: cells in which a member has a lesson that overlaps, is busy, or is under way between
 *         two lessons.
 * Rows    cells in which no member is >= periods_per_week; what is missing counts. Hard: a board that
 *         misses some
 *         has a lack; nothing is taken off for it until the search does.
 * Size    one mask of base periods for each (rule, day).
 * Check   solver/verify/timetable/check_common_free.c, which shares no code with this file.
 */
#include "models/common/filter.h"
#include "models/timetable/rules.h"
#include "solver/data/week.h"

/* Base periods that overlap the time. */
static unsigned overlapped(const struct board_base *s, int start, int end)
{
    unsigned periods = 0;

    for (int i = 0; i < s->base_bells.n; i++)
        periods |= (unsigned)(s->base_bells.v[i].start < end && start < s->base_bells.v[i].end) << i;
    return periods;
}

unsigned tt_common_free_under(const struct board_facts *f)
{
    unsigned under = f->teacher->busy[f->day];

    for (int i = 0; i < f->n; i++) {
        const struct board_cell *c = &f->cell[i];
        under |= c->bell->covers;
        if (i > 0 && c[-1].campus != c->campus)
            under |= overlapped(f->base, c[-1].bell->end, c->bell->start);
    }
    return under;
}

static unsigned busy_periods(const struct board_base *s, int teacher, int day)
{
    unsigned busy = 0;

    for (int i = 0; i < s->base_bells.n; i++) {
        const struct zj_period p = {.start = s->base_bells.v[i].start, .end = s->base_bells.v[i].end};
        busy |= (unsigned)zj_teacher_busy(s->in, teacher, day, &p) << i;
    }
    return busy;
}

static void add_member(struct board_base *s, int number, int teacher)
{
    struct board_group *g = &s->group[number];
    int t = s->number[teacher];

    for (int d = 0; d < s->n_days; d++) {
        unsigned busy = busy_periods(s, teacher, d);
        if (t >= 0)
            s->teacher[t].busy[d] = busy;
        else
            g->busy[d] |= busy;
    }
    g->n_members++;
    if (t < 0)
        return;
    board_ids_add(s, &g->member, t);
    board_ids_add(s, &s->teacher[t].group, number);
}

void tt_common_free_learn(struct board_base *s)
{
    const struct zj_policy *pol = s->p->pol;

    s->group = zj_alloc_n(&s->arena, (size_t)pol->n_lesson_rules, sizeof *s->group);
    for (int i = 0; i < pol->n_lesson_rules; i++) {
        const struct zj_rule *r = &pol->lesson_rule[i];
        if (r->id != ZJ_R_common_free)
            continue;
        s->group[s->n_groups] =
            (struct board_group){.needed = r->periods_per_week, .weight = r->hard ? 0 : r->weight};
        for (int t = 0; t < s->in->n_teachers; t++)
            if (mc_teacher_passes(s->in, &r->group, t, s->p->today, -1) &&
                tt_rule_speaks_of_teacher(s->p, r, t))
                add_member(s, s->n_groups, t);
        s->n_groups += s->group[s->n_groups].n_members > 0;
    }
}
