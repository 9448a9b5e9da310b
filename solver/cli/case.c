#include "solver/cli/case.h"

#include "solver/base/i18n.h"
#include "solver/cli/horizon.h"
#include "solver/io/read.h"

#include <string.h>

enum zj_status cli_read_plan(struct cli_case *c, const struct cli_args *a, const char *path,
                             struct zj_plan *plan)
{
    struct zj_diag d = {0};
    enum zj_status status = zj_read_plan(path, &c->in, &c->pol, plan, &d);

    if (status != ZJ_OK)
        cli_fail(a, status, &d, _("the plan '%s' cannot be used"), path);
    else if (!a->quiet)
        zj_diag_print(&d, stderr, a->verbose ? 0 : CLI_MAX_PROBLEMS);
    zj_diag_release(&d);
    return status;
}

static enum zj_status open_case(struct cli_case *c, const struct cli_args *a)
{
    const struct zj_read_options options = {.encoding = a->encoding, .policy = a->policy};
    enum zj_status status = zj_read_instance(a->operand[0], &options, &c->in, &c->pol, &c->diag);

    if (status != ZJ_OK)
        return cli_fail(a, status, &c->diag, _("the instance '%s' cannot be used"), a->operand[0]);
    if (!a->quiet)
        zj_diag_print(&c->diag, stderr, a->verbose ? 0 : CLI_MAX_PROBLEMS);
    if (a->keep) {
        c->has_keep = true;
        ZJ_TRY(cli_read_plan(c, a, a->keep, &c->keep));
    }
    if (a->terms)
        return cli_cut_horizon(a, &c->in, &c->pol, c->has_keep ? &c->keep.postings : NULL);
    return ZJ_OK;
}

enum zj_status cli_case_open(struct cli_case *c, const struct cli_args *a)
{
    memset(c, 0, sizeof *c);
    return open_case(c, a);
}

void cli_case_close(struct cli_case *c)
{
    if (c->has_keep)
        zj_plan_release(&c->keep);
    zj_instance_release(&c->in);
    zj_policy_release(&c->pol);
    zj_diag_release(&c->diag);
}

const struct zj_postings *cli_kept(const struct cli_case *c)
{
    return c->has_keep ? &c->keep.postings : NULL;
}
