/*
 * hours.c - the hours where the lessons of a block may, or must, stand.
 */
#include "solver/base/i18n.h"
#include "solver/fet/translate.h"

static bool same_hours(const struct tr *t, const struct tr_block *b, int piece)
{
    struct fet_cells starts = fet_cells_starts(&b->open, t->f.activity[piece].duration);

    return fet_cells_equal(&starts, &t->piece[piece].starts);
}

/* One hour and no other, for a lesson of one hour. */
static bool is_fixed(const struct tr *t, int piece)
{
    return t->f.activity[piece].duration == 1 && fet_cells_count(&t->piece[piece].starts) == 1;
}

/* One call for each piece of block b: some may be fixed while the others are free. */
static bool is_free_or_fixed(const struct tr *t, struct tr_block *b, int piece)
{
    const struct tr_piece *p = &t->piece[piece];

    if (b->twos > 0)
        return false;
    if (fet_cells_equal(&p->starts, &t->all))
        return true;
    if (!is_fixed(t, piece))
        return false;
    fet_cells_join(&b->fixed, &p->starts);
    return true;
}

/* All its lessons are alike: what is not open is forbidden; an activity alone with one start stands there. */
static void settle_alike(const struct tr *t, struct tr_block *b)
{
    bool stands = b->ones + b->twos == 1 && fet_cells_count(&t->piece[b->first].starts) == 1;

    b->fixed = stands ? b->open : (struct fet_cells){{0}};
    if (stands)
        b->open = t->all;
}

void tr_make_hours(struct tr *t)
{
    bool *alike = zj_alloc_n(&t->arena, (size_t)t->n_blocks, sizeof *alike);
    bool *simple = zj_alloc_n(&t->arena, (size_t)t->n_blocks, sizeof *simple);

    for (int i = 0; i < t->f.n_activities; i++) {
        if (!t->piece[i].used)
            continue;
        struct fet_cells covered = fet_cells_covered(&t->piece[i].starts, t->f.activity[i].duration);
        fet_cells_join(&t->block[t->piece[i].block].open, &covered);
    }
    for (int b = 0; b < t->n_blocks; b++)
        alike[b] = simple[b] = true;
    for (int i = 0; i < t->f.n_activities; i++) {
        int b = t->piece[i].block;
        if (!t->piece[i].used)
            continue;
        alike[b] = alike[b] && same_hours(t, &t->block[b], i);
        simple[b] = simple[b] && is_free_or_fixed(t, &t->block[b], i);
    }
    for (int i = 0; i < t->f.n_activities; i++) {
        const struct tr_piece *p = &t->piece[i];
        if (p->used && p->times && !alike[p->block] && !simple[p->block])
            tr_refuse(t, p->times, p->times->name,
                      N_("hours that only some of the lessons of a class in a subject may have"));
    }
    for (int b = 0; b < t->n_blocks; b++) {
        if (alike[b])
            settle_alike(t, &t->block[b]);
        else
            t->block[b].open = t->all;
    }
}
