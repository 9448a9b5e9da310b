#include "solver/data/repair.h"

#include <string.h>

const char *zj_step_name(enum zj_step_kind kind)
{
    static const char *const names[ZJ_N_STEP_KINDS] = {"number", "waive", "column",
                                                       "row",    "lead",  "teachers"};

    return names[kind];
}

static int compare_text(const char *x, const char *y)
{
    return strcmp(x ? x : "", y ? y : "");
}

static int compare_int(int x, int y)
{
    return (x > y) - (x < y);
}

int zj_step_compare(const struct zj_step *x, const struct zj_step *y)
{
    const int by[] = {compare_int((int)x->kind, (int)y->kind),
                      strcmp(zj_rule_name(x->rule), zj_rule_name(y->rule)),
                      compare_int(x->index, y->index),
                      compare_text(x->where, y->where),
                      compare_text(x->name, y->name),
                      compare_text(x->subject, y->subject),
                      compare_text(x->table, y->table),
                      compare_text(x->old_lead, y->old_lead),
                      compare_text(x->new_lead, y->new_lead),
                      compare_int(x->from, y->from),
                      compare_int(x->to, y->to),
                      compare_int(x->line, y->line),
                      compare_int(x->more, y->more)};

    for (size_t i = 0; i < sizeof by / sizeof by[0]; i++) {
        if (by[i])
            return by[i];
    }
    return 0;
}
