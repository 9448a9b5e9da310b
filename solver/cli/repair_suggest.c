#include "solver/cli/repair_suggest.h"

#include "models/common/filter.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

void repair_add(struct repair_changes *list, const struct repair_change *change)
{
    ZJ_GROW(list->v, list->n, list->cap);
    list->v[list->n++] = *change;
}

int repair_school(const struct suggestion *s, const char *text, size_t n)
{
    return zj_find_school(s->in, zj_strndup(s->a, text, n));
}

void suggest_number(struct suggestion *s, size_t field, const char *name, int step, int least, int most,
                    enum zj_repair_cost cost)
{
    struct repair_change c = s->blank;
    int from = *(const int *)((const char *)c.rule + field);

    if (from == ZJ_NONE || most < 1)
        return;
    c.what = REPAIR_NUMBER;
    c.field = field;
    c.name = name;
    c.from = from;
    c.step = step;
    c.least = least < 1 ? 1 : least > most ? most : least;
    c.most = most;
    c.cost = s->pol->repair_cost[cost];
    repair_add(s->list, &c);
}

/* Numbers of the part that say which of its limits is broken: `sign` 1 for a maximum, -1 for a minimum. */
static bool is_other_side(const struct zj_conflict_part *part, int sign)
{
    return part->need != ZJ_NO_VALUE && part->have != ZJ_NO_VALUE && sign * (part->have - part->need) < 0;
}

void suggest_more(struct suggestion *s, size_t field, const char *name)
{
    if (is_other_side(s->part, 1))
        return;
    suggest_number(s, field, name, 1, 1, REPAIR_MOST_STEPS, ZJ_COST_quota);
}

void suggest_less(struct suggestion *s, size_t field, const char *name, int floor)
{
    int from = *(const int *)((const char *)s->blank.rule + field);

    if (is_other_side(s->part, -1))
        return;
    suggest_number(s, field, name, -1, 1, from == ZJ_NONE ? 0 : from - floor, ZJ_COST_quota);
}

/* A teacher whom the rule would count (or need), young and without flags; -1 = nobody. */
static int model_teacher(const struct suggestion *s, int school)
{
    const struct zj_instance *in = s->in;
    int best = -1;

    for (int t = 0; t < in->n_teachers; t++) {
        const struct zj_teacher *who = &in->teacher[t];
        bool fits = s->blank.spot.subject < 0 || zj_ids_has(&who->subjects, s->blank.spot.subject);
        bool here = who->school == school, best_here = best >= 0 && in->teacher[best].school == school;
        if (!fits || who->flags.n > 0 ||
            !mc_teacher_passes(in, &s->blank.rule->filter, t, in->term[0].start, s->blank.spot.subject))
            continue;
        if (best < 0 || here > best_here || (here == best_here && who->birth > in->teacher[best].birth))
            best = t;
    }
    return best;
}

void suggest_teacher_at(struct suggestion *s, int school)
{
    const int like = model_teacher(s, school);
    const bool known = s->part->need != ZJ_NO_VALUE && s->part->have != ZJ_NO_VALUE;
    const int64_t lacking = known ? s->part->need - s->part->have : 0;
    struct repair_change c = s->blank;

    /* Nobody is counted more often than there are terms; periods of lessons are more than that. */
    if (like < 0 || (s->part->rule != ZJ_R_need && s->part->rule != ZJ_R_keep_coverage &&
                     lacking > (int64_t)REPAIR_MOST_TEACHERS * s->in->n_terms))
        return;
    c.what = REPAIR_TEACHER;
    c.like = like;
    c.spot.school = school;
    c.spot.subject = c.spot.subject >= 0 ? c.spot.subject : s->in->teacher[like].subjects.v[0];
    c.place = s->in->school[school].id;
    c.least = 1;
    c.most = REPAIR_MOST_TEACHERS;
    c.cost = s->pol->repair_cost[ZJ_COST_teacher];
    repair_add(s->list, &c);
}

static void suggest_waiver(struct suggestion *s)
{
    struct repair_change c = s->blank;

    c.what = REPAIR_WAIVE;
    c.least = c.most = 1;
    c.cost = s->pol->repair_cost[ZJ_COST_waive];
    repair_add(s->list, &c);
}

/* "pins.csv:3", "busy.csv:7": without the row. */
static void suggest_row(struct suggestion *s, enum repair_what what)
{
    struct repair_change c = s->blank;

    c.what = what;
    c.line = atoi(strchr(s->part->where, ':') + 1);
    c.least = c.most = 1;
    c.cost = s->pol->repair_cost[ZJ_COST_move];
    repair_add(s->list, &c);
}

/* "S001 2026A": the place without its period. */
static const char *without_period(struct zj_arena *a, const char *where)
{
    char *place = zj_strdup(a, where), *blank = strrchr(place, ' ');

    if (blank)
        *blank = '\0';
    return place;
}

void repair_candidates(const struct repair_case *c, const struct zj_conflict_part *part, struct zj_arena *a,
                       struct repair_changes *list)
{
    const struct zj_policy *pol = c->pol;
    const enum zj_model model = c->model;
    struct suggestion s = {.in = c->in, .pol = pol, .part = part, .a = a, .list = list, .given = c->given};

    s.blank.model = model;
    s.blank.rule = zj_rule_at(pol, part->index);
    s.blank.place = without_period(a, part->where);
    s.blank.spot = (struct zj_spot){-1, -1, -1, -1};
    if (part->table && strncmp(part->table, "pins", 4) == 0)
        suggest_row(&s, REPAIR_PIN);
    if (part->table && strncmp(part->table, "busy", 4) == 0)
        suggest_row(&s, REPAIR_BUSY);
    if (part->table)
        return;
    if (model == ZJ_TIMETABLE)
        suggest_of_lessons(&s);
    else if (model == ZJ_PAIRING)
        suggest_of_pairs(&s);
    else if (s.blank.rule)
        suggest_of_postings(&s);
    /* Without an entry there is still a way to go, and one level of leads. */
    if (s.blank.rule && s.blank.rule->id != ZJ_R_depth && s.blank.rule->id != ZJ_R_travel_time)
        suggest_waiver(&s);
}
