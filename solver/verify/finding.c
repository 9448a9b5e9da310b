#include "solver/verify/finding.h"

#include "solver/verify/sum.h"

void vf_tell(struct zj_verdict *v, const struct zj_rule *r, const char *where, int64_t need, int64_t have,
             int64_t shortfall)
{
    ZJ_GROW(v->finding, v->n, v->cap);
    v->finding[v->n++] = (struct zj_finding){
        .rule = r->id,
        .index = r->index,
        .hard = r->hard,
        .ok = shortfall == 0,
        .need = need,
        .have = have,
        .shortfall = shortfall,
        .where = where,
    };
    if (r->hard && shortfall > 0)
        v->n_hard_broken++;
    if (!r->hard && r->id != ZJ_R_need) /* periods without a teacher are a tier of their own */
        v->tier[ZJ_T_SOFT] = vf_plus(v->tier[ZJ_T_SOFT], vf_times(r->weight, shortfall));
}
