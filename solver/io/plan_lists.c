/*
 * plan_lists.c - the lists of a plan file: assignments, unmet periods, rules.
 */
#include "solver/base/i18n.h"
#include "solver/io/plan_parts.h"
#include "solver/io/rows.h"

#include <string.h>

enum { MAX_ITEMS = 4 * 1000 * 1000, MAX_TERMS = 40, MAX_PROBLEMS = 1000 };

bool zj_plan_id(struct zj_plan_reader *r, int object, const char *member,
                int (*find)(const struct zj_instance *in, const char *id), int *out)
{
    struct zj_json *j = r->j;
    int node = zj_json_require(j, object, member);
    const char *id = node >= 0 ? zj_json_string(j, node) : NULL;

    if (!id)
        return false;
    *out = find(r->in, id);
    if (*out < 0)
        zj_diag_add(j->d, ZJ_ERROR, "unknown_id", zj_json_at(j, node), _("the instance has no '%s'"), id);
    return *out >= 0;
}

int zj_plan_word(const struct zj_instance *in, const char *text)
{
    return zj_intern_find(&in->words, text);
}

static bool read_kind(struct zj_plan_reader *r, int object, int *out)
{
    int word;

    if (!zj_plan_id(r, object, "kind", zj_plan_word, &word))
        return false;
    *out = zj_find_kind(r->pol, word);
    if (*out < 0)
        zj_diag_add(r->j->d, ZJ_ERROR, "unknown_kind", zj_json_at(r->j, zj_json_member(r->j, object, "kind")),
                    _("the policy has no kind '%s'"), zj_word(r->in, word));
    return *out >= 0;
}

void zj_plan_each(struct zj_plan_reader *r, int node, const char *const names[], int n_names,
                  void (*read)(struct zj_plan_reader *r, int object))
{
    struct zj_json *j = r->j;
    int errors = j->d->n_errors;

    for (int i = zj_json_first(j, node); i >= 0; i = zj_json_after(j, i)) {
        if (j->d->n_errors - errors > MAX_PROBLEMS) {
            zj_diag_add(j->d, ZJ_ERROR, "too_many_problems", zj_json_at(j, i),
                        _("more than %d problems; the rest was not read"), MAX_PROBLEMS);
            return;
        }
        if (!zj_json_expect_object(j, i))
            continue;
        zj_json_known_members(j, i, names, n_names);
        read(r, i);
    }
}

static void read_posting(struct zj_plan_reader *r, int node)
{
    struct zj_posting p;
    bool fine = zj_plan_id(r, node, "teacher_id", zj_find_teacher, &p.teacher);

    fine = read_kind(r, node, &p.kind) && fine;
    fine = zj_plan_id(r, node, "from_school_id", zj_find_school, &p.from) && fine;
    fine = zj_plan_id(r, node, "to_school_id", zj_find_school, &p.to) && fine;
    fine = zj_plan_id(r, node, "start_term", zj_find_term, &p.start) && fine;
    fine = zj_plan_id(r, node, "subject", zj_plan_word, &p.subject) && fine;
    int terms = zj_json_require(r->j, node, "terms");
    if (terms >= 0 && zj_json_int(r->j, terms, 1, MAX_TERMS, &p.terms) && fine)
        zj_postings_add(&r->plan->postings, &p);
}

void zj_plan_postings(struct zj_plan_reader *r, int node)
{
    static const char *const names[] = {"teacher_id", "kind",  "from_school_id", "to_school_id",
                                        "start_term", "terms", "subject"};

    if (zj_json_expect_array(r->j, node, MAX_ITEMS))
        zj_plan_each(r, node, names, 7, read_posting);
}

static void read_because(struct zj_plan_reader *r, int node, struct zj_unmet *u)
{
    const char *words[ZJ_N_BECAUSE];
    int because, rule = zj_json_given(r->j, node, "rule");

    for (int b = 0; b < ZJ_N_BECAUSE; b++)
        words[b] = zj_because_name((enum zj_because)b);
    int reason = zj_json_require(r->j, node, "because");
    if (reason >= 0 && zj_json_choice(r->j, reason, words, ZJ_N_BECAUSE, &because))
        u->because = (enum zj_because)because;
    if (rule >= 0)
        zj_json_int(r->j, rule, -1, INT32_MAX, &u->rule);
}

/* Where the periods are missing: a term and a school, or a class. */
static bool read_unmet_place(struct zj_plan_reader *r, int node, struct zj_unmet *u)
{
    struct zj_json *j = r->j;
    bool of_lessons = r->plan->model == ZJ_TIMETABLE;
    const char *other = of_lessons ? "term" : "class_id";
    int stray = zj_json_given(j, node, other);

    if (stray >= 0 && of_lessons)
        zj_diag_add(
            j->d, ZJ_ERROR, "term", zj_json_at(j, stray),
            _("the periods of a timetable are missing in every week, not in one term; expected null"));
    else if (stray >= 0)
        zj_diag_add(j->d, ZJ_ERROR, "class_id", zj_json_at(j, stray),
                    _("a plan of secondments knows no classes; expected null"));
    return of_lessons ? zj_plan_class(r, node, &u->class_id)
                      : zj_plan_id(r, node, "term", zj_find_term, &u->term);
}

