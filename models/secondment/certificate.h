/*
 * certificate.h - the proof of an answer about secondments (models/common/certificate.h).
 *
 * Each block's program (all of the county as one when rows join the blocks) is written as its own rows,
 * bounds and integrality say; rows of strengthen.c are derived. Additional columns and rows:
 *
 *     one            fixed to 1, carries what of an aim no plan can change; so no program is empty
 *     burden_F       1 when anybody's burden reaches F, the value of fairness:
 *                    sum of x over such arcs <= N burden_F, N as large as that sum can be
 *     above_F        1 when anybody's burden is above F, likewise;  above_F <= burden_F
 *     aim_TIER       an earlier aim at its value
 *
 * The aim of fairness is F burden_F + above_F, so the least value F says that somebody's burden reaches F in
 * every plan, and F + 1 would say that it must be more.
 */
#ifndef MODELS_SECONDMENT_CERTIFICATE_H
#define MODELS_SECONDMENT_CERTIFICATE_H

#include "models/common/certificate.h"
#include "models/secondment/secondment.h"

/*
 * Prove an optimal or infeasible plan of sec_solve() anew and write it down. opt: jobs, keep and stop
 * count, and the time limit once more.
 * The caller frees out->text.
 */
enum zj_status sec_certify(const struct zj_instance *in, const struct zj_policy *pol,
                           const struct sec_options *opt, const struct zj_plan *plan,
                           struct mc_certificate *out, struct zj_err *err) ZJ_MUST_CHECK;

#endif
