/*
 * test_policy_read.c - a policy file becomes the rules that it states, and no others.
 *
 * What is refused, and with which words, stands in tests/parse/invalid/.
 */
#include "solver/base/i18n.h"
#include "solver/io/instance_json.h"
#include "solver/io/rule_params.h"
#include "solver/io/write.h"
#include "tests/support/cmocka.h"
#include "tests/support/tiny.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static const char county[] = "school S1 lead G1\n"
                             "school S2 member G1 stage=junior\n"
                             "teacher T1 S1 F 1980-01-01 音乐,美术\n"
                             "teacher T2 S2 M 1980-01-01 数学\n"
                             "history T1 old_kind S1 S2 2020-09-01 2021-07-01\n";

static const char kinds[] =
    "\"kinds\": [{\"kind\": \"support\", \"terms\": [2, 1], \"fills_load\": true,"
    " \"direction\": \"lead_to_member\", \"start_terms\": [\"2026A\", \"2027A\"],"
    " \"posts\": [\"teacher\", \"校长\"]}, {\"kind\": \"shadow\", \"terms\": 1,"
    " \"fills_load\": false}],"
    " \"activities\": [{\"activity\": \"meeting\", \"chair\": \"any\", \"by\": \"subject\"},"
    " {\"activity\": \"watch\", \"over\": \"mentor\", \"lasts\": \"period\"},"
    " {\"activity\": \"away\", \"over\": \"teacher\", \"lasts\": \"day\"}]";

struct read_case {
    struct tiny t;
    struct zj_policy pol;
    struct zj_diag d;
    enum zj_status status;
};

/* Two days of two periods. */
static void add_week(struct zj_instance *in)
{
    static const char *days[] = {"Mon", "Fri"}, *sessions[] = {"am"};
    static struct zj_period periods[] = {{1, 480, 520, 0}, {3, 530, 570, 0}};

    in->day = days;
    in->n_days = 2;
    in->period = periods;
    in->n_periods = 2;
    in->session = sessions;
    in->n_sessions = 1;
}

/* Read {"format": …, kinds, "rules": [ rules ], more}. */
static void read_rules(struct read_case *c, const char *rules, const char *more)
{
    char *text;

    memset(c, 0, sizeof *c);
    tiny_build(&c->t, county);
    add_week(&c->t.in);
    if (asprintf(&text, "{\"format\": \"zoujiao-policy/1\", %s, \"rules\": [%s] %s}", kinds, rules, more) < 0)
        abort();
    c->status = zj_read_policy_json(text, strlen(text), "p.json", NULL, &c->t.in, &c->pol, &c->d);
    free(text);
}

static void release(struct read_case *c)
{
    zj_policy_release(&c->pol);
    zj_diag_release(&c->d);
    tiny_release(&c->t);
}

static void assert_fine(const struct read_case *c)
{
    if (c->status != ZJ_OK || c->d.n > 0)
        fail_msg("%s", c->d.n > 0 ? c->d.problem[0].text : "refused without a reason");
}

static void assert_ids(const struct zj_ids *ids, int n, const int *v)
{
    assert_int_equal(ids->n, n);
    for (int i = 0; i < n; i++)
        assert_int_equal(ids->v[i], v[i]);
}

static void the_head_is_read(void **state)
{
    struct read_case c;

    (void)state;
    read_rules(
        &c, "",
        ", \"name\": \"某县\", \"travel\": {\"detour_permille\": 1400, \"kmh\": 40, \"settle_minutes\": 5},"
        " \"defaults\": {\"max_week\": 16, \"priority\": 3}, \"objective\": [\"travel\", \"need\"]");
    assert_fine(&c);
    assert_string_equal(c.pol.name, "某县");
    assert_string_equal(c.pol.file, "p.json");
    assert_int_equal(c.pol.detour_permille, 1400);
    assert_int_equal(c.pol.kmh, 40);
    assert_int_equal(c.pol.settle_minutes, 5);
    assert_int_equal(c.pol.default_max_week, 16);
    assert_int_equal(c.pol.default_max_day, ZJ_NONE);
    assert_int_equal(c.pol.default_priority, 3);
    const enum zj_tier order[] = {ZJ_T_TRAVEL,   ZJ_T_NEED,   ZJ_T_SOFT,
                                  ZJ_T_FAIRNESS, ZJ_T_WISHES, ZJ_T_STABILITY};
    for (int t = 0; t < ZJ_N_TIERS; t++)
        assert_int_equal(c.pol.objective[t], order[t]);
    release(&c);
}

