#include "solver/lint/precheck.h"

#include "solver/base/i18n.h"
#include "solver/data/travel.h"
#include "solver/lint/coverage.h"
#include "solver/lint/cycle.h"
#include "solver/lint/need.h"
#include "solver/lint/quota.h"
#include "solver/lint/report.h"

#include <stdlib.h>

const struct zj_place *lint_at_row(const char *file, int line)
{
    static struct zj_place place;

    place.file = file;
    place.line = line;
    return &place;
}

const struct zj_place *lint_at_rule(const struct zj_policy *pol, const struct zj_rule *r)
{
    return lint_at_row(pol->file, r->line);
}

/* Schools that have others in their community, and no road to or from any of them. */
static void check_roads(const struct zj_instance *in, struct zj_diag *d)
{
    for (int s = 0; s < in->n_schools; s++) {
        int others = 0, roads = 0;

        for (int o = 0; in->school[s].community >= 0 && o < in->n_schools; o++) {
            if (o == s || in->school[o].community != in->school[s].community)
                continue;
            others++;
            roads += zj_minutes(in, s, o) != ZJ_NONE || zj_minutes(in, o, s) != ZJ_NONE;
        }
        if (others > 0 && roads == 0)
            zj_diag_add(d, ZJ_WARNING, "out_of_reach", lint_at_row(in->schools_file, in->school[s].line),
                        _("%s: no way is known to any other school of its community"), in->school[s].id);
    }
}

static void check_leads(const struct zj_instance *in, struct zj_diag *d)
{
    unsigned char *state =
        zj_calloc((size_t)in->words.n, 1); /* 1: has schools, 2: has a lead, 4: was named */

    for (int s = 0; s < in->n_schools; s++)
        if (in->school[s].community >= 0)
            state[in->school[s].community] |= in->school[s].role == ZJ_LEAD ? 3 : 1;
    for (int s = 0; s < in->n_schools; s++) {
        int community = in->school[s].community;

        if (community < 0 || state[community] != 1)
            continue;
        zj_diag_add(d, ZJ_WARNING, "no_lead", lint_at_row(in->schools_file, in->school[s].line),
                    _("the community %s has no lead school"), zj_word(in, community));
        state[community] |= 4;
    }
    free(state);
}

/* All that looks at the open postings. */
struct watch {
    struct lint_quotas *quotas;
    struct lint_cycles *cycles;
    struct lint_needs *needs;
    unsigned char *used; /* by kind: open to somebody */
};

static void see_posting(void *ctx, const struct lint_posting *p)
{
    struct watch *w = ctx;

    w->used[p->kind] = 1;
    lint_quotas_count(w->quotas, p);
    lint_cycles_count(w->cycles, p);
    lint_needs_count(w->needs, p);
}

static void check_kinds(const struct zj_instance *in, const struct zj_policy *pol, const struct watch *w,
                        struct zj_diag *d)
{
    for (int k = 0; k < pol->n_kinds; k++)
        if (!w->used[k])
            zj_diag_add(d, ZJ_WARNING, "idle_kind", lint_at_row(pol->file, 0),
                        _("kind %s: nobody may take it"), zj_word(in, pol->kind[k].name));
}

static void check_candidates(const struct zj_instance *in, const struct zj_policy *pol, struct zj_diag *d)
{
    if (lint_is_too_large(in, pol)) {
        zj_diag_add(d, ZJ_NOTE, "too_large", NULL,
                    _("the instance is too large to look at every posting; some pre-checks were left out"));
        return;
    }
    struct watch w = {
        lint_quotas_new(in, pol),
        lint_cycles_new(in, pol),
        lint_needs_new(in, pol),
        zj_calloc((size_t)pol->n_kinds, 1),
    };

    lint_each_posting(in, pol, see_posting, &w);
    check_kinds(in, pol, &w, d);
    lint_quotas_report(w.quotas, d);
    lint_cycles_report(w.cycles, d);
    lint_needs_report(w.needs, d);
    lint_quotas_free(w.quotas);
    lint_cycles_free(w.cycles);
    lint_needs_free(w.needs);
    free(w.used);
}

void zj_precheck(const struct zj_instance *in, const struct zj_policy *pol, struct zj_diag *d)
{
    if (in->n_terms == 0 || in->n_schools == 0)
        return;
    check_leads(in, d);
    check_roads(in, d);
    lint_contradictions(pol, d);
    lint_emptied_leads(in, pol, d);
    if (pol->n_kinds == 0 && in->n_blocks > 0)
        return; /* for timetables alone: nobody is ever posted */
    lint_short_loads(in, pol, d);
    check_candidates(in, pol, d);
}
