#include "solver/cli/repair_change.h"

#include "models/common/filter.h"
#include "solver/base/i18n.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_YEARS = 15, MOST_ROAD_STEPS = 24, MOST_STEPS = 1000, MOST_TEACHERS = 5 };

void repair_add(struct repair_changes *list, const struct repair_change *change)
{
    ZJ_GROW(list->v, list->n, list->cap);
    list->v[list->n++] = *change;
}

/* ---- places --------------------------------------------------------------------------------------- */

static int school_named(const struct zj_instance *in, struct zj_arena *a, const char *text, size_t n)
{
    char *id = zj_alloc(a, n + 1);

    memcpy(id, text, n);
    id[n] = '\0';
    return zj_find_school(in, id);
}

/* "S001>S002 2026A": the member; "S001/音乐 2026A"; "S001"; "T0007": the home school; else the community. */
static struct zj_spot spot_of(const struct zj_instance *in, struct zj_arena *a, const char *where)
{
    struct zj_spot spot = {-1, -1, -1, -1};
    size_t n = strcspn(where, ">/ ");
    const char *rest = where + n;

    spot.school = school_named(in, a, where, n);
    if (*rest == '>') {
        size_t m = strcspn(rest + 1, "/ ");
        spot.school = school_named(in, a, rest + 1, m);
        rest += 1 + m;
    }
    if (spot.school >= 0 && *rest == '/') {
        char *subject = zj_strdup(a, rest + 1);
        subject[strcspn(subject, " ")] = '\0';
        spot.subject = zj_intern_find(&in->words, subject);
    }
    int teacher = spot.school < 0 ? zj_find_teacher(in, where) : -1;
    if (teacher >= 0)
        spot.school = in->teacher[teacher].school;
    for (int s = 0; s < in->n_schools && spot.school < 0 && spot.community < 0; s++) {
        const char *name = zj_word(in, in->school[s].community);
        if (*name && strncmp(where, name, strlen(name)) == 0 && strchr("/ ", where[strlen(name)]))
            spot.community = in->school[s].community;
    }
    return spot;
}

static const char *without_period(struct zj_arena *a, const char *where)
{
    char *place = zj_strdup(a, where), *blank = strrchr(place, ' ');

    if (blank)
        *blank = '\0';
    return place;
}

/* ---- candidates ------------------------------------------------------------------------------------- */

struct suggestion {
    const struct zj_instance *in;
    const struct zj_policy *pol;
    const struct zj_conflict_part *part;
    struct zj_arena *a;
    struct repair_changes *list;
    struct repair_change blank; /* rule, place and spot of the part */
};

static void suggest_number(struct suggestion *s, size_t field, const char *name, int step, int least,
                           int most, enum zj_repair_cost cost)
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

/* A minimum is missed by some units, or a maximum passed. */
static void suggest_count(struct suggestion *s)
{
    const struct zj_rule *r = s->blank.rule;
    bool known = s->part->need != ZJ_NO_VALUE && s->part->have != ZJ_NO_VALUE;
    int by = known ? (int)llabs(s->part->need - s->part->have) : 1;

    if (!known || s->part->have < s->part->need)
        suggest_number(s, offsetof(struct zj_rule, min), "min", -1, by, r->min, ZJ_COST_quota);
    if (!known || s->part->have > s->part->need)
        suggest_number(s, offsetof(struct zj_rule, max), "max", 1, by, MOST_STEPS, ZJ_COST_quota);
}

static void suggest_tolerance(struct suggestion *s)
{
    if (s->blank.rule->tolerance != ZJ_NONE)
        suggest_number(s, offsetof(struct zj_rule, tolerance), "tolerance", 1, 1, MOST_STEPS, ZJ_COST_quota);
}

