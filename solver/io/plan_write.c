/*
 * plan_write.c - a plan as JSON (zoujiao-plan/1): members in a fixed order, the same plan the same bytes.
 */
#include "solver/io/plan_json.h"
#include "solver/io/values.h"
#include "solver/io/write.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static json_t *text_or_null(const char *text)
{
    return text && *text ? json_string(text) : json_null();
}

json_t *zj_json_number(int64_t n)
{
    return n == ZJ_NO_VALUE ? json_null() : json_integer(n);
}

static json_t *objective(const struct zj_plan *plan)
{
    json_t *list = json_array();

    for (int i = 0; i < plan->n_tiers; i++) {
        enum zj_tier tier = plan->order[i];
        json_t *o = json_object();
        json_object_set_new(o, "tier", json_string(zj_tier_name(tier)));
        json_object_set_new(o, "value", zj_json_number(plan->value[tier]));
        json_object_set_new(o, "bound", zj_json_number(plan->bound[tier]));
        json_array_append_new(list, o);
    }
    return list;
}

static json_t *posting(const struct zj_instance *in, const struct zj_policy *pol, const struct zj_posting *p)
{
    json_t *o = json_object();

    json_object_set_new(o, "teacher_id", json_string(in->teacher[p->teacher].id));
    json_object_set_new(o, "kind", json_string(zj_word(in, pol->kind[p->kind].name)));
    json_object_set_new(o, "from_school_id", json_string(in->school[p->from].id));
    json_object_set_new(o, "to_school_id", json_string(in->school[p->to].id));
    json_object_set_new(o, "start_term", json_string(in->term[p->start].id));
    json_object_set_new(o, "terms", json_integer(p->terms));
    json_object_set_new(o, "subject", json_string(zj_word(in, p->subject)));
    return o;
}

/* Sorted, in whatever order the plan holds them. */
static json_t *postings(const struct zj_instance *in, const struct zj_policy *pol, const struct zj_plan *plan)
{
    struct zj_postings sorted = {0};
    json_t *list = json_array();

    for (int i = 0; i < plan->postings.n; i++)
        zj_postings_add(&sorted, &plan->postings.v[i]);
    zj_postings_sort(&sorted);
    for (int i = 0; i < sorted.n; i++)
        json_array_append_new(list, posting(in, pol, &sorted.v[i]));
    zj_postings_release(&sorted);
    return list;
}

static json_t *way(int number)
{
    return number == ZJ_NONE ? json_null() : json_integer(number);
}

/* Form and round are left out where there is none. */
static json_t *pair(const struct zj_instance *in, const struct zj_pair *x)
{
    json_t *o = json_object();

    json_object_set_new(o, "lead_id", json_string(in->school[x->lead].id));
    json_object_set_new(o, "member_id", json_string(in->school[x->member].id));
    json_object_set_new(o, "metres", way(x->metres));
    json_object_set_new(o, "minutes", way(x->minutes));
    if (x->form >= 0)
        json_object_set_new(o, "form", json_string(zj_value_token(ZJ_VS_form, x->form)));
    if (x->round > 0)
        json_object_set_new(o, "round", json_integer(x->round));
    return o;
}

static json_t *pairs(const struct zj_instance *in, const struct zj_plan *plan)
{
    struct zj_pairs sorted = {0};
    json_t *list = json_array();

    for (int i = 0; i < plan->pairs.n; i++)
        zj_pairs_add(&sorted, &plan->pairs.v[i]);
    zj_pairs_sort(&sorted);
    for (int i = 0; i < sorted.n; i++)
        json_array_append_new(list, pair(in, &sorted.v[i]));
    zj_pairs_release(&sorted);
    return list;
}

