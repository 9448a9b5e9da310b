/*
 * shown.h - an instance, a plan of it and what the verifier says: what pages and pictures are made of.
 */
#ifndef TESTS_SUPPORT_SHOWN_H
#define TESTS_SUPPORT_SHOWN_H

#include "solver/report/case.h"

struct shown {
    struct zj_instance in;
    struct zj_policy pol;
    struct zj_plan plan;
    struct zj_verdict verdict, before;
    struct zj_diag diag, misstated;
    bool ok;
};

/* Read both and judge the plan, of any model but one that needs another plan beside it. */
void shown_read(struct shown *s, const char *instance, const char *plan);
/* The case as `report` has it; office and date are blank. Borrows s. */
struct rep_case shown_case(const struct shown *s);
void shown_release(struct shown *s);

#endif
