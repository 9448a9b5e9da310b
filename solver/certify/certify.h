/*
 * certify.h - check a certificate: is what it claims of an integer program proved?
 *
 * A certificate is one or more parts, each an integer program with its proof in VIPR's format 1.0 (part.h).
 * Comment lines before and between them, `% word rest`, say what the parts say together:
 *
 *     % zoujiao-certificate 1
 *     % instance NAME             % sha256 64 digits             % program NAME      for people and `verify`
 *     % alike T0007 T0008 ...     teachers that the columns of the first of them stand for; for people
 *     % note TEXT                 anything
 *     % answer optimal | infeasible
 *     % blocks B                  programs that share no column; the whole is all of them together
 *     % aim NAME sum | largest V  the aims in their order; over the blocks their values add up, or the
 *                                 largest counts
 *     % part B NAME               before each part: block (from 1) and aim, or `infeasible`
 *
 * `infeasible` needs one part, of any block. `optimal` needs one part for each block and aim, in this order.
 * The parts of a block are the same program, with an aim as the objective, and for every earlier aim a
 * last row that holds it at its value; they show the same solution. Then that solution is the best one, aim
 * by aim.
 * A file without such comments is taken as a single part, as any VIPR file.
 *
 * Everything is computed with GMP, and nothing here knows the models or the solver.
 */
#ifndef ZJ_CERTIFY_CERTIFY_H
#define ZJ_CERTIFY_CERTIFY_H

#include "solver/base/diag.h"

#include <stdbool.h>
#include <stdint.h>

struct zj_certified_aim {
    const char *name, *value;
    bool largest;
};

/* What was read; what of it is proved the status tells. Texts are the arena's. */
struct zj_certified {
    struct zj_arena arena;
    const char *instance, *sha256, *program; /* NULL = not said */
    bool joined;                             /* the file has the comments above */
    bool infeasible;
    const char *lo, *hi; /* of a single part without them, unless infeasible; NULL = not claimed */
    struct zj_certified_aim *aim;
    int n_aims, cap_aims;
    int n_blocks, n_parts;
    int64_t n_columns, n_rows, n_derived; /* of all parts */
};

/*
 * ZJ_OK: proved. ZJ_VIOLATED: a claim does not follow. ZJ_EDATA: not a certificate. For both *d has the
 * line and the reason. *out and *d are the caller's to release in every case.
 */
enum zj_status zj_certify(const char *file, const char *bytes, size_t n, struct zj_certified *out,
                          struct zj_diag *d) ZJ_MUST_CHECK;
void zj_certified_release(struct zj_certified *c);

#endif
