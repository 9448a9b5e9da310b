/*
 * week_text.c - what stands above and below the grid of a week.
 */
#include "solver/base/i18n.h"
#include "solver/report/parts.h"
#include "solver/report/week.h"

static int count_lessons(const struct zj_plan *plan, int school, int class_id)
{
    int n = 0;

    for (int i = 0; i < plan->lessons.n; i++)
        n += school >= 0 ? plan->lessons.v[i].school == school : plan->lessons.v[i].class_id == class_id;
    return n;
}

const char *rep_week_title(struct zj_arena *a, const struct zj_instance *in, const struct zj_plan *plan,
                           struct rep_who who, bool names)
{
    const struct zj_school *s;

    if (who.teacher >= 0) {
        const struct zj_teacher *t = &in->teacher[who.teacher];
        s = &in->school[t->school];
        return zj_printf(a, _("teacher %s, at home at %s %s"),
                         names ? zj_printf(a, "%s %s", t->id, t->name) : t->id, s->id, s->name);
    }
    s = &in->school[who.school >= 0 ? who.school : rep_school_of_class(in, who.class_id)];
    if (who.school >= 0)
        return zj_printf(a, _("school %s %s, %d lessons a week"), s->id, s->name,
                         count_lessons(plan, who.school, -1));
    return zj_printf(a, _("class %s of %s %s, %d lessons a week"), zj_word(in, who.class_id), s->id, s->name,
                     count_lessons(plan, -1, who.class_id));
}

const char *rep_week_sums(struct zj_arena *a, const struct zj_plan *plan, int teacher)
{
    long long lessons = 0, minutes = 0, metres = 0;

    for (int i = 0; i < plan->lessons.n; i++)
        lessons += plan->lessons.v[i].teacher == teacher;
    for (int i = 0; i < plan->legs.n; i++) {
        const struct zj_leg *x = &plan->legs.v[i];
        if (x->teacher != teacher || x->minutes == ZJ_NONE)
            continue;
        minutes += x->minutes;
        metres += x->metres == ZJ_NONE ? 0 : x->metres;
    }
    return zj_printf(a, _("a week: %lld lessons, %lld minutes and %lld.%lld km on the way"), lessons, minutes,
                     metres / 1000, metres % 1000 / 100);
}

const char *rep_missing_text(struct zj_arena *a, const struct zj_instance *in, const struct zj_unmet *u)
{
    return zj_printf(a,
                     ngettext("missing: %s %s, %lld lesson: %s", "missing: %s %s, %lld lessons: %s",
                              (unsigned long)u->periods),
                     zj_word(in, u->class_id), zj_word(in, u->subject), (long long)u->periods,
                     rep_because_text(u->because));
}
