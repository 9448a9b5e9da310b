/*
 * tiny_rule.c - the lines of tiny.h that belong to the policy.
 */
#include "tests/support/tiny_words.h"

#include "solver/io/rule_params.h"
#include "solver/io/values.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The number of a word in a list that ends with NULL. */
static int choose(const char *const *words, const char *text)
{
    for (int i = 0; words[i]; i++)
        if (strcmp(words[i], text) == 0)
            return i;
    tiny_wrong("no such choice", text);
}

static const char *const DIRECTIONS[] = {"lead_to_member", "member_to_lead", "any", NULL};
static const char *const OVERS[] = {"pair", "sender", "host", "community", "county", NULL};
static const char *const PERS[] = {"term", "year", "horizon", NULL};
static const char *const COUNTS[] = {"starts", "active", "people", NULL};
static const char *const BYS[] = {"none", "subject", "post", "rank", NULL};
static const char *const UNITS[] = {"heads", "periods", NULL};
static const char *const ROUNDS[] = {"up", "down", "nearest", NULL};
static const char *const WITHINS[] = {"community", "county", NULL};
static const char *const BASES[] = {"exchanged", "eligible", NULL};
static const char *const AREAS[] = {"county", "stage", NULL};
static const char *const ACCOUNTS[] = {"service", "rural", NULL};
static const char *const OFS[] = {"members", "leads", NULL};

int tiny_direction(const char *text)
{
    return choose(DIRECTIONS, text);
}

static int day_item(struct tiny *t, const char *item)
{
    return tiny_day(t, item);
}

static int school_item(struct tiny *t, const char *item)
{
    return tiny_school(t, item);
}

