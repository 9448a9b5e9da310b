/*
 * policy_entries.c - the entries of a policy as they stand there, and which of its readings is chosen.
 *
 * A document that says two things (1+1 in its aims, one to two or three in its body) stays one file:
 * "alternatives" names the readings, a rule names the one it belongs to, and nobody decides silently.
 */
#include "solver/base/i18n.h"
#include "solver/io/policy_parts.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_ALTERNATIVES = 64, MAX_READINGS = 16 };

/* Is the word among those of the list, which are separated by commas? */
static bool is_asked(const char *list, const char *word)
{
    size_t n = strlen(word);

    for (const char *s = list; s; s = strchr(s, ',')) {
        s += *s == ',';
        if (strncmp(s, word, n) == 0 && (s[n] == ',' || s[n] == '\0'))
            return true;
    }
    return false;
}

/* The alternative that has the reading and, in *k, its place there; NULL = none has. */
static struct zj_alternative *find_reading(const struct zj_policy *pol, const char *name, int *k)
{
    for (int a = 0; a < pol->n_alternatives; a++)
        for (*k = 0; *k < pol->alternative[a].n; ++*k)
            if (strcmp(pol->alternative[a].reading[*k], name) == 0)
                return &pol->alternative[a];
    return NULL;
}

static void read_readings(struct zj_policy_reader *r, int node, struct zj_alternative *alternative)
{
    struct zj_json *j = r->j;
    int asked = 0, k;

    if (!zj_json_expect_array(j, node, MAX_READINGS))
        return;
    alternative->reading = zj_alloc_n(&r->pol->arena, MAX_READINGS, sizeof *alternative->reading);
    for (int i = zj_json_first(j, node); i >= 0; i = zj_json_after(j, i)) {
        const char *name = zj_json_string(j, i);
        if (!name)
            continue;
        if (strchr(name, ',') || find_reading(r->pol, name, &k)) {
            zj_diag_add(j->d, ZJ_ERROR, "bad_reading", zj_json_at(j, i),
                        _("'%s' cannot be the name of a reading: it stands twice, or holds a comma"), name);
            continue;
        }
        if (is_asked(r->readings, name) && asked++ == 0)
            alternative->chosen = alternative->n;
        alternative->reading[alternative->n++] = zj_strdup(&r->pol->arena, name);
    }
    if (alternative->n < 2)
        zj_diag_add(j->d, ZJ_ERROR, "bad_reading", zj_json_at(j, node),
                    _("an alternative has at least two readings"));
    if (asked > 1)
        zj_diag_add(j->d, ZJ_ERROR, "bad_reading", zj_json_at(j, node),
                    _("two readings of one alternative are asked for"));
}

void zj_policy_alternatives(struct zj_policy_reader *r, int node)
{
    static const char *const members[] = {"about", "readings"};
    struct zj_json *j = r->j;
    struct zj_policy *pol = r->pol;

    if (!zj_json_expect_array(j, node, MAX_ALTERNATIVES))
        return;
    pol->alternative = zj_alloc_n(&pol->arena, MAX_ALTERNATIVES, sizeof *pol->alternative);
    for (int i = zj_json_first(j, node); i >= 0; i = zj_json_after(j, i)) {
        struct zj_alternative *alternative = &pol->alternative[pol->n_alternatives++];
        *alternative = (struct zj_alternative){0};
        if (!zj_json_expect_object(j, i))
            continue;
        zj_json_known_members(j, i, members, 2);
        int about = zj_json_given(j, i, "about"), readings = zj_json_require(j, i, "readings");
        const char *text = about >= 0 ? zj_json_string(j, about) : NULL;
        alternative->about = text ? zj_strdup(&pol->arena, text) : NULL;
        if (readings >= 0)
            read_readings(r, readings, alternative);
    }
}

void zj_policy_check_readings(struct zj_policy_reader *r, int object)
{
    char *list = r->readings ? zj_strdup(&r->pol->arena, r->readings) : NULL;
    int k;

    for (char *name; (name = strsep(&list, ","));)
        if (!find_reading(r->pol, name, &k))
            zj_diag_add(r->j->d, ZJ_ERROR, "unknown_reading", zj_json_at(r->j, object),
                        _("the policy has no reading '%s'"), name);
}

bool zj_policy_reading(struct zj_policy_reader *r, int rule)
{
    int node = zj_json_given(r->j, rule, "reading"), k;
    const char *name = node >= 0 ? zj_json_string(r->j, node) : NULL;

    if (!name)
        return true;
    const struct zj_alternative *alternative = find_reading(r->pol, name, &k);
    if (!alternative)
        zj_diag_add(r->j->d, ZJ_ERROR, "unknown_reading", zj_json_at(r->j, node),
                    _("no alternative of the policy has the reading '%s'"), name);
    return alternative && alternative->chosen == k;
}

int zj_policy_source(struct zj_policy_reader *r, int node)
{
    static const char *const members[] = {"document", "quote"};
    int source = zj_json_given(r->j, node, "source");

    if (source < 0 || !zj_json_expect_object(r->j, source))
        return -1;
    zj_json_known_members(r->j, source, members, 2);
    return source;
}

/* The members that say something of the rule itself; the others are told apart in the entry. */
static char *parameters_of(struct zj_policy_reader *r, int node)
{
    static const char *const common[] = {"rule", "hard", "weight", "model", "source", "reading"};
    json_t *all = json_copy(r->j->node[node].value);

    for (size_t i = 0; i < sizeof common / sizeof common[0]; i++)
        json_object_del(all, common[i]);
    char *text = json_dumps(all, 0), *kept = zj_strdup(&r->pol->arena, text);
    free(text);
    json_decref(all);
    return kept;
}

static const char *text_at(struct zj_policy_reader *r, int object, const char *member)
{
    int node = zj_json_member(r->j, object, member);
    const json_t *value = node >= 0 ? r->j->node[node].value : NULL;

    return json_is_string(value) ? zj_strdup(&r->pol->arena, json_string_value(value)) : NULL;
}

void zj_policy_more_entries(struct zj_policy_reader *r, int n)
{
    struct zj_policy *pol = r->pol;
    struct zj_policy_entry *all = zj_alloc_n(&pol->arena, (size_t)(pol->n_entries + n), sizeof *all);

    for (int i = 0; i < pol->n_entries; i++)
        all[i] = pol->entry[i];
    pol->entry = all;
}

void zj_policy_keep_entry(struct zj_policy_reader *r, int node, struct zj_policy_entry e)
{
    int source = zj_json_member(r->j, node, "source"), k;

    e.parameters = parameters_of(r, node);
    if (e.index < 0) {
        e.name = text_at(r, node, "title");
        e.name = e.name ? e.name : text_at(r, node, e.rule);
    }
    e.document = source >= 0 ? text_at(r, source, "document") : NULL;
    e.quote = source >= 0 ? text_at(r, source, "quote") : NULL;
    e.reading = text_at(r, node, "reading");
    const struct zj_alternative *alternative = e.reading ? find_reading(r->pol, e.reading, &k) : NULL;
    e.chosen = !alternative || alternative->chosen == k;
    r->pol->entry[r->pol->n_entries++] = e;
}
