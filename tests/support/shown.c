#include "tests/support/shown.h"

#include "solver/data/staff.h"
#include "solver/io/read.h"
#include "solver/verify/verify.h"
#include "tests/support/cmocka.h"

#include <string.h>

void shown_read(struct shown *s, const char *instance, const char *plan)
{
    const struct zj_read_options options = {0};
    const struct zj_postings nobody = {0};

    memset(s, 0, sizeof *s);
    assert_int_equal(zj_read_instance(instance, &options, &s->in, &s->pol, &s->diag), ZJ_OK);
    assert_int_equal(zj_read_plan(plan, &s->in, &s->pol, &s->plan, &s->diag), ZJ_OK);
    if (s->plan.model == ZJ_TIMETABLE)
        zj_staff_in_term(&s->in, &s->pol, NULL, s->plan.term);
    s->ok = zj_verify_plan(&s->in, &s->pol, &s->plan, NULL, &s->verdict, &s->misstated) == ZJ_OK;
    if (s->plan.model == ZJ_SECONDMENT)
        zj_verify_postings(&s->in, &s->pol, &nobody, NULL, &s->before);
}

struct rep_case shown_case(const struct shown *s)
{
    return (struct rep_case){.in = &s->in,
                             .pol = &s->pol,
                             .plan = &s->plan,
                             .verdict = &s->verdict,
                             .before = s->plan.model == ZJ_SECONDMENT ? &s->before : NULL,
                             .misstated = &s->misstated,
                             .ok = s->ok};
}

void shown_release(struct shown *s)
{
    zj_verdict_release(&s->verdict);
    zj_verdict_release(&s->before);
    zj_diag_release(&s->misstated);
    zj_diag_release(&s->diag);
    zj_plan_release(&s->plan);
    zj_instance_release(&s->in);
    zj_policy_release(&s->pol);
}
