/*
 * place_search.c - lessons put one by one, in every way, for what a flow cannot see.
 */
#include "models/timetable/place.h"

enum { STEPS = 20000 };

struct walk {
    struct place *p;
    bool thrifty; /* leave whatever is broken already, though another lesson between two might mend it */
    int steps;
    int n;                  /* lessons that stand */
    int group, level, left; /* being given: so many more blocks of the group get the level */
};

static bool next_block(struct walk *w, int from);

/* `left` more lessons of the block, after this day and position. */
static bool next_lesson(struct walk *w, int block, int left, int day, int position)
{
    struct place *p = w->p;

    if (left == 0) {
        w->left--;
        bool done = next_block(w, block + 1);
        w->left++;
        return done;
    }
    for (int d = day; d < p->b->base->n_days; d++) {
        if (p->b->day[p->teacher * p->b->base->n_days + d].n == BOARD_DAY_CELLS)
            continue;
        unsigned open = place_positions(p, &p->block[block], d) & (d == day ? ~0u << position : ~0u);
        for (; open; open &= open - 1) {
            const int k = __builtin_ctz(open);
            const struct board_lesson x = {(short)p->teacher, (signed char)d, (signed char)k};
            if (--w->steps < 0)
                return false;
            board_put(p->b, p->block[block].block, &x);
            board_settle(p->b);
            p->lesson[w->n++] = (struct place_lesson){block, d, k};
            if ((!w->thrifty || p->b->total->clash == 0) && next_lesson(w, block, left - 1, d, k + 1))
                return true;
            w->n--;
            board_take(p->b, p->block[block].block, p->b->block[p->block[block].block].n - 1);
            board_settle(p->b);
        }
    }
    return false;
}

/* The next block, of number `from` or later, of the level that is being given; then the next level,
   the next group. */
static bool next_block(struct walk *w, int from)
{
    struct place *p = w->p;

    if (w->left > 0) {
        const int level = p->group[w->group].level[w->level];
        for (int i = from; i < p->n_blocks; i++) {
            if (p->block[i].group != w->group || p->block[i].used ||
                place_lacks(p, p->block[i].block) < level)
                continue;
            p->block[i].used = true;
            if (next_lesson(w, i, level, 0, 0))
                return true;
            p->block[i].used = false;
        }
        return false;
    }
    const struct walk at = *w;
    w->level++;
    if (w->group < 0 || w->level == p->group[w->group].n_levels) {
        w->group++;
        w->level = 0;
    }
    if (w->group == p->n_groups)
        return p->b->total->clash + p->b->total->gap == 0;
    w->left = p->group[w->group].count[w->level];
    bool done = next_block(w, 0);
    if (!done) {
        w->group = at.group;
        w->level = at.level;
        w->left = at.left;
    }
    return done;
}

bool place_search(struct place *p)
{
    bool found = false;

    for (int pass = 0; pass < 2 && !found; pass++) {
        struct walk w = {.p = p, .thrifty = pass == 0, .steps = STEPS, .group = -1};
        for (int i = 0; i < p->n_blocks; i++)
            p->block[i].used = false;
        found = next_block(&w, 0);
    }
    return found;
}
