#include "models/secondment/certificate.h"

#include "models/secondment/blocks.h"
#include "models/secondment/certified.h"
#include "solver/base/i18n.h"
#include "solver/engine/pool.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/*
 * What is given up: a tree with more nodes, fewer of them the more columns there are; a larger program, or
 * more columns in all parts; parts with more bytes than that together; a file that could not be read again.
 */
enum {
    MAX_NODES = 20000,
    MAX_NODES_BY_COLUMNS = 4000000,
    MAX_COLUMNS = 20000,
    MAX_COLUMNS_IN_ALL = 500000,
    MAX_PARTS = 256 << 20,
    MAX_PART = 48 << 20,
    MAX_TEXT = 64 << 20
};

struct job {
    const struct sec_blocks *b;
    const struct zj_plan *plan;
    bool optimal;
    int n_parts;
};

/* What a worker says before its text. */
struct said {
    enum proof_status status;
    int64_t nodes;
};

static struct proof_task task_of(const struct sec_certified_program *c, const struct job *job)
{
    int64_t nodes = MAX_NODES_BY_COLUMNS / (lp_n_cols(c->p.lp) + 1);

    return (struct proof_task){.lp = c->p.lp,
                               .column = c->column,
                               .row = c->row,
                               .n_steps = c->n_steps,
                               .step = c->step,
                               .x = c->x,
                               .first = -1,
                               .nodes = nodes < MAX_NODES ? nodes : MAX_NODES,
                               .bytes =
                                   MAX_PARTS / job->n_parts < MAX_PART ? MAX_PARTS / job->n_parts : MAX_PART,
                               .stop = &pool_stop};
}

/* One attempt; its text replaces *text. */
static enum zj_status attempt(const struct proof_task *t, char **text, size_t *n, struct said *said,
                              struct zj_err *err)
{
    free(*text);
    *text = NULL;
    FILE *out = open_memstream(text, n);
    if (!out)
        zj_out_of_memory();
    enum zj_status st = proof_write(t, out, &said->status, &said->nodes, err);
    if (fclose(out) != 0)
        zj_out_of_memory();
    return st;
}

/*
 * The largest burden of all is proved where it can be: a block whose own largest one is smaller, or need not
 * be as large, only shows its plan.
 */
static enum zj_status prove_aim(struct sec_certified_program *c, const struct job *job, int k, char **text,
                                size_t *n, struct said *said, struct zj_err *err)
{
    enum zj_tier tier = job->plan->order[k];

    sec_certified_aim(c, job->plan, k);
    struct proof_task t = task_of(c, job);
    t.value = c->value[tier];
    t.shown_only = tier == ZJ_T_FAIRNESS && c->value[tier] < c->fairness;
    t.first = tier == ZJ_T_FAIRNESS ? c->reaches : -1;
    ZJ_TRY(attempt(&t, text, n, said, err));
    if (tier != ZJ_T_FAIRNESS || said->status == PROOF_WRITTEN || said->status == PROOF_STOPPED)
        return ZJ_OK;
    t.shown_only = true;
    return attempt(&t, text, n, said, err);
}

static enum zj_status prove_empty(const struct sec_certified_program *c, const struct job *job, char **text,
                                  size_t *n, struct said *said, struct zj_err *err)
{
    const struct proof_task t = task_of(c, job);

    return attempt(&t, text, n, said, err);
}

/* In the worker. */
static enum zj_status write_part(void *ctx, int i, struct pool_bytes *out, struct zj_err *err)
{
    const struct job *job = ctx;
    int n_aims = job->optimal ? job->plan->n_tiers : 1, block = i / n_aims, k = i % n_aims;
    struct sec_certified_program c;
    struct said said = {.status = PROOF_STUCK};
    char *text = NULL;
    size_t n = 0;
    enum zj_status st = ZJ_OK;

    if (!sec_certified_init(&c, &job->b->model[block], block + 1, job->optimal ? job->plan : NULL))
        st = zj_fail(err, ZJ_EINTERNAL, _("the plan is no answer of the program that is to be certified"));
    else if (job->optimal)
        st = prove_aim(&c, job, k, &text, &n, &said, err);
    else
        st = prove_empty(&c, job, &text, &n, &said, err);
    pool_put(out, &said, sizeof said);
    if (st == ZJ_OK && said.status == PROOF_WRITTEN)
        pool_put(out, text, n);
    free(text);
    sec_certified_release(&c);
    return st;
}

/* ---- the file ---------------------------------------------------------------------------------------- */

static void put_heading(FILE *f, const struct job *job)
{
    const struct zj_plan *plan = job->plan;

    fprintf(f, "%% zoujiao-certificate 1\n");
    fprintf(f, "%% instance %s\n", plan->instance_name ? plan->instance_name : "-");
    fprintf(f, "%% sha256 %s\n", plan->instance_sha256 ? plan->instance_sha256 : "-");
    fprintf(f, "%% program %s\n", plan->program ? plan->program : "-");
    fprintf(f, "%% answer %s\n", job->optimal ? "optimal" : "infeasible");
    fprintf(f, "%% blocks %d\n", job->b->n);
    for (int k = 0; k < plan->n_tiers && job->optimal; k++) {
        enum zj_tier t = plan->order[k];
        fprintf(f, "%% aim %s %s %" PRId64 "\n", zj_tier_name(t), t == ZJ_T_FAIRNESS ? "largest" : "sum",
                plan->value[t]);
    }
}

