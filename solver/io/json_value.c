#include "solver/io/json_value.h"

#include "solver/base/i18n.h"
#include "solver/base/text.h"
#include "solver/io/hints.h"

#include <limits.h>
#include <string.h>

enum { FAR_AWAY = 1000, MAX_UNKNOWN = 100 };

bool zj_json_is_blank(const struct zj_json *j, int node)
{
    return node < 0 || json_is_null(j->node[node].value);
}

int zj_json_given(const struct zj_json *j, int object, const char *key)
{
    int node = zj_json_member(j, object, key);

    return zj_json_is_blank(j, node) ? -1 : node;
}

/* One word goes on where the other ends: "max_leg", "max_leg_minutes". */
static bool begins_alike(const char *a, const char *b)
{
    enum { ENOUGH = 4 };
    size_t n = strlen(a), m = strlen(b);

    n = n < m ? n : m;
    return n >= ENOUGH && strncmp(a, b, n) == 0;
}

const char *zj_nearest(const char *text, const char *const names[], int n)
{
    const char *nearest = NULL;
    int least = FAR_AWAY + 1;

    for (int i = 0; i < n; i++) {
        int distance = begins_alike(text, names[i]) ? 1 : zj_edit_distance(text, names[i], FAR_AWAY);
        if (distance < least) {
            least = distance;
            nearest = names[i];
        }
    }
    return nearest;
}

void zj_json_known_members(struct zj_json *j, int object, const char *const names[], int n)
{
    int n_unknown = 0;

    for (int m = zj_json_first(j, object); m >= 0 && n_unknown < MAX_UNKNOWN; m = zj_json_after(j, m)) {
        const char *key = j->node[m].key;
        bool known = strncmp(key, "x_", 2) == 0;
        for (int i = 0; i < n && !known; i++)
            known = strcmp(key, names[i]) == 0;
        if (known)
            continue;
        n_unknown++;
        zj_diag_add(j->d, ZJ_ERROR, "unknown_member", zj_json_at_key(j, m),
                    _("unknown member '%s'; the nearest known name is '%s'"), key, zj_nearest(key, names, n));
    }
}

/* The JSON text of a value, cut to what fits a message. */
static const char *shown(struct zj_json *j, int node)
{
    enum { ENOUGH = 60 };
    const struct zj_json_node *v = &j->node[node];
    size_t n = v->len;

    if (n <= ENOUGH)
        return zj_strndup(&j->arena, j->text + v->at, n);
    for (n = ENOUGH; n > 0 && ((unsigned char)j->text[v->at + n] & 0xC0) == 0x80; n--)
        continue;
    return zj_printf(&j->arena, "%.*s…", (int)n, j->text + v->at);
}

bool zj_json_expect_object(struct zj_json *j, int node)
{
    bool is = json_is_object(j->node[node].value);

    if (!is)
        zj_diag_add(j->d, ZJ_ERROR, "json_type", zj_json_at(j, node), _("expected an object { … }, not %s"),
                    shown(j, node));
    return is;
}

bool zj_json_expect_array(struct zj_json *j, int node, int most)
{
    bool is = json_is_array(j->node[node].value);

    if (!is)
        zj_diag_add(j->d, ZJ_ERROR, "json_type", zj_json_at(j, node), _("expected a list [ … ], not %s"),
                    shown(j, node));
    else if (zj_json_n_items(j, node) > most)
        zj_diag_add(j->d, ZJ_ERROR, "long_list", zj_json_at(j, node), _("the list has more than %d items"),
                    most);
    return is && zj_json_n_items(j, node) <= most;
}

