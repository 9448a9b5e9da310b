/*
 * year.c - the parts of a year: each is solved, or counted, and checked, or it is said why it was not asked.
 */
#include "solver/cli/year.h"

#include "solver/base/i18n.h"
#include "solver/cli/pairing_check.h"
#include "solver/cli/stop.h"
#include "solver/engine/lp.h"
#include "solver/io/write.h"
#include "solver/report/credit.h"
#include "solver/verify/credit/credit.h"

#include <sha256.h>
#include <stdlib.h>
#include <string.h>

/* Of what is left of a time limit, in parts: so much for secondments, each timetable and the calendar. */
enum { SECONDMENT_SHARE = 2, TIMETABLE_SHARE = 1, CALENDAR_SHARE = 1 };

static struct year_part *add_part(struct year *y, const char *name)
{
    struct year_part *p = &y->part[y->n++];

    *p = (struct year_part){.name = name, .status = "not_asked", .exit = ZJ_OK};
    return p;
}

/* The part has a file with these bytes, which it takes. */
static void take_file(struct year_part *p, const char *file, char *bytes, size_t n)
{
    p->file = file;
    p->bytes = bytes;
    p->n = n;
    SHA256Data((const uint8_t *)bytes, n, p->sha256);
}

static void take_plan(struct year *y, struct year_part *p, const char *file, const struct cli_case *c,
                      const struct zj_plan *plan)
{
    char *json = zj_plan_to_json(&c->in, &c->pol, plan);

    take_file(p, file, json, strlen(json));
    p->status = zj_plan_status_name(plan->status);
    p->gap_permille = plan->gap_permille;
    p->stopped_by = plan->stopped_by ? zj_strdup(&y->arena, plan->stopped_by) : NULL;
    p->aims = json_array();
    for (int i = 0; i < plan->n_tiers; i++) {
        enum zj_tier t = plan->order[i];
        json_t *value = plan->value[t] == ZJ_NO_VALUE ? json_null() : json_integer(plan->value[t]);
        json_t *bound = plan->bound[t] == ZJ_NO_VALUE ? json_null() : json_integer(plan->bound[t]);
        json_array_append_new(
            p->aims, json_pack("{s:s, s:o, s:o}", "tier", zj_tier_name(t), "value", value, "bound", bound));
    }
}

/* A signal leaves nothing half done: the year ends without a folder. */
static enum zj_status go_on(const struct year *y)
{
    if (!cli_stop)
        return ZJ_OK;
    return cli_fail(y->a, cli_stopped_status(), NULL, _("stopped by a signal; nothing is written"));
}

/* Milliseconds for a part that weighs `share` of `all`, of what is left of the limit; 0 = no limit. */
static int64_t time_for(const struct year *y, int share, int all)
{
    int64_t limit = y->a->time_limit, left = y->began + limit - lp_clock_ms();

    if (!limit)
        return 0;
    return left < all ? 1 : left / all * share;
}

static int calendar_share(const struct year *y)
{
    return y->staff.c.pol.n_events > 0 ? CALENDAR_SHARE : 0;
}

/* Of an answer whose case is the year's own. */
static void release_answer(struct cli_answer *r)
{
    zj_plan_release(&r->plan);
    zj_verdict_release(&r->verdict);
    zj_verdict_release(&r->before);
}

/* ---- pairing ----------------------------------------------------------------------------------------- */

static enum zj_status run_pairing(struct year *y)
{
    struct year_part *p = add_part(y, "pairing");
    struct cli_answer r = {.a = y->a, .c = y->staff.c}; /* borrowed, not closed */
    struct zj_plan *plan = &r.plan;

    if (!r.c.in.has_pairings) {
        p->reason = _("not asked: no pairings.csv");
        return ZJ_OK;
    }
    enum zj_status status = cli_judge_pairs(&r, plan);
    if (status == ZJ_OK) {
        bool broken = r.verdict.n_hard_broken > 0;
        plan->status = ZJ_PLAN_FEASIBLE; /* a pairing that stands in the tables is one, lawful or not */
        plan->n_conflict = 0;
        cli_answer_sign(&r);
        take_plan(y, p, "pairing.json", &r.c, plan);
        p->exit = broken ? ZJ_VIOLATED : ZJ_OK;
        p->status = broken ? "broken" : "kept";
    }
    release_answer(&r);
    return status;
}