/* The place of a limit of roads may be the host or the home school. */
static void suggest_road(struct suggestion *s)
{
    struct zj_spot home = s->blank.spot;

    for (int end = 0; end < 2; end++) {
        s->blank.spot = end ? (struct zj_spot){-1, -1, home.school, -1} : home;
        suggest_number(s, offsetof(struct zj_rule, max_minutes), "max_minutes", 5, 1, MOST_ROAD_STEPS,
                       ZJ_COST_distance);
        suggest_number(s, offsetof(struct zj_rule, max_metres), "max_metres", 1000, 1, MOST_ROAD_STEPS,
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
        suggest_number(s, offsetof(struct zj_rule, max), "max", 1, 1, MOST_STEPS, ZJ_COST_quota);
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

/* Where the conflict lacks people: at the sender of a quota, at the school in need. */
static void suggest_teacher(struct suggestion *s)
{
    const struct zj_rule *r = s->blank.rule;
    const char *where = s->part->where;
    int school = s->blank.spot.school;

    if (r->id == ZJ_R_quota && r->over == ZJ_OVER_PAIR)
        school = school_named(s->in, s->a, where, strcspn(where, ">"));
    bool lacks = (r->id == ZJ_R_quota && r->min != ZJ_NONE && r->over != ZJ_OVER_HOST) ||
                 r->id == ZJ_R_need || r->id == ZJ_R_keep_coverage;
    int like = lacks && school >= 0 ? model_teacher(s, school) : -1;
    if (like < 0)
        return;
    struct repair_change c = s->blank;
    c.what = REPAIR_TEACHER;
    c.like = like;
    c.spot.school = school;
    c.spot.subject = c.spot.subject >= 0 ? c.spot.subject : s->in->teacher[like].subjects.v[0];
    c.place = s->in->school[school].id;
    c.least = 1;
    c.most = MOST_TEACHERS;
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

void repair_candidates(const struct zj_instance *in, const struct zj_policy *pol,
                       const struct zj_conflict_part *part, struct zj_arena *a, struct repair_changes *list)
{
    struct suggestion s = {.in = in, .pol = pol, .part = part, .a = a, .list = list};
    bool pin = part->table && strncmp(part->table, "pins", 4) == 0;

    s.blank.rule = zj_rule_at(pol, part->index);
    s.blank.place = without_period(a, part->where);
    if (pin) {
        s.blank.what = REPAIR_PIN;
        s.blank.line = atoi(strchr(part->where, ':') + 1);
        s.blank.least = s.blank.most = 1;
        s.blank.cost = pol->repair_cost[ZJ_COST_move];
        repair_add(list, &s.blank);
    }
    if (part->table || !s.blank.rule)
        return;
    s.blank.spot = spot_of(in, a, part->where);
    suggest_numbers(&s);
    suggest_teacher(&s);
    suggest_waiver(&s);
}

/* ---- making them -------------------------------------------------------------------------------------- */

bool repair_same(const struct repair_change *x, const struct repair_change *y)
{
    return x->what == y->what && x->rule == y->rule && x->field == y->field && x->line == y->line &&
           memcmp(&x->spot, &y->spot, sizeof x->spot) == 0;
}

int64_t repair_price(const struct repair_changes *list)
{
    int64_t sum = 0;

    for (int i = 0; i < list->n; i++)
        sum += (int64_t)list->v[i].cost * list->v[i].k;
    return sum;
}

static void remove_pin(struct zj_change *c, int line)
{
    int n = 0;

    for (int i = 0; i < c->in.n_pins; i++) {
        if (c->in.pin[i].line != line)
            c->in.pin[n++] = c->in.pin[i];
    }
    c->in.n_pins = n;
}

void repair_apply(struct zj_change *c, const struct repair_changes *list)
{
    for (int i = 0; i < list->n; i++) {
        const struct repair_change *x = &list->v[i];
        if (x->what == REPAIR_NUMBER)
            zj_change_number(c, ZJ_SECONDMENT, x->rule->index, &x->spot, x->field, x->from + x->k * x->step);
        else if (x->what == REPAIR_WAIVE)
            zj_change_waive(c, ZJ_SECONDMENT, x->rule->index, &x->spot);
        else if (x->what == REPAIR_PIN)
            remove_pin(c, x->line);
        for (int k = 0; x->what == REPAIR_TEACHER && k < x->k; k++)
            zj_change_add_teacher(c, x->like, x->spot.school, x->spot.subject);
    }
}

static const char *text_of(const struct zj_instance *in, struct zj_arena *a, const struct repair_change *x)
{
    switch (x->what) {
    case REPAIR_NUMBER:
        return zj_printf(a, _("%s (rules[%d]) at %s: %s %d → %d"), zj_rule_name(x->rule->id), x->rule->index,
                         x->place, x->name, x->from, x->from + x->k * x->step);
    case REPAIR_WAIVE:
        return zj_printf(a, _("%s (rules[%d]) waived at %s"), zj_rule_name(x->rule->id), x->rule->index,
                         x->place);
    case REPAIR_PIN:
        return zj_printf(a, _("without row %d of pins.csv"), x->line);
    default:
        return zj_printf(a, _("teachers of %s at %s: %d more"), zj_word(in, x->spot.subject), x->place, x->k);
    }
}

const char *repair_text(const struct zj_instance *in, struct zj_arena *a, const struct repair_changes *list)
{
    const char *text = "";

    for (int i = 0; i < list->n; i++) {
        const char *one = text_of(in, a, &list->v[i]);
        text = i ? zj_printf(a, _("%s; %s"), text, one) : one;
    }
    return text;
}
