#include "solver/io/rule_params.h"

#include "solver/data/event.h"

#include <string.h>

enum { ZJ_VS_none = -1, MAY = 0, MUST = 1, HARD = 1, SOFT = 0 };
/* Sections of rules.def: models, as bits. */
enum {
    S = 1 << ZJ_SECONDMENT,
    T = 1 << ZJ_TIMETABLE,
    P = 1 << ZJ_PAIRING,
    C = 1 << ZJ_CALENDAR,
    ST = S | T,
    SP = S | P,
    STP = S | T | P,
    K = 0 /* service credit, which has no model */
};

const struct zj_param zj_params[] = {
#define ZJ_PARAM(rule, name, type, field, lo, hi, presence, fallback, absent, absent_zh, en, zh)             \
    {ZJ_R_##rule,                                                                                            \
     #name,                                                                                                  \
     ZJ_PARAM_##type,                                                                                        \
     offsetof(struct zj_rule, field),                                                                        \
     lo,                                                                                                     \
     hi,                                                                                                     \
     presence,                                                                                               \
     (int)(fallback),                                                                                        \
     absent,                                                                                                 \
     absent_zh,                                                                                              \
     en,                                                                                                     \
     zh},
#include "solver/data/calendar_params.def"
#include "solver/data/credit_params.def"
#include "solver/data/pairing_params.def"
#include "solver/data/params.def"
#undef ZJ_PARAM
};
const int zj_n_params = (int)(sizeof zj_params / sizeof zj_params[0]);

