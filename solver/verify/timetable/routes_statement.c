/*
 * routes_statement.c - the routes of a plan file, leg by leg.
 */
#include "solver/base/i18n.h"
#include "solver/verify/statements.h"
#include "solver/verify/timetable/routes.h"

/* "S001>S003 08:35-08:50, 15 min, 4000 m" */
static const char *text_of(struct zj_arena *a, const struct zj_instance *in, const struct zj_leg *x)
{
    return zj_printf(a, "%s>%s %02d:%02d-%02d:%02d, %d min, %d m", in->school[x->from].id,
                     in->school[x->to].id, x->depart / 60, x->depart % 60, x->arrive / 60, x->arrive % 60,
                     x->minutes, x->metres);
}

static void tell(void *ctx, int teacher, int day, int leg, const struct zj_leg *said,
                 const struct zj_leg *must)
{
    const struct vf_reader *x = ctx;
    const char *who = x->in->teacher[teacher].id, *when = x->in->day[day];
    struct zj_arena a = {0};

    if (!said)
        zj_diag_add(x->d, ZJ_ERROR, "missing_leg", vf_at("routes"),
                    _("route of %s on %s: leg %d is missing, it must be %s"), who, when, leg,
                    text_of(&a, x->in, must));
    else if (!must)
        zj_diag_add(x->d, ZJ_ERROR, "needless_leg", vf_at("routes"),
                    _("route of %s on %s: nobody needs leg %d, %s"), who, when, leg,
                    text_of(&a, x->in, said));
    else
        zj_diag_add(x->d, ZJ_ERROR, "wrong_leg", vf_at("routes"),
                    _("route of %s on %s: leg %d is %s, but must be %s"), who, when, leg,
                    text_of(&a, x->in, said), text_of(&a, x->in, must));
    zj_arena_release(&a);
}

void vf_check_routes(const struct vf_reader *x)
{
    struct vf_week w = {.in = x->in, .pol = x->pol, .plan = &x->plan->lessons};

    vf_week_init(&w);
    vf_compare_legs(&w, &x->plan->legs, tell, (void *)(uintptr_t)x);
    zj_arena_release(&w.scratch);
}
