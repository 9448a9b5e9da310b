/*
 * certificate.h - the proof of an answer as a file, checked before it is written.
 */
#ifndef ZJ_CLI_CERTIFICATE_H
#define ZJ_CLI_CERTIFICATE_H

#include "models/pairing/pairing.h"
#include "models/secondment/secondment.h"
#include "models/timetable/timetable.h"
#include "solver/cli/answer.h"

/*
 * Write --certificate for the answer, which was given before. What cannot be certified is said on stderr,
 * and is no failure: the answer stands. Only ZJ_OK or a failure, already told.
 */
enum zj_status cli_certify_secondment(const struct cli_answer *r,
                                      const struct sec_options *options) ZJ_MUST_CHECK;
enum zj_status cli_certify_pairing(const struct cli_answer *r,
                                   const struct pr_options *options) ZJ_MUST_CHECK;
enum zj_status cli_certify_timetable(const struct cli_answer *r,
                                     const struct tt_options *options) ZJ_MUST_CHECK;

#endif
