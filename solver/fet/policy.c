/*
 * policy.c - the head of the instance and its rules, as JSON.
 */
#include "solver/fet/tables.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

enum { MAX_LIMIT = 60 }; /* of a rule; no day has more hours */

const char *tr_limit_mark(struct tr *t, const struct tr_limit *l)
{
    static const char *const names[TR_N_LIMITS] = {"day", "row", "changes", "idle", "gap"};

    if (!l->teacher)
        return NULL;
    if (l->weight == FET_FULL_WEIGHT)
        return zj_printf(&t->arena, "%s-%d", names[l->kind], l->value);
    return zj_printf(&t->arena, "%s-%d-%d", names[l->kind], l->value, l->weight);
}

/* {"rule": name, …}; what lacks a full weight is soft, with the percentage, rounded up, as its weight. */
static json_t *new_rule(const char *name, int weight, const char *file, const char *quote)
{
    json_t *rule = json_object(), *source = json_object();

    json_object_set_new(rule, "rule", json_string(name));
    json_object_set_new(rule, "model", json_string("timetable"));
    json_object_set_new(rule, "hard", json_boolean(weight >= FET_FULL_WEIGHT));
    if (weight < FET_FULL_WEIGHT)
        json_object_set_new(rule, "weight", json_integer((weight + 99) / 100));
    json_object_set_new(source, "document", json_string(file));
    json_object_set_new(source, "quote", json_string(quote));
    json_object_set_new(rule, "source", source);
    return rule;
}

static json_t *filter(const char *key, const char *value)
{
    json_t *where = json_object(), *list = json_array();

    json_array_append_new(list, json_string(value));
    json_object_set_new(where, key, list);
    return where;
}

static void add_limits(struct tr *t, const char *file, json_t *rules)
{
    static const struct {
        const char *rule, *parameter;
    } of[TR_N_LIMITS] = {[TR_DAY] = {"load", "max_day"},
                         [TR_ROW] = {"load", "max_row"},
                         [TR_CHANGES] = {"schools", "max_changes_day"},
                         [TR_IDLE] = {"idle", "max_day"},
                         [TR_GAP] = {"travel_time", "settle_minutes"}};

    for (int i = 0; i < t->n_limits; i++) {
        const struct tr_limit *l = &t->limit[i];
        const char *mark = tr_limit_mark(t, l);
        json_t *rule = new_rule(of[l->kind].rule, l->weight, file, l->at->name);
        int value = l->value > MAX_LIMIT ? MAX_LIMIT : l->value;
        if (l->kind == TR_GAP)
            value *= tr_clock_of(t).step;
        json_object_set_new(rule, of[l->kind].parameter, json_integer(value));
        if (mark)
            json_object_set_new(rule, "where", filter("flags", mark));
        json_array_append_new(rules, rule);
    }
}

/* The words of the variants for which the function says so, as "subjects"; false when there is none. */
static bool set_subjects(const struct tr *t, json_t *rule,
                         bool (*wanted)(const struct tr *, int, const void *), const void *what)
{
    json_t *list = json_array();

    for (int v = 0; v < t->n_variants; v++)
        if (wanted(t, v, what))
            json_array_append_new(list, json_string(t->variant[v].word));
    bool any = json_array_size(list) > 0;
    json_object_set_new(rule, "subjects", list);
    return any;
}

/* Add the rule when it speaks of any subject. */
static void add_about(const struct tr *t, json_t *rules, json_t *rule,
                      bool (*wanted)(const struct tr *, int, const void *), const void *what)
{
    if (set_subjects(t, rule, wanted, what))
        json_array_append(rules, rule);
    json_decref(rule);
}

/* What a rule `spread` asks for. */
struct spread {
    struct tr_spread is;
    bool doubles;
};

static bool has_spread(const struct tr *t, int variant, const void *what)
{
    const struct tr_variant *v = &t->variant[variant];
    const struct spread *x = what;

    for (int i = 0; i < v->n_spreads; i++)
        if (v->doubles == x->doubles && v->spread[i].days == x->is.days &&
            v->spread[i].weight == x->is.weight)
            return true;
    return false;
}

/* Different days for the lessons of a subject: one a day, or one double; and so many days between. */
static void add_spread(const struct tr *t, const char *file, const struct spread *x, json_t *rules)
{
    json_t *rule = new_rule("spread", x->is.weight, file, "ConstraintMinDaysBetweenActivities");

    json_object_set_new(rule, "max_day", json_integer(x->doubles ? 2 : 1));
    if (x->is.days > 1)
        json_object_set_new(rule, "min_gap_days", json_integer(x->is.days));
    add_about(t, rules, rule, has_spread, x);
}

static bool is_first_with(const struct tr *t, int variant, const struct spread *x)
{
    for (int v = 0; v < variant; v++)
        if (has_spread(t, v, x))
            return false;
    return true;
}

static void add_spreads(const struct tr *t, const char *file, json_t *rules)
{
    for (int v = 0; v < t->n_variants; v++) {
        for (int i = 0; i < t->variant[v].n_spreads; i++) {
            struct spread x = {t->variant[v].spread[i], t->variant[v].doubles};
            if (is_first_with(t, v, &x))
                add_spread(t, file, &x, rules);
        }
    }
}