static void put_types(FILE *f, const struct sec_model *m)
{
    for (int i = 0; i < m->n_types; i++) {
        const struct sec_type *type = &m->type[i];
        if (type->n < 2 || m->node[type->root].n_arcs == 0)
            continue;
        fprintf(f, "%% alike");
        for (int k = 0; k < type->n; k++)
            fprintf(f, " %s", m->ctx->in->teacher[type->teacher[k]].id);
        fprintf(f, "\n");
    }
}

static void put_part(FILE *f, const struct job *job, int i, const struct pool_bytes *part)
{
    int n_aims = job->optimal ? job->plan->n_tiers : 1, block = i / n_aims, k = i % n_aims;

    if (k == 0)
        put_types(f, &job->b->model[block]);
    fprintf(f, "%% part %d %s\n", block + 1, job->optimal ? zj_tier_name(job->plan->order[k]) : "infeasible");
    fwrite(part->v + sizeof(struct said), 1, part->n - sizeof(struct said), f);
}

static enum sec_certified verdict_of(const struct pool_bytes *part, struct said *said)
{
    *said = (struct said){.status = PROOF_STOPPED};
    if (part->n >= sizeof *said)
        memcpy(said, part->v, sizeof *said);
    switch (said->status) {
    case PROOF_WRITTEN:
        return SEC_CERTIFIED;
    case PROOF_TOO_LARGE:
        return SEC_CERT_TOO_LARGE;
    case PROOF_STOPPED:
        return SEC_CERT_STOPPED;
    default:
        return SEC_CERT_OPEN;
    }
}

/* An optimum needs every part; that there is no answer, one. The worst verdict of those needed. */
static int judge(const struct job *job, const struct pool_bytes *part, struct sec_certificate *out)
{
    int chosen = -1;
    struct said said;

    out->how = SEC_CERTIFIED;
    for (int i = 0; i < job->n_parts; i++) {
        enum sec_certified how = verdict_of(&part[i], &said);
        out->nodes += said.nodes;
        chosen = how == SEC_CERTIFIED && chosen < 0 ? i : chosen;
        out->how = how > out->how ? how : out->how;
    }
    if (!job->optimal && chosen >= 0)
        out->how = SEC_CERTIFIED;
    return chosen;
}

static void put_all(const struct job *job, const struct pool_bytes *part, struct sec_certificate *out)
{
    int chosen = judge(job, part, out);
    size_t bytes = 0;

    for (int i = 0; i < job->n_parts; i++)
        bytes += job->optimal || i == chosen ? part[i].n : 0;
    if (out->how == SEC_CERTIFIED && bytes > MAX_TEXT - (1 << 20))
        out->how = SEC_CERT_TOO_LARGE;
    if (out->how != SEC_CERTIFIED)
        return;
    FILE *f = open_memstream(&out->text, &out->n);
    if (!f)
        zj_out_of_memory();
    put_heading(f, job);
    for (int i = 0; i < job->n_parts; i++) {
        if (job->optimal || i == chosen)
            put_part(f, job, i, &part[i]);
    }
    if (fclose(f) != 0)
        zj_out_of_memory();
}

/* Is it worth while to begin? */
static bool is_small(const struct job *job, struct sec_certificate *out)
{
    int64_t all = 0;

    for (int k = 0; k < job->b->n; k++) {
        int columns = job->b->model[k].n_arcs + job->b->model[k].n_aux;
        out->columns = columns > out->columns ? columns : out->columns;
        all += columns;
    }
    bool small = out->columns <= MAX_COLUMNS && all * job->n_parts / job->b->n <= MAX_COLUMNS_IN_ALL;
    if (!small)
        out->how = SEC_CERT_TOO_LARGE;
    return small;
}

static enum zj_status certify_blocks(const struct sec_blocks *b, const struct sec_options *opt,
                                     const struct zj_plan *plan, struct sec_certificate *out,
                                     struct zj_err *err)
{
    struct job job = {.b = b, .plan = plan, .optimal = plan->status == ZJ_PLAN_OPTIMAL};
    const struct pool pool = {.jobs = opt->jobs,
                              .deadline = opt->time_limit_ms ? lp_clock_ms() + opt->time_limit_ms : 0,
                              .stop = opt->stop};

    job.n_parts = b->n * (job.optimal ? plan->n_tiers : 1);
    if (!is_small(&job, out))
        return ZJ_OK;
    struct pool_bytes *part = zj_calloc((size_t)job.n_parts + 1, sizeof *part);
    enum zj_status st = pool_run(&pool, job.n_parts, write_part, &job, part, err);
    if (st == ZJ_OK)
        put_all(&job, part, out);
    for (int i = 0; i < job.n_parts; i++)
        pool_release(&part[i]);
    free(part);
    return st;
}

enum zj_status sec_certify(const struct zj_instance *in, const struct zj_policy *pol,
                           const struct sec_options *opt, const struct zj_plan *plan,
                           struct sec_certificate *out, struct zj_err *err)
{
    struct sec_ctx c;
    struct sec_blocks b;

    *out = (struct sec_certificate){.how = SEC_CERT_STOPPED};
    sec_ctx_init(&c, in, pol, opt->keep);
    c.stop = opt->stop;
    c.splits_burdens = plan->status == ZJ_PLAN_OPTIMAL;
    c.burden_split = plan->value[ZJ_T_FAIRNESS];
    sec_blocks_build(&b, &c, false);
    if (!sec_ctx_over(&c) && b.n_coupled > 0) {
        sec_blocks_release(&b);
        sec_blocks_build(&b, &c, true);
    }
    enum zj_status st = sec_ctx_over(&c) ? ZJ_OK : certify_blocks(&b, opt, plan, out, err);
    sec_blocks_release(&b);
    sec_ctx_release(&c);
    return st;
}
