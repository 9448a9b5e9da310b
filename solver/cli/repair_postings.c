/*
 * repair_postings.c - what could be changed of a rule on postings.
 */
#include "solver/cli/repair_suggest.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_YEARS = 15 };

/* "S001>S002 2026A": the member; "S001/音乐 2026A"; "S001"; "T0007": the home school; else the community. */
static struct zj_spot spot_of(const struct suggestion *s)
{
    const struct zj_instance *in = s->in;
    const char *where = s->part->where;
    struct zj_spot spot = {-1, -1, -1, -1};
    size_t n = strcspn(where, ">/ ");
    const char *rest = where + n;

    spot.school = repair_school(s, where, n);
    if (*rest == '>') {
        size_t m = strcspn(rest + 1, "/ ");
        spot.school = repair_school(s, rest + 1, m);
        rest += 1 + m;
    }
    if (spot.school >= 0 && *rest == '/') {
        char *subject = zj_strdup(s->a, rest + 1);
        subject[strcspn(subject, " ")] = '\0';
        spot.subject = zj_intern_find(&in->words, subject);
    }
    int teacher = spot.school < 0 ? zj_find_teacher(in, where) : -1;
    if (teacher >= 0)
        spot.school = in->teacher[teacher].school;
    for (int k = 0; k < in->n_schools && spot.school < 0 && spot.community < 0; k++) {
        const char *name = zj_word(in, in->school[k].community);
        if (*name && strncmp(where, name, strlen(name)) == 0 && strchr("/ ", where[strlen(name)]))
            spot.community = in->school[k].community;
    }
    return spot;
}

/* A minimum is missed by some units, or a maximum passed. */
static void suggest_count(struct suggestion *s)
{
    const struct zj_rule *r = s->blank.rule;
    bool known = s->part->need != ZJ_NO_VALUE && s->part->have != ZJ_NO_VALUE;
    int by = known ? (int)llabs(s->part->need - s->part->have) : 1;

    if (!known || s->part->have < s->part->need)
        suggest_number(s, offsetof(struct zj_rule, min), "min", -1, by, r->min, ZJ_COST_quota);
    if (!known || s->part->have > s->part->need)
        suggest_number(s, offsetof(struct zj_rule, max), "max", 1, by, REPAIR_MOST_STEPS, ZJ_COST_quota);
}

static void suggest_tolerance(struct suggestion *s)
{
    if (s->blank.rule->tolerance != ZJ_NONE)
        suggest_number(s, offsetof(struct zj_rule, tolerance), "tolerance", 1, 1, REPAIR_MOST_STEPS,
                       ZJ_COST_quota);
}

/* The place of a limit of roads may be the host or the home school. */
static void suggest_road(struct suggestion *s)
{
    struct zj_spot home = s->blank.spot;

    for (int end = 0; end < 2; end++) {
        s->blank.spot = end ? (struct zj_spot){-1, -1, home.school, -1} : home;
        suggest_number(s, offsetof(struct zj_rule, max_minutes), "max_minutes", 5, 1, REPAIR_MOST_ROAD,
                       ZJ_COST_distance);
        suggest_number(s, offsetof(struct zj_rule, max_metres), "max_metres", 1000, 1, REPAIR_MOST_ROAD,
                       ZJ_COST_distance);
    }
    s->blank.spot = home;
}

static void suggest_numbers(struct suggestion *s)
{
    const struct zj_rule *r = s->blank.rule;

    switch (r->id) {
    case ZJ_R_quota:
        suggest_count(s);
        break;
    case ZJ_R_age_limit:
        suggest_number(s, offsetof(struct zj_rule, max_age) + ZJ_MALE * sizeof(int), "max.M", 1, 1,
                       MOST_YEARS, ZJ_COST_age_limit);
        suggest_number(s, offsetof(struct zj_rule, max_age) + ZJ_FEMALE * sizeof(int), "max.F", 1, 1,
                       MOST_YEARS, ZJ_COST_age_limit);
        break;
    case ZJ_R_distance:
        suggest_road(s);
        break;
    case ZJ_R_keep_coverage:
        suggest_number(s, offsetof(struct zj_rule, min), "min", -1, 1, r->min, ZJ_COST_quota);
        suggest_number(s, offsetof(struct zj_rule, max_away_permille), "max_away_permille", 50, 1,
                       r->max_away_permille == ZJ_NONE ? 0 : (1000 - r->max_away_permille) / 50,
                       ZJ_COST_quota);
        break;
    case ZJ_R_mentor_capacity:
        suggest_number(s, offsetof(struct zj_rule, max), "max", 1, 1, REPAIR_MOST_STEPS, ZJ_COST_quota);
        break;
    case ZJ_R_exchange_rate:
        suggest_number(s, offsetof(struct zj_rule, permille), "permille", -50, 1, r->permille / 50,
                       ZJ_COST_quota);
        suggest_number(s, offsetof(struct zj_rule, backbone_permille), "backbone_permille", -50, 1,
                       r->backbone_permille / 50, ZJ_COST_quota);
        break;
    case ZJ_R_equal_exchange:
    case ZJ_R_headcount:
        suggest_tolerance(s);
        break;
    default:
        break;
    }
}

/* Where the conflict lacks people: at the sender of a quota, at the school in need. */
static void suggest_people(struct suggestion *s)
{
    const struct zj_rule *r = s->blank.rule;
    const char *where = s->part->where;
    int school = s->blank.spot.school;

    if (r->id == ZJ_R_quota && r->over == ZJ_OVER_PAIR)
        school = repair_school(s, where, strcspn(where, ">"));
    bool lacks = (r->id == ZJ_R_quota && r->min != ZJ_NONE && r->over != ZJ_OVER_HOST) ||
                 r->id == ZJ_R_need || r->id == ZJ_R_keep_coverage;
    if (lacks && school >= 0)
        suggest_teacher_at(s, school);
}

void suggest_of_postings(struct suggestion *s)
{
    s->blank.spot = spot_of(s);
    suggest_numbers(s);
    suggest_people(s);
}
