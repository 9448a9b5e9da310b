#include "models/secondment/known.h"

static bool is_touched(const struct sec_run *r, int block)
{
    for (int s = 0; s < r->ctx->in->n_schools; s++) {
        if (r->blocks.has[block][s] && r->opt->known->touched[s])
            return true;
    }
    for (int k = 0; k < r->blocks.n_county; k++) {
        if (r->blocks.owner[k] == block)
            return true;
    }
    return false;
}

void sec_known_take(struct sec_run *r)
{
    for (int b = 0; r->opt->known && b < r->blocks.n; b++)
        r->closed[b] = !is_touched(r, b) && sec_run_load(r, b, r->opt->known->postings);
}

void sec_known_after_fairness(struct sec_run *r)
{
    for (int b = 0; r->opt->known && b < r->blocks.n; b++)
        r->closed[b] &= r->value[ZJ_T_FAIRNESS] == r->opt->known->fairness;
}

int64_t sec_known_cap(const struct sec_run *r, int64_t lo, int tries)
{
    int64_t old = r->opt->known ? r->opt->known->fairness : -1;
    int64_t cap = r->value[ZJ_T_FAIRNESS] > old ? old : old - 1;

    return tries < 2 && cap >= lo && cap < r->value[ZJ_T_FAIRNESS] ? cap : -1;
}
