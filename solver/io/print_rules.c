/*
 * print_rules.c - the list of rules and parameters, for people and machines, from rules.def and params.def.
 */
#include "solver/base/i18n.h"
#include "solver/data/plan.h"
#include "solver/io/param_text.h"
#include "solver/io/write.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static bool in_chinese(void)
{
    return strcmp(zj_i18n_lang(), "zh") == 0;
}

/* "hard" or "soft" when the policy does not say; and when another model has the rule too, that. */
static const char *usual_text(struct zj_arena *a, enum zj_rule_id id)
{
    const char *usual = zj_rule_is_usually_hard(id) ? _("hard") : _("soft");

    if (zj_rule_is_of_credit(id))
        return _("counts, is never broken");
    if (!zj_rule_is_of(id, ZJ_SECONDMENT))
        return usual;
    if (zj_rule_is_of(id, ZJ_TIMETABLE) && zj_rule_is_of(id, ZJ_PAIRING))
        return zj_printf(a, _("%s; of timetables and pairings too"), usual);
    if (zj_rule_is_of(id, ZJ_PAIRING))
        return zj_printf(a, _("%s; of pairings where \"model\" says so"), usual);
    return zj_rule_is_of(id, ZJ_TIMETABLE) ? zj_printf(a, _("%s; of timetables too"), usual) : usual;
}

/* The heading that stands before the rule, or NULL. */
static const char *heading_before(int rule)
{
    return rule == 0                      ? _("Rules of secondments")
           : rule == ZJ_N_RULES           ? _("Rules of timetables")
           : rule == ZJ_FIRST_OF_PAIRING  ? _("Rules of pairings")
           : rule == ZJ_FIRST_OF_CALENDAR ? _("Rules of calendars")
           : rule == ZJ_FIRST_OF_CREDIT   ? _("Rules of service credit")
                                          : NULL;
}

static void print_text(FILE *out)
{
    struct zj_arena a = {0};
    bool zh = in_chinese();

    for (int r = 0; r < ZJ_N_ALL_RULES; r++) {
        enum zj_rule_id id = (enum zj_rule_id)r;
        if (heading_before(r))
            fprintf(out, "%s\n\n", heading_before(r));
        fprintf(out, "%s (%s)\n    %s\n", zj_rule_name(id), usual_text(&a, id), zj_rule_meaning(id, zh));
        for (int i = 0; i < zj_n_params; i++) {
            const struct zj_param *p = &zj_params[i];
            if (p->rule == id)
                fprintf(out, "    %s: %s [%s] %s\n", p->name, zj_param_type_text(&a, p, true),
                        zj_param_default_text(&a, p), zh ? p->zh : p->en);
        }
        fputc('\n', out);
    }
    fprintf(out, "%s\n", _("Keys of filters"));
    for (int k = 0; k < zj_n_filter_keys; k++)
        fprintf(out, "    %s (%s): %s\n", zj_filter_keys[k].name,
                gettext(zj_key_use_text(&zj_filter_keys[k])),
                zh ? zj_filter_keys[k].zh : zj_filter_keys[k].en);
    zj_arena_release(&a);
}

/* A cell of a Markdown table: '|' would end it. */
static void print_cell(FILE *out, const char *text, bool is_code)
{
    fputs(is_code ? " `" : " ", out);
    for (; *text; text++)
        fprintf(out, *text == '|' ? "\\%c" : "%c", *text);
    fputs(is_code ? "` |" : " |", out);
}

