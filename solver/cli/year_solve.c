/*
 * year_solve.c - the parts of a year that say who is where: pairing, secondments, timetables. Each is solved
 * and checked, or it is said why it was not asked.
 */
#include "solver/base/i18n.h"
#include "solver/cli/pairing_check.h"
#include "solver/cli/year_parts.h"

#include <stdlib.h>
#include <string.h>

/* Without limits: enough to prove most plans, and the year ends. */
enum { NODES_OF_SECONDMENT = 20 };

/* ---- pairing ----------------------------------------------------------------------------------------- */

enum zj_status year_run_pairing(struct year *y)
{
    struct year_part *p = year_add_part(y, "pairing");
    struct cli_answer r = {.a = y->a, .c = y->staff.c}; /* borrowed, not closed */
    struct zj_plan *plan = &r.plan;

    if (!r.c.in.has_pairings) {
        p->reason = N_("not asked: no pairings.csv");
        return ZJ_OK;
    }
    enum zj_status status = cli_judge_pairs(&r, plan);
    if (status == ZJ_OK) {
        bool broken = r.verdict.n_hard_broken > 0;
        plan->status = ZJ_PLAN_FEASIBLE; /* a pairing that stands in the tables is one, lawful or not */
        plan->n_conflict = 0;
        cli_answer_sign(&r);
        year_take_plan(y, p, "pairing.json", &r.c, plan);
        p->exit = broken ? ZJ_VIOLATED : ZJ_OK;
        p->status = broken ? "broken" : "kept";
    }
    year_release_answer(&r);
    return status;
}

/* ---- secondments ------------------------------------------------------------------------------------- */

static int count_timetables(const struct year *y)
{
    const struct zj_instance *in = &y->staff.c.in;
    int n = 0;

    if (cli_no_timetable(&y->staff.c))
        return 0;
    while (n < in->n_terms && in->term[n].year_index == in->term[0].year_index)
        n++;
    return n;
}

enum zj_status year_run_secondment(struct year *y)
{
    struct year_part *p = year_add_part(y, "secondment");
    struct cli_args alone = *y->a;

    p->reason = cli_no_secondment(&y->staff.c);
    if (p->reason)
        return ZJ_OK;
    alone.output = NULL;
    if (!alone.time_limit && !alone.node_limit)
        alone.node_limit = NODES_OF_SECONDMENT;
    alone.time_limit = year_time_for(y, YEAR_SECONDMENT_SHARE,
                                     YEAR_SECONDMENT_SHARE + YEAR_TIMETABLE_SHARE * count_timetables(y) +
                                         year_calendar_share(y));
    y->staff.a = &alone;
    enum zj_status status = cli_solve_secondment(&y->staff);
    if (status == ZJ_OK)
        status = year_go_on(y);
    if (status == ZJ_OK)
        status = year_finish(y, p, &y->staff, "secondment.json");
    y->staff.a = y->a;
    y->has_staff = status == ZJ_OK && zj_has_plan(&y->staff.plan);
    return status;
}

/* ---- timetables -------------------------------------------------------------------------------------- */

