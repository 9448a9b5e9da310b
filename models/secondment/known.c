#include "models/secondment/known.h"

#include <stdlib.h>

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

/* The known postings of the block's teachers, if they are a plan of it. */
static bool take(struct sec_run *r, int block)
{
    const struct sec_model *m = &r->blocks.model[block];
    const struct zj_postings *known = r->opt->known->postings;
    struct sec_program p;

    sec_program_init(&p, m);
    int64_t *x = zj_calloc((size_t)p.n_cols + 1, sizeof *x);
    bool ok = sec_program_load(&p, known, x);
    if (ok)
        sec_program_values(&p, x, r->tier[block]);
    for (int i = 0; ok && i < known->n; i++) {
        if (m->type_of[known->v[i].teacher] >= 0)
            zj_postings_add(&r->best[block], &known->v[i]);
    }
    free(x);
    sec_program_release(&p);
    return ok;
}

void sec_known_take(struct sec_run *r)
{
    for (int b = 0; r->opt->known && b < r->blocks.n; b++)
        r->closed[b] = !is_touched(r, b) && take(r, b);
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