static void print_markdown(FILE *out)
{
    struct zj_arena a = {0};
    bool zh = in_chinese();

    for (int r = 0; r < ZJ_N_ALL_RULES; r++) {
        enum zj_rule_id id = (enum zj_rule_id)r;
        bool has_params = false;
        if (heading_before(r))
            fprintf(out, "# %s\n\n", heading_before(r));
        fprintf(out, "## `%s` (%s)\n\n%s\n\n", zj_rule_name(id), usual_text(&a, id), zj_rule_meaning(id, zh));
        for (int i = 0; i < zj_n_params; i++) {
            const struct zj_param *p = &zj_params[i];
            if (p->rule != id)
                continue;
            if (!has_params)
                fprintf(out, "| %s | %s | %s | %s |\n|---|---|---|---|\n", _("parameter"), _("value"),
                        _("default"), _("meaning"));
            has_params = true;
            fputc('|', out);
            print_cell(out, p->name, true);
            print_cell(out, zj_param_type_text(&a, p, true), true);
            print_cell(out, zj_param_default_text(&a, p), false);
            print_cell(out, zh ? p->zh : p->en, false);
            fputc('\n', out);
        }
        if (has_params)
            fputc('\n', out);
    }
    fprintf(out, "## %s\n\n| %s | %s | %s |\n|---|---|---|\n", _("Keys of filters"), _("key"),
            _("filters of"), _("meaning"));
    for (int k = 0; k < zj_n_filter_keys; k++) {
        fputc('|', out);
        print_cell(out, zj_filter_keys[k].name, true);
        print_cell(out, gettext(zj_key_use_text(&zj_filter_keys[k])), false);
        print_cell(out, zh ? zj_filter_keys[k].zh : zj_filter_keys[k].en, false);
        fputc('\n', out);
    }
    zj_arena_release(&a);
}

static json_t *param_json(struct zj_arena *a, const struct zj_param *p)
{
    const char *fallback = zj_param_fallback_text(a, p);
    json_t *o = json_object();

    json_object_set_new(o, "name", json_string(p->name));
    json_object_set_new(o, "value", json_string(zj_param_type_text(a, p, false)));
    json_object_set_new(o, "required", json_boolean(p->must));
    json_object_set_new(o, "default", fallback ? json_string(fallback) : json_null());
    json_object_set_new(o, "absent", json_string(p->absent_en));
    json_object_set_new(o, "en", json_string(p->en));
    json_object_set_new(o, "zh", json_string(p->zh));
    return o;
}

static json_t *models_json(enum zj_rule_id id)
{
    json_t *models = json_array();

    for (int m = 0; m < ZJ_N_MODELS; m++)
        if (zj_rule_is_of(id, (enum zj_model)m))
            json_array_append_new(models, json_string(zj_model_name((enum zj_model)m)));
    return models;
}

static void print_json(FILE *out)
{
    struct zj_arena a = {0};

    json_set_alloc_funcs(zj_malloc, free);
    json_t *rules = json_array(), *keys = json_array(), *all = json_object();

    for (int r = 0; r < ZJ_N_ALL_RULES; r++) {
        enum zj_rule_id id = (enum zj_rule_id)r;
        json_t *o = json_object(), *params = json_array();
        json_object_set_new(o, "rule", json_string(zj_rule_name(id)));
        json_object_set_new(o, "models", models_json(id));
        json_object_set_new(o, "hard", json_boolean(zj_rule_is_usually_hard(id)));
        json_object_set_new(o, "en", json_string(zj_rule_meaning(id, false)));
        json_object_set_new(o, "zh", json_string(zj_rule_meaning(id, true)));
        for (int i = 0; i < zj_n_params; i++)
            if (zj_params[i].rule == id)
                json_array_append_new(params, param_json(&a, &zj_params[i]));
        json_object_set_new(o, "parameters", params);
        json_array_append_new(rules, o);
    }
    for (int k = 0; k < zj_n_filter_keys; k++) {
        json_t *o = json_object();
        json_object_set_new(o, "key", json_string(zj_filter_keys[k].name));
        json_object_set_new(o, "filters_of", json_string(zj_key_use_text(&zj_filter_keys[k])));
        json_object_set_new(o, "en", json_string(zj_filter_keys[k].en));
        json_object_set_new(o, "zh", json_string(zj_filter_keys[k].zh));
        json_array_append_new(keys, o);
    }
    json_object_set_new(all, "schema", json_integer(1));
    json_object_set_new(all, "rules", rules);
    json_object_set_new(all, "filter_keys", keys);
    json_dumpf(all, out, JSON_INDENT(2));
    fputc('\n', out);
    json_decref(all);
    zj_arena_release(&a);
}

void zj_print_rules(FILE *out, enum zj_rules_format format)
{
    switch (format) {
    case ZJ_RULES_TEXT:
        print_text(out);
        break;
    case ZJ_RULES_MARKDOWN:
        print_markdown(out);
        break;
    case ZJ_RULES_JSON:
        print_json(out);
        break;
    }
}
