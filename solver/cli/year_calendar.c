/*
 * year_calendar.c - the calendar of a year, beside the timetables of its terms.
 */
#include "solver/base/i18n.h"
#include "solver/cli/year_parts.h"

/* ---- calendar ---------------------------------------------------------------------------------------- */

/* Let the case know the timetables of the year; *sha has room for all of them. */
static void lend_timetables(struct year *y, struct cli_case *c, const char **sha)
{
    int term = 0;

    c->timetable_sha256 = sha;
    c->n_timetables = 0;
    for (int i = 0; i < y->n; i++) {
        if (!y->part[i].term)
            continue;
        c->taught.of_term[term] = &y->lessons[term];
        sha[c->n_timetables++] = y->part[i].sha256;
        term++;
    }
}

/* One calendar. *revised: it has no room, and the timetables were made again, so another may have. */
static enum zj_status try_calendar(struct year *y, struct year_part *p, bool *revised)
{
    struct cli_args alone = *y->a;
    struct cli_answer r = {.a = &alone, .c = y->staff.c}; /* borrowed, not closed */
    const char *sha[ZJ_MAX_TERMS];

    *revised = false;
    alone.output = NULL;
    alone.time_limit = year_time_for(y, YEAR_CALENDAR_SHARE, YEAR_CALENDAR_SHARE);
    if (!alone.time_limit && !alone.node_limit)
        alone.node_limit = 1;
    lend_timetables(y, &r.c, sha);
    enum zj_status status = cli_solve_calendar(&r);
    if (status == ZJ_OK)
        status = year_go_on(y);
    if (status == ZJ_OK && r.plan.status == ZJ_PLAN_INFEASIBLE)
        status = year_revise(y, &r.plan, revised);
    if (status == ZJ_OK && !*revised)
        status = year_finish(y, p, &r, "calendar.json");
    year_release_answer(&r);
    return status;
}

enum zj_status year_run_calendar(struct year *y)
{
    struct year_part *p = year_add_part(y, "calendar");
    bool revised = true;

    if (y->staff.c.pol.n_events == 0) {
        p->reason = N_("not asked: the policy names no activities");
        return ZJ_OK;
    }
    while (revised)
        ZJ_TRY(try_calendar(y, p, &revised));
    return ZJ_OK;
}
