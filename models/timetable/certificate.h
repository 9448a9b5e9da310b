/*
 * certificate.h - the proof that no week exists (models/common/certificate.h).
 *
 * One component without a week is enough. Its compact model (week_model.h), a relaxation, is written when
 * even that has no answer; else its exact program (exact.h), when that is small enough. Values of timetables
 * are proved by columns that are listed nowhere: they have no certificate.
 */
#ifndef MODELS_TIMETABLE_CERTIFICATE_H
#define MODELS_TIMETABLE_CERTIFICATE_H

#include "models/common/certificate.h"
#include "models/timetable/timetable.h"

/* Prove an infeasible plan of tt_solve() anew and write it down. The caller frees out->text. */
enum zj_status tt_certify(const struct zj_instance *in, const struct zj_policy *pol,
                          const struct tt_options *opt, const struct zj_plan *plan,
                          struct mc_certificate *out, struct zj_err *err) ZJ_MUST_CHECK;

#endif