static void kinds_are_read(void **state)
{
    struct read_case c;

    (void)state;
    read_rules(&c, "", "");
    assert_fine(&c);
    assert_int_equal(c.pol.n_kinds, 2);
    const struct zj_kind *k = c.pol.kind;
    assert_string_equal(zj_word(&c.t.in, k[0].name), "support");
    assert_ids(&k[0].lengths, 2, (const int[]){2, 1});
    assert_ids(&k[0].start_terms, 2, (const int[]){0, 2});
    assert_ids(&k[0].posts, 2, (const int[]){ZJ_TEACHER, ZJ_PRINCIPAL});
    assert_int_equal(k[0].direction, ZJ_LEAD_TO_MEMBER);
    assert_true(k[0].fills_load);
    assert_ids(&k[1].lengths, 1, (const int[]){1});
    assert_int_equal(k[1].start_terms.n, 0);
    assert_int_equal(k[1].direction, ZJ_ANY_DIRECTION);
    assert_false(k[1].fills_load);
    release(&c);
}

static void filters_are_read(void **state)
{
    struct read_case c;
    struct tiny *t = &c.t;

    (void)state;
    read_rules(
        &c,
        "{\"rule\": \"quota\", \"over\": \"pair\", \"per\": \"year\", \"min\": 1, \"kind\": [\"shadow\", "
        "\"old_kind\"],"
        " \"where\": {\"school\": \"S2\", \"stage\": [\"junior\", \"高中\"]},"
        " \"filter\": {\"sex\": \"F\", \"rank\": \"骨干\", \"title\": [\"一级\"], \"flags\": \"care\","
        " \"subject\": \"音乐\", \"age\": [null, 45], \"service_years\": [3, null], \"years_here\": [6, 9],"
        " \"host_role\": \"member\", \"host_community\": \"G1\", \"applied\": \"approved\", \"traits\": "
        "[\"薄弱\", \"twin\"],"
        " \"host_traits\": \"强校\"}}",
        "");
    assert_fine(&c);
    const struct zj_rule *r = &c.pol.rule[0];
    const struct zj_filter *f = &r->filter;
    assert_int_equal(r->over, ZJ_OVER_PAIR);
    assert_int_equal(r->per, ZJ_PER_YEAR);
    assert_int_equal(r->direction, ZJ_LEAD_TO_MEMBER);
    assert_ids(&r->kinds, 2, (const int[]){c.pol.kind[1].name, tiny_word(t, "old_kind")});
    assert_false(r->where.empty);
    assert_ids(&r->where.school, 1, (const int[]){1});
    assert_ids(&r->where.stage, 2, (const int[]){ZJ_JUNIOR, ZJ_SENIOR});
    assert_ids(&f->sex, 1, (const int[]){ZJ_FEMALE});
    assert_ids(&f->rank, 1, (const int[]){tiny_word(t, "backbone")});
    assert_ids(&f->title, 1, (const int[]){tiny_word(t, "一级")});
    assert_ids(&f->subject, 1, (const int[]){tiny_word(t, "音乐")});
    assert_ids(&f->host_role, 1, (const int[]){ZJ_MEMBER});
    assert_ids(&f->host_community, 1, (const int[]){tiny_word(t, "G1")});
    assert_ids(&f->traits, 2, (const int[]){tiny_word(t, "weak"), tiny_word(t, "twin")});
    assert_ids(&f->host_traits, 1, (const int[]){tiny_word(t, "strong")});
    assert_ids(&f->applied, 1, (const int[]){ZJ_APPROVED});
    assert_true(f->age.set && f->age.lo == ZJ_NONE && f->age.hi == 45);
    assert_true(f->service_years.set && f->service_years.lo == 3 && f->service_years.hi == ZJ_NONE);
    assert_true(f->years_here.set && f->years_here.lo == 6 && f->years_here.hi == 9);
    assert_false(f->empty);
    assert_int_equal(f->stage.n, 0);
    release(&c);
}

