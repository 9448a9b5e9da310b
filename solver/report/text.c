#include "solver/report/text.h"

#include "solver/base/i18n.h"
#include "solver/base/text.h"
#include "solver/report/parts.h"

#include <string.h>

int rep_limit(const struct rep_summary *r, int usual)
{
    return r->all ? 0 : usual;
}

const char *rep_stop_text(const struct zj_plan *p)
{
    static const char *const sentences[ZJ_N_STOPS] = {
#define ZJ_STOP(word, sentence) sentence,
#include "solver/data/stops.def"
#undef ZJ_STOP
    };
    int i = 0;

    while (i < ZJ_N_STOPS - 1 && strcmp(p->stopped_by, zj_stop_name((enum zj_stop)i)) != 0)
        i++;
    if (p->model == ZJ_TIMETABLE && i == ZJ_STOP_columns)
        return _("the search proves no more of what is left; more time would not help");
    return gettext(sentences[i]);
}

const char *rep_status_text(const struct zj_plan *p)
{
    switch (p->status) {
    case ZJ_PLAN_OPTIMAL:
        return _("optimal: every aim is proved, in its order");
    case ZJ_PLAN_FEASIBLE:
        return _("a lawful plan; not every aim is proved");
    case ZJ_PLAN_INTERRUPTED:
        return _("a lawful plan, the best so far when the search was interrupted");
    case ZJ_PLAN_INFEASIBLE:
        return _("no plan can exist: the rules contradict each other or the data");
    default:
        return _("no plan was found, and none was proved impossible");
    }
}

void rep_print_line(FILE *out, const struct rep_summary *r)
{
    struct zj_arena arena = {0};

    fprintf(out, "%s: %s\n", zj_printable(&arena, r->in->name ? r->in->name : ""), rep_status_text(r->plan));
    zj_arena_release(&arena);
}

static void print_head(FILE *out, const struct rep_summary *r)
{
    rep_print_line(out, r);
    if (r->plan->stopped_by)
        fprintf(out, "%s\n", rep_stop_text(r->plan));
}

static void print_gap(FILE *out, const struct zj_plan *p)
{
    if (p->gap_permille > 0)
        fprintf(out, _("gap of the first aim that is not proved: %d.%d%%\n"), p->gap_permille / 10,
                p->gap_permille % 10);
}

static void print_verdict(FILE *out, const struct rep_summary *r)
{
    int hard = 0, soft_short = 0;

    for (int i = 0; i < r->verdict->n; i++) {
        hard += r->verdict->finding[i].hard;
        soft_short += !r->verdict->finding[i].hard && !r->verdict->finding[i].ok;
    }
    fprintf(out,
            _("independent check: %d hard demands, %d broken; %d soft demands fall short; values recomputed "
              "and equal\n"),
            hard, r->verdict->n_hard_broken, soft_short);
}

/* There is no plan. */
static void print_next_step(FILE *out, const struct zj_plan *p)
{
    if (p->model == ZJ_TIMETABLE) {
        fprintf(
            out, "\n%s\n",
            _("what to do next: allow more time or nodes (--time-limit, --node-limit), or make hard rules "
              "that ask for lessons (pins, need, common_free) soft"));
        return;
    }
    if (p->model == ZJ_PAIRING || p->model == ZJ_CALENDAR) {
        fprintf(out, "\n%s\n", _("what to do next: allow more time or nodes (--time-limit, --node-limit)"));
        return;
    }
    bool by_limit = !p->stopped_by || strcmp(p->stopped_by, zj_stop_name(ZJ_STOP_columns)) != 0;

    fprintf(out, "\n%s\n",
            by_limit ? _("what to do next: allow more time or nodes (--time-limit, --node-limit), plan fewer "
                         "terms (--terms), or keep postings within communities by a hard rule 'scope'")
                     : _("what to do next: plan fewer terms (--terms), or make a rule that counts over the "
                         "whole county soft"));
}

static void print_postings(FILE *out, const struct rep_summary *r)
{
    rep_print_postings(out, r);
    rep_print_rules(out, r);
    rep_print_unmet(out, r);
    rep_print_tiers(out, r);
    print_gap(out, r->plan);
}

static void print_timetable(FILE *out, const struct rep_summary *r)
{
    rep_print_missing(out, r);
    rep_print_travellers(out, r);
    rep_print_rules(out, r);
    rep_print_tiers(out, r);
    print_gap(out, r->plan);
}

static void print_pairing(FILE *out, const struct rep_summary *r)
{
    rep_print_pairs(out, r);
    rep_print_rules(out, r);
    rep_print_tiers(out, r);
    print_gap(out, r->plan);
    rep_print_gain(out, r);
}

void rep_print_given_pairs(FILE *out, const struct rep_summary *r)
{
    rep_print_pairs(out, r);
    rep_print_rules(out, r);
    fputs(_("aims:"), out);
    for (int i = 0; i < r->plan->n_tiers; i++)
        fprintf(out, "%s %s %lld", i ? "," : "", zj_tier_name(r->plan->order[i]),
                (long long)r->verdict->tier[r->plan->order[i]]);
    fputc('\n', out);
}

static void print_calendar(FILE *out, const struct rep_summary *r)
{
    rep_print_calendar(out, r);
    rep_print_rules(out, r);
    rep_print_tiers(out, r);
    print_gap(out, r->plan);
}

static void print_plan(FILE *out, const struct rep_summary *r)
{
    switch (r->plan->model) {
    case ZJ_TIMETABLE:
        print_timetable(out, r);
        break;
    case ZJ_PAIRING:
        print_pairing(out, r);
        break;
    case ZJ_CALENDAR:
        print_calendar(out, r);
        break;
    default:
        print_postings(out, r);
    }
}

void rep_print_summary(FILE *out, const struct rep_summary *r)
{
    print_head(out, r);
    if (r->verdict) {
        print_plan(out, r);
        fputc('\n', out);
        print_verdict(out, r);
    } else if (r->plan->status == ZJ_PLAN_INFEASIBLE) {
        rep_print_conflict(out, r);
    } else {
        print_next_step(out, r->plan);
    }
    if (r->path)
        fprintf(out, r->verdict ? _("the plan is in %s\n") : _("this answer is in %s\n"), r->path);
}
