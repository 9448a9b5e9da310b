#include "models/timetable/neighbourhood.h"

#include <stdlib.h>
#include <string.h>

/* Lessons of each block that others give. */
static void count_lessons(const struct tt_problem *whole, const char *free_teacher,
                          const struct zj_lessons *lessons, int *others)
{
    const struct zj_instance *in = whole->in;

    for (int i = 0; i < lessons->n; i++) {
        const struct zj_lesson *x = &lessons->v[i];
        for (int b = 0; b < in->n_blocks && !free_teacher[x->teacher]; b++)
            others[b] += in->block[b].class_id == x->class_id && in->block[b].subject == x->subject;
    }
}

/* Blocks with something left for the few: none of it taught by others, or the rest that others leave. */
static void choose_blocks(struct tt_neighbourhood *h, const int *others)
{
    const struct zj_instance *all = h->whole->in;

    h->in.block = zj_alloc_n(&h->in.arena, (size_t)all->n_blocks, sizeof *all->block);
    h->block_of = zj_alloc_n(&h->in.arena, (size_t)all->n_blocks, sizeof *h->block_of);
    h->in.n_blocks = 0;
    for (int b = 0; b < all->n_blocks; b++) {
        const bool one_teacher = h->whole->block[b].one_teacher;
        if (others[b] >= all->block[b].periods || (one_teacher && others[b] > 0))
            continue;
        struct zj_block *x = &h->in.block[h->in.n_blocks];
        *x = all->block[b];
        x->periods -= others[b];
        h->block_of[h->in.n_blocks++] = b;
    }
}

static void keep_busy(struct tt_neighbourhood *h, const char *free_teacher, const struct zj_lessons *lessons)
{
    const struct zj_instance *all = h->whole->in;

    h->in.busy = zj_alloc_n(&h->in.arena, (size_t)(all->n_busy + lessons->n), sizeof *all->busy);
    if (all->n_busy > 0)
        memcpy(h->in.busy, all->busy, (size_t)all->n_busy * sizeof *all->busy);
    for (int i = 0; i < lessons->n; i++) {
        const struct zj_lesson *x = &lessons->v[i];
        if (free_teacher[x->teacher])
            zj_lessons_add(&h->lessons, x);
        else
            h->in.busy[h->in.n_busy++] = (struct zj_busy){.who = ZJ_WHO_CLASS,
                                                          .id = zj_word(all, x->class_id),
                                                          .day = x->day,
                                                          .from = x->period,
                                                          .to = x->period};
    }
}

/* Only the few have groups to teach. */
static void free_only(struct tt_problem *p, const char *free_teacher)
{
    int n = 0;

    for (int i = 0; i < p->n_active; i++)
        if (free_teacher[p->active[i]])
            p->active[n++] = p->active[i];
        else
            p->may[p->active[i]].n = 0;
    p->n_active = n;
}

void tt_neighbourhood_init(struct tt_neighbourhood *h, const struct tt_problem *whole,
                           const char *free_teacher, const struct zj_lessons *lessons)
{
    int *others = zj_calloc((size_t)whole->in->n_blocks + 1, sizeof *others);

    *h = (struct tt_neighbourhood){.in = *whole->in, .whole = whole};
    memset(&h->in.arena, 0, sizeof h->in.arena);
    count_lessons(whole, free_teacher, lessons, others);
    keep_busy(h, free_teacher, lessons);
    zj_busy_resolve(&h->in);
    choose_blocks(h, others);
    tt_problem_init(&h->p, &h->in, whole->pol);
    free_only(&h->p, free_teacher);
    tt_parts_init(&h->parts, &h->p);
    free(others);
}

void tt_neighbourhood_release(struct tt_neighbourhood *h)
{
    tt_parts_release(&h->parts);
    tt_problem_release(&h->p);
    zj_lessons_release(&h->lessons);
    zj_arena_release(&h->in.arena);
}

void tt_neighbourhood_widen(const struct tt_neighbourhood *h, struct tt_week *w)
{
    for (int i = 0; i < w->n_shares; i++) {
        const struct tt_group *g = &h->p.group[w->share[i].group];
        w->share[i].group = h->whole->group_of[h->block_of[g->block[0]]];
    }
}
