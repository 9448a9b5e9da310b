/*
 * year.c - a year from its first part to the last, and what all parts have in common.
 */
#include "solver/cli/year.h"

#include "solver/base/i18n.h"
#include "solver/cli/stop.h"
#include "solver/cli/year_parts.h"
#include "solver/engine/lp.h"
#include "solver/io/write.h"
#include "solver/report/credit.h"
#include "solver/verify/credit/credit.h"

#include <sha256.h>
#include <stdlib.h>
#include <string.h>

struct year_part *year_add_part(struct year *y, const char *name)
{
    struct year_part *p = &y->part[y->n++];

    *p = (struct year_part){.name = name, .status = "not_asked", .exit = ZJ_OK};
    return p;
}

void year_take_file(struct year_part *p, const char *file, char *bytes, size_t n)
{
    free(p->bytes);
    p->file = file;
    p->bytes = bytes;
    p->n = n;
    SHA256Data((const uint8_t *)bytes, n, p->sha256);
}

void year_take_plan(struct year *y, struct year_part *p, const char *file, const struct cli_case *c,
                    const struct zj_plan *plan)
{
    char *json = zj_plan_to_json(&c->in, &c->pol, plan);

    year_take_file(p, file, json, strlen(json));
    p->status = zj_plan_status_name(plan->status);
    p->gap_permille = plan->gap_permille;
    p->stopped_by = plan->stopped_by ? zj_strdup(&y->arena, plan->stopped_by) : NULL;
    json_decref(p->aims);
    p->aims = json_array();
    for (int i = 0; i < plan->n_tiers; i++) {
        enum zj_tier t = plan->order[i];
        json_t *value = plan->value[t] == ZJ_NO_VALUE ? json_null() : json_integer(plan->value[t]);
        json_t *bound = plan->bound[t] == ZJ_NO_VALUE ? json_null() : json_integer(plan->bound[t]);
        json_array_append_new(
            p->aims, json_pack("{s:s, s:o, s:o}", "tier", zj_tier_name(t), "value", value, "bound", bound));
    }
}

enum zj_status year_go_on(const struct year *y)
{
    if (!cli_stop)
        return ZJ_OK;
    return cli_fail(y->a, cli_stopped_status(), NULL, _("stopped by a signal; nothing is written"));
}

int64_t year_time_for(const struct year *y, int share, int all)
{
    int64_t limit = y->a->time_limit, left = y->began + limit - lp_clock_ms();

    if (!limit)
        return 0;
    return left < all ? 1 : left / all * share;
}

int year_calendar_share(const struct year *y)
{
    return y->staff.c.pol.n_events > 0 ? YEAR_CALENDAR_SHARE : 0;
}

void year_release_answer(struct cli_answer *r)
{
    zj_plan_release(&r->plan);
    zj_verdict_release(&r->verdict);
    zj_verdict_release(&r->before);
}

enum zj_status year_finish(struct year *y, struct year_part *p, struct cli_answer *r, const char *file)
{
    if (zj_has_plan(&r->plan))
        ZJ_TRY(cli_answer_check(r));
    year_take_plan(y, p, file, &r->c, &r->plan);
    p->exit = cli_answer_worth(r);
    return ZJ_OK;
}

/* ---- credit ------------------------------------------------------------------------------------------ */

static enum zj_status run_credit(struct year *y)
{
    struct year_part *p = year_add_part(y, "credit");
    const struct cli_case *c = &y->staff.c;
    struct zj_credit credit;
    char *bytes;
    size_t n;

    if (c->pol.n_credit_rules == 0) {
        p->reason = N_("not asked: the policy has no rules of service credit");
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
    year_take_file(p, "credit.json", bytes, n);
    p->status = "counted";
    return ZJ_OK;
}

enum zj_status year_run(struct year *y)
{
    y->began = lp_clock_ms();
    ZJ_TRY(year_run_pairing(y));
    ZJ_TRY(year_go_on(y));
    ZJ_TRY(year_run_secondment(y));
    ZJ_TRY(year_run_timetables(y));
    ZJ_TRY(year_run_calendar(y));
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
    free(y->meeting);
    cli_answer_release(&y->staff);
    zj_arena_release(&y->arena);
}