const struct zj_filter_key zj_filter_keys[] = {
#define ZJ_KEY(key, about, type, set, en, zh)                                                                \
    {#key, ZJ_ABOUT_##about, ZJ_KEY_##type, (int)ZJ_VS_##set, offsetof(struct zj_filter, key), en, zh},
#include "solver/data/filter_keys.def"
#undef ZJ_KEY
};
const int zj_n_filter_keys = (int)(sizeof zj_filter_keys / sizeof zj_filter_keys[0]);

static const struct {
    int models;
    bool hard;
    const char *en, *zh;
} rules[ZJ_N_ALL_RULES] = {
#define ZJ_RULE(id, section, usual, en, zh) [ZJ_R_##id] = {section, usual, en, zh},
#include "solver/data/calendar_rules.def"
#include "solver/data/credit_rules.def"
#include "solver/data/lesson_rules.def"
#include "solver/data/pairing_rules.def"
#include "solver/data/rules.def"
#undef ZJ_RULE
};

static const char *const over[ZJ_N_OVER] = {"pair", "sender", "host", "community", "county"};
static const char *const per[ZJ_N_PER] = {"term", "year", "horizon"};
static const char *const count[ZJ_N_COUNT] = {"starts", "active", "people"};
static const char *const direction[ZJ_N_DIRECTIONS] = {"lead_to_member", "member_to_lead", "any"};
static const char *const by[ZJ_N_BY] = {"none", "subject", "post", "rank"};
static const char *const unit[ZJ_N_UNITS] = {"heads", "periods"};
static const char *const round_to[ZJ_N_ROUND] = {"up", "down", "nearest"};
static const char *const within[ZJ_N_WITHIN] = {"community", "county"};
static const char *const area[ZJ_N_AREA] = {"county", "stage"};
static const char *const of[ZJ_N_OF] = {"members", "leads"};
static const char *const form[ZJ_N_FORMS] = {"fused", "cobuilt", "alliance", "assist", "merged"};
static const char *const account[ZJ_N_ACCOUNTS] = {"service", "rural"};
static const char *const backbone_base[ZJ_N_BACKBONE_BASE] = {"exchanged", "eligible"};
static const char *const level[ZJ_N_LEVELS] = {"county", "community", "pair", "school",
                                               "lead",   "member",    "group"};
static const char *const span[ZJ_N_SPANS] = {"month", "term", "year", "horizon"};
static const char *const as[ZJ_N_AS] = {"participant", "host"};
static const char *const measure[ZJ_N_MEASURES] = {"occurrences", "periods"};
static const char *const sharer[ZJ_N_SHARERS] = {"person", "school", "room"};
static const char *const circle[ZJ_N_CIRCLES] = {"county", "community", "pair",
                                                 "school", "mentor",    "teacher"};
static const char *const split[ZJ_N_SPLITS] = {"none", "subject", "grade_subject"};
static const char *const side[ZJ_N_SIDES] = {"none", "lead", "member", "any"};
static const char *const lasts[ZJ_N_LASTS] = {"session", "day", "period"};

static const struct {
    const char *const *words;
    int n;
} choices[ZJ_N_CHOICES] = {
    [ZJ_CHOICE_OVER] = {over, ZJ_N_OVER},
    [ZJ_CHOICE_PER] = {per, ZJ_N_PER},
    [ZJ_CHOICE_COUNT] = {count, ZJ_N_COUNT},
    [ZJ_CHOICE_DIRECTION] = {direction, ZJ_N_DIRECTIONS},
    [ZJ_CHOICE_BY] = {by, ZJ_N_BY},
    [ZJ_CHOICE_UNIT] = {unit, ZJ_N_UNITS},
    [ZJ_CHOICE_ROUND] = {round_to, ZJ_N_ROUND},
    [ZJ_CHOICE_WITHIN] = {within, ZJ_N_WITHIN},
    [ZJ_CHOICE_BACKBONE_BASE] = {backbone_base, ZJ_N_BACKBONE_BASE},
    [ZJ_CHOICE_AREA] = {area, ZJ_N_AREA},
    [ZJ_CHOICE_OF] = {of, ZJ_N_OF},
    [ZJ_CHOICE_FORM] = {form, ZJ_N_FORMS},
    [ZJ_CHOICE_LEVEL] = {level, ZJ_N_LEVELS},
    [ZJ_CHOICE_SPAN] = {span, ZJ_N_SPANS},
    [ZJ_CHOICE_AS] = {as, ZJ_N_AS},
    [ZJ_CHOICE_MEASURE] = {measure, ZJ_N_MEASURES},
    [ZJ_CHOICE_SHARER] = {sharer, ZJ_N_SHARERS},
    [ZJ_CHOICE_CIRCLE] = {circle, ZJ_N_CIRCLES},
    [ZJ_CHOICE_SPLIT] = {split, ZJ_N_SPLITS},
    [ZJ_CHOICE_SIDE] = {side, ZJ_N_SIDES},
    [ZJ_CHOICE_LASTS] = {lasts, ZJ_N_LASTS},
    [ZJ_CHOICE_ACCOUNT] = {account, ZJ_N_ACCOUNTS},
};

bool zj_key_fits(const struct zj_filter_key *key, enum zj_filter_use use)
{
    switch (key->about) {
    case ZJ_ABOUT_PERSON:
        return use == ZJ_USE_POSTING || use == ZJ_USE_TEACHER ||
               (use == ZJ_USE_BLOCK && key->offset == offsetof(struct zj_filter, subject));
    case ZJ_ABOUT_HOST:
        return use == ZJ_USE_POSTING;
    default:
        return true;
    }
}

const char *const *zj_choice_words(enum zj_choice choice, int *n)
{
    *n = choices[choice].n;
    return choices[choice].words;
}

bool zj_rule_is_of(enum zj_rule_id rule, enum zj_model model)
{
    return rules[rule].models >> model & 1;
}

bool zj_rule_is_of_credit(enum zj_rule_id rule)
{
    return rule >= ZJ_FIRST_OF_CREDIT && rule < ZJ_N_ALL_RULES;
}

bool zj_rule_is_implied(enum zj_rule_id rule)
{
    return rule == ZJ_R_one_posting || rule == ZJ_R_pins || rule == ZJ_R_no_clash ||
           rule == ZJ_R_travel_time || rule == ZJ_R_depth;
}

bool zj_rule_is_usually_hard(enum zj_rule_id rule)
{
    return rules[rule].hard;
}

const char *zj_rule_meaning(enum zj_rule_id rule, bool chinese)
{
    return chinese ? rules[rule].zh : rules[rule].en;
}

void *zj_param_field(struct zj_rule *r, const struct zj_param *p)
{
    return (char *)r + p->offset;
}

void zj_rule_init(struct zj_rule *r, enum zj_rule_id id)
{
    memset(r, 0, sizeof *r);
    r->id = id;
    r->index = -1;
    r->hard = zj_rule_is_usually_hard(id);
    r->weight = 1;
    r->where.empty = r->filter.empty = r->mentor.empty = r->group.empty = true;
    r->table_from = ZJ_NO_DATE;
    for (int s = 0; s < ZJ_N_SEXES; s++)
        r->max_age[s] = ZJ_NONE;
    for (int i = 0; i < zj_n_params; i++)
        if (zj_params[i].type == ZJ_PARAM_INT)
            *(int *)zj_param_field(r, &zj_params[i]) = ZJ_NONE;
    r->direction = ZJ_ANY_DIRECTION;
    for (int i = 0; i < zj_n_params; i++) {
        const struct zj_param *p = &zj_params[i];
        if (p->rule != id || p->fallback == ZJ_NONE)
            continue;
        if (p->type == ZJ_PARAM_BOOL)
            *(bool *)zj_param_field(r, p) = p->fallback != 0;
        else
            memcpy(zj_param_field(r, p), &p->fallback, sizeof p->fallback);
    }
}
