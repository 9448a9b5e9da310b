/*
 * explain_json.c - the answer for programs. Keys and codes are English in every language.
 */
#include "solver/cli/explain.h"

#include <jansson.h>

static const char *const answers[EX_N_ANSWERS] = {"is_so", "barred", "impossible", "possible", "unknown"};
static const char *const gains[EX_N_GAIN_KINDS] = {"teacher", "eligible", "quota"};

static json_t *number_or_null(int64_t n)
{
    return n == ZJ_NO_VALUE ? json_null() : json_integer(n);
}

static json_t *text_or_null(const char *text)
{
    return text ? json_string(text) : json_null();
}

static const char *id_of_school(const struct cli_explained *e, int school)
{
    return school >= 0 ? e->x->in->school[school].id : NULL;
}

/* ---- why-not, why ----------------------------------------------------------------------------------- */

static json_t *tiers_json(const struct cli_explained *e)
{
    const struct zj_plan *p = &e->outcome->plan;
    json_t *list = json_array();

    for (int k = 0; k < p->n_tiers && e->outcome->has_plan; k++) {
        enum zj_tier tier = p->order[k];
        if (cli_tells_tier(e, tier))
            json_array_append_new(list,
                                  json_pack("{s:s, s:I, s:I, s:I, s:o}", "tier", zj_tier_name(tier), "plan",
                                            (json_int_t)e->x->now[tier], "then", (json_int_t)p->value[tier],
                                            "change", (json_int_t)(p->value[tier] - e->x->now[tier]), "bound",
                                            number_or_null(p->bound[tier])));
    }
    return list;
}

static json_t *bars_json(const struct cli_explained *e, const struct ex_bar *bar, int n)
{
    json_t *list = json_array();

    for (int i = 0; i < n; i++) {
        const struct zj_finding *f = &bar[i].finding;
        const struct zj_rule *r = zj_rule_at(e->x->pol, f->index);
        json_array_append_new(list,
                              json_pack("{s:s, s:i, s:s, s:o, s:o, s:i, s:o, s:o}", "rule",
                                        zj_rule_name(f->rule), "index", f->index, "where", f->where, "need",
                                        number_or_null(f->need), "have", number_or_null(f->have), "ways",
                                        bar[i].n_ways, "document", text_or_null(r ? r->document : NULL),
                                        "quote", text_or_null(r ? r->quote : NULL)));
    }
    return list;
}

static json_t *postings_json(const struct cli_explained *e, const struct zj_postings *p)
{
    const struct zj_instance *in = e->x->in;
    json_t *list = json_array();

    for (int i = 0; i < p->n; i++) {
        const struct zj_posting *q = &p->v[i];
        json_array_append_new(
            list, json_pack("{s:s, s:s, s:s, s:s, s:s, s:i, s:s}", "teacher_id", in->teacher[q->teacher].id,
                            "kind", zj_word(in, e->x->pol->kind[q->kind].name), "from_school_id",
                            in->school[q->from].id, "to_school_id", in->school[q->to].id, "start_term",
                            in->term[q->start].id, "terms", q->terms, "subject", zj_word(in, q->subject)));
    }
    return list;
}

static json_t *lessons_json(const struct cli_explained *e, const struct zj_lessons *p)
{
    const struct zj_instance *in = e->x->in;
    json_t *list = json_array();

    for (int i = 0; i < p->n; i++) {
        const struct zj_lesson *l = &p->v[i];
        json_array_append_new(
            list, json_pack("{s:s, s:s, s:s, s:s, s:s, s:i}", "teacher_id", in->teacher[l->teacher].id,
                            "school_id", in->school[l->school].id, "class_id", zj_word(in, l->class_id),
                            "subject", zj_word(in, l->subject), "day", in->day[l->day], "period", l->period));
    }
    return list;
}

static json_t *conflict_json(const struct zj_plan *p)
{
    json_t *list = json_array();

    for (int i = 0; i < p->n_conflict; i++) {
        const struct zj_conflict_part *c = &p->conflict[i];
        json_array_append_new(list, json_pack("{s:s, s:i, s:o, s:o}", "rule", zj_rule_name(c->rule), "index",
                                              c->index, "table", text_or_null(c->table), "where",
                                              text_or_null(c->where)));
    }
    return list;
}

