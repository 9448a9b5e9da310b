/*
 * credit.h - years of service as the policy's rules of credit count them, teacher by teacher.
 *
 * Two accounts are kept: years of support posts (支教) and years of rural service (农村任教). They are
 * exact whole numbers of a small unit, ZJ_CREDIT_YEAR of which are a year.
 */
#ifndef ZJ_DATA_CREDIT_H
#define ZJ_DATA_CREDIT_H

#include "solver/data/policy.h"

/* A year is two half-years of 1000: posting_credit counts half-years by permille. */
enum { ZJ_CREDIT_HALF_YEAR = 1000, ZJ_CREDIT_YEAR = 2 * ZJ_CREDIT_HALF_YEAR };

/* What a line of the account counts. */
enum zj_credit_what {
    ZJ_CR_DAYS,         /* credit: days of visits */
    ZJ_CR_STUDIO_YEARS, /* credit: years in a studio that count */
    ZJ_CR_PERIODS,      /* credit: online periods */
    ZJ_CR_POSTINGS,     /* posting_credit: half-years on postings */
    ZJ_CR_HOME,         /* home_credit: half-years at the home school */
    ZJ_CR_PROMOTION,    /* promotion: units of the account */
    ZJ_CR_SENIOR,       /* senior_exempt: half-years on postings */
    ZJ_N_CREDIT_WHAT
};

/* An entry of the policy, and what one teacher has of it. */
struct zj_credit_line {
    int teacher;
    const struct zj_rule *rule; /* of pol->credit_rule */
    enum zj_credit_what what;
    int64_t have, need;      /* need = ZJ_NO_CREDIT_NEED: everything counts */
    bool met;                /* have >= need, and for senior_exempt `goes_on` */
    bool goes_on;            /* senior_exempt: on a posting that counts on the last day counted */
    bool unknown;            /* home_credit: here_since is blank */
    int64_t given;           /* units put into the rule's account by this line; 0 = none */
    int first_year, n_years; /* ZJ_CR_STUDIO_YEARS: of `year` below */
};
#define ZJ_NO_CREDIT_NEED INT64_MIN

/* One year of a teacher in a studio. */
struct zj_credit_year {
    int32_t start; /* its first day */
    int64_t visits;
    int grade; /* word: the last one given in it; -1 = none */
    bool counts;
};

/* Why a row of the log counts for nothing. */
enum zj_uncounted {
    ZJ_UNCOUNTED_KIND,    /* no rule counts its kind */
    ZJ_UNCOUNTED_UNIT,    /* the rules count its kind in another unit */
    ZJ_UNCOUNTED_TEACHER, /* the rules that count its kind do not speak of the teacher */
    ZJ_UNCOUNTED_LATER,   /* it lies after the last day counted */
    ZJ_N_UNCOUNTED
};

struct zj_credit_uncounted {
    int activity; /* row of the instance's activities */
    enum zj_uncounted because;
};

struct zj_credit {
    int32_t until;               /* the last day that is counted */
    struct zj_credit_line *line; /* heap, as all of these; by teacher, then in the order of the policy */
    int n_lines, cap_lines;
    struct zj_credit_year *year;
    int n_years, cap_years;
    struct zj_credit_uncounted *uncounted; /* in the order of the table */
    int n_uncounted, cap_uncounted;
    int64_t (*account)[ZJ_N_ACCOUNTS]; /* [teacher] */
};

void zj_credit_release(struct zj_credit *c);
/* What is missing until the line is met; 0 when nothing is, or nothing is needed. */
int64_t zj_credit_missing(const struct zj_credit_line *line);
/* "days", "studio_years", … */
const char *zj_credit_what_name(enum zj_credit_what what);
const char *zj_uncounted_name(enum zj_uncounted because);
/* "service", "rural". */
const char *zj_account_name(enum zj_account account);

#endif
