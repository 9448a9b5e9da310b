#include "solver/io/values.h"

#include "solver/data/instance.h"

#include <string.h>

struct value {
    enum zj_value_set set;
    int value;
    const char *token, *aliases;
};

static const struct value values[] = {
#define ZJ_VALUE_SET(set, open)
#define ZJ_VALUE(set, value, token, aliases) {ZJ_VS_##set, (int)(value), token, aliases},
#include "solver/io/values.def"
#undef ZJ_VALUE_SET
#undef ZJ_VALUE
};

int zj_word_in(const char *list, const char *text)
{
    size_t n = strlen(text);

    while (n > 0 && *list) {
        size_t len = strcspn(list, "|");
        if (len == n && memcmp(list, text, n) == 0)
            return 1;
        list += len + (list[len] != '\0');
    }
    return 0;
}

static const struct value *find(enum zj_value_set set, const char *text)
{
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
        if (values[i].set == set &&
            (strcmp(values[i].token, text) == 0 || zj_word_in(values[i].aliases, text)))
            return &values[i];
    return NULL;
}

static const struct value *get(enum zj_value_set set, int value)
{
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
        if (values[i].set == set && values[i].value == value)
            return &values[i];
    return NULL;
}

int zj_value_find(enum zj_value_set set, const char *text)
{
    const struct value *v = find(set, text);

    return v ? v->value : -1;
}

const char *zj_value_token(enum zj_value_set set, int value)
{
    const struct value *v = get(set, value);

    return v ? v->token : NULL;
}

const char *zj_value_word(enum zj_value_set set, const char *text)
{
    const struct value *v = find(set, text);

    return v ? v->token : text;
}

const char *zj_value_aliases(enum zj_value_set set, int value)
{
    const struct value *v = get(set, value);

    return v ? v->aliases : NULL;
}
