#include "models/common/certificate.h"

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
    const struct mc_certifying *c;
    bool optimal;
    int n_aims, n_parts; /* of a block, 1 when infeasible; of all */
};

/* What a worker says before its text. */
struct said {
    enum proof_status status;
    int64_t nodes;
    int columns;
};

enum zj_status mc_prove(struct mc_proof *p, const struct proof_task *task, struct zj_err *err)
{
    struct proof_task t = *task;
    const int64_t nodes = MAX_NODES_BY_COLUMNS / (lp_n_cols(t.lp) + 1);

    t.nodes = nodes < MAX_NODES ? nodes : MAX_NODES;
    t.bytes = MAX_PARTS / p->n_parts < MAX_PART ? MAX_PARTS / p->n_parts : MAX_PART;
    t.stop = &pool_stop;
    p->columns = lp_n_cols(t.lp);
    free(p->text);
    p->text = NULL;
    FILE *out = open_memstream(&p->text, &p->n);
    if (!out)
        zj_out_of_memory();
    enum zj_status st = proof_write(&t, out, &p->status, &p->nodes, err);
    if (fclose(out) != 0)
        zj_out_of_memory();
    return st;
}

/* In the worker. */
static enum zj_status write_part(void *ctx, int i, struct pool_bytes *out, struct zj_err *err)
{
    const struct job *job = ctx;
    struct mc_proof p = {.status = PROOF_STUCK, .n_parts = job->n_parts};
    enum zj_status st =
        job->c->prove(job->c->ctx, i / job->n_aims, job->optimal ? i % job->n_aims : -1, &p, err);
    const struct said said = {p.status, p.nodes, p.columns};

    pool_put(out, &said, sizeof said);
    if (st == ZJ_OK && said.status == PROOF_WRITTEN)
        pool_put(out, p.text, p.n);
    free(p.text);
    return st;
}

/* ---- the file ---------------------------------------------------------------------------------------- */

static void put_heading(FILE *f, const struct job *job)
{
    const struct zj_plan *plan = job->c->plan;

    fprintf(f, "%% zoujiao-certificate 1\n");
    fprintf(f, "%% instance %s\n", plan->instance_name ? plan->instance_name : "-");
    fprintf(f, "%% sha256 %s\n", plan->instance_sha256 ? plan->instance_sha256 : "-");
    fprintf(f, "%% program %s\n", plan->program ? plan->program : "-");
    fprintf(f, "%% answer %s\n", job->optimal ? "optimal" : "infeasible");
    fprintf(f, "%% blocks %d\n", job->c->n_blocks);
    for (int k = 0; k < plan->n_tiers && job->optimal; k++) {
        enum zj_tier t = plan->order[k];
        fprintf(f, "%% aim %s %s %" PRId64 "\n", zj_tier_name(t), t == ZJ_T_FAIRNESS ? "largest" : "sum",
                plan->value[t]);
    }
}

static void put_part(FILE *f, const struct job *job, int i, const struct pool_bytes *part)
{
    const int block = i / job->n_aims, k = i % job->n_aims;

    if (k == 0 && job->c->comment)
        job->c->comment(job->c->ctx, block, f);
    fprintf(f, "%% part %d %s\n", block + 1,
            job->optimal ? zj_tier_name(job->c->plan->order[k]) : "infeasible");
    fwrite(part->v + sizeof(struct said), 1, part->n - sizeof(struct said), f);
}

static enum mc_certified verdict_of(const struct pool_bytes *part, struct said *said)
{
    *said = (struct said){.status = PROOF_STOPPED};
    if (part->n >= sizeof *said)
        memcpy(said, part->v, sizeof *said);
    switch (said->status) {
    case PROOF_WRITTEN:
        return MC_CERTIFIED;
    case PROOF_TOO_LARGE:
        return MC_CERT_TOO_LARGE;
    case PROOF_STOPPED:
        return MC_CERT_STOPPED;
    default:
        return MC_CERT_OPEN;
    }
}

/* An optimum needs every part; that there is no answer, one. The worst verdict of those needed. */
static int judge(const struct job *job, const struct pool_bytes *part, struct mc_certificate *out)
{
    int chosen = -1;
    struct said said;

    out->how = MC_CERTIFIED;
    for (int i = 0; i < job->n_parts; i++) {
        enum mc_certified how = verdict_of(&part[i], &said);
        out->nodes += said.nodes;
        out->columns = said.columns > out->columns ? said.columns : out->columns;
        chosen = how == MC_CERTIFIED && chosen < 0 ? i : chosen;
        out->how = how > out->how ? how : out->how;
    }
    if (!job->optimal && chosen >= 0)
        out->how = MC_CERTIFIED;
    return chosen;
}

static void put_all(const struct job *job, const struct pool_bytes *part, struct mc_certificate *out)
{
    int chosen = judge(job, part, out);
    size_t bytes = 0;

    for (int i = 0; i < job->n_parts; i++)
        bytes += job->optimal || i == chosen ? part[i].n : 0;
    if (out->how == MC_CERTIFIED && bytes > MAX_TEXT - (1 << 20))
        out->how = MC_CERT_TOO_LARGE;
    if (out->how != MC_CERTIFIED)
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
static bool is_small(const struct job *job, struct mc_certificate *out)
{
    int64_t all = 0;

    for (int k = 0; job->c->columns && k < job->c->n_blocks; k++) {
        int columns = job->c->columns(job->c->ctx, k);
        out->columns = columns > out->columns ? columns : out->columns;
        all += columns;
    }
    return out->columns <= MAX_COLUMNS && all * job->n_aims <= MAX_COLUMNS_IN_ALL;
}

enum zj_status mc_certify(const struct mc_certifying *c, const struct pool *pool, struct mc_certificate *out,
                          struct zj_err *err)
{
    struct job job = {.c = c, .optimal = c->plan->status == ZJ_PLAN_OPTIMAL};

    job.n_aims = job.optimal ? c->plan->n_tiers : 1;
    job.n_parts = c->n_blocks * job.n_aims;
    *out = (struct mc_certificate){.how = MC_CERT_TOO_LARGE};
    if (!is_small(&job, out))
        return ZJ_OK;
    struct pool_bytes *part = zj_calloc((size_t)job.n_parts + 1, sizeof *part);
    enum zj_status st = pool_run(pool, job.n_parts, write_part, &job, part, err);
    if (st == ZJ_OK)
        put_all(&job, part, out);
    for (int i = 0; i < job.n_parts; i++)
        pool_release(&part[i]);
    free(part);
    return st;
}

const char *mc_name(struct zj_arena *a, const char *text)
{
    char *name = zj_strdup(a, text);

    for (char *c = name; *c; c++) {
        if ((unsigned char)*c <= ' ' || *c == 0x7F)
            *c = '_';
    }
    return name;
}