static void the_retirement_table_is_read(void **state)
{
    struct read_case c;

    (void)state;
    read_rules(
        &c,
        "{\"rule\": \"exempt\", \"flags\": [\"孕期\", \"ill\"], \"retire_within_years\": 3, \"from\": "
        "\"2025-01-01\","
        " \"table\": [{\"class\": \"F55\", \"base_months\": 660, \"step_months\": 4, \"cap_months\": 696},"
        " {\"class\": \"M\", \"base_months\": 720, \"step_months\": 4, \"cap_months\": 756}]}",
        "");
    assert_fine(&c);
    const struct zj_rule *r = &c.pol.rule[0];
    assert_int_equal(r->retire_within_years, 3);
    assert_int_equal(r->table_from, tiny_date("2025-01-01"));
    assert_ids(&r->flags, 2, (const int[]){tiny_word(&c.t, "pregnant"), tiny_word(&c.t, "ill")});
    assert_true(r->table[ZJ_RETIRE_F55].set && r->table[ZJ_RETIRE_M].set && !r->table[ZJ_RETIRE_F50].set);
    assert_int_equal(r->table[ZJ_RETIRE_F55].base, 660);
    assert_int_equal(r->table[ZJ_RETIRE_F55].step, 4);
    assert_int_equal(r->table[ZJ_RETIRE_F55].cap, 696);
    release(&c);
}

/* Rules of other models keep their place in the count, but are not used. */
static void what_every_rule_has_is_read(void **state)
{
    struct read_case c;

    (void)state;
    read_rules(&c,
               "{\"rule\": \"promotion\", \"years\": 1},\n{\"rule\": \"age_limit\", \"max\": {\"F\": "
               "45}, \"hard\": false,"
               " \"weight\": 7, \"inclusive\": true, \"source\": {\"document\": \"某县\", \"quote\": "
               "\"45周岁以下\"}},"
               " {\"rule\": \"one_posting\", \"hard\": true}",
               "");
    assert_int_equal(c.status, ZJ_OK);
    assert_int_equal(c.d.n, 0);
    assert_int_equal(c.pol.n_rules, 2);
    assert_int_equal(c.pol.n_lesson_rules, 0);
    assert_int_equal(c.pol.n_credit_rules, 1);
    assert_int_equal(c.pol.credit_rule[0].years, 1);
    assert_int_equal(c.pol.credit_rule[0].index, 0);
    const struct zj_rule *r = c.pol.rule;
    assert_int_equal(r->id, ZJ_R_age_limit);
    assert_int_equal(r->index, 1);
    assert_int_equal(r->line, 2);
    assert_false(r->hard);
    assert_int_equal(r->weight, 7);
    assert_true(r->inclusive);
    assert_int_equal(r->max_age[ZJ_FEMALE], 45);
    assert_int_equal(r->max_age[ZJ_MALE], ZJ_NONE);
    assert_string_equal(r->document, "某县");
    assert_string_equal(r->quote, "45周岁以下");
    assert_int_equal(r[1].index, 2);
    assert_int_equal(r[1].weight, 1);
    release(&c);
}

/* A rule of both models stands in both lists, unless "model" names one. */
static void entries_go_to_the_models_that_have_the_rule(void **state)
{
    struct read_case c;

    (void)state;
    read_rules(&c,
               "{\"rule\": \"need\", \"hard\": true}, {\"rule\": \"need\", \"model\": \"timetable\"},"
               " {\"rule\": \"stability\", \"max\": 2, \"model\": \"secondment\"}, {\"rule\": \"half_day\"},"
               " {\"rule\": \"rest\", \"terms\": 1}",
               "");
    assert_fine(&c);
    const int sec[] = {0, 2, 4}, tim[] = {0, 1, 3};
    assert_int_equal(c.pol.n_rules, 3);
    assert_int_equal(c.pol.n_lesson_rules, 3);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(c.pol.rule[i].index, sec[i]);
        assert_int_equal(c.pol.lesson_rule[i].index, tim[i]);
    }
    assert_true(c.pol.lesson_rule[0].hard);
    assert_false(c.pol.lesson_rule[1].hard);
    assert_int_equal(c.pol.lesson_rule[2].id, ZJ_R_half_day);
    release(&c);
    read_rules(&c, "{\"rule\": \"rest\", \"terms\": 1, \"model\": \"timetable\"}", "");
    assert_int_equal(c.status, ZJ_EDATA);
    release(&c);
}

