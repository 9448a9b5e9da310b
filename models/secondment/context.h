/*
 * context.h - the instance as the secondment model looks at it: ages, filters, what history occupies.
 *
 * Read-only once built. The verifier has its own code for all of this.
 */
#ifndef MODELS_SECONDMENT_CONTEXT_H
#define MODELS_SECONDMENT_CONTEXT_H

#include "models/common/filter.h"
#include "models/common/waiver.h"
#include "models/secondment/secondment.h"

/* A posting of history, in terms of the horizon. */
struct sec_past {
    int teacher, from, to;
    int word, kind;  /* kind's word; index into the policy's kinds or -1 */
    int subject;     /* the teacher's main subject */
    int first, last; /* terms of the horizon it occupies; first > last: none */
    int32_t start, end;
    int line;
};

struct sec_ctx {
    struct zj_arena arena;
    const struct zj_instance *in;
    const struct zj_policy *pol;
    const struct zj_postings *keep; /* NULL = none */
    int backbone;                   /* word, -1 when nobody has it */
    struct sec_past *past;          /* sorted by teacher */
    int n_past;
    int *past_of;                      /* n_teachers + 1: past[past_of[t] .. past_of[t+1]-1] belong to t */
    int64_t *past_burden;              /* terms * minutes of a teacher's history */
    int *wish_of;                      /* n_teachers + 1: rows of `wish` by teacher */
    struct zj_wish *wish;              /* sorted by teacher */
    char *in_keep;                     /* teacher occurs in keep */
    int64_t deadline;                  /* of the run, lp_clock_ms(); 0 = none */
    const volatile sig_atomic_t *stop; /* non-zero: the user wants an end; NULL = never */
    bool patient;                      /* models are built to the end whatever the two say */
    bool splits_burdens; /* paths with burdens below, at and above burden_split end in no common arc */
    int64_t burden_split;
    const struct mc_waivers *waived; /* parts that do not bind; NULL = all bind */
    /*
     * Models for the search of conflicts (conflict.c). elastic: what is demanded may fall short, wishes are
     * left out. touch (by school, NULL = no such model): postings with an end at one of these schools are
     * all there, and the hard filters that bar them are noted in sec_model.bar.
     */
    bool elastic;
    const bool *touch;
    bool own; /* with touch: only postings of teachers whose home is in the block, barred at home alone */
    bool one_by_one; /* no two teachers are alike and no row is strengthened: a model for comparison */
};

void sec_ctx_init(struct sec_ctx *c, const struct zj_instance *in, const struct zj_policy *pol,
                  const struct zj_postings *keep);
/* The same without these parts, which the caller keeps. Waived rows of history.csv never happened. */
void sec_ctx_init_without(struct sec_ctx *c, const struct zj_instance *in, const struct zj_policy *pol,
                          const struct zj_postings *keep, const struct mc_waivers *waived);
void sec_ctx_release(struct sec_ctx *c);
/*
 * Is building to be given up? Once true it stays so; a model built meanwhile is a part, and good for
 * nothing.
 */
bool sec_ctx_over(const struct sec_ctx *c);

/* Teacher part on the first day of the posting, and the host_ keys. */
bool sec_posting_passes(const struct sec_ctx *c, const struct zj_filter *f, const struct zj_posting *p);
bool sec_past_passes(const struct sec_ctx *c, const struct zj_filter *f, const struct sec_past *h);
/* Is the kind (a word) among the rule's kinds? */
bool sec_kind_in(const struct zj_rule *r, int word);
/* Does the rule speak of this posting (kinds and where)? */
bool sec_applies(const struct sec_ctx *c, const struct zj_rule *r, const struct zj_posting *p);
/*
 * Is the hard filter waived where the posting is? Its place is the home school; of scope and distance
 * both schools.
 */
bool sec_waived_for(const struct sec_ctx *c, const struct zj_rule *r, const struct zj_posting *p);
/* Has the filter a place at the host too? */
bool sec_bars_at_host(enum zj_rule_id id);
bool sec_active(const struct zj_posting *p, int term);
bool sec_past_active(const struct sec_past *h, int term);
int sec_wish(const struct sec_ctx *c, int teacher, int school);
bool sec_is_backbone(const struct sec_ctx *c, int teacher);
/* Is the assignment one of keep's? */
bool sec_kept(const struct sec_ctx *c, const struct zj_posting *p);

/* Terms of a period of `per`: period i of sec_n_periods covers terms [*first, *last]. */
int sec_n_periods(const struct sec_ctx *c, enum zj_per per);
void sec_period(const struct sec_ctx *c, enum zj_per per, int i, int *first, int *last);
/* "2026A", "2026-2027" or "horizon". */
const char *sec_period_text(const struct sec_ctx *c, enum zj_per per, int i);
/* First day of school year y of the horizon. */
int32_t sec_year_start(const struct sec_ctx *c, int y);
/* ceil, floor or nearest (half up) of a / 1000, a >= 0. */
int64_t sec_permille(int64_t a, enum zj_round round);

#endif
