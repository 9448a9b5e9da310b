/*
 * week_tree.h - weeks in order, so that those that begin alike can be left out together.
 */
#ifndef MODELS_TIMETABLE_WEEK_TREE_H
#define MODELS_TIMETABLE_WEEK_TREE_H

#include "models/timetable/weeks.h"

/* Sort the plans by their items, number their spells, and find the branches. */
void tt_weeks_order(struct tt_weeks *w);

#endif
