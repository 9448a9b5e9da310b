#include "solver/verify/credit/credit.h"

#include "solver/verify/credit/ledger.h"
#include "solver/verify/sum.h"

#include <stdlib.h>
#include <string.h>

typedef void count_fn(struct vf_ledger *l, const struct zj_rule *r, int teacher);

static count_fn *const counts[ZJ_N_ALL_RULES] = {
#define ZJ_RULE(id, ...) [ZJ_R_##id] = count_##id,
#include "solver/data/credit_rules.def"
#undef ZJ_RULE
};

void vf_ledger_add(struct vf_ledger *l, const struct zj_credit_line *line)
{
    struct zj_credit *c = l->credit;
    int64_t *account = &c->account[line->teacher][line->rule->account];

    ZJ_GROW(c->line, c->n_lines, c->cap_lines);
    c->line[c->n_lines++] = *line;
    *account = vf_plus(*account, line->given);
}

/* What a row or a stay is sorted by. */
struct dated {
    int teacher;
    int32_t day;
    int index;
};

static int by_teacher_and_day(const void *a, const void *b)
{
    const struct dated *x = a, *y = b;

    if (x->teacher != y->teacher)
        return x->teacher < y->teacher ? -1 : 1;
    if (x->day != y->day)
        return x->day < y->day ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

/* Sort, and note where each teacher's begin. Both lists are in the scratch arena. */
static void sort_out(struct vf_ledger *l, struct dated *v, int n, int **order, int **first)
{
    int n_teachers = l->in->n_teachers, i = 0;

    if (n > 0)
        qsort(v, (size_t)n, sizeof *v, by_teacher_and_day);
    *order = zj_alloc_n(&l->scratch, (size_t)n, sizeof **order);
    *first = zj_alloc_n(&l->scratch, (size_t)n_teachers + 1, sizeof **first);
    for (int t = 0; t <= n_teachers; t++) {
        while (i < n && v[i].teacher < t)
            i++;
        (*first)[t] = i;
    }
    for (i = 0; i < n; i++)
        (*order)[i] = v[i].index;
}

static void sort_rows(struct vf_ledger *l)
{
    const struct zj_instance *in = l->in;
    struct dated *v = zj_alloc_n(&l->scratch, (size_t)in->n_activities, sizeof *v);
    int n = 0;

    for (int i = 0; i < in->n_activities; i++)
        if (in->activity[i].date <= l->credit->until)
            v[n++] = (struct dated){in->activity[i].teacher, in->activity[i].date, i};
    sort_out(l, v, n, &l->row, &l->first_row);
}

static void sort_stays(struct vf_ledger *l)
{
    struct dated *v = zj_alloc_n(&l->scratch, (size_t)l->stays.n, sizeof *v);

    for (int i = 0; i < l->stays.n; i++)
        v[i] = (struct dated){l->stays.v[i].teacher, l->stays.v[i].start, i};
    sort_out(l, v, l->stays.n, &l->stay, &l->first_stay);
}

/* A running posting runs to the horizon's end; one that is counted further runs on. */
static void let_run_on(struct vf_ledger *l)
{
    for (int i = l->stays.n_planned; i < l->stays.n; i++) {
        struct vf_stay *s = &l->stays.v[i];
        if (l->in->history[s->row].end == ZJ_NO_DATE && s->end < l->credit->until)
            s->end = l->credit->until;
    }
}

void zj_count_credit(const struct zj_instance *in, const struct zj_policy *pol,
                     const struct zj_postings *postings, int32_t until, struct zj_credit *c)
{
    const struct zj_postings none = {0};
    struct vf_ledger l = {.in = in, .pol = pol, .credit = c};

    memset(c, 0, sizeof *c);
    c->until = until;
    c->account = zj_calloc((size_t)in->n_teachers + 1, sizeof *c->account);
    vf_stays_init(&l.stays, &l.scratch, in, pol, postings ? postings : &none);
    let_run_on(&l);
    sort_rows(&l);
    sort_stays(&l);
    for (int t = 0; t < in->n_teachers; t++) {
        for (int asks = 0; asks < 2; asks++) { /* what gives first, then what asks whether it is enough */
            for (int k = 0; k < pol->n_credit_rules; k++) {
                const struct zj_rule *r = &pol->credit_rule[k];
                if ((r->id == ZJ_R_promotion || r->id == ZJ_R_senior_exempt) == (asks == 1))
                    counts[r->id](&l, r, t);
            }
        }
    }
    vf_list_uncounted(&l);
    zj_arena_release(&l.scratch);
}