/* ---- secondments ------------------------------------------------------------------------------------- */

static int count_timetables(const struct year *y)
{
    const struct zj_instance *in = &y->staff.c.in;
    int n = 0;

    if (cli_no_timetable(&y->staff.c))
        return 0;
    while (n < in->n_terms && in->term[n].year_index == in->term[0].year_index)
        n++;
    return n;
}

/* Check an answer that has a plan, and take it into the part. */
static enum zj_status finish(struct year *y, struct year_part *p, struct cli_answer *r, const char *file)
{
    if (zj_has_plan(&r->plan))
        ZJ_TRY(cli_answer_check(r));
    take_plan(y, p, file, &r->c, &r->plan);
    p->exit = cli_answer_worth(r);
    return ZJ_OK;
}

static enum zj_status run_secondment(struct year *y)
{
    struct year_part *p = add_part(y, "secondment");
    struct cli_args alone = *y->a;

    p->reason = cli_no_secondment(&y->staff.c);
    if (p->reason)
        return ZJ_OK;
    alone.output = NULL;
    alone.time_limit = time_for(y, SECONDMENT_SHARE,
                                SECONDMENT_SHARE + TIMETABLE_SHARE * count_timetables(y) + calendar_share(y));
    y->staff.a = &alone;
    enum zj_status status = cli_solve_secondment(&y->staff);
    if (status == ZJ_OK)
        status = go_on(y);
    if (status == ZJ_OK)
        status = finish(y, p, &y->staff, "secondment.json");
    y->staff.a = y->a;
    y->has_staff = status == ZJ_OK && zj_has_plan(&y->staff.plan);
    return status;
}

/* ---- timetables -------------------------------------------------------------------------------------- */

