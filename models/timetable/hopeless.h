/*
 * hopeless.h - simple proofs that no timetable keeps every hard rule.
 */
#ifndef MODELS_TIMETABLE_HOPELESS_H
#define MODELS_TIMETABLE_HOPELESS_H

#include "models/timetable/problem.h"

/*
 * True: no plan exists. A pin that no lesson can match, or two that no two lessons of a week can; a block
 * that must be taught and finds too few periods or no teacher; free periods to share that busy rows already
 * take away. False proves nothing.
 */
bool tt_hopeless(const struct tt_problem *p);

#endif
