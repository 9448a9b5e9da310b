#include "solver/cli/judged.h"

#include <string.h>

/* What there was before the plan: nobody posted, or the pairing of the tables. */
static bool judge_before(const struct cli_case *c, const struct zj_plan *plan, struct zj_verdict *before)
{
    const struct zj_postings nobody = {0};

    if (plan->model == ZJ_SECONDMENT) {
        zj_verify_postings(&c->in, &c->pol, &nobody, cli_kept(c), before);
        return true;
    }
    if (plan->model == ZJ_PAIRING && c->in.has_pairings) {
        struct zj_pairs given = {0};
        zj_pairs_of_tables(&c->in, &given);
        zj_verify_pairs(&c->in, &c->pol, &given, before);
        zj_pairs_release(&given);
        return true;
    }
    return false;
}

enum zj_status cli_judge(struct cli_judged *x, struct cli_plans *p, const struct cli_args *a, int i)
{
    struct zj_plan *plan = &p->plan[i];
    struct cli_case *c = &x->c;

    memset(x, 0, sizeof *x);
    x->path = p->path[i];
    ZJ_TRY(cli_plans_open(p, a, i, c));
    const struct zj_given given = cli_given(c);
    x->status = zj_verify_plan(&c->in, &c->pol, plan, &given, &x->verdict, &x->misstated);
    const bool has_before = zj_has_plan(plan) && judge_before(c, plan, &x->before);
    cli_case_legs(c, plan);
    x->r = (struct rep_case){.in = &c->in,
                             .pol = &c->pol,
                             .plan = plan,
                             .verdict = &x->verdict,
                             .before = has_before ? &x->before : NULL,
                             .misstated = &x->misstated,
                             .ok = x->status == ZJ_OK,
                             .office = a->office,
                             .date = a->date};
    return ZJ_OK;
}

void cli_judged_release(struct cli_judged *x)
{
    zj_verdict_release(&x->verdict);
    zj_verdict_release(&x->before);
    zj_diag_release(&x->misstated);
    cli_case_close(&x->c);
}