bool zj_json_integer(struct zj_json *j, int node, int64_t lo, int64_t hi, int64_t *out)
{
    const json_t *value = j->node[node].value;
    int64_t n = json_integer_value(value);

    if (json_is_integer(value) && n >= lo && n <= hi) {
        *out = n;
        return true;
    }
    const struct zj_place *at = zj_json_at(j, node);
    if (json_is_integer(value))
        zj_diag_add(j->d, ZJ_ERROR, "range", at, _("%s is out of range; expected %lld to %lld"),
                    shown(j, node), (long long)lo, (long long)hi);
    else if (json_is_real(value))
        zj_diag_add(j->d, ZJ_ERROR, "json_number", at,
                    _("%s is not a whole number; fractions and exponents are not allowed"), shown(j, node));
    else
        zj_diag_add(j->d, ZJ_ERROR, "json_type", at, _("expected a whole number, not %s"), shown(j, node));
    return false;
}

bool zj_json_int(struct zj_json *j, int node, int lo, int hi, int *out)
{
    int64_t n;

    if (!zj_json_integer(j, node, lo, hi, &n))
        return false;
    *out = (int)n;
    return true;
}

bool zj_json_bool(struct zj_json *j, int node, bool *out)
{
    const json_t *value = j->node[node].value;

    if (!json_is_boolean(value)) {
        zj_diag_add(j->d, ZJ_ERROR, "json_type", zj_json_at(j, node), _("expected true or false, not %s"),
                    shown(j, node));
        return false;
    }
    *out = json_is_true(value);
    return true;
}

const char *zj_json_string(struct zj_json *j, int node)
{
    const char *text = json_string_value(j->node[node].value);

    if (!text)
        zj_diag_add(j->d, ZJ_ERROR, "json_type", zj_json_at(j, node), _("expected a text in quotes, not %s"),
                    shown(j, node));
    else if (!*text)
        zj_diag_add(j->d, ZJ_ERROR, "empty", zj_json_at(j, node), _("the text is empty"));
    return text && *text ? text : NULL;
}

void zj_json_unknown_word(struct zj_json *j, int node, const char *text, const char *const words[], int n)
{
    const char *all = words[0];

    for (int i = 1; i < n; i++)
        all = zj_printf(&j->arena, "%s, %s", all, words[i]);
    zj_diag_add(j->d, ZJ_ERROR, "unknown_word", zj_json_at(j, node),
                _("'%s' is not known here; expected one of: %s"), text, all);
}

bool zj_json_choice(struct zj_json *j, int node, const char *const words[], int n, int *out)
{
    const char *text = zj_json_string(j, node);

    if (!text)
        return false;
    for (int i = 0; i < n; i++) {
        if (strcmp(text, words[i]) == 0) {
            *out = i;
            return true;
        }
    }
    zj_json_unknown_word(j, node, text, words, n);
    return false;
}

bool zj_json_date(struct zj_json *j, int node, int32_t *out)
{
    const char *text = zj_json_string(j, node);

    if (!text)
        return false;
    if (zj_parse_date(text, out))
        return true;
    zj_diag_add(j->d, ZJ_ERROR, "bad_date", zj_json_at(j, node), _("'%s' is not a date; expected YYYY-MM-DD"),
                text);
    return false;
}

int zj_json_first_item(const struct zj_json *j, int node)
{
    return json_is_array(j->node[node].value) ? zj_json_first(j, node) : node;
}

int zj_json_next_item(const struct zj_json *j, int node, int item)
{
    return item == node ? -1 : zj_json_after(j, item);
}

int zj_json_n_items(const struct zj_json *j, int node)
{
    return json_is_array(j->node[node].value) ? (int)json_array_size(j->node[node].value) : 1;
}

int zj_json_require(struct zj_json *j, int object, const char *key)
{
    int node = zj_json_given(j, object, key);

    if (node < 0)
        zj_diag_add(j->d, ZJ_ERROR, "missing_member", zj_json_at(j, object), _("the member '%s' is missing"),
                    key);
    return node;
}

bool zj_json_format(struct zj_json *j, int object, const char *expected)
{
    int node = zj_json_require(j, object, "format");

    if (node < 0)
        return false;
    const char *text = zj_json_string(j, node);
    if (!text)
        return false;
    if (strcmp(text, expected) == 0)
        return true;
    zj_diag_add(j->d, ZJ_ERROR, "bad_format", zj_json_at(j, node), _("the format is '%s'; expected '%s'"),
                text, expected);
    return false;
}