#define ITEM_OF(set)                                                                                         \
    static int set##_item(struct tiny *t, const char *item)                                                  \
    {                                                                                                        \
        int v = zj_value_find(ZJ_VS_##set, item);                                                            \
                                                                                                             \
        (void)t;                                                                                             \
        if (v < 0)                                                                                           \
            tiny_wrong("no such " #set, item);                                                               \
        return v;                                                                                            \
    }
ITEM_OF(sex)
ITEM_OF(post)
ITEM_OF(applied)
ITEM_OF(stage)
ITEM_OF(school_kind)
ITEM_OF(role)

static struct zj_range read_range(const char *text)
{
    const char *dots = strstr(text, "..");
    struct zj_range r = {.set = true, .lo = ZJ_NONE, .hi = ZJ_NONE};
    char lo[16] = "";

    if (!dots || dots - text >= (long)sizeof lo)
        tiny_wrong("not a range", text);
    memcpy(lo, text, (size_t)(dots - text));
    if (lo[0])
        r.lo = tiny_number(lo);
    if (dots[2])
        r.hi = tiny_number(dots + 2);
    return r;
}

void tiny_filter_key(struct tiny *t, struct zj_filter *f, const char *key, const char *text)
{
    const struct {
        const char *key;
        struct zj_ids *ids;
        int (*read)(struct tiny *t, const char *item);
    } lists[] = {
        {"sex", &f->sex, sex_item},
        {"post", &f->post, post_item},
        {"applied", &f->applied, applied_item},
        {"rank", &f->rank, tiny_word},
        {"title", &f->title, tiny_word},
        {"flags", &f->flags, tiny_word},
        {"subject", &f->subject, tiny_word},
        {"school", &f->school, school_item},
        {"community", &f->community, tiny_word},
        {"stage", &f->stage, stage_item},
        {"school_kind", &f->school_kind, school_kind_item},
        {"traits", &f->traits, tiny_word},
        {"role", &f->role, role_item},
        {"host_school", &f->host_school, school_item},
        {"host_community", &f->host_community, tiny_word},
        {"host_stage", &f->host_stage, stage_item},
        {"host_school_kind", &f->host_school_kind, school_kind_item},
        {"host_traits", &f->host_traits, tiny_word},
        {"host_role", &f->host_role, role_item},
    };

    f->empty = false;
    if (strcmp(key, "age") == 0)
        f->age = read_range(text);
    else if (strcmp(key, "service_years") == 0)
        f->service_years = read_range(text);
    else if (strcmp(key, "years_here") == 0)
        f->years_here = read_range(text);
    else
        for (size_t i = 0; i <= sizeof lists / sizeof lists[0]; i++) {
            if (i == sizeof lists / sizeof lists[0])
                tiny_wrong("no such filter key", key);
            if (strcmp(lists[i].key, key) != 0)
                continue;
            *lists[i].ids = tiny_list(t, text, lists[i].read);
            return;
        }
}

/* "M:720:4:756,F55:660:4:696" */
static void read_table(struct zj_rule *r, const char *text)
{
    char *copy = strdup(text), *rest = NULL;

    for (char *item = strtok_r(copy, ",", &rest); item; item = strtok_r(NULL, ",", &rest)) {
        char name[8];
        struct zj_retire_line line = {.set = true};

        if (sscanf(item, "%7[^:]:%d:%d:%d", name, &line.base, &line.step, &line.cap) != 4)
            tiny_wrong("not a line of the table", item);
        r->table[zj_value_find(ZJ_VS_retire_class, name)] = line;
    }
    free(copy);
}

/* A number or a truth value, by the reader's own table of parameters. */
static bool read_value(struct zj_rule *r, const char *key, const char *text)
{
    if (strcmp(key, "weight") == 0) {
        r->weight = tiny_number(text);
        return true;
    }
    if (strcmp(key, "max.M") == 0 || strcmp(key, "max.F") == 0) {
        r->max_age[key[4] == 'M' ? ZJ_MALE : ZJ_FEMALE] = tiny_number(text);
        return true;
    }
    for (int i = 0; i < zj_n_params; i++) {
        const struct zj_param *p = &zj_params[i];

        if (p->rule != r->id || strcmp(p->name, key) != 0)
            continue;
        if (p->type == ZJ_PARAM_INT)
            *(int *)zj_param_field(r, p) = tiny_number(text);
        else if (p->type == ZJ_PARAM_BOOL)
            *(bool *)zj_param_field(r, p) = strcmp(text, "true") == 0;
        else
            return false;
        return true;
    }
    return false;
}

static bool read_choice(struct zj_rule *r, const char *key, const char *text)
{
    if (strcmp(key, "over") == 0)
        r->over = (enum zj_over)choose(OVERS, text);
    else if (strcmp(key, "per") == 0 && (r->id == ZJ_R_coverage || r->id == ZJ_R_groups))
        r->area = (enum zj_area)choose(AREAS, text);
    else if (strcmp(key, "of") == 0)
        r->of = (enum zj_of)choose(OFS, text);
    else if (strcmp(key, "form") == 0)
        r->form = (enum zj_form)tiny_form(text);
    else if (strcmp(key, "per") == 0)
        r->per = (enum zj_per)choose(PERS, text);
    else if (strcmp(key, "count") == 0)
        r->count = (enum zj_count)choose(COUNTS, text);
    else if (strcmp(key, "direction") == 0)
        r->direction = (enum zj_direction)choose(DIRECTIONS, text);
    else if (strcmp(key, "by") == 0)
        r->by = (enum zj_by)choose(BYS, text);
    else if (strcmp(key, "unit") == 0)
        r->unit = (enum zj_unit)choose(UNITS, text);
    else if (strcmp(key, "round") == 0)
        r->round = (enum zj_round)choose(ROUNDS, text);
    else if (strcmp(key, "within") == 0)
        r->within = (enum zj_within)choose(WITHINS, text);
    else if (strcmp(key, "as") == 0)
        r->account = (enum zj_account)choose(ACCOUNTS, text);
    else if (strcmp(key, "backbone_base") == 0)
        r->backbone_base = (enum zj_backbone_base)choose(BASES, text);
    else
        return false;
    return true;
}

/* Lists of words of any kind. */
static bool read_words(struct tiny *t, struct zj_rule *r, const char *key, const char *text)
{
    const struct {
        const char *key;
        struct zj_ids *ids;
    } lists[] = {{"kind", &r->kinds},    {"flags", &r->flags},   {"subjects", &r->subjects},
                 {"visits", &r->visits}, {"studio", &r->studio}, {"online", &r->online},
                 {"grade", &r->grade}};

    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
        if (strcmp(key, lists[i].key) != 0)
            continue;
        *lists[i].ids = tiny_list(t, text, tiny_word);
        return true;
    }
    return false;
}

static void read_key(struct tiny *t, struct zj_rule *r, const char *key, const char *text)
{
    if (tiny_calendar_key(t, r, key, text) || read_value(r, key, text) || read_choice(r, key, text) ||
        read_words(t, r, key, text))
        return;
    if (strncmp(key, "where.", 6) == 0)
        tiny_filter_key(t, &r->where, key + 6, text);
    else if (strncmp(key, "filter.", 7) == 0 || strncmp(key, "base.", 5) == 0)
        tiny_filter_key(t, &r->filter, strchr(key, '.') + 1, text);
    else if (strncmp(key, "mentor.", 7) == 0)
        tiny_filter_key(t, &r->mentor, key + 7, text);
    else if (strncmp(key, "group.", 6) == 0)
        tiny_filter_key(t, &r->group, key + 6, text);
    else if (strncmp(key, "need.", 5) == 0)
        r->need[school_kind_item(t, key + 5)] = read_range(text);
    else if (strcmp(key, "states") == 0)
        r->states = tiny_list(t, text, applied_item);
    else if (strcmp(key, "posts") == 0)
        r->posts = tiny_list(t, text, post_item);
    else if (strcmp(key, "weekday") == 0)
        r->weekday = tiny_list(t, text, day_item);
    else if (strcmp(key, "periods") == 0)
        r->periods = tiny_list(t, text, tiny_number_item);
    else if (strcmp(key, "only") == 0)
        r->only = tiny_list(t, text, tiny_number_item);
    else if (strcmp(key, "table") == 0)
        read_table(r, text);
    else if (strcmp(key, "from") == 0)
        r->table_from = tiny_date(text);
    else
        tiny_wrong("no such key of a rule", key);
}

static enum zj_rule_id rule_id(const char *name)
{
    return (enum zj_rule_id)tiny_found(zj_find_rule(name), "no such rule", name);
}

/* Everything absent, and the defaults of policy files, but hard. */
static struct zj_rule blank_rule(enum zj_rule_id id)
{
    struct zj_rule r;

    zj_rule_init(&r, id);
    r.hard = true;
    r.direction = ZJ_N_DIRECTIONS;
    return r;
}

static int last_index(const struct zj_rule *rules, int n, int other)
{
    return n > 0 && rules[n - 1].index > other ? rules[n - 1].index : other;
}

/* Into the lists of the models that use the rule; one that secondments have, too, says `model=pairing`. */
static void list_rule(struct zj_policy *pol, struct zj_rule *r, bool of_pairs)
{
    int n = pol->n_pairing_rules;

    r->index = last_index(pol->rule, pol->n_rules, -1);
    r->index = last_index(pol->lesson_rule, pol->n_lesson_rules, r->index);
    r->index = last_index(pol->credit_rule, pol->n_credit_rules, r->index);
    r->index = last_index(pol->calendar_rule, pol->n_calendar_rules, r->index);
    r->index = 1 + last_index(pol->pairing_rule, n, r->index);
    r->line = r->index + 1;
    if (zj_rule_is_of(r->id, ZJ_PAIRING) && (of_pairs || !zj_rule_is_of(r->id, ZJ_SECONDMENT))) {
        pol->pairing_rule = tiny_room(&pol->arena, pol->pairing_rule, n, sizeof *pol->pairing_rule);
        pol->pairing_rule[pol->n_pairing_rules++] = *r;
    }
    if (zj_rule_is_of(r->id, ZJ_SECONDMENT) && !of_pairs) {
        pol->rule = tiny_room(&pol->arena, pol->rule, pol->n_rules, sizeof *pol->rule);
        pol->rule[pol->n_rules++] = *r;
    }
    if (zj_rule_is_of(r->id, ZJ_CALENDAR)) {
        pol->calendar_rule =
            tiny_room(&pol->arena, pol->calendar_rule, pol->n_calendar_rules, sizeof *pol->calendar_rule);
        pol->calendar_rule[pol->n_calendar_rules++] = *r;
    }
    if (zj_rule_is_of_credit(r->id)) {
        pol->credit_rule =
            tiny_room(&pol->arena, pol->credit_rule, pol->n_credit_rules, sizeof *pol->credit_rule);
        pol->credit_rule[pol->n_credit_rules++] = *r;
    }
    if (zj_rule_is_of(r->id, ZJ_TIMETABLE)) {
        pol->lesson_rule =
            tiny_room(&pol->arena, pol->lesson_rule, pol->n_lesson_rules, sizeof *pol->lesson_rule);
        pol->lesson_rule[pol->n_lesson_rules++] = *r;
    }
}

void tiny_add_rule(struct tiny *t, const struct tiny_line *line)
{
    struct zj_rule r = blank_rule(rule_id(line->word[1]));
    bool of_pairs = false;

    for (int i = 2; i < line->n; i++) {
        char *equals = strchr(line->word[i], '=');

        if (strcmp(line->word[i], "soft") == 0)
            r.hard = false;
        else if (strcmp(line->word[i], "inclusive") == 0)
            r.inclusive = true;
        else if (strcmp(line->word[i], "model=pairing") == 0)
            of_pairs = true;
        else if (strcmp(line->word[i], "even") == 0)
            r.even = true;
        else if (!equals)
            tiny_wrong("no such word of a rule", line->word[i]);
        else {
            *equals = '\0';
            read_key(t, &r, line->word[i], equals + 1);
        }
    }
    if (r.direction == ZJ_N_DIRECTIONS)
        r.direction = r.over == ZJ_OVER_PAIR ? ZJ_LEAD_TO_MEMBER : ZJ_ANY_DIRECTION;
    list_rule(&t->pol, &r, of_pairs);
}

void tiny_set_objective(struct tiny *t, const char *tiers)
{
    char *copy = strdup(tiers), *rest = NULL;
    bool used[ZJ_N_TIERS] = {false};
    int n = 0;

    for (char *item = strtok_r(copy, ",", &rest); item; item = strtok_r(NULL, ",", &rest)) {
        int tier = 0;

        while (tier < ZJ_N_TIERS && strcmp(zj_tier_name((enum zj_tier)tier), item) != 0)
            tier++;
        if (tier == ZJ_N_TIERS || used[tier])
            tiny_wrong("no such tier, or twice", item);
        used[tier] = true;
        t->pol.objective[n++] = (enum zj_tier)tier;
    }
    for (int tier = 0; tier < ZJ_N_TIERS; tier++)
        if (!used[tier])
            t->pol.objective[n++] = (enum zj_tier)tier;
    free(copy);
}