/* The rules of pairings; `distance` is one of them only where it says so. */
static void parameters_of_pairings_are_read(void **state)
{
    struct read_case c;

    (void)state;
    read_rules(
        &c,
        "{\"rule\": \"coverage\", \"permille\": 900, \"per\": \"stage\", \"leads_max\": 2},"
        " {\"rule\": \"size\", \"members_min\": 1, \"total_max\": 4, \"where\": {\"stage\": \"junior\"}},"
        " {\"rule\": \"composition\", \"of\": \"leads\", \"need\": {\"city\": [1, 1], \"town\": [null, 2]}},"
        " {\"rule\": \"legal_form\", \"form\": \"cobuilt\", \"members_max\": 2},"
        " {\"rule\": \"distance\", \"max_minutes\": 40},"
        " {\"rule\": \"distance\", \"max_minutes\": 30, \"model\": \"pairing\","
        "  \"where\": {\"school_kind\": \"village\"}},"
        " {\"rule\": \"pins\"}",
        "");
    assert_fine(&c);
    const struct zj_rule *r = c.pol.pairing_rule;
    assert_int_equal(c.pol.n_pairing_rules, 6);
    assert_int_equal(c.pol.n_rules, 2);
    assert_int_equal(r[0].permille, 900);
    assert_int_equal(r[0].area, ZJ_AREA_STAGE);
    assert_int_equal(r[0].leads_min, 1);
    assert_int_equal(r[0].leads_max, 2);
    assert_int_equal(r[1].members_min, 1);
    assert_int_equal(r[1].members_max, ZJ_NONE);
    assert_int_equal(r[1].total_max, 4);
    assert_int_equal(r[2].of, ZJ_OF_LEADS);
    assert_true(r[2].need[ZJ_CITY].set && r[2].need[ZJ_TOWN].set && !r[2].need[ZJ_VILLAGE].set);
    assert_int_equal(r[2].need[ZJ_CITY].lo, 1);
    assert_int_equal(r[2].need[ZJ_TOWN].lo, ZJ_NONE);
    assert_int_equal(r[2].need[ZJ_TOWN].hi, 2);
    assert_int_equal(r[3].form, ZJ_COBUILT);
    assert_int_equal(r[4].id, ZJ_R_distance);
    assert_int_equal(r[4].index, 5);
    assert_int_equal(r[4].max_minutes, 30);
    assert_int_equal(c.pol.rule[0].max_minutes, 40);
    assert_ptr_equal(zj_rule_at(&c.pol, 5), &r[4]);
    assert_int_equal(r[5].id, ZJ_R_pins);
    release(&c);
}

