/*
 * explain.h - why a plan is as it is: questions that are answered by solving changed cases.
 *
 * Each question is a small change of instance or policy (solver/data/change.h): a pin, a forbidding pin, one
 * more teacher, a limit moved by one. The changed case is solved exactly and its plan verified under the
 * changed tables; the answer is the difference to the given plan, tier by tier. Only blocks of schools that
 * the change can concern are solved again (models/secondment/known.h), and only when the given plan says
 * that it is optimal; otherwise everything is.
 */
#ifndef ZJ_EXPLAIN_EXPLAIN_H
#define ZJ_EXPLAIN_EXPLAIN_H

#include "solver/base/err.h"
#include "solver/data/change.h"
#include "solver/data/plan.h"

#include <signal.h>

/* What is explained, and how long it may take. */
struct ex_case {
    const struct zj_instance *in; /* of a timetable: as the staff stands */
    const struct zj_policy *pol;
    const struct zj_plan *plan; /* lawful */
    const int64_t *now;         /* by tier: the plan's values as the verifier counts them */
    const struct zj_plan *keep; /* NULL = no plan is kept */
    int64_t time_limit_ms;      /* of each solve; 0 = none */
    int64_t node_limit;         /* 0 = none */
    int jobs;
    const volatile sig_atomic_t *stop; /* may be NULL */
    bool whole;                        /* solve everything again, whatever the change concerns */
    bool near; /* among equally good plans the one that differs least from the plan; see ex_may_anchor() */
};

/* What is asked about; -1 = any. */
struct ex_question {
    int teacher, school;
    int start_term, kind; /* secondments; kind: index into the policy's kinds */
    int class_id;         /* timetables: word */
};

enum ex_answer {
    EX_IS_SO,      /* the plan already has it, or (why) has nothing of the teacher */
    EX_BARRED,     /* rules forbid it, whatever else the plan holds */
    EX_IMPOSSIBLE, /* no lawful plan has it: proved */
    EX_POSSIBLE,   /* a plan has it */
    EX_UNKNOWN,    /* limits ended the search before any plan was found */
    EX_N_ANSWERS
};

/* A rule that forbids some of the ways in which the wish could come true. */
struct ex_bar {
    struct zj_finding finding; /* of the first such way; texts are the answer's */
    int n_ways, last_way;      /* the number of ways, and the last of them */
};

/* What a changed case gives. Release with ex_outcome_release. */
struct ex_outcome {
    struct zj_arena arena;
    enum ex_answer answer;
    int n_ways, n_barred; /* postings of the kinds that would do; those that rules forbid */
    struct ex_bar *bar;   /* heap: rules that forbid ways, those that forbid most first */
    int n_bars, cap_bars;
    struct ex_bar *strain; /* heap: rules that the posting alone would break, and others may mend */
    int n_strains, cap_strains;
    struct zj_plan plan; /* the best plan of the changed case, lawful under it and in the given one */
    bool has_plan, proved;
    struct zj_postings added, removed; /* against the given plan */
    struct zj_lessons lessons_added, lessons_removed;
};
void ex_outcome_release(struct ex_outcome *o);

/* What of a kind's own limits keeps the teacher from the school (and term). */
enum ex_limit { EX_FITS, EX_DIRECTION, EX_POST, EX_START, EX_LENGTH };
enum ex_limit ex_kind_limit(const struct ex_case *x, const struct ex_question *q, int kind);

/*
 * Why is the teacher not posted to the school (and term, and kind)? What forbids it, else the best plan that
 * does it. Fails only when a solve fails.
 */
enum zj_status ex_why_not(const struct ex_case *x, const struct ex_question *q, struct ex_outcome *o,
                          struct zj_err *err) ZJ_MUST_CHECK;
/* What would the plan be without any posting (lesson off the home school) of the teacher? */
enum zj_status ex_why(const struct ex_case *x, const struct ex_question *q, struct ex_outcome *o,
                      struct zj_err *err) ZJ_MUST_CHECK;

/* ---- what is worth most ----------------------------------------------------------------------------- */

enum ex_gain_kind { EX_TEACHER, EX_ELIGIBLE, EX_QUOTA, EX_N_GAIN_KINDS };

/* One change, and what it brings. */
struct ex_gain {
    enum ex_gain_kind kind;
    int school, subject;          /* EX_TEACHER, EX_ELIGIBLE: of the new teacher */
    int like;                     /* the teacher after whom the new one is made */
    int rule;                     /* EX_ELIGIBLE, EX_QUOTA: position in the policy */
    struct zj_spot spot;          /* EX_QUOTA */
    const char *where;            /* EX_QUOTA: as findings name it, without the period */
    size_t field;                 /* EX_QUOTA: offset of min or max */
    int value;                    /* EX_QUOTA: the new limit */
    bool known, proved;           /* there is a plan; it is proved to be best */
    int64_t change[ZJ_MAX_TIERS]; /* value with the change - value of the plan */
    int listed;                   /* when it was thought of: equal gains stay in this order */
};

struct ex_worth {
    struct zj_arena arena;
    struct ex_gain *gain; /* heap: the greatest gain first, in the order of the tiers */
    int n, cap;
    int n_left; /* changes that there was no time for */
};
void ex_worth_release(struct ex_worth *w);
/* `tick` (may be NULL) is called now and then. x->time_limit_ms is of all solves together. */
enum zj_status ex_find_worth(const struct ex_case *x, struct ex_worth *w,
                             void (*tick)(void *ctx, int done, int total), void *ctx,
                             struct zj_err *err) ZJ_MUST_CHECK;

/* ---- shared by the parts ------------------------------------------------------------------------------ */

/*
 * Solve the changed case and verify its plan. `touched` by school: what the change may concern (of
 * secondments; timetables find it themselves). *plan is initialised here. ZJ_EINTERNAL when the verifier
 * does not agree with the model.
 */
enum zj_status ex_solve(const struct ex_case *x, const struct zj_change *c, const bool *touched,
                        struct zj_plan *plan, struct zj_err *err) ZJ_MUST_CHECK;
/*
 * May the nearest of the best plans be asked for, without another answer? Stability must be the last tier, no
 * rule speak of it, and no plan be kept.
 */
bool ex_may_anchor(const struct ex_case *x);
bool ex_has_plan(const struct zj_plan *plan);
/* Every posting of the teacher that would do, lawful or not. */
void ex_ways(const struct ex_case *x, const struct ex_question *q, struct zj_postings *ways);

#endif
