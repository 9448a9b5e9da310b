/*
 * text_pairs.c - a pairing as a table of groups, who is left without a lead, and what is gained; one school
 * of it.
 */
#include "solver/base/i18n.h"
#include "solver/report/parts.h"
#include "solver/report/show.h"
#include "solver/report/table.h"

#include <stdlib.h>

enum { MEMBERS_WIDTH = 72 };

const char *rep_form_text(int form)
{
    static const char *const texts[ZJ_N_FORMS] = {
        [ZJ_FUSED] = N_("fused"),   [ZJ_COBUILT] = N_("co-built"), [ZJ_ALLIANCE] = N_("alliance"),
        [ZJ_ASSIST] = N_("assist"), [ZJ_MERGED] = N_("merged"),
    };

    return gettext(texts[form]);
}

/* "S012 河湾小学 (25, round 2)" */
static const char *member_text(struct zj_arena *a, const struct zj_instance *in, const struct zj_pair *p)
{
    const struct zj_school *s = &in->school[p->member];
    const char *text = zj_printf(a, "%s %s", s->id, s->name), *more = "";

    if (p->round > 0)
        more = zj_printf(a, _(", round %d"), p->round);
    if (p->form >= 0)
        more = zj_printf(a, "%s, %s", more, rep_form_text(p->form));
    return p->minutes == ZJ_NONE ? zj_printf(a, "%s (-%s)", text, more)
                                 : zj_printf(a, "%s (%d%s)", text, p->minutes, more);
}

/* The pairs [first, end) of one lead. */
static void add_group(struct rep_table *t, const struct rep_summary *r, int first, int end)
{
    const struct zj_pair *v = r->plan->pairs.v;
    const struct zj_school *lead = &r->in->school[v[first].lead];
    const char *members = member_text(&t->arena, r->in, &v[first]);
    int minutes = 0;

    for (int i = first; i < end; i++)
        minutes += v[i].minutes == ZJ_NONE ? 0 : v[i].minutes;
    for (int i = first + 1; i < end; i++)
        members = zj_printf(&t->arena, _("%s; %s"), members, member_text(&t->arena, r->in, &v[i]));
    rep_cell(t, "%s %s", lead->id, lead->name);
    rep_cell(t, "%d", end - first);
    rep_cell(t, "%d", minutes);
    rep_cell(t, "%s", rep_clip(&t->arena, members, r->all ? 100000 : MEMBERS_WIDTH));
}

static void print_without_lead(FILE *out, const struct rep_summary *r)
{
    bool *has = zj_calloc((size_t)r->in->n_schools + 1, sizeof *has), any = false;

    for (int i = 0; i < r->plan->pairs.n; i++)
        has[r->plan->pairs.v[i].member] = true;
    for (int s = 0; s < r->in->n_schools; s++) {
        if (r->in->school[s].role != ZJ_MEMBER || has[s])
            continue;
        fprintf(out, any ? ", %s" : _("members without a lead: %s"), r->in->school[s].id);
        any = true;
    }
    if (any)
        fputc('\n', out);
    free(has);
}

/* What a round takes, where the policy says so. */
static void print_rounds(FILE *out, const struct rep_summary *r)
{
    for (int k = 0; k < r->pol->n_pairing_rules; k++) {
        const struct zj_rule *q = &r->pol->pairing_rule[k];
        if (q->id == ZJ_R_rounds && q->years_each != ZJ_NONE)
            fprintf(out, _("rounds: %d, of %d years each\n"), q->rounds, q->years_each);
    }
}

void rep_print_pairs(FILE *out, const struct rep_summary *r)
{
    const char *const titles[] = {_("lead"), _("members"), _("minutes"),
                                  _("schools (minutes from the lead)")};
    const struct zj_pairs *p = &r->plan->pairs;
    struct rep_table t;

    fputc('\n', out);
    REP_TABLE_INIT(&t, titles);
    for (int first = 0, end; first < p->n; first = end) {
        for (end = first + 1; end < p->n && p->v[end].lead == p->v[first].lead;)
            end++;
        add_group(&t, r, first, end);
    }
    rep_table_print(&t, out, rep_limit(r, REP_GROUP_LINES));
    rep_table_release(&t);
    print_rounds(out, r);
    print_without_lead(out, r);
}

void rep_print_gain(FILE *out, const struct rep_summary *r)
{
    const char *const titles[] = {_("aim"), _("as given"), _("proposed"), _("better by")};
    const struct zj_plan *p = r->plan;
    struct rep_table t;

    if (!r->before)
        return;
    fprintf(out, "\n%s\n", _("beside the pairing of pairings.csv:"));
    REP_TABLE_INIT(&t, titles);
    rep_cell(&t, "%s", _("hard demands broken"));
    rep_cell(&t, "%d", r->before->n_hard_broken);
    rep_cell(&t, "%d", r->verdict->n_hard_broken);
    rep_cell(&t, "%d", r->before->n_hard_broken - r->verdict->n_hard_broken);
    for (int i = 0; i < p->n_tiers; i++) {
        enum zj_tier tier = p->order[i];
        rep_cell(&t, "%s", zj_tier_name(tier));
        rep_cell(&t, "%lld", (long long)r->before->tier[tier]);
        rep_cell(&t, "%lld", (long long)p->value[tier]);
        rep_cell(&t, "%lld", (long long)(r->before->tier[tier] - p->value[tier]));
    }
    rep_table_print(&t, out, 0);
    rep_table_release(&t);
}

static void add_number(struct rep_table *t, int number)
{
    if (number == ZJ_NONE)
        rep_cell(t, "%s", "-");
    else
        rep_cell(t, "%d", number);
}

void rep_show_school_pairs(FILE *out, const struct zj_instance *in, const struct zj_plan *plan, int school)
{
    const char *const titles[] = {"", _("school"), _("minutes"), _("metres"), _("round"), _("form")};
    struct rep_table t;

    fprintf(out, _("school %s %s\n"), in->school[school].id, in->school[school].name);
    REP_TABLE_INIT(&t, titles);
    for (int i = 0; i < plan->pairs.n; i++) {
        const struct zj_pair *p = &plan->pairs.v[i];
        const struct zj_school *other = &in->school[p->lead == school ? p->member : p->lead];
        if (p->lead != school && p->member != school)
            continue;
        rep_cell(&t, "%s", p->lead == school ? _("assists") : _("is assisted by"));
        rep_cell(&t, "%s %s", other->id, other->name);
        add_number(&t, p->minutes);
        add_number(&t, p->metres);
        add_number(&t, p->round > 0 ? p->round : ZJ_NONE);
        rep_cell(&t, "%s", p->form >= 0 ? rep_form_text(p->form) : "");
    }
    rep_table_print(&t, out, 0);
    rep_table_release(&t);
}