/* What a rule of pairings cannot mean is refused, at its place. */
static void wrong_rules_of_pairings_are_refused(void **state)
{
    static const struct {
        const char *rule, *field, *text;
    } wrong[] = {
        {"{\"rule\": \"size\", \"members_min\": 3, \"members_max\": 2}", "rules[0]",
         "min is greater than max"},
        {"{\"rule\": \"coverage\", \"leads_min\": 2, \"leads_max\": 1}", "rules[0]",
         "min is greater than max"},
        {"{\"rule\": \"composition\", \"need\": {}}", "rules[0].need",
         "a range for at least one kind of school is needed"},
        {"{\"rule\": \"composition\", \"need\": {\"city\": 1}}", "rules[0].need.city",
         "expected [least, greatest], with null for an open end"},
        {"{\"rule\": \"composition\", \"need\": {\"city\": [2, 1]}}", "rules[0].need.city",
         "the least is greater than the greatest"},
        {"{\"rule\": \"depth\", \"max\": 2, \"hard\": false}", "rules[0].hard",
         "the rule 'depth' always holds; it cannot be soft"},
        {"{\"rule\": \"distance\", \"max_metres\": 1, \"model\": \"pairing\", \"where\": {\"post\": "
         "\"vice\"}}",
         "rules[0].where.post", "'post' has no meaning here: this filter speaks of schools"},
        {"{\"rule\": \"stage\", \"model\": \"timetable\"}", "rules[0].model",
         "the rule 'stage' is not one of the model 'timetable'"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        struct read_case c;
        read_rules(&c, wrong[i].rule, "");
        assert_int_equal(c.status, ZJ_EDATA);
        assert_int_equal(c.d.n, 1);
        assert_string_equal(c.d.problem[0].field, wrong[i].field);
        assert_string_equal(c.d.problem[0].text, wrong[i].text);
        release(&c);
    }
}

static void parameters_of_lessons_are_read(void **state)
{
    struct read_case c;

    (void)state;
    read_rules(
        &c,
        "{\"rule\": \"visiting_days\", \"weekday\": [\"周五\"], \"max_days\": 1, \"min_periods\": 2,"
        "  \"where\": {\"school\": \"S1\", \"post\": \"teacher\"}},"
        " {\"rule\": \"avoid\", \"periods\": [1], \"only\": 3, \"where\": {\"subject\": \"音乐\", \"stage\": "
        "\"junior\"}, \"subjects\": \"音乐\"},"
        " {\"rule\": \"travel_limit\", \"max_day_minutes\": 90},"
        " {\"rule\": \"common_free\", \"group\": {\"subject\": \"音乐\"}, \"periods_per_week\": 1}",
        "");
    assert_fine(&c);
    const struct zj_rule *r = c.pol.lesson_rule;
    assert_ids(&r[0].weekday, 1, (const int[]){1});
    assert_int_equal(r[0].max_days, 1);
    assert_int_equal(r[0].min_periods, 2);
    assert_ids(&r[0].where.school, 1, (const int[]){0});
    assert_ids(&r[1].periods, 1, (const int[]){1});
    assert_ids(&r[1].only, 1, (const int[]){3});
    assert_ids(&r[1].where.subject, 1, (const int[]){tiny_word(&c.t, "音乐")});
    assert_ids(&r[1].where.stage, 1, (const int[]){ZJ_JUNIOR});
    assert_false(r[1].hard);
    assert_true(r[2].from_home);
    assert_int_equal(r[2].max_day_minutes, 90);
    assert_int_equal(r[2].max_leg_minutes, ZJ_NONE);
    assert_false(r[3].group.empty);
    assert_true(r[3].where.empty);
    assert_int_equal(r[3].periods_per_week, 1);
    release(&c);
}

static void the_usual_mentors_are_those_with_honours(void **state)
{
    struct read_case c;

    (void)state;
    read_rules(&c,
               "{\"rule\": \"mentor_capacity\", \"max\": 2}, {\"rule\": \"mentor_capacity\", \"max\": 2, "
               "\"mentor\": {}}",
               "");
    assert_fine(&c);
    assert_false(c.pol.rule[0].mentor.empty);
    assert_ids(&c.pol.rule[0].mentor.rank, 3,
               (const int[]){tiny_word(&c.t, "backbone"), tiny_word(&c.t, "subject_leader"),
                             tiny_word(&c.t, "master")});
    assert_false(c.pol.rule[1].mentor.empty);
    assert_int_equal(c.pol.rule[1].mentor.rank.n, 0);
    release(&c);
}

/* A value that the parameter takes, as JSON. */
static const char *sample_value(const struct zj_param *p, char buf[64])
{
    int n, w = 0;

    switch (p->type) {
    case ZJ_PARAM_INT:
        snprintf(buf, 64, "%d", p->lo);
        break;
    case ZJ_PARAM_BOOL:
        return "true";
    case ZJ_PARAM_DATE:
        return "\"2025-01-01\"";
    case ZJ_PARAM_AGES:
        return "{\"M\": 50}";
    case ZJ_PARAM_TABLE:
        return "[{\"class\": \"M\", \"base_months\": 720, \"step_months\": 4, \"cap_months\": 756}]";
    case ZJ_PARAM_CHOICE:
        while (p->hi != 0 && !(p->hi >> w & 1))
            w++;
        snprintf(buf, 64, "\"%s\"", zj_choice_words((enum zj_choice)p->lo, &n)[w]);
        break;
    case ZJ_PARAM_FILTER:
        return "{\"role\": \"lead\"}"; /* a key that every filter has */
    case ZJ_PARAM_KINDS:
        return "[\"support\"]";
    case ZJ_PARAM_SUBJECTS:
        return "\"音乐\"";
    case ZJ_PARAM_FLAGS:
        return "[\"ill\"]";
    case ZJ_PARAM_POSTS:
        return "\"vice\"";
    case ZJ_PARAM_STATES:
        return "\"applied\"";
    case ZJ_PARAM_DAYS:
        return "[\"Fri\"]";
    case ZJ_PARAM_PERIODS:
        return "[1, 3]";
    case ZJ_PARAM_COUNTS:
        return "{\"village\": [1, null]}";
    case ZJ_PARAM_ACTIVITIES:
        return p->rule == ZJ_R_observe       ? "\"watch\""
               : p->rule == ZJ_R_release_day ? "\"away\""
                                             : "\"meeting\"";
    case ZJ_PARAM_SESSIONS:
        return "[\"am\"]";
    case ZJ_PARAM_VALUES:
        snprintf(buf, 64, "\"%s\"", zj_value_token((enum zj_value_set)p->lo, 0));
        break;
    case ZJ_PARAM_NUMBERS:
        snprintf(buf, 64, "[%d, 1]", p->hi);
        break;
    case ZJ_PARAM_SPANS:
        return "[[\"12-20\", \"01-10\"]]";
    case ZJ_PARAM_OPTIONS:
        return "[{\"activity\": \"meeting\", \"min\": 1}, {\"travel_periods\": 2}]";
    case ZJ_PARAM_LOGGED:
    case ZJ_PARAM_WORDS:
        return "[\"送教\", \"走教\"]";
    }
    return buf;
}

/* The rule with the parameters that it must have, but not number `left_out`; `also` = value when not -1. */
static enum zj_status read_with(enum zj_rule_id rule, int left_out, int also, const char *value,
                                struct zj_rule *out)
{
    char text[1024], buf[64];
    size_t n = (size_t)snprintf(text, sizeof text, "{\"rule\": \"%s\"", zj_rule_name(rule));
    struct read_case c;

    for (int i = 0; i < zj_n_params; i++) {
        const struct zj_param *p = &zj_params[i];
        if (p->rule != rule || i == left_out || !(p->must || i == also))
            continue;
        n += (size_t)snprintf(text + n, sizeof text - n, ", \"%s\": %s", p->name,
                              i == also ? value : sample_value(p, buf));
    }
    snprintf(text + n, sizeof text - n, "}");
    read_rules(&c, text, "");
    if (c.status == ZJ_OK && out)
        *out = *zj_rule_at(&c.pol, 0);
    enum zj_status st = c.status;
    release(&c);
    return st;
}

static void absent_parameters_have_the_defaults_of_the_table(void **state)
{
    (void)state;
    for (int id = 0; id < ZJ_N_ALL_RULES; id++) {
        struct zj_rule got, usual;
        assert_int_equal(read_with((enum zj_rule_id)id, -1, -1, NULL, &got), ZJ_OK);
        zj_rule_init(&usual, (enum zj_rule_id)id);
        assert_int_equal(got.hard, usual.hard);
        assert_int_equal(got.weight, 1);
        for (int i = 0; i < zj_n_params; i++) {
            const struct zj_param *p = &zj_params[i];
            if ((int)p->rule != id || p->must)
                continue;
            if (p->type == ZJ_PARAM_INT)
                assert_int_equal(*(int *)zj_param_field(&got, p), p->fallback);
            if (p->type == ZJ_PARAM_BOOL)
                assert_int_equal(*(bool *)zj_param_field(&got, p), p->fallback);
            if (p->type == ZJ_PARAM_FILTER && strcmp(p->name, "mentor") != 0)
                assert_true(((struct zj_filter *)zj_param_field(&got, p))->empty);
            if (p->type == ZJ_PARAM_KINDS || p->type == ZJ_PARAM_SUBJECTS)
                assert_int_equal(((struct zj_ids *)zj_param_field(&got, p))->n, 0);
        }
    }
}

static void parameters_that_must_be_there_must_be_there(void **state)
{
    (void)state;
    for (int i = 0; i < zj_n_params; i++)
        if (zj_params[i].must && read_with(zj_params[i].rule, i, -1, NULL, NULL) != ZJ_EDATA)
            fail_msg("%s without %s is accepted", zj_rule_name(zj_params[i].rule), zj_params[i].name);
}

/* null is "absent"; a value of another type is refused; the ends of a range belong to it. */
static void every_parameter_keeps_to_its_type_and_range(void **state)
{
    (void)state;
    for (int i = 0; i < zj_n_params; i++) {
        const struct zj_param *p = &zj_params[i];
        char buf[64];
        assert_int_equal(read_with(p->rule, -1, i, "null", NULL), p->must ? ZJ_EDATA : ZJ_OK);
        assert_int_equal(read_with(p->rule, -1, i, "1.5", NULL), ZJ_EDATA);
        assert_int_equal(read_with(p->rule, -1, i, "[[]]", NULL), ZJ_EDATA);
        if (p->type != ZJ_PARAM_TABLE && p->type != ZJ_PARAM_DATE &&
            strcmp(p->name, "retire_within_years") != 0 &&
            read_with(p->rule, -1, i, sample_value(p, buf), NULL) != ZJ_OK)
            fail_msg("%s: %s is refused", zj_rule_name(p->rule), p->name);
        if (p->type != ZJ_PARAM_INT || strcmp(p->name, "retire_within_years") == 0)
            continue;
        for (int step = -1; step <= 1; step++) {
            snprintf(buf, sizeof buf, "%d", p->lo + step);
            assert_int_equal(read_with(p->rule, -1, i, buf, NULL), step < 0 ? ZJ_EDATA : ZJ_OK);
            snprintf(buf, sizeof buf, "%d", p->hi + step);
            assert_int_equal(read_with(p->rule, -1, i, buf, NULL), step > 0 ? ZJ_EDATA : ZJ_OK);
        }
    }
}

static void an_embedded_policy_is_a_member(void **state)
{
    static const char text[] = "{\"a\": 1,\n \"policy\": {\"rules\": [{\"rule\": \"rest\", \"terms\": -1}]}}";
    struct tiny t;
    struct zj_policy pol;
    struct zj_diag d = {0};

    (void)state;
    tiny_build(&t, county);
    assert_int_equal(zj_read_policy_json(text, sizeof text - 1, "i.json",
                                         &(struct zj_policy_options){.member = "policy"}, &t.in, &pol, &d),
                     ZJ_EDATA);
    assert_int_equal(d.n, 1);
    assert_int_equal(d.problem[0].line, 2);
    assert_string_equal(d.problem[0].field, "policy.rules[0].terms");
    zj_policy_release(&pol);
    assert_int_equal(zj_read_policy_json(text, sizeof text - 1, "i.json",
                                         &(struct zj_policy_options){.member = "none"}, &t.in, &pol, &d),
                     ZJ_EDATA);
    zj_policy_release(&pol);
    zj_diag_release(&d);
    tiny_release(&t);
}

static char *rules_list(enum zj_rules_format format)
{
    char *text;
    size_t n;
    FILE *out = open_memstream(&text, &n);

    zj_print_rules(out, format);
    fclose(out);
    return text;
}

static void the_list_of_rules_tells_every_parameter(void **state)
{
    char *text = rules_list(ZJ_RULES_TEXT), *markdown = rules_list(ZJ_RULES_MARKDOWN),
         *json = rules_list(ZJ_RULES_JSON);
    json_t *all = json_loads(json, JSON_REJECT_DUPLICATES, NULL);
    size_t n_params = 0, i;
    json_t *rule;

    (void)state;
    assert_non_null(all);
    assert_int_equal(json_array_size(json_object_get(all, "rules")), ZJ_N_ALL_RULES);
    json_array_foreach(json_object_get(all, "rules"), i, rule) n_params +=
        json_array_size(json_object_get(rule, "parameters"));
    assert_int_equal(n_params, zj_n_params);
    for (int r = 0; r < ZJ_N_ALL_RULES; r++) {
        assert_non_null(strstr(text, zj_rule_name((enum zj_rule_id)r)));
        assert_non_null(strstr(markdown, zj_rule_meaning((enum zj_rule_id)r, false)));
    }
    for (int p = 0; p < zj_n_params; p++)
        assert_non_null(strstr(text, zj_params[p].en));
    assert_non_null(strstr(markdown, "| `over` | `pair\\|community` | required |"));
    json_decref(all);
    free(text);
    free(markdown);
    free(json);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_head_is_read),
        cmocka_unit_test(kinds_are_read),
        cmocka_unit_test(filters_are_read),
        cmocka_unit_test(the_retirement_table_is_read),
        cmocka_unit_test(what_every_rule_has_is_read),
        cmocka_unit_test(entries_go_to_the_models_that_have_the_rule),
        cmocka_unit_test(parameters_of_lessons_are_read),
        cmocka_unit_test(parameters_of_pairings_are_read),
        cmocka_unit_test(wrong_rules_of_pairings_are_refused),
        cmocka_unit_test(the_usual_mentors_are_those_with_honours),
        cmocka_unit_test(absent_parameters_have_the_defaults_of_the_table),
        cmocka_unit_test(parameters_that_must_be_there_must_be_there),
        cmocka_unit_test(every_parameter_keeps_to_its_type_and_range),
        cmocka_unit_test(an_embedded_policy_is_a_member),
        cmocka_unit_test(the_list_of_rules_tells_every_parameter),
    };

    zj_i18n_init("en");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
