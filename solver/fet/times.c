/*
 * times.c - constraints on the hours of activities, alone and together.
 */
#include "solver/base/i18n.h"
#include "solver/fet/handlers.h"

#include <stdlib.h>
#include <string.h>

/* The hours of a constraint: one pair beside the others, or a list of pairs. */
static bool read_hours(struct tr *t, const struct xml_node *at, struct fet_cells *out)
{
    static const char *const items[] = {"Preferred_Starting_Time", "Preferred_Time_Slot"};

    for (size_t i = 0; i < sizeof items / sizeof items[0]; i++)
        if (xml_child(at, items[i]))
            return tr_read_cells(t, at, items[i], out);
    return tr_read_cells(t, at, NULL, out);
}

void tr_times(struct tr *t, const struct fet_constraint *c, int kind)
{
    struct tr_filter filter;
    struct fet_cells hours = {{0}};

    if (!tr_must_hold(t, c) || !tr_read_filter(t, c->at, &filter) || !read_hours(t, c->at, &hours))
        return;
    for (int i = 0; i < t->f.n_activities; i++) {
        struct tr_piece *p = &t->piece[i];
        if (!tr_concerns(t, &filter, i))
            continue;
        struct fet_cells starts =
            kind == TR_SLOTS ? fet_cells_starts(&hours, t->f.activity[i].duration) : hours;
        fet_cells_keep(&p->starts, &starts);
        if (!p->times)
            p->times = c->at;
    }
}

static int compare_ints(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;

    return x < y ? -1 : x > y;
}

/* The activities in use that the constraint lists; false when one is unknown, or fewer than two are left. */
static bool read_tie(struct tr *t, const struct fet_constraint *c, struct tr_tie *out)
{
    int n = 0;
    bool ok = true;

    for (const struct xml_node *i = xml_child(c->at, "Activity_Id"); i; i = xml_again(i))
        n++;
    *out = (struct tr_tie){.weight = c->weight, .at = c->at};
    out->piece.v = zj_alloc_n(&t->arena, (size_t)n, sizeof *out->piece.v);
    for (const struct xml_node *i = xml_child(c->at, "Activity_Id"); i; i = xml_again(i)) {
        int piece = fet_refer_activity(&t->f, i);
        ok = ok && piece >= 0;
        if (piece >= 0 && t->piece[piece].used)
            out->piece.v[out->piece.n++] = piece;
    }
    if (out->piece.n > 1)
        qsort(out->piece.v, (size_t)out->piece.n, sizeof *out->piece.v, compare_ints);
    return ok && out->piece.n > 1;
}

void tr_min_days(struct tr *t, const struct fet_constraint *c, int argument)
{
    const struct xml_node *days = fet_need(&t->f, c->at, "MinDays", NULL);
    bool side_by_side =
        xml_child(c->at, "Consecutive_If_Same_Day") && !fet_is_false(c->at, "Consecutive_If_Same_Day");
    struct tr_tie tie;

    (void)argument;
    if (!days || !read_tie(t, c, &tie) || !fet_number(&t->f, days, 0, FET_MAX_DAYS, &tie.days))
        return;
    if (side_by_side && (tie.days == 0 || c->weight < FET_FULL_WEIGHT) &&
        !tr_is_ignored(t, "Consecutive_If_Same_Day"))
        tr_refuse(t, xml_child(c->at, "Consecutive_If_Same_Day"), "Consecutive_If_Same_Day",
                  N_("lessons that may share a day, but then must follow each other"));
    if (tie.days == 0)
        return;
    ZJ_GROW(t->spread, t->n_spreads, t->cap_spreads);
    t->spread[t->n_spreads++] = tie;
}

void tr_same_start(struct tr *t, const struct fet_constraint *c, int argument)
{
    struct tr_tie tie;

    (void)argument;
    if (!read_tie(t, c, &tie))
        return;
    ZJ_GROW(t->same, t->n_same, t->cap_same);
    t->same[t->n_same++] = tie;
}
