/*
 * fill_places.c - rows of schools, travel, bells, pairings and preferences.
 */
#include "solver/base/i18n.h"
#include "solver/io/builder.h"

#include <stdlib.h>
#include <string.h>

#define V(column) (&b->value[ZJ_COL_##column])

static void keep_parent(struct zj_builder *b, int school)
{
    struct zj_place at = zj_cell_place(b, ZJ_COL_schools_parent_id);

    ZJ_GROW(b->parent, b->n_parents, b->cap_parents);
    b->parent[b->n_parents++] = (struct zj_parent_ref){
        school, zj_strdup(&b->in->arena, V(schools_parent_id)->text), at.line, at.column, at.field};
}

void zj_add_schools(struct zj_builder *b)
{
    struct zj_instance *in = b->in;
    int s = zj_take_id(b, ZJ_COL_schools_school_id, &in->school_ids);

    if (s < 0)
        return;
    if (V(schools_lat)->given != V(schools_lon)->given)
        ZJ_ROW_ERROR(b, V(schools_lat)->given ? ZJ_COL_schools_lat : ZJ_COL_schools_lon, "half_coordinates",
                     _("latitude and longitude must both be given, or neither"));
    ZJ_GROW(in->school, in->n_schools, b->cap);
    in->school[in->n_schools++] = (struct zj_school){
        .id = in->school_ids.text[s],
        .name = zj_strdup(&in->arena, V(schools_name)->given ? V(schools_name)->text : ""),
        .stage = V(schools_stage)->number < 0 ? ZJ_PRIMARY : (enum zj_stage)V(schools_stage)->number,
        .community = V(schools_community_id)->number,
        .role = V(schools_role)->number < 0 ? ZJ_MEMBER : (enum zj_role)V(schools_role)->number,
        .kind = V(schools_kind)->number,
        .traits = V(schools_traits)->ids,
        .campus =
            V(schools_campus_id)->given ? zj_intern(&in->words, &in->arena, V(schools_campus_id)->text) : -1,
        .has_coordinates = V(schools_lat)->given && V(schools_lon)->given,
        .lat_e6 = V(schools_lat)->number,
        .lon_e6 = V(schools_lon)->number,
        .parent = -1,
        .line = b->row->line,
    };
    if (V(schools_parent_id)->given)
        keep_parent(b, s);
}

/* A problem with the parent of a school, at the place of the cell. */
static struct zj_place parent_place(const struct zj_builder *b, const struct zj_parent_ref *p)
{
    return (struct zj_place){b->file[ZJ_TAB_schools], p->line, p->column, p->field};
}

static void find_parents(struct zj_builder *b)
{
    struct zj_instance *in = b->in;

    for (int i = 0; i < b->n_parents; i++) {
        const struct zj_parent_ref *p = &b->parent[i];
        struct zj_place at = parent_place(b, p);
        in->school[p->school].parent = zj_intern_find(&in->school_ids, p->id);
        if (in->school[p->school].parent < 0 && !b->incomplete[ZJ_TAB_schools])
            zj_report_unknown(b, &at, ZJ_WHO_SCHOOL, p->id);
    }
}

/* Walk up from each school; a walk that meets itself is a circle. Every school is walked through once. */
static void check_circles(struct zj_builder *b)
{
    struct zj_instance *in = b->in;
    int *walk = zj_calloc((size_t)in->n_schools, sizeof *walk); /* 0 = not met, else number of the walk */

    for (int i = 0; i < b->n_parents; i++) {
        int s = b->parent[i].school;
        while (s >= 0 && walk[s] == 0) {
            walk[s] = i + 1;
            s = in->school[s].parent;
        }
        if (s < 0 || walk[s] != i + 1)
            continue;
        struct zj_place at = parent_place(b, &b->parent[i]);
        zj_diag_add(b->d, ZJ_ERROR, "circle", &at, _("the schools above '%s' lead back to it"),
                    in->school[s].id);
    }
    free(walk);
}

void zj_check_schools(struct zj_builder *b)
{
    find_parents(b);
    check_circles(b);
}

static bool is_one_campus(const struct zj_instance *in, int a, int c)
{
    return a == c || (in->school[a].campus >= 0 && in->school[a].campus == in->school[c].campus);
}

