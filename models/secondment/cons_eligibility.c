/*
 * cons_eligibility.c - who may take the kind at all.                       usually HARD
 *
 * Policy  Liuzhou scheme: "选派1名副校长或优秀中层干部"; Shangkou: "参教不满三年的年轻教师".
 * Sets    postings p of the kinds; the filter asks post, rank, title, years, subject, schools.
 * Vars    x[a], one column for each posting of a type                     (model.h)
 * Rows    none: a posting whose teacher fails the filter on its first day is no column
 *         (hard) or costs the weight (soft). Filters are part of the type's signature.
 * Size    0 rows.
 * Check   solver/verify/secondment/check_eligibility.c, which shares no code with this file.
 */
#include "models/secondment/families.h"

static bool offends(const struct sec_ctx *c, const struct zj_rule *r, const struct zj_posting *p)
{
    return !sec_posting_passes(c, &r->filter, p);
}

const struct sec_family cons_eligibility = {.offends = offends};
