/*
 * export.h - the compact model of a week (week_model.h) as a file that another solver can read.
 */
#ifndef MODELS_TIMETABLE_EXPORT_H
#define MODELS_TIMETABLE_EXPORT_H

#include "models/timetable/timetable.h"

/*
 * Write it for the whole county to opt->write_lp and/or opt->write_mps. It is a relaxation: its optimum
 * is a bound. When the user wants an end before a file is begun, it is not written: the caller looks
 * at *opt->stop.
 */
enum zj_status tt_export(const struct zj_instance *in, const struct zj_policy *pol,
                         const struct tt_options *opt, struct zj_err *err) ZJ_MUST_CHECK;

#endif
