/*
 * certificate.h - the proof of an answer, for others to check (solver/certify/certify.h): its parts, made in
 * worker processes, and the file that joins them.
 *
 * A model says which programs there are and how each is proved; what is too large, and how parts are put
 * together, is said here once.
 */
#ifndef MODELS_COMMON_CERTIFICATE_H
#define MODELS_COMMON_CERTIFICATE_H

#include "solver/data/plan.h"
#include "solver/engine/pool.h"
#include "solver/engine/proof.h"

enum mc_certified {
    MC_CERTIFIED,
    MC_CERT_TOO_LARGE, /* nodes, bytes or columns */
    MC_CERT_OPEN,      /* a relaxation could not be solved, or the proof did not succeed */
    MC_CERT_STOPPED,
    MC_CERT_NOT_COVERED /* answers of this kind have no certificate */
};

struct mc_certificate {
    enum mc_certified how;
    char *text; /* heap, NUL-terminated; NULL unless MC_CERTIFIED */
    size_t n;
    int64_t nodes; /* of all trees */
    int columns;   /* of the largest program */
};

/* One part in the making. */
struct mc_proof {
    enum proof_status status; /* of the last attempt */
    int64_t nodes;
    char *text; /* heap; replaced by each attempt */
    size_t n;
    int columns; /* of the program */
    int n_parts; /* of the certificate, which share the room there is */
};

/* Write the program and its proof; nodes, bytes and stop of the task are set here. */
enum zj_status mc_prove(struct mc_proof *p, const struct proof_task *task, struct zj_err *err) ZJ_MUST_CHECK;

struct mc_certifying {
    void *ctx;
    const struct zj_plan *plan; /* optimal: a part for each block and aim; infeasible: any one part will do */
    int n_blocks;
    /* Of the program, to give up early; may be NULL, then prove() decides. */
    int (*columns)(void *ctx, int block);
    /* Comment lines before the first part of the block; may be NULL. */
    void (*comment)(void *ctx, int block, FILE *f);
    /* In a worker: prove the aim (of plan->order), or with -1 that the block has no answer, by mc_prove(). */
    enum zj_status (*prove)(void *ctx, int block, int aim, struct mc_proof *p, struct zj_err *err);
};

/* Prove all parts and join them. out->how is set; the caller frees out->text. */
enum zj_status mc_certify(const struct mc_certifying *c, const struct pool *pool, struct mc_certificate *out,
                          struct zj_err *err) ZJ_MUST_CHECK;

/* A copy in the arena that is fit for a name in a certificate: blanks and control characters become '_'. */
const char *mc_name(struct zj_arena *a, const char *text);

#endif
