#include "solver/cli/plans.h"

#include "solver/base/file.h"
#include "solver/base/i18n.h"
#include "solver/cli/year.h"

#include <string.h>

static enum zj_status add_path(struct cli_plans *p, const struct cli_args *a, const char *path)
{
    if (p->n == CLI_MAX_PLANS)
        return cli_fail(a, ZJ_EUSAGE, NULL, _("more than %d plans"), (int)CLI_MAX_PLANS);
    p->path[p->n++] = path;
    return ZJ_OK;
}

enum zj_status cli_plans_list(struct cli_plans *p, const struct cli_args *a)
{
    for (int i = 1; i < a->n_operands; i++) {
        const char *path = a->operand[i], **of_year = NULL;
        int n = 0;
        if (zj_is_folder(path))
            of_year = year_plans(path, &p->arena, &n);
        for (int k = 0; k < n; k++)
            ZJ_TRY(add_path(p, a, of_year[k]));
        if (!of_year)
            ZJ_TRY(add_path(p, a, path));
        p->of_year = p->of_year || of_year;
    }
    return ZJ_OK;
}

enum zj_status cli_plans_read(struct cli_plans *p, const struct cli_args *a, struct cli_case *c)
{
    ZJ_TRY(cli_case_open(c, a, CLI_ANY_MODEL));
    for (int i = 0; i < p->n; i++)
        ZJ_TRY(cli_read_plan(c, a, p->path[i], CLI_ANY_MODEL, &p->plan[i]));
    p->was_read = true;
    return ZJ_OK;
}

/* The path of the plan of these bytes, or NULL when it is not among those read. */
static const char *path_of(const struct cli_plans *p, const char *sha256)
{
    for (int i = 0; i < p->n; i++)
        if (p->plan[i].sha256 && strcmp(p->plan[i].sha256, sha256) == 0)
            return p->path[i];
    return NULL;
}

/* The path of the plan of secondments that the timetable was made with, when it is among those named. */
static const char *staff_plan(const struct cli_plans *p, const struct cli_args *a,
                              const struct zj_plan *timetable)
{
    const char *sha = timetable->secondment_sha256, *path = sha ? path_of(p, sha) : NULL;

    return path ? path : sha ? a->secondment : NULL;
}

/* The timetables that the calendar looks at, as --timetable names them, when all are among those named. */
static const char *week_plans(struct cli_plans *p, const struct cli_args *a, const struct zj_plan *calendar)
{
    const char *paths = NULL;

    for (int i = 0; i < calendar->n_timetables; i++) {
        const char *path = path_of(p, calendar->timetable_sha256[i]);
        if (!path)
            return a->timetable;
        paths = paths ? zj_printf(&p->arena, "%s,%s", paths, path) : path;
    }
    return paths;
}

enum zj_status cli_plans_open(struct cli_plans *p, const struct cli_args *a, int i, struct cli_case *c)
{
    struct cli_args alone = *a;
    struct zj_plan again = {0};

    alone.operand[1] = p->path[i];
    alone.n_operands = 2;
    if (p->was_read) {
        alone.secondment = staff_plan(p, a, &p->plan[i]);
        alone.timetable = week_plans(p, a, &p->plan[i]);
        alone.quiet = true;
    }
    enum zj_status status = cli_case_open(c, &alone, CLI_ANY_MODEL);
    if (status == ZJ_OK)
        status = cli_case_taught(c, &alone);
    if (status == ZJ_OK)
        status = cli_read_plan(c, &alone, alone.operand[1], CLI_ANY_MODEL, &again);
    if (status == ZJ_OK)
        status = cli_case_suits(c, &alone, &again);
    zj_plan_release(&p->plan[i]);
    p->plan[i] = again;
    return status;
}

void cli_plans_release(struct cli_plans *p)
{
    for (int i = 0; i < p->n; i++)
        zj_plan_release(&p->plan[i]);
    zj_arena_release(&p->arena);
}