static json_t *lesson(const struct zj_instance *in, const struct zj_lesson *x)
{
    json_t *o = json_object();

    json_object_set_new(o, "teacher_id", json_string(in->teacher[x->teacher].id));
    json_object_set_new(o, "school_id", json_string(in->school[x->school].id));
    json_object_set_new(o, "class_id", json_string(zj_word(in, x->class_id)));
    json_object_set_new(o, "subject", json_string(zj_word(in, x->subject)));
    json_object_set_new(o, "day", json_string(in->day[x->day]));
    json_object_set_new(o, "period", json_integer(x->period));
    return o;
}

static json_t *lessons(const struct zj_instance *in, const struct zj_plan *plan)
{
    struct zj_lessons sorted = {0};
    json_t *list = json_array();

    for (int i = 0; i < plan->lessons.n; i++)
        zj_lessons_add(&sorted, &plan->lessons.v[i]);
    zj_lessons_sort(in, &sorted);
    for (int i = 0; i < sorted.n; i++)
        json_array_append_new(list, lesson(in, &sorted.v[i]));
    zj_lessons_release(&sorted);
    return list;
}

/* Hours go on past midnight; before it nobody can leave. */
static json_t *clock_text(int minutes)
{
    return minutes < 0 ? json_null() : json_sprintf("%02d:%02d", minutes / 60, minutes % 60);
}

static json_t *leg(const struct zj_instance *in, const struct zj_leg *x)
{
    json_t *o = json_object();

    json_object_set_new(o, "from", json_string(in->school[x->from].id));
    json_object_set_new(o, "to", json_string(in->school[x->to].id));
    json_object_set_new(o, "depart", clock_text(x->depart));
    json_object_set_new(o, "arrive", clock_text(x->arrive));
    json_object_set_new(o, "minutes", way(x->minutes));
    json_object_set_new(o, "metres", way(x->metres));
    return o;
}

/* The ways of a teacher on a day, as they stand in the plan. */
static json_t *routes(const struct zj_instance *in, const struct zj_plan *plan)
{
    json_t *list = json_array();
    const struct zj_legs *all = &plan->legs;

    for (int i = 0, end; i < all->n; i = end) {
        json_t *o = json_object(), *legs = json_array();
        for (end = i;
             end < all->n && all->v[end].teacher == all->v[i].teacher && all->v[end].day == all->v[i].day;
             end++)
            json_array_append_new(legs, leg(in, &all->v[end]));
        json_object_set_new(o, "teacher_id", json_string(in->teacher[all->v[i].teacher].id));
        json_object_set_new(o, "day", json_string(in->day[all->v[i].day]));
        json_object_set_new(o, "legs", legs);
        json_array_append_new(list, o);
    }
    return list;
}

static json_t *unmet(const struct zj_instance *in, const struct zj_plan *plan)
{
    json_t *list = json_array();

    for (int i = 0; i < plan->n_unmet; i++) {
        const struct zj_unmet *u = &plan->unmet[i];
        json_t *o = json_object();
        json_object_set_new(o, "term", u->term < 0 ? json_null() : json_string(in->term[u->term].id));
        json_object_set_new(o, "school_id", json_string(in->school[u->school].id));
        json_object_set_new(o, "class_id", text_or_null(zj_word(in, u->class_id)));
        json_object_set_new(o, "subject", json_string(zj_word(in, u->subject)));
        json_object_set_new(o, "periods", json_integer(u->periods));
        json_object_set_new(o, "because", json_string(zj_because_name(u->because)));
        if (u->because == ZJ_BY_RULE)
            json_object_set_new(o, "rule", json_integer(u->rule));
        json_array_append_new(list, o);
    }
    return list;
}

/* The sentence behind the rule at this position of the policy; null when none is given, or it is implied. */
json_t *zj_json_source(const struct zj_policy *pol, int index)
{
    const struct zj_rule *rule = zj_rule_at(pol, index);

    if (!rule || (!rule->document && !rule->quote))
        return json_null();
    json_t *o = json_object();
    json_object_set_new(o, "document", text_or_null(rule->document));
    json_object_set_new(o, "quote", text_or_null(rule->quote));
    return o;
}

