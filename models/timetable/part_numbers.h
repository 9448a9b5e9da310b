/*
 * part_numbers.h - what a part of a conflict asks for, and how much of it can be had.
 */
#ifndef MODELS_TIMETABLE_PART_NUMBERS_H
#define MODELS_TIMETABLE_PART_NUMBERS_H

#include "models/timetable/collide.h"

/* Is the part measured with a smaller number in its place? Else it is waived while it is measured. */
bool tt_part_is_lowered(const struct zj_conflict_part *part);
/*
 * Fill need and, where it can be proved, have: of a need the lessons of the block, of common_free and
 * sync_class periods a week. Of a limit need is the limit, when the part has a single one. `waived`: all
 * parts but those of the conflict, and this one unless it is lowered.
 */
enum zj_status tt_part_numbers(const struct tt_collide *c, const struct mc_waivers *waived,
                               struct zj_conflict_part *part, struct zj_err *err) ZJ_MUST_CHECK;

#endif
