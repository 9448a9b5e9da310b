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

/* The constraint that limits the hours of the block's lessons; the activity when the week alone does. */
static const struct xml_node *times_of(const struct tr *t, int block)
{
    for (int i = t->block[block].first; i < t->f.n_activities; i++)
        if (t->piece[i].block == block && t->piece[i].times)
            return t->piece[i].times;
    return t->f.activity[t->block[block].first].at;
}

/* No lesson can stand where its class is closed or must have another: the instance would not be readable. */
static void check_fixed(struct tr *t)
{
    struct fet_cells *taken = zj_alloc_n(&t->arena, (size_t)t->n_classes, sizeof *taken);

    for (int k = 0; k < t->n_classes; k++) {
        taken[k] = t->class_[k].busy;
        fet_cells_join(&taken[k], &t->breaks);
    }
    for (int b = 0; b < t->n_blocks; b++) {
        const struct fet_cells *fixed = &t->block[b].fixed;
        struct fet_cells *closed = &taken[t->block[b].class_id];
        struct fet_cells both = *fixed;
        fet_cells_keep(&both, closed);
        if (fet_cells_count(&both) > 0) {
            const struct xml_node *at = times_of(t, b);
            tr_refuse(t, at, at->name,
                      N_("an hour when the class is not available, or must have another lesson"));
        }
        fet_cells_join(closed, fixed);
    }
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
    check_fixed(t);
}