static json_t *findings(const struct zj_policy *pol, const struct zj_plan *plan)
{
    json_t *list = json_array();

    for (int i = 0; i < plan->n_findings; i++) {
        const struct zj_finding *f = &plan->finding[i];
        json_t *o = json_object();
        json_object_set_new(o, "rule", json_string(zj_rule_name(f->rule)));
        json_object_set_new(o, "index", json_integer(f->index));
        json_object_set_new(o, "hard", json_boolean(f->hard));
        json_object_set_new(o, "ok", json_boolean(f->ok));
        json_object_set_new(o, "need", zj_json_number(f->need));
        json_object_set_new(o, "have", zj_json_number(f->have));
        json_object_set_new(o, "where", json_string(f->where));
        json_object_set_new(o, "source", zj_json_source(pol, f->index));
        json_array_append_new(list, o);
    }
    return list;
}

static json_t *assignments(const struct zj_instance *in, const struct zj_policy *pol,
                           const struct zj_plan *plan)
{
    switch (plan->model) {
    case ZJ_TIMETABLE:
        return lessons(in, plan);
    case ZJ_PAIRING:
        return pairs(in, plan);
    case ZJ_CALENDAR:
        return zj_json_calendar(in, pol, plan);
    default:
        return postings(in, pol, plan);
    }
}

static json_t *instance(const struct zj_instance *in, const struct zj_plan *plan)
{
    json_t *o = json_object();

    json_object_set_new(o, "name", text_or_null(plan->instance_name ? plan->instance_name : in->name));
    json_object_set_new(o, "sha256",
                        text_or_null(plan->instance_sha256 ? plan->instance_sha256 : in->sha256));
    return o;
}

static json_t *limits(const struct zj_plan *plan)
{
    json_t *o = json_object();

    json_object_set_new(o, "stopped_by", text_or_null(plan->stopped_by));
    json_object_set_new(o, "nodes", json_integer(plan->nodes));
    return o;
}

char *zj_plan_to_json(const struct zj_instance *in, const struct zj_policy *pol, const struct zj_plan *plan)
{
    json_set_alloc_funcs(zj_malloc, free);
    json_t *all = json_object();
    bool of_lessons = plan->model == ZJ_TIMETABLE;

    json_object_set_new(all, "format", json_string("zoujiao-plan/1"));
    json_object_set_new(all, "model", json_string(zj_model_name(plan->model)));
    json_object_set_new(all, "instance", instance(in, plan));
    json_object_set_new(all, "program", text_or_null(plan->program));
    if (of_lessons) {
        json_object_set_new(all, "term", plan->term < 0 ? json_null() : json_string(in->term[plan->term].id));
        json_object_set_new(all, "secondment_sha256", text_or_null(plan->secondment_sha256));
    }
    if (plan->model == ZJ_CALENDAR)
        json_object_set_new(all, "timetable_sha256", zj_json_timetables(plan));
    json_object_set_new(all, "status", json_string(zj_plan_status_name(plan->status)));
    json_object_set_new(all, "objective", objective(plan));
    json_object_set_new(all, "gap_permille", json_integer(plan->gap_permille));
    json_object_set_new(all, "limits", limits(plan));
    json_object_set_new(all, "assignments", assignments(in, pol, plan));
    if (of_lessons)
        json_object_set_new(all, "routes", routes(in, plan));
    if (of_lessons || plan->model == ZJ_SECONDMENT)
        json_object_set_new(all, "unmet", unmet(in, plan));
    json_object_set_new(all, "rules", findings(pol, plan));
    json_object_set_new(all, "conflict", zj_json_conflict(pol, plan));
    char *text = json_dumps(all, JSON_INDENT(2));
    json_decref(all);
    size_t n = strlen(text);
    text = zj_realloc(text, n + 2, 1);
    memcpy(text + n, "\n", 2);
    return text;
}
