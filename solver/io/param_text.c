#include "solver/io/param_text.h"

#include "solver/base/i18n.h"

#include <string.h>

/* The words of a choice that the parameter allows, one after the other. */
static const char *next_word(const struct zj_param *p, int *i)
{
    int n;
    const char *const *words = zj_choice_words((enum zj_choice)p->lo, &n);

    for (; *i < n; ++*i)
        if (p->hi == 0 || (p->hi >> *i & 1))
            return words[(*i)++];
    return NULL;
}

static const char *value_set_of(const struct zj_param *p, int i)
{
    switch (p->type) {
    case ZJ_PARAM_POSTS:
        return zj_value_token(ZJ_VS_post, i);
    case ZJ_PARAM_STATES:
        return zj_value_token(ZJ_VS_applied, i);
    case ZJ_PARAM_VALUES:
        return zj_value_token((enum zj_value_set)p->lo, i);
    default:
        return NULL;
    }
}

/* Translated for people, in English for machines. */
static const char *say(bool for_people, const char *text)
{
    return for_people ? gettext(text) : text;
}

char *zj_param_type_text(struct zj_arena *a, const struct zj_param *p, bool for_people)
{
    static const char *const filters[] = {[ZJ_USE_POSTING] = N_("filter of postings"),
                                          [ZJ_USE_TEACHER] = N_("filter of teachers"),
                                          [ZJ_USE_PLACE] = N_("filter of schools"),
                                          [ZJ_USE_BLOCK] = N_("filter of classes and subjects")};
    char *text = NULL;
    const char *word;

    switch (p->type) {
    case ZJ_PARAM_INT:
        return zj_printf(a, "%d..%d", p->lo, p->hi);
    case ZJ_PARAM_BOOL:
        return zj_strdup(a, "true|false");
    case ZJ_PARAM_DATE:
        return zj_strdup(a, "YYYY-MM-DD");
    case ZJ_PARAM_AGES:
        return zj_printf(a, "{\"M\": %d..%d, \"F\": %d..%d}", p->lo, p->hi, p->lo, p->hi);
    case ZJ_PARAM_TABLE:
        return zj_strdup(a, "[{\"class\": \"M|F55|F50\", \"base_months\", \"step_months\", \"cap_months\"}]");
    case ZJ_PARAM_CHOICE:
        for (int i = 0; (word = next_word(p, &i)) != NULL;)
            text = text ? zj_printf(a, "%s|%s", text, word) : zj_strdup(a, word);
        return text;
    case ZJ_PARAM_FILTER:
        return zj_strdup(a, say(for_people, filters[p->lo]));
    case ZJ_PARAM_POSTS:
    case ZJ_PARAM_STATES:
    case ZJ_PARAM_VALUES:
        for (int i = 0; (word = value_set_of(p, i)) != NULL; i++)
            text = text ? zj_printf(a, "%s|%s", text, word) : zj_strdup(a, word);
        return text;
    case ZJ_PARAM_KINDS:
        return zj_strdup(a, say(for_people, N_("kinds")));
    case ZJ_PARAM_SUBJECTS:
        return zj_strdup(a, say(for_people, N_("subjects")));
    case ZJ_PARAM_FLAGS:
        return zj_strdup(a, say(for_people, N_("flags")));
    case ZJ_PARAM_DAYS:
        return zj_strdup(a, say(for_people, N_("days of the week")));
    case ZJ_PARAM_COUNTS:
        return zj_printf(a, "{\"city|town|township|village|point\": [%d..%d, %d..%d]}", p->lo, p->hi, p->lo,
                         p->hi);
    case ZJ_PARAM_PERIODS:
        return zj_strdup(a, say(for_people, N_("ids of periods")));
    case ZJ_PARAM_ACTIVITIES:
        return zj_strdup(a, say(for_people, N_("activities")));
    case ZJ_PARAM_SESSIONS:
        return zj_strdup(a, say(for_people, N_("sessions")));
    case ZJ_PARAM_NUMBERS:
        return zj_printf(a, "[%d..%d]", p->lo, p->hi);
    case ZJ_PARAM_SPANS:
        return zj_strdup(a, "[[\"MM-DD\", \"MM-DD\"]]");
    case ZJ_PARAM_OPTIONS:
        return zj_printf(a, "[{\"activity\", \"min\": %d..%d} | {\"travel_periods\": %d..%d}]", p->lo, p->hi,
                         p->lo, p->hi);
    case ZJ_PARAM_LOGGED:
        return zj_strdup(a, say(for_people, N_("kinds of activities.csv")));
    case ZJ_PARAM_WORDS:
        return zj_strdup(a, say(for_people, N_("words")));
    }
    return zj_strdup(a, "");
}

char *zj_param_fallback_text(struct zj_arena *a, const struct zj_param *p)
{
    int n;

    if (p->fallback == ZJ_NONE)
        return NULL;
    if (p->type == ZJ_PARAM_BOOL)
        return zj_strdup(a, p->fallback ? "true" : "false");
    if (p->type == ZJ_PARAM_CHOICE)
        return zj_strdup(a, zj_choice_words((enum zj_choice)p->lo, &n)[p->fallback]);
    return zj_printf(a, "%d", p->fallback);
}

const char *zj_param_default_text(struct zj_arena *a, const struct zj_param *p)
{
    const char *fallback = zj_param_fallback_text(a, p);

    return p->must                             ? _("required")
           : fallback                          ? fallback
           : strcmp(zj_i18n_lang(), "zh") == 0 ? p->absent_zh
                                               : p->absent_en;
}

const char *zj_key_use_text(const struct zj_filter_key *key)
{
    if (!zj_key_fits(key, ZJ_USE_TEACHER))
        return N_("postings");
    if (zj_key_fits(key, ZJ_USE_PLACE))
        return N_("postings, teachers, schools, classes");
    return zj_key_fits(key, ZJ_USE_BLOCK) ? N_("postings, teachers, classes") : N_("postings, teachers");
}
