#include "solver/data/credit.h"

#include <stdlib.h>
#include <string.h>

void zj_credit_release(struct zj_credit *c)
{
    free(c->line);
    free(c->year);
    free(c->uncounted);
    free(c->account);
    memset(c, 0, sizeof *c);
}

int64_t zj_credit_missing(const struct zj_credit_line *line)
{
    return line->need != ZJ_NO_CREDIT_NEED && line->have < line->need ? line->need - line->have : 0;
}

const char *zj_credit_what_name(enum zj_credit_what what)
{
    static const char *const names[ZJ_N_CREDIT_WHAT] = {
        [ZJ_CR_DAYS] = "days",
        [ZJ_CR_STUDIO_YEARS] = "studio_years",
        [ZJ_CR_PERIODS] = "periods",
        [ZJ_CR_POSTINGS] = "posting_half_years",
        [ZJ_CR_HOME] = "home_half_years",
        [ZJ_CR_PROMOTION] = "account",
        [ZJ_CR_SENIOR] = "posting_half_years",
    };

    return names[what];
}

const char *zj_uncounted_name(enum zj_uncounted because)
{
    static const char *const names[ZJ_N_UNCOUNTED] = {
        [ZJ_UNCOUNTED_KIND] = "kind",
        [ZJ_UNCOUNTED_UNIT] = "unit",
        [ZJ_UNCOUNTED_TEACHER] = "teacher",
        [ZJ_UNCOUNTED_LATER] = "later",
    };

    return names[because];
}

const char *zj_account_name(enum zj_account account)
{
    static const char *const names[ZJ_N_ACCOUNTS] = {[ZJ_SERVICE] = "service", [ZJ_RURAL] = "rural"};

    return names[account];
}
