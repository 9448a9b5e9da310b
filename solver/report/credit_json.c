/*
 * credit_json.c - the accounts for programs. Keys and codes are English in every language.
 */
#include "solver/report/credit.h"

#include <jansson.h>

static json_t *word_or_null(const struct zj_instance *in, int word)
{
    return word >= 0 ? json_string(zj_word(in, word)) : json_null();
}

static json_t *year_json(const struct rep_credit *r, const struct zj_credit_year *year)
{
    char day[16];

    return json_pack("{s:s, s:I, s:o, s:b}", "start", zj_date_text(year->start, day), "visits",
                     (json_int_t)year->visits, "grade", word_or_null(r->in, year->grade), "counts",
                     year->counts);
}

static json_t *line_json(const struct rep_credit *r, const struct zj_credit_line *line)
{
    json_t *o =
        json_pack("{s:s, s:i, s:s, s:I}", "rule", zj_rule_name(line->rule->id), "index", line->rule->index,
                  "counted", zj_credit_what_name(line->what), "have", (json_int_t)line->have);

    json_object_set_new(o, "need", line->need == ZJ_NO_CREDIT_NEED ? json_null() : json_integer(line->need));
    json_object_set_new(o, "missing", json_integer(zj_credit_missing(line)));
    json_object_set_new(o, "met", json_boolean(line->met));
    json_object_set_new(o, "account", json_string(zj_account_name(line->rule->account)));
    json_object_set_new(o, "given", json_integer(line->given));
    if (line->what == ZJ_CR_SENIOR)
        json_object_set_new(o, "goes_on", json_boolean(line->goes_on));
    if (line->what == ZJ_CR_HOME)
        json_object_set_new(o, "unknown", json_boolean(line->unknown));
    if (line->what == ZJ_CR_STUDIO_YEARS) {
        json_t *years = json_array();
        for (int i = 0; i < line->n_years; i++)
            json_array_append_new(years, year_json(r, &r->credit->year[line->first_year + i]));
        json_object_set_new(o, "years", years);
    }
    return o;
}

static json_t *teacher_json(const struct rep_credit *r, int teacher)
{
    struct zj_arena arena = {0};
    const int64_t *account = r->credit->account[teacher];
    json_t *accounts = json_object(), *o = json_object();

    for (int k = 0; k < ZJ_N_ACCOUNTS; k++)
        json_object_set_new(accounts, zj_account_name((enum zj_account)k),
                            json_pack("{s:I, s:s}", "units", (json_int_t)account[k], "years",
                                      rep_years_text(&arena, account[k])));
    json_object_set_new(o, "teacher_id", json_string(r->in->teacher[teacher].id));
    json_object_set_new(o, "school_id", json_string(r->in->school[r->in->teacher[teacher].school].id));
    json_object_set_new(o, "accounts", accounts);
    json_object_set_new(o, "lines", json_array());
    zj_arena_release(&arena);
    return o;
}

/* Lines of one teacher stand together. */
static json_t *teachers_json(const struct rep_credit *r)
{
    json_t *list = json_array(), *teacher = NULL;
    int last = -1;

    for (int i = 0; i < r->credit->n_lines; i++) {
        const struct zj_credit_line *line = &r->credit->line[i];
        if (r->teacher >= 0 && line->teacher != r->teacher)
            continue;
        if (line->teacher != last) {
            teacher = teacher_json(r, line->teacher);
            json_array_append_new(list, teacher);
        }
        last = line->teacher;
        json_array_append_new(json_object_get(teacher, "lines"), line_json(r, line));
    }
    return list;
}

static json_t *rules_json(const struct rep_credit *r)
{
    json_t *list = json_array();

    for (int k = 0; k < r->pol->n_credit_rules; k++) {
        const struct zj_rule *rule = &r->pol->credit_rule[k];
        json_array_append_new(list, json_pack("{s:i, s:s, s:s?, s:s?}", "index", rule->index, "rule",
                                              zj_rule_name(rule->id), "document", rule->document, "quote",
                                              rule->quote));
    }
    return list;
}

static json_t *uncounted_json(const struct rep_credit *r)
{
    json_t *list = json_array();

    for (int i = 0; i < r->credit->n_uncounted; i++) {
        const struct zj_credit_uncounted *u = &r->credit->uncounted[i];
        const struct zj_activity *a = &r->in->activity[u->activity];
        if (r->teacher < 0 || a->teacher == r->teacher)
            json_array_append_new(list, json_pack("{s:i, s:s, s:s}", "line", a->line, "teacher_id",
                                                  r->in->teacher[a->teacher].id, "because",
                                                  zj_uncounted_name(u->because)));
    }
    return list;
}

void rep_print_credit_json(FILE *out, const struct rep_credit *r)
{
    char day[16];
    json_t *all = json_pack("{s:i, s:{s:s?, s:s}, s:s, s:i, s:o, s:o, s:o}", "schema", 1, "instance", "name",
                            r->in->name, "sha256", r->in->sha256, "until",
                            zj_date_text(r->credit->until, day), "units_per_year", ZJ_CREDIT_YEAR, "rules",
                            rules_json(r), "teachers", teachers_json(r), "not_counted", uncounted_json(r));

    json_dumpf(all, out, JSON_INDENT(2));
    fputc('\n', out);
    json_decref(all);
}
