/*
 * split.c - a rule entry becomes one for all other places and one for this place.
 *
 * Filters have no "not": the others are the list of all others. The keys of a filter are ANDed, so the
 * entry for two keys (school s, subject x) leaves two others: not s; s, but not x.
 */
#include "solver/data/change.h"

#include <string.h>

/* A list of a rule, what there is in all, and the part of it that the spot means. */
struct key {
    size_t list; /* offset of a struct zj_ids in struct zj_rule; absent = everything */
    int n;       /* the values are 0 .. n - 1 */
    struct zj_ids here;
};

static struct zj_ids *list_of(struct zj_rule *r, const struct key *k)
{
    return (struct zj_ids *)((char *)r + k->list);
}

/* The values of the list that are, or are not, here. */
static struct zj_ids part(struct zj_arena *a, struct zj_rule *r, const struct key *k, bool here)
{
    const struct zj_ids *ids = list_of(r, k);
    int n = ids->n ? ids->n : k->n;
    struct zj_ids p = {0, zj_alloc_n(a, (size_t)n, sizeof *p.v)};

    for (int i = 0; i < n; i++) {
        int v = ids->n ? ids->v[i] : i;
        if (zj_ids_has(&k->here, v) == here)
            p.v[p.n++] = v;
    }
    return p;
}

static struct zj_ids one(struct zj_arena *a, int v)
{
    struct zj_ids ids = {v >= 0, zj_alloc_n(a, 1, sizeof *ids.v)};

    ids.v[0] = v;
    return ids;
}

static struct zj_ids schools_of(struct zj_change *c, const struct zj_spot *spot)
{
    struct zj_ids ids = {0, zj_alloc_n(&c->pol.arena, (size_t)c->in.n_schools, sizeof *ids.v)};

    for (int s = 0; s < c->in.n_schools; s++) {
        if ((spot->school >= 0 || spot->community >= 0) && (spot->school < 0 || spot->school == s) &&
            (spot->community < 0 || spot->community == c->in.school[s].community))
            ids.v[ids.n++] = s;
    }
    return ids;
}

static struct zj_rule *insert(struct zj_change *c, enum zj_model model, int at, const struct zj_rule *r)
{
    int *n;
    struct zj_rule **list = zj_change_rules(c, model, &n);
    struct zj_rule *v = zj_alloc_n(&c->pol.arena, (size_t)*n + 1, sizeof *v);

    memcpy(v, *list, (size_t)at * sizeof *v);
    v[at] = *r;
    if (*n > at)
        memcpy(v + at + 1, *list + at, (size_t)(*n - at) * sizeof *v);
    *list = v;
    ++*n;
    return v;
}

static void drop(struct zj_change *c, enum zj_model model, int at)
{
    int *n;
    struct zj_rule *v = *zj_change_rules(c, model, &n);

    memmove(v + at, v + at + 1, (size_t)(*n - at - 1) * sizeof *v);
    --*n;
}

/*
 * Split the entry: the part that speaks of the spot stays where it was, the others follow. *others is how
 * many there are. False: it does not speak of the spot.
 */
static bool split(struct zj_change *c, enum zj_model model, int at, const struct zj_spot *spot, int *others)
{
    struct zj_arena *a = &c->pol.arena;
    const struct key keys[] = {
        {offsetof(struct zj_rule, where.school), c->in.n_schools, schools_of(c, spot)},
        {offsetof(struct zj_rule, where.host_school), c->in.n_schools, one(a, spot->host)},
        {offsetof(struct zj_rule, subjects), c->in.words.n, one(a, spot->subject)}, /* not of `where` */
    };
    int *n, n_keys = (int)(sizeof keys / sizeof *keys);
    struct zj_rule *v = *zj_change_rules(c, model, &n);

    *others = 0;
    for (int k = 0; k < n_keys; k++) {
        if (keys[k].here.n > 0 && part(a, &v[at], &keys[k], true).n == 0)
            return false;
    }
    for (int k = 0; k < n_keys; k++) {
        struct zj_rule rest = v[at];
        if (keys[k].here.n == 0)
            continue;
        *list_of(&rest, &keys[k]) = part(a, &v[at], &keys[k], false);
        *list_of(&v[at], &keys[k]) = part(a, &v[at], &keys[k], true);
        rest.where.empty = v[at].where.empty = v[at].where.empty && k == n_keys - 1;
        if (list_of(&rest, &keys[k])->n > 0)
            v = insert(c, model, at + ++*others, &rest);
    }
    return true;
}

void zj_change_number(struct zj_change *c, enum zj_model model, int index, const struct zj_spot *at,
                      size_t field, int value)
{
    int *n, others = 0;
    struct zj_rule **list = zj_change_rules(c, model, &n);

    for (int i = 0; i < *n; i++) {
        if ((*list)[i].index != index || !split(c, model, i, at, &others))
            continue;
        memcpy((char *)&(*list)[i] + field, &value, sizeof value);
        i += others;
    }
}

void zj_change_waive(struct zj_change *c, enum zj_model model, int index, const struct zj_spot *at)
{
    int *n, others = 0;
    struct zj_rule **list = zj_change_rules(c, model, &n);

    for (int i = 0; i < *n; i++) {
        if ((*list)[i].index != index || !split(c, model, i, at, &others))
            continue;
        drop(c, model, i--);
        i += others;
    }
}