static void add_outcome(json_t *o, const struct cli_explained *e)
{
    const struct ex_outcome *x = e->outcome;
    bool of_lessons = e->x->plan->model == ZJ_TIMETABLE;

    json_object_set_new(o, "teacher_id", json_string(e->x->in->teacher[e->q.teacher].id));
    json_object_set_new(o, "school_id", text_or_null(id_of_school(e, e->q.school)));
    json_object_set_new(o, "class_id",
                        text_or_null(e->q.class_id < 0 ? NULL : zj_word(e->x->in, e->q.class_id)));
    json_object_set_new(o, "start_term",
                        text_or_null(e->q.start_term < 0 ? NULL : e->x->in->term[e->q.start_term].id));
    json_object_set_new(
        o, "kind", text_or_null(e->q.kind < 0 ? NULL : zj_word(e->x->in, e->x->pol->kind[e->q.kind].name)));
    json_object_set_new(o, "answer", json_string(answers[x->answer]));
    json_object_set_new(o, "proved",
                        json_boolean(x->proved || x->answer == EX_IS_SO || x->answer == EX_BARRED));
    json_object_set_new(o, "objective", tiers_json(e));
    json_object_set_new(o, "removed",
                        of_lessons ? lessons_json(e, &x->lessons_removed) : postings_json(e, &x->removed));
    json_object_set_new(o, "added",
                        of_lessons ? lessons_json(e, &x->lessons_added) : postings_json(e, &x->added));
    json_object_set_new(o, "ways", json_integer(x->n_ways));
    json_object_set_new(o, "ways_barred", json_integer(x->n_barred));
    json_object_set_new(o, "bars", bars_json(e, x->bar, x->n_bars));
    json_object_set_new(o, "strains", bars_json(e, x->strain, x->n_strains));
    json_object_set_new(o, "conflict", conflict_json(&x->plan));
}

/* ---- worth ------------------------------------------------------------------------------------------ */

static json_t *changes_json(const struct cli_explained *e, const struct ex_gain *g)
{
    json_t *o = json_object();

    for (int k = 0; k < e->x->plan->n_tiers && g->known; k++) {
        enum zj_tier tier = e->x->plan->order[k];
        if (cli_tells_tier(e, tier))
            json_object_set_new(o, zj_tier_name(tier), json_integer(g->change[tier]));
    }
    return o;
}

static json_t *gain_json(const struct cli_explained *e, const struct ex_gain *g)
{
    const struct zj_instance *in = e->x->in;
    bool quota = g->kind == EX_QUOTA;
    json_t *o = json_object();

    json_object_set_new(o, "change", json_string(gains[g->kind]));
    json_object_set_new(o, "school_id", text_or_null(quota ? NULL : id_of_school(e, g->school)));
    json_object_set_new(o, "subject", text_or_null(quota ? NULL : zj_word(in, g->subject)));
    json_object_set_new(o, "like", text_or_null(g->like < 0 ? NULL : in->teacher[g->like].id));
    json_object_set_new(o, "index", json_integer(g->rule));
    json_object_set_new(o, "where", text_or_null(g->where));
    json_object_set_new(o, "parameter",
                        text_or_null(!quota                                      ? NULL
                                     : g->field == offsetof(struct zj_rule, min) ? "min"
                                                                                 : "max"));
    json_object_set_new(o, "value", quota ? json_integer(g->value) : json_null());
    json_object_set_new(o, "solved", json_boolean(g->known));
    json_object_set_new(o, "proved", json_boolean(g->proved));
    json_object_set_new(o, "objective", changes_json(e, g));
    return o;
}

static void add_worth(json_t *o, const struct cli_explained *e)
{
    json_t *list = json_array();

    for (int i = 0; i < e->worth->n; i++)
        json_array_append_new(list, gain_json(e, &e->worth->gain[i]));
    json_object_set_new(o, "changes", list);
    json_object_set_new(o, "left_out", json_integer(e->worth->n_left));
}

void cli_explain_json(FILE *out, const struct cli_explained *e)
{
    json_t *o = json_object();

    json_object_set_new(o, "schema", json_integer(1));
    json_object_set_new(o, "exit", json_integer((json_int_t)e->exit));
    json_object_set_new(o, "question", json_string(cli_questions[e->question]));
    if (e->question == CLI_WORTH)
        add_worth(o, e);
    else
        add_outcome(o, e);
    json_dumpf(o, out, JSON_INDENT(2));
    fputc('\n', out);
    json_decref(o);
}
