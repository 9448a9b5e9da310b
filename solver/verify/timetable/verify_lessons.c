/*
 * verify_lessons.c - every rule of timetables, asked of one plan.
 */
#include "solver/verify/timetable/routes.h"
#include "solver/verify/timetable/tiers.h"
#include "solver/verify/verify.h"

#include <string.h>

typedef void check_fn(struct vf_week *w, const struct zj_rule *r);

static check_fn *const checks[ZJ_N_ALL_RULES] = {
#define VF_CHECK_S(id)
#define VF_CHECK_SP(id)
#define VF_CHECK_T(id)            [ZJ_R_##id] = check_lessons_##id,
#define VF_CHECK_ST(id)           VF_CHECK_T(id)
#define VF_CHECK_STP(id)          VF_CHECK_T(id)
#define ZJ_RULE(id, section, ...) VF_CHECK_##section(id)
#include "solver/data/lesson_rules.def"
#include "solver/data/rules.def"
#undef ZJ_RULE
};

/* Rules that hold for everybody, hard, whether the policy lists them or not. */
static const enum zj_rule_id always[] = {ZJ_R_no_clash, ZJ_R_travel_time, ZJ_R_pins};
/* Rules that hold with the limits of the tables' columns, beside the entries of the policy. */
static const enum zj_rule_id columns[] = {ZJ_R_load, ZJ_R_schools, ZJ_R_spread};

static bool is_always(enum zj_rule_id id)
{
    for (size_t i = 0; i < sizeof always / sizeof always[0]; i++)
        if (always[i] == id)
            return true;
    return false;
}

/* An entry of such a rule only lends its place in the policy, the first when there are several. */
static struct zj_rule always_rule(const struct zj_policy *pol, enum zj_rule_id id)
{
    struct zj_rule rule = {.id = id, .index = -1, .hard = true};

    for (int k = pol->n_lesson_rules - 1; k >= 0; k--)
        if (pol->lesson_rule[k].id == id)
            rule.index = pol->lesson_rule[k].index;
    return rule;
}

static void check_rules(struct vf_week *w)
{
    const struct zj_policy *pol = w->pol;

    for (size_t i = 0; i < sizeof always / sizeof always[0]; i++) {
        const struct zj_rule rule = always_rule(pol, always[i]);

        checks[rule.id](w, &rule);
    }
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++) {
        const struct zj_rule rule = {.id = columns[i], .index = -1, .hard = true};

        checks[rule.id](w, &rule);
    }
    for (int k = 0; k < pol->n_lesson_rules; k++)
        if (!is_always(pol->lesson_rule[k].id))
            checks[pol->lesson_rule[k].id](w, &pol->lesson_rule[k]);
}

/* Wrong legs are gathered here: one finding for each teacher and day. */
struct wrong_day {
    struct vf_week *w;
    struct zj_rule rule;
    int teacher, day, legs;
};

static void tell_wrong_day(struct wrong_day *x)
{
    if (x->legs > 0)
        vf_tell(x->w->v, &x->rule, vf_where_day(x->w, x->teacher, x->day), ZJ_NO_VALUE, ZJ_NO_VALUE, x->legs);
}

static void wrong_leg(void *ctx, int teacher, int day, int leg, const struct zj_leg *said,
                      const struct zj_leg *must)
{
    struct wrong_day *x = ctx;

    (void)leg;
    (void)said;
    (void)must;
    if (x->teacher != teacher || x->day != day) {
        tell_wrong_day(x);
        x->teacher = teacher;
        x->day = day;
        x->legs = 0;
    }
    x->legs++;
}

static void check_legs(struct vf_week *w, const struct zj_legs *legs)
{
    struct wrong_day x = {.w = w, .rule = always_rule(w->pol, ZJ_R_travel_time), .teacher = -1};

    vf_compare_legs(w, legs, wrong_leg, &x);
    tell_wrong_day(&x);
}

void zj_verify_lessons(const struct zj_instance *in, const struct zj_policy *pol,
                       const struct zj_lessons *lessons, const struct zj_legs *legs,
                       const struct zj_lessons *keep, struct zj_verdict *v)
{
    struct vf_week w = {.in = in, .pol = pol, .plan = lessons, .keep = keep, .v = v};

    memset(v, 0, sizeof *v);
    vf_week_init(&w);
    check_rules(&w);
    if (legs)
        check_legs(&w, legs);
    vf_lesson_tiers(&w);
    zj_arena_release(&w.scratch);
}