/* Named by the term where its id makes a good name of a file, else by its number. */
static const char *timetable_file(struct year *y, int term)
{
    static const char safe[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    const char *id = y->staff.c.in.term[term].id;

    if (id[strspn(id, safe)] == '\0' && strlen(id) <= 64)
        return zj_printf(&y->arena, "timetable-%s.json", id);
    return zj_printf(&y->arena, "timetable-no%d.json", term + 1);
}

/* In a case of its own, whose staff is moved. The plan of secondments is lent to it. */
static enum zj_status solve_term(struct year *y, struct year_part *p, struct cli_answer *r, int term)
{
    ZJ_TRY(cli_case_open(&r->c, r->a, ZJ_TIMETABLE));
    for (int i = 0; y->has_staff && i < y->n; i++) {
        if (strcmp(y->part[i].name, "secondment") == 0)
            r->c.secondment =
                (struct zj_plan){.postings = y->staff.plan.postings, .sha256 = y->part[i].sha256};
        r->c.has_secondment = true;
    }
    enum zj_status status = cli_case_staff(&r->c, r->a, term);
    if (status == ZJ_OK)
        status = cli_solve_timetable(r);
    if (status == ZJ_OK)
        status = go_on(y);
    if (status == ZJ_OK)
        status = finish(y, p, r, timetable_file(y, term));
    r->c.has_secondment = false; /* given back */
    return status;
}

static enum zj_status run_timetable(struct year *y, int term, int n_left)
{
    struct year_part *p = add_part(y, "timetable");
    struct cli_args alone = *y->a;
    struct cli_answer r = {.a = &alone};

    p->term = y->staff.c.in.term[term].id;
    alone.output = NULL;
    alone.quiet = true; /* the notes of the tables have been printed */
    alone.time_limit = time_for(y, TIMETABLE_SHARE, TIMETABLE_SHARE * n_left + calendar_share(y));
    if (!alone.time_limit && !alone.node_limit)
        alone.node_limit = 1;
    enum zj_status status = solve_term(y, p, &r, term);
    if (status == ZJ_OK) { /* for the calendar */
        y->lessons[term] = r.plan.lessons;
        r.plan.lessons = (struct zj_lessons){0};
    }
    cli_answer_release(&r);
    return status;
}

static enum zj_status run_timetables(struct year *y)
{
    const char *reason = cli_no_timetable(&y->staff.c);
    int n = count_timetables(y);

    if (!reason && !cli_no_secondment(&y->staff.c) && !y->has_staff)
        reason = _("not asked: there is no plan of secondments to say who is where");
    if (reason) {
        add_part(y, "timetable")->reason = reason;
        return ZJ_OK;
    }
    for (int t = 0; t < n; t++) {
        ZJ_TRY(run_timetable(y, t, n - t));
        ZJ_TRY(go_on(y));
    }
    return ZJ_OK;
}

/* ---- calendar ---------------------------------------------------------------------------------------- */

/* Let the case know the timetables of the year; *sha has room for all of them. */
static void lend_timetables(struct year *y, struct cli_case *c, const char **sha)
{
    int term = 0;

    c->timetable_sha256 = sha;
    c->n_timetables = 0;
    for (int i = 0; i < y->n; i++) {
        if (!y->part[i].term)
            continue;
        c->taught.of_term[term] = &y->lessons[term];
        sha[c->n_timetables++] = y->part[i].sha256;
        term++;
    }
}

static enum zj_status run_calendar(struct year *y)
{
    struct year_part *p = add_part(y, "calendar");
    struct cli_args alone = *y->a;
    struct cli_answer r = {.a = &alone, .c = y->staff.c}; /* borrowed, not closed */
    const char *sha[ZJ_MAX_TERMS];

    if (r.c.pol.n_events == 0) {
        p->reason = _("not asked: the policy names no activities");
        return ZJ_OK;
    }
    alone.output = NULL;
    alone.time_limit = time_for(y, CALENDAR_SHARE, CALENDAR_SHARE);
    if (!alone.time_limit && !alone.node_limit)
        alone.node_limit = 1;
    lend_timetables(y, &r.c, sha);
    enum zj_status status = cli_solve_calendar(&r);
    if (status == ZJ_OK)
        status = go_on(y);
    if (status == ZJ_OK)
        status = finish(y, p, &r, "calendar.json");
    release_answer(&r);
    return status;
}

/* ---- credit ------------------------------------------------------------------------------------------ */

static enum zj_status run_credit(struct year *y)
{
    struct year_part *p = add_part(y, "credit");
    const struct cli_case *c = &y->staff.c;
    struct zj_credit credit;
    char *bytes;
    size_t n;

    if (c->pol.n_credit_rules == 0) {
        p->reason = _("not asked: the policy has no rules of service credit");
        return ZJ_OK;
    }
    zj_count_credit(&c->in, &c->pol, y->has_staff ? &y->staff.plan.postings : NULL,
                    c->in.term[c->in.n_terms - 1].end, &credit);
    const struct rep_credit report = {
        .in = &c->in, .pol = &c->pol, .credit = &credit, .teacher = -1, .all = true};
    FILE *out = open_memstream(&bytes, &n);
    if (!out)
        zj_out_of_memory();
    rep_print_credit_json(out, &report);
    if (fclose(out) != 0)
        zj_out_of_memory();
    zj_credit_release(&credit);
    take_file(p, "credit.json", bytes, n);
    p->status = "counted";
    return ZJ_OK;
}

enum zj_status year_run(struct year *y)
{
    y->began = lp_clock_ms();
    ZJ_TRY(run_pairing(y));
    ZJ_TRY(go_on(y));
    ZJ_TRY(run_secondment(y));
    ZJ_TRY(run_timetables(y));
    ZJ_TRY(run_calendar(y));
    return run_credit(y);
}

enum zj_status year_exit(const struct year *y)
{
    enum zj_status worst = ZJ_OK;

    for (int i = 0; i < y->n; i++)
        worst = y->part[i].exit > worst ? y->part[i].exit : worst;
    return worst;
}

void year_release(struct year *y)
{
    for (int i = 0; i < y->n; i++) {
        free(y->part[i].bytes);
        json_decref(y->part[i].aims);
    }
    for (int t = 0; t < ZJ_MAX_TERMS; t++)
        zj_lessons_release(&y->lessons[t]);
    cli_answer_release(&y->staff);
    zj_arena_release(&y->arena);
}
