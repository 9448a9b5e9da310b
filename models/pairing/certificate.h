/*
 * certificate.h - the proof of an answer about pairings (models/common/certificate.h).
 *
 * The whole model is one program: the columns and rows of the rules, and for the tier `balance`
 *
 *     largest, smallest    n[l] <= largest and smallest <= n[l] + M (1 - u[l]) for every lead l;
 *                          smallest <= largest
 *     aim_TIER             an earlier aim at its value
 */
#ifndef MODELS_PAIRING_CERTIFICATE_H
#define MODELS_PAIRING_CERTIFICATE_H

#include "models/common/certificate.h"
#include "models/pairing/pairing.h"

/*
 * Prove an optimal or infeasible plan of pr_solve() anew and write it down. opt: stop counts, and the time
 * limit once more; jobs: worker processes, >= 1. The caller frees out->text.
 */
enum zj_status pr_certify(const struct zj_instance *in, const struct zj_policy *pol,
                          const struct pr_options *opt, const struct zj_plan *plan, int jobs,
                          struct mc_certificate *out, struct zj_err *err) ZJ_MUST_CHECK;

#endif
