/*
 * show_week.c - the week of one teacher, school or class, for a terminal.
 */
#include "solver/report/show.h"
#include "solver/report/week.h"

static void show(FILE *out, const struct zj_instance *in, const struct zj_plan *plan, struct rep_who who)
{
    struct zj_arena a = {0};
    struct rep_week w;

    rep_week_init(&w, in, plan, who, false);
    fprintf(out, "%s\n", rep_week_title(&a, in, plan, who, false));
    rep_grid_print(&w.grid, out);
    if (who.teacher >= 0)
        fprintf(out, "%s\n", rep_week_sums(&a, plan, who.teacher));
    for (int i = 0; i < plan->n_unmet && who.teacher < 0; i++) {
        const struct zj_unmet *u = &plan->unmet[i];
        if (who.school >= 0 ? u->school == who.school : u->class_id == who.class_id)
            fprintf(out, "%s\n", rep_missing_text(&a, in, u));
    }
    rep_week_release(&w);
    zj_arena_release(&a);
}

void rep_show_teacher_week(FILE *out, const struct zj_instance *in, const struct zj_plan *plan, int teacher)
{
    show(out, in, plan, (struct rep_who){teacher, -1, -1});
}

void rep_show_school_week(FILE *out, const struct zj_instance *in, const struct zj_plan *plan, int school)
{
    show(out, in, plan, (struct rep_who){-1, school, -1});
}

void rep_show_class_week(FILE *out, const struct zj_instance *in, const struct zj_plan *plan, int class_id)
{
    show(out, in, plan, (struct rep_who){-1, -1, class_id});
}
