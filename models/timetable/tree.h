/*
 * tree.h - branch and price: the relaxation's bound, made better by cases.
 *
 * A case bounds counts of which every integer answer has a whole number: days of a type at a campus, and
 * blocks (lessons, where several teachers may share a block) of a group that a type gives. In the linear
 * program they are rows, so prices stay what they are: a bonus for each day, for each block. The case with
 * the least bound is parted next, where both halves gain most by the linear program at hand. The bound of
 * all is the least of the cases that are left.
 */
#ifndef MODELS_TIMETABLE_TREE_H
#define MODELS_TIMETABLE_TREE_H

#include "models/timetable/master.h"

struct tt_tree {
    int64_t bound; /* no integer answer costs less; `enough` when none costs less than that */
    int64_t nodes; /* cases looked at */
};

/*
 * Part the cases of a program whose weeks have been generated, until the bound reaches `enough`, or after
 * so many cases, or until a limit stops it. root: the program's bound.
 */
enum zj_status tt_tree_bound(struct tt_master *m, const struct lp_limits *lim, int64_t root, int64_t enough,
                             int64_t nodes, struct tt_tree *out, struct zj_err *err) ZJ_MUST_CHECK;

#endif