/* Named by the term where its id makes a good name of a file, else by its number. */
static const char *timetable_file(struct year *y, int term)
{
    static const char safe[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    const char *id = y->staff.c.in.term[term].id;

    if (id[strspn(id, safe)] == '\0' && strlen(id) <= 64)
        return zj_printf(&y->arena, "timetable-%s.json", id);
    return zj_printf(&y->arena, "timetable-no%d.json", term + 1);
}

static const struct year_part *part_of(const struct year *y, const char *name, int term)
{
    for (int i = 0; i < y->n; i++)
        if (strcmp(y->part[i].name, name) == 0 &&
            (term < 0 || strcmp(y->part[i].term, y->staff.c.in.term[term].id) == 0))
            return &y->part[i];
    return NULL;
}

/* In a case of its own, whose staff is moved: the plan of secondments is lent to it, and given back. */
static enum zj_status solve_term(struct year *y, struct cli_answer *r, int term)
{
    ZJ_TRY(cli_case_open(&r->c, r->a, ZJ_TIMETABLE));
    struct zj_instance *in = &r->c.in;
    struct zj_pin *own = in->pin;
    const int n_own = in->n_pins;

    r->c.has_secondment = y->has_staff;
    if (y->has_staff)
        r->c.secondment = (struct zj_plan){.postings = y->staff.plan.postings,
                                           .sha256 = part_of(y, "secondment", -1)->sha256};
    enum zj_status status = cli_case_staff(&r->c, r->a, term);
    in->pin = year_meeting_pins(y, in, term, &in->n_pins);
    if (status == ZJ_OK)
        status = cli_solve_timetable(r);
    free(in->pin); /* the check looks at the tables alone */
    in->pin = own;
    in->n_pins = n_own;
    return status == ZJ_OK ? year_go_on(y) : status;
}

static struct cli_args timetable_args(const struct year *y, int n_left)
{
    struct cli_args alone = *y->a;

    alone.output = NULL;
    alone.quiet = true; /* the notes of the tables have been printed */
    alone.time_limit =
        year_time_for(y, YEAR_TIMETABLE_SHARE, YEAR_TIMETABLE_SHARE * n_left + year_calendar_share(y));
    if (!alone.time_limit && !alone.node_limit)
        alone.node_limit = 1;
    return alone;
}

/* The plan becomes the timetable of the term. */
static enum zj_status take_timetable(struct year *y, struct year_part *p, struct cli_answer *r, int term)
{
    ZJ_TRY(year_finish(y, p, r, timetable_file(y, term)));
    zj_lessons_release(&y->lessons[term]);
    y->lessons[term] = r->plan.lessons;
    r->plan.lessons = (struct zj_lessons){0};
    y->unmet[term] = r->plan.value[ZJ_T_UNMET];
    y->soft[term] = r->plan.value[ZJ_T_SOFT];
    return ZJ_OK;
}

static void release_term(struct cli_answer *r)
{
    r->c.has_secondment = false; /* it was lent */
    cli_answer_release(r);
}

static enum zj_status run_timetable(struct year *y, int term, int n_left)
{
    struct year_part *p = year_add_part(y, "timetable");
    const struct cli_args alone = timetable_args(y, n_left);
    struct cli_answer r = {.a = &alone};

    p->term = y->staff.c.in.term[term].id;
    enum zj_status status = solve_term(y, &r, term);
    if (status == ZJ_OK)
        status = take_timetable(y, p, &r, term);
    release_term(&r);
    return status;
}

enum zj_status year_revise_term(struct year *y, int term, bool *better)
{
    const struct cli_args alone = timetable_args(y, 1);
    struct cli_answer r = {.a = &alone, .no_repairs = true};

    enum zj_status status = solve_term(y, &r, term);
    *better = status == ZJ_OK && zj_has_plan(&r.plan) && r.plan.value[ZJ_T_UNMET] <= y->unmet[term] &&
              r.plan.value[ZJ_T_SOFT] <= y->soft[term];
    if (*better)
        status = take_timetable(y, (struct year_part *)part_of(y, "timetable", term), &r, term);
    release_term(&r);
    return status;
}

enum zj_status year_run_timetables(struct year *y)
{
    const char *reason = cli_no_timetable(&y->staff.c);
    int n = count_timetables(y);

    if (!reason && !cli_no_secondment(&y->staff.c) && !y->has_staff)
        reason = N_("not asked: there is no plan of secondments to say who is where");
    if (reason) {
        year_add_part(y, "timetable")->reason = reason;
        return ZJ_OK;
    }
    for (int t = 0; t < n; t++) {
        ZJ_TRY(run_timetable(y, t, n - t));
        ZJ_TRY(year_go_on(y));
    }
    return ZJ_OK;
}
