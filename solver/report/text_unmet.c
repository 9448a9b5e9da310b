/*
 * text_unmet.c - the periods that nobody covers, by school and subject, before and after.
 */
#include "solver/base/i18n.h"
#include "solver/report/parts.h"
#include "solver/report/table.h"

#include <stdlib.h>

/* One (school, subject), its terms added up. */
struct shortage {
    int school, subject;
    int64_t before, after;
    const struct zj_unmet *reason; /* the first that is left; NULL when none is */
};

struct shortages {
    struct shortage *v;
    int n, cap;
};

static struct shortage *shortage_of(struct shortages *s, const struct zj_unmet *u)
{
    for (int i = 0; i < s->n; i++) {
        if (s->v[i].school == u->school && s->v[i].subject == u->subject)
            return &s->v[i];
    }
    ZJ_GROW(s->v, s->n, s->cap);
    s->v[s->n] = (struct shortage){.school = u->school, .subject = u->subject};
    return &s->v[s->n++];
}

/* What is left comes first, the most first; then by school and subject. */
static int by_size(const void *a, const void *b)
{
    const struct shortage *x = a, *y = b;

    if (x->after != y->after)
        return x->after > y->after ? -1 : 1;
    if (x->before != y->before)
        return x->before > y->before ? -1 : 1;
    if (x->school != y->school)
        return x->school < y->school ? -1 : 1;
    return (x->subject > y->subject) - (x->subject < y->subject);
}

const char *rep_because_text(enum zj_because because)
{
    static const char *const texts[ZJ_N_BECAUSE] = {
        [ZJ_NO_TEACHER] = N_("no teacher of the subject may come"),
        [ZJ_NO_LOAD] = N_("every teacher of the subject is full"),
        [ZJ_NO_TIME] = N_("no common time"),
        [ZJ_BY_RULE] = N_("a rule forbids it"),
        [ZJ_TRADED] = N_("those who could come serve elsewhere, or a rule limits how many"),
        [ZJ_BY_LIMIT] = N_("the search ended before this was settled"),
    };

    return gettext(texts[because]);
}

static void collect(struct shortages *s, const struct rep_summary *r, int64_t *before, int64_t *after)
{
    *before = *after = 0;
    for (int i = 0; i < r->before->n_unmet; i++) {
        shortage_of(s, &r->before->unmet[i])->before += r->before->unmet[i].periods;
        *before += r->before->unmet[i].periods;
    }
    for (int i = 0; i < r->plan->n_unmet; i++) {
        const struct zj_unmet *u = &r->plan->unmet[i];
        struct shortage *x = shortage_of(s, u);
        x->after += u->periods;
        if (!x->reason)
            x->reason = u;
        *after += u->periods;
    }
}

void rep_print_unmet(FILE *out, const struct rep_summary *r)
{
    const char *const titles[] = {_("school"), _("subject"), _("before"), _("after"), _("why")};
    struct shortages s = {0};
    struct rep_table t;
    int64_t before, after;

    collect(&s, r, &before, &after);
    fputc('\n', out);
    if (s.n == 0) {
        fprintf(out, "%s\n", _("every period is covered, before and after"));
        return;
    }
    fprintf(out, _("periods a week that nobody covers, all terms added up: %lld before, %lld after\n"),
            (long long)before, (long long)after);
    qsort(s.v, (size_t)s.n, sizeof *s.v, by_size);
    REP_TABLE_INIT(&t, titles);
    for (int i = 0; i < s.n; i++) {
        rep_cell(&t, "%s %s", r->in->school[s.v[i].school].id, r->in->school[s.v[i].school].name);
        rep_cell(&t, "%s", zj_word(r->in, s.v[i].subject));
        rep_cell(&t, "%lld", (long long)s.v[i].before);
        rep_cell(&t, "%lld", (long long)s.v[i].after);
        rep_cell(&t, "%s", s.v[i].reason ? rep_because_text(s.v[i].reason->because) : "");
    }
    rep_table_print(&t, out, rep_limit(r, REP_UNMET_LINES));
    rep_table_release(&t);
    free(s.v);
}
