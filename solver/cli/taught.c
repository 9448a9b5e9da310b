/*
 * taught.c - the timetables that a calendar looks at.
 */
#include "solver/base/i18n.h"
#include "solver/cli/case.h"

#include <stdlib.h>
#include <string.h>

/* The timetable speaks of its term, or of all. */
static enum zj_status take_terms(struct cli_case *c, const struct cli_args *a, const char *path,
                                 const struct zj_plan *plan)
{
    for (int t = 0; t < c->in.n_terms && t < ZJ_MAX_TERMS; t++) {
        if (plan->term >= 0 && plan->term != t)
            continue;
        if (c->taught.of_term[t])
            return cli_fail(a, ZJ_EUSAGE, NULL, _("'%s' is a second timetable of the term %s"), path,
                            c->in.term[t].id);
        c->taught.of_term[t] = &plan->lessons;
    }
    return ZJ_OK;
}

static enum zj_status read_timetable(struct cli_case *c, const struct cli_args *a, const char *path)
{
    struct zj_plan *plan = &c->timetable[c->n_timetables];

    ZJ_TRY(cli_read_plan(c, a, path, ZJ_TIMETABLE, plan));
    c->timetable_sha256[c->n_timetables++] = plan->sha256;
    return take_terms(c, a, path, plan);
}

enum zj_status cli_case_taught(struct cli_case *c, const struct cli_args *a)
{
    enum zj_status status = ZJ_OK;
    size_t most = 1;

    if (!a->timetable)
        return ZJ_OK;
    for (const char *at = a->timetable; *at; at++)
        most += *at == ',';
    c->timetable = zj_calloc(most, sizeof *c->timetable);
    c->timetable_sha256 = zj_calloc(most, sizeof *c->timetable_sha256);
    char *paths = zj_calloc(strlen(a->timetable) + 1, 1), *rest = NULL;
    strcpy(paths, a->timetable);
    for (char *path = strtok_r(paths, ",", &rest); path && status == ZJ_OK; path = strtok_r(NULL, ",", &rest))
        status = read_timetable(c, a, path);
    free(paths);
    return status;
}