static void read_unmet(struct zj_plan_reader *r, int node)
{
    struct zj_json *j = r->j;
    struct zj_unmet u = {.term = -1, .class_id = -1, .rule = -1, .because = ZJ_BY_LIMIT};
    bool fine = read_unmet_place(r, node, &u);

    fine = zj_plan_id(r, node, "school_id", zj_find_school, &u.school) && fine;
    fine = zj_plan_id(r, node, "subject", zj_plan_word, &u.subject) && fine;
    int periods = zj_json_require(j, node, "periods");
    fine = periods >= 0 && zj_json_integer(j, periods, 1, ZJ_JSON_MAX_INTEGER, &u.periods) && fine;
    read_because(r, node, &u);
    if (fine)
        r->plan->unmet[r->plan->n_unmet++] = u;
}

void zj_plan_unmet(struct zj_plan_reader *r, int node)
{
    static const char *const names[] = {"term",    "school_id", "class_id", "subject",
                                        "periods", "because",   "rule"};

    if (!zj_json_expect_array(r->j, node, MAX_ITEMS))
        return;
    r->plan->unmet = zj_alloc_n(&r->plan->arena, (size_t)zj_json_n_items(r->j, node), sizeof *r->plan->unmet);
    zj_plan_each(r, node, names, 7, read_unmet);
}

const char *zj_plan_where(struct zj_plan_reader *r, int object)
{
    int node = zj_json_require(r->j, object, "where");
    const char *text = node >= 0 ? zj_json_string(r->j, node) : NULL;

    return text ? zj_strdup(&r->plan->arena, text) : "";
}

const char *zj_plan_rule_name(struct zj_plan_reader *r, int object)
{
    int node = zj_json_require(r->j, object, "rule");

    return node >= 0 ? zj_json_string(r->j, node) : NULL;
}

bool zj_plan_find_rule(struct zj_plan_reader *r, int object, const char *name, enum zj_rule_id *out)
{
    int rule = zj_find_rule(name);

    if (rule >= 0)
        *out = (enum zj_rule_id)rule;
    else
        zj_diag_add(r->j->d, ZJ_ERROR, "unknown_rule", zj_json_at(r->j, zj_json_member(r->j, object, "rule")),
                    _("there is no rule '%s'"), name);
    return rule >= 0;
}

int zj_plan_index(struct zj_plan_reader *r, int object)
{
    int node = zj_json_require(r->j, object, "index"), index = -1;

    if (node >= 0)
        zj_json_int(r->j, node, -1, INT32_MAX, &index);
    return index;
}

bool zj_plan_flag(struct zj_plan_reader *r, int object, const char *member)
{
    int node = zj_json_require(r->j, object, member);
    bool flag = false;

    if (node >= 0)
        zj_json_bool(r->j, node, &flag);
    return flag;
}

/* The sentence that demands the rule: for people, already known from the policy. */
void zj_plan_source(struct zj_plan_reader *r, int object)
{
    static const char *const names[] = {"document", "quote"};
    int source = zj_json_given(r->j, object, "source");

    if (source >= 0 && zj_json_expect_object(r->j, source))
        zj_json_known_members(r->j, source, names, 2);
}

static void read_finding(struct zj_plan_reader *r, int node)
{
    struct zj_json *j = r->j;
    struct zj_finding f = {.need = ZJ_NO_VALUE, .have = ZJ_NO_VALUE};
    int need = zj_json_given(j, node, "need"), have = zj_json_given(j, node, "have");
    const char *name = zj_plan_rule_name(r, node);
    bool fine = name && zj_plan_find_rule(r, node, name, &f.rule);

    f.index = zj_plan_index(r, node);
    f.hard = zj_plan_flag(r, node, "hard");
    f.ok = zj_plan_flag(r, node, "ok");
    if (need >= 0)
        zj_json_integer(j, need, -ZJ_JSON_MAX_INTEGER, ZJ_JSON_MAX_INTEGER, &f.need);
    if (have >= 0)
        zj_json_integer(j, have, -ZJ_JSON_MAX_INTEGER, ZJ_JSON_MAX_INTEGER, &f.have);
    f.where = zj_plan_where(r, node);
    zj_plan_source(r, node);
    if (fine)
        r->plan->finding[r->plan->n_findings++] = f;
}

void zj_plan_findings(struct zj_plan_reader *r, int node)
{
    static const char *const names[] = {"rule", "index", "hard", "ok", "need", "have", "where", "source"};

    if (!zj_json_expect_array(r->j, node, MAX_ITEMS))
        return;
    r->plan->finding =
        zj_alloc_n(&r->plan->arena, (size_t)zj_json_n_items(r->j, node), sizeof *r->plan->finding);
    zj_plan_each(r, node, names, 8, read_finding);
}
