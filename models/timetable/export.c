#include "models/timetable/export.h"

#include "models/timetable/week_model.h"

static bool stopped(const struct tt_options *opt)
{
    return opt->stop && *opt->stop;
}

enum zj_status tt_export(const struct zj_instance *in, const struct zj_policy *pol,
                         const struct tt_options *opt, struct zj_err *err)
{
    struct tt_problem p;
    enum zj_status status = ZJ_OK;

    tt_problem_init(&p, in, pol);
    struct lp *lp = tt_week_model(&p);
    if (opt->write_lp && !stopped(opt))
        status = lp_write(lp, opt->write_lp, false, err);
    if (status == ZJ_OK && opt->write_mps && !stopped(opt))
        status = lp_write(lp, opt->write_mps, true, err);
    lp_free(lp);
    tt_problem_release(&p);
    return status;
}
