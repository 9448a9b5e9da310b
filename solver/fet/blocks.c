/*
 * blocks.c - activities become blocks: the lessons of one class in one subject with one teacher.
 *
 * Lessons of a block are alike, so a constraint can be said exactly when it speaks of all of them
 * alike. Hence activities that a constraint on days ties together are one block, whole; the others of
 * a class, subject and teacher are one block for each length, set of rooms and set of hours.
 */
#include "solver/base/i18n.h"
#include "solver/fet/translate.h"

#include <stdlib.h>
#include <string.h>

static bool same_key(const struct tr *t, int a, int b)
{
    const struct tr_piece *p = &t->piece[a], *q = &t->piece[b];

    return p->class_id == q->class_id && p->teacher == q->teacher &&
           t->f.activity[a].subject == t->f.activity[b].subject;
}

static bool is_one_key(const struct tr *t, const struct tr_tie *s)
{
    for (int i = 1; i < s->piece.n; i++)
        if (!same_key(t, s->piece.v[0], s->piece.v[i]))
            return false;
    return true;
}

static int root_of(int *root, int i)
{
    while (root[i] != i)
        i = root[i] = root[root[i]];
    return i;
}

/* Tie the activities of the constraints on days; root[i] = -1: not tied. */
static void tie(struct tr *t, int *root)
{
    for (int k = 0; k < t->n_spreads; k++) {
        const struct tr_tie *s = &t->spread[k];
        if (!is_one_key(t, s)) {
            tr_refuse(t, s->at, s->at->name, N_("activities of several classes, subjects or teachers"));
            continue;
        }
        for (int i = 0; i < s->piece.n; i++)
            if (root[s->piece.v[i]] < 0)
                root[s->piece.v[i]] = s->piece.v[i];
        for (int i = 1; i < s->piece.n; i++) {
            int a = root_of(root, s->piece.v[0]), b = root_of(root, s->piece.v[i]);
            root[a > b ? a : b] = a < b ? a : b;
        }
    }
}

/* Could the untied activity be one more lesson of the block of another? */
static bool alike(const struct tr *t, int a, int b)
{
    return same_key(t, a, b) && t->f.activity[a].duration == t->f.activity[b].duration &&
           t->piece[a].group == t->piece[b].group &&
           fet_cells_equal(&t->piece[a].starts, &t->piece[b].starts);
}

static int find_untied(const struct tr *t, int piece)
{
    for (int b = 0; b < t->n_blocks; b++)
        if (!t->block[b].tied && alike(t, t->block[b].first, piece))
            return b;
    return -1;
}

static int new_block(struct tr *t, int piece, bool tied)
{
    const struct tr_piece *p = &t->piece[piece];

    ZJ_GROW(t->block, t->n_blocks, t->cap_blocks);
    t->block[t->n_blocks] = (struct tr_block){.class_id = p->class_id,
                                              .subject = t->f.activity[piece].subject,
                                              .teacher = p->teacher,
                                              .first = piece,
                                              .group = p->group,
                                              .tied = tied,
                                              .variant = -1};
    return t->n_blocks++;
}

static void add_to_block(struct tr *t, int piece, int block)
{
    struct tr_block *b = &t->block[block];

    t->piece[piece].block = block;
    if (t->f.activity[piece].duration == 2)
        b->twos++;
    else
        b->ones++;
}

static void group_pieces(struct tr *t, int *root)
{
    for (int i = 0; i < t->f.n_activities; i++) {
        bool tied = root[i] >= 0;
        if (!t->piece[i].used)
            continue;
        int leader = tied ? root_of(root, i) : i;
        int block = !tied ? find_untied(t, i) : leader < i ? t->piece[leader].block : -1;
        add_to_block(t, i, block >= 0 ? block : new_block(t, i, tied));
    }
}

/* What of tied activities cannot be the lessons of one block. */
static void check_tied(struct tr *t, const struct tr_tie *s)
{
    const struct tr_block *b = &t->block[t->piece[s->piece.v[0]].block];

    if (s->piece.n < b->ones + b->twos)
        tr_refuse(t, s->at, s->at->name, N_("only some of the lessons of a class in a subject"));
    else if (b->twos > 0 && b->ones > 1)
        tr_refuse(t, s->at, s->at->name, N_("double lessons together with more than one single lesson"));
    for (int i = 1; i < s->piece.n; i++) {
        if (t->piece[s->piece.v[i]].group != b->group) {
            tr_refuse(t, s->at, s->at->name, N_("lessons that choose from different rooms"));
            break;
        }
    }
}

static void add_spread(struct tr *t, const struct tr_tie *s)
{
    struct tr_block *b = &t->block[t->piece[s->piece.v[0]].block];

    for (int i = 0; i < b->n_spreads; i++)
        if (b->spread[i].days == s->days && b->spread[i].weight == s->weight)
            return;
    if (b->n_spreads == TR_MAX_SPREADS)
        tr_refuse(t, s->at, s->at->name,
                  N_("many different constraints on the days of one class and subject"));
    else
        b->spread[b->n_spreads++] = (struct tr_spread){s->days, s->weight};
}

void tr_make_blocks(struct tr *t)
{
    int *root = zj_malloc((size_t)t->f.n_activities * sizeof *root);

    for (int i = 0; i < t->f.n_activities; i++)
        root[i] = -1;
    tie(t, root);
    group_pieces(t, root);
    free(root);
    for (int k = 0; k < t->n_spreads; k++) {
        if (!is_one_key(t, &t->spread[k]))
            continue;
        check_tied(t, &t->spread[k]);
        add_spread(t, &t->spread[k]);
    }
    tr_make_hours(t);
    tr_make_syncs(t);
}