static bool has_doubles(const struct tr *t, int variant, const void *what)
{
    (void)what;
    return t->variant[variant].doubles;
}

static bool uses_group(const struct tr *t, int variant, const void *what)
{
    for (int i = 0; i < t->n_blocks; i++)
        if (t->block[i].variant == variant && t->block[i].group == *(const int *)what)
            return true;
    return false;
}

static void add_rooms(struct tr *t, const char *file, json_t *rules)
{
    for (int g = 0; g < t->n_groups; g++) {
        if (!t->group[g].needed)
            continue;
        json_t *rule = new_rule("room", FET_FULL_WEIGHT, file, t->group[g].at->name);
        json_object_set_new(rule, "where", filter("school", tr_school_id(t, t->group[g].building)));
        json_object_set_new(rule, "capacity", json_integer(t->group[g].capacity));
        add_about(t, rules, rule, uses_group, &g);
    }
}

static void put_json(struct fet_text *out, json_t *o)
{
    char *text = json_dumps(o, JSON_INDENT(2));

    fet_put(out, "%s\n", text);
    free(text);
    json_decref(o);
}

void tr_put_policy(struct tr *t, const char *name, const char *file, struct fet_text *out)
{
    json_set_alloc_funcs(zj_malloc, free);
    json_t *all = json_object(), *defaults = json_object(), *rules = json_array();

    add_limits(t, file, rules);
    add_about(t, rules, new_rule("double", FET_FULL_WEIGHT, file, "Duration"), has_doubles, NULL);
    add_spreads(t, file, rules);
    add_rooms(t, file, rules);
    if (t->n_syncs > 0)
        json_array_append_new(rules, new_rule("sync_class", t->sync[0].weight, file, t->sync[0].at->name));
    json_object_set_new(all, "format", json_string("zoujiao-policy/1"));
    json_object_set_new(all, "name", json_string(name));
    json_object_set_new(defaults, "priority", json_integer(1));
    json_object_set_new(all, "defaults", defaults);
    json_object_set_new(all, "kinds", json_array());
    json_object_set_new(all, "rules", rules);
    put_json(out, all);
}

/* "Converted from a FET file", and what was left out. */
static json_t *source_of(struct tr *t, const char *file)
{
    const char *text =
        zj_printf(&t->arena,
                  "converted from the FET file %s; term, clock times, stage, sex and birth dates are "
                  "placeholders",
                  file);

    for (int i = 0, n = 0; i < t->n_ignored; i++)
        if (t->ignored[i].n > 0)
            text = zj_printf(&t->arena, "%s%s %s (%d)", text,
                             n++ > 0 ? "," : "; left out:", t->ignored[i].name, t->ignored[i].n);
    return json_string(text);
}

static json_t *clock_text(int minutes)
{
    char text[8];

    snprintf(text, sizeof text, "%02d:%02d", minutes / 60 % 24, minutes % 60);
    return json_string(text);
}

/* One session a day: hours in a row, doubles and gaps do not stop at noon. */
static json_t *week(struct tr *t)
{
    const struct tr_clock c = tr_clock_of(t);
    json_t *w = json_object(), *days = json_array(), *periods = json_array();

    for (int d = 0; d < t->f.days.n; d++)
        json_array_append_new(days, json_string(t->day[d]));
    for (int h = 0; h < t->f.hours.n; h++) {
        json_t *p = json_object();
        json_object_set_new(p, "id", json_integer(h + 1));
        json_object_set_new(p, "start", clock_text(c.first + h * c.step));
        json_object_set_new(p, "end", clock_text(c.first + h * c.step + c.length));
        json_object_set_new(p, "session", json_string("day"));
        json_object_set_new(p, "x_hour", json_string(t->f.hours.text[h]));
        json_array_append_new(periods, p);
    }
    json_object_set_new(w, "days", days);
    json_object_set_new(w, "periods", periods);
    return w;
}

void tr_put_head(struct tr *t, const char *name, const char *file, struct fet_text *out)
{
    static const char *const synthetic[] = {"schools", "teachers", "travel"};

    json_set_alloc_funcs(zj_malloc, free);
    json_t *all = json_object(), *made_up = json_array(), *terms = json_array(), *term = json_object();

    for (size_t i = 0; i < sizeof synthetic / sizeof synthetic[0]; i++)
        json_array_append_new(made_up, json_string(synthetic[i]));
    json_object_set_new(term, "id", json_string("1"));
    json_object_set_new(term, "year", json_string("1"));
    json_object_set_new(term, "start", json_string("2026-09-01"));
    json_object_set_new(term, "end", json_string("2027-01-22"));
    json_array_append_new(terms, term);
    json_object_set_new(all, "format", json_string("zoujiao-instance/1"));
    json_object_set_new(all, "name", json_string(name));
    json_object_set_new(all, "source", source_of(t, file));
    json_object_set_new(all, "synthetic", made_up);
    json_object_set_new(all, "terms", terms);
    json_object_set_new(all, "week", week(t));
    json_object_set_new(all, "policy", json_string("policy.json"));
    put_json(out, all);
}
