/*
 * plans.h - the plans that a command line names, each with those that it was made beside: a timetable with
 * the secondments that moved its staff, a calendar with the timetables that it looks at.
 */
#ifndef ZJ_CLI_PLANS_H
#define ZJ_CLI_PLANS_H

#include "solver/cli/case.h"

enum { CLI_MAX_PLANS = 64 };

struct cli_plans {
    const char *path[CLI_MAX_PLANS];
    struct zj_plan plan[CLI_MAX_PLANS];
    int n;
    bool of_year;  /* a folder that 'plan' wrote is among the operands */
    bool was_read; /* notes on the tables were told */
    struct zj_arena arena;
};

/* The operands behind the instance; a folder that 'plan' wrote stands for the plans in it. */
enum zj_status cli_plans_list(struct cli_plans *p, const struct cli_args *a) ZJ_MUST_CHECK;
/* Read them all into the case of the tables, whose staff nothing moves. cli_case_close() must follow. */
enum zj_status cli_plans_read(struct cli_plans *p, const struct cli_args *a,
                              struct cli_case *c) ZJ_MUST_CHECK;
/*
 * Open a case of its own for plan i, with the plans that go with it where they are among those named, and
 * read the plan again as one of that case. cli_case_close() must follow.
 */
enum zj_status cli_plans_open(struct cli_plans *p, const struct cli_args *a, int i,
                              struct cli_case *c) ZJ_MUST_CHECK;
void cli_plans_release(struct cli_plans *p);

#endif
