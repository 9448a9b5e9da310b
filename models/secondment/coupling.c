/*
 * coupling.c - blocks tied by county rows, solved as one program.
 */
#include "models/secondment/coupling.h"

enum zj_status sec_solve_coupled(struct sec_run *r, struct zj_err *err)
{
    const struct sec_ctx *c = r->ctx;
    const struct sec_options *opt = r->opt;

    sec_run_release(r);
    sec_run_init(r, c, opt, true);
    return sec_solve_apart(r, err);
}