void zj_add_travel(struct zj_builder *b)
{
    struct zj_instance *in = b->in;
    int from = V(travel_from)->number, to = V(travel_to)->number;
    int minutes = V(travel_minutes)->number, metres = V(travel_metres)->number;

    if (b->bad_row || zj_is_repeated(b, ZJ_COL_travel_from, ZJ_COL_travel_to))
        return;
    if (is_one_campus(in, from, to) && (minutes != 0 || metres != 0)) {
        ZJ_ROW_ERROR(b, minutes ? ZJ_COL_travel_minutes : ZJ_COL_travel_metres, "one_campus",
                     _("'%s' and '%s' are on one campus; expected 0 minutes and 0 metres, or no row"),
                     in->school[from].id, in->school[to].id);
        return;
    }
    ZJ_GROW(in->travel, in->n_travel, b->cap);
    in->travel[in->n_travel++] = (struct zj_travel){from, to, minutes, metres, b->row->line};
}

void zj_add_bells(struct zj_builder *b)
{
    struct zj_instance *in = b->in;
    int school = V(bells_school_id)->number, id = V(bells_period)->number;
    int start = V(bells_start)->number, end = V(bells_end)->number;

    if (b->bad_row || zj_is_repeated(b, ZJ_COL_bells_school_id, ZJ_COL_bells_period))
        return;
    int base = zj_cell_find_period(b, ZJ_COL_bells_period, id);
    if (end <= start)
        ZJ_ROW_ERROR(b, ZJ_COL_bells_end, "end_before_start", _("the period ends at %s, not after its start"),
                     V(bells_end)->text);
    if (b->bad_row)
        return;
    ZJ_GROW(in->bell, in->n_bells, b->cap);
    in->bell[in->n_bells++] =
        (struct zj_bell){school, {id, start, end, in->period[base].session}, b->row->line};
}

static int by_school_and_start(const void *x, const void *y)
{
    const struct zj_bell *a = x, *c = y;

    if (a->school != c->school)
        return a->school < c->school ? -1 : 1;
    if (a->period.start != c->period.start)
        return a->period.start < c->period.start ? -1 : 1;
    return a->line < c->line ? -1 : a->line > c->line;
}

void zj_check_bells(struct zj_builder *b)
{
    struct zj_instance *in = b->in;

    if (in->n_bells == 0)
        return;
    qsort(in->bell, (size_t)in->n_bells, sizeof *in->bell, by_school_and_start);
    for (int i = 1; i < in->n_bells; i++) {
        const struct zj_bell *a = &in->bell[i - 1], *c = &in->bell[i];
        struct zj_place at = {b->file[ZJ_TAB_bells], c->line, 0, NULL};
        if (a->school == c->school && c->period.start < a->period.end)
            zj_diag_add(b->d, ZJ_ERROR, "overlap", &at, _("the period begins before the one in line %d ends"),
                        a->line);
    }
}

void zj_add_pairings(struct zj_builder *b)
{
    struct zj_instance *in = b->in;
    int lead = V(pairings_lead_id)->number, member = V(pairings_member_id)->number;

    if (b->bad_row || zj_is_repeated(b, ZJ_COL_pairings_lead_id, ZJ_COL_pairings_member_id))
        return;
    if (lead == member) {
        ZJ_ROW_ERROR(b, ZJ_COL_pairings_member_id, "same_school", _("'%s' cannot be paired with itself"),
                     in->school[lead].id);
        return;
    }
    ZJ_GROW(in->pairing, in->n_pairings, b->cap);
    int round = V(pairings_round)->given ? V(pairings_round)->number : 0;
    in->pairing[in->n_pairings++] =
        (struct zj_pairing){lead, member, V(pairings_form)->number, round, b->row->line};
}

void zj_add_preferences(struct zj_builder *b)
{
    struct zj_instance *in = b->in;
    int from = V(preferences_from_school_id)->number, to = V(preferences_to_school_id)->number;

    if (b->bad_row || zj_is_repeated(b, ZJ_COL_preferences_from_school_id, ZJ_COL_preferences_to_school_id))
        return;
    if (from == to) {
        ZJ_ROW_ERROR(b, ZJ_COL_preferences_to_school_id, "same_school",
                     _("'%s' cannot be paired with itself"), in->school[from].id);
        return;
    }
    ZJ_GROW(in->preference, in->n_preferences, b->cap);
    in->preference[in->n_preferences++] =
        (struct zj_preference){from, to, V(preferences_rank)->number, b->row->line};
}
