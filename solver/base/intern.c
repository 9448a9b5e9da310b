#include "solver/base/intern.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* FNV-1a, 32 bits. */
static uint32_t hash(const char *s)
{
    uint32_t h = 2166136261u;

    for (; *s; s++)
        h = (h ^ (unsigned char)*s) * 16777619u;
    return h;
}

/* The slot that holds the word, or the free slot where it belongs. */
static int slot_of(const struct zj_intern *t, const char *word)
{
    uint32_t mask = (uint32_t)t->n_slots - 1;
    uint32_t i = hash(word) & mask;

    while (t->slot[i] && strcmp(t->text[t->slot[i] - 1], word) != 0)
        i = (i + 1) & mask;
    return (int)i;
}

static void rehash(struct zj_intern *t)
{
    t->n_slots = t->n_slots ? 2 * t->n_slots : 64;
    free(t->slot);
    t->slot = zj_calloc((size_t)t->n_slots, sizeof *t->slot);
    for (int w = 0; w < t->n; w++)
        t->slot[slot_of(t, t->text[w])] = w + 1;
}

int zj_intern_find(const struct zj_intern *t, const char *word)
{
    return t->n_slots ? t->slot[slot_of(t, word)] - 1 : -1;
}

int zj_intern(struct zj_intern *t, struct zj_arena *a, const char *word)
{
    if (2 * (t->n + 1) > t->n_slots)
        rehash(t);
    int s = slot_of(t, word);
    if (t->slot[s])
        return t->slot[s] - 1;
    ZJ_GROW(t->text, t->n, t->cap);
    t->text[t->n] = zj_strdup(a, word);
    t->slot[s] = ++t->n;
    return t->n - 1;
}

void zj_intern_release(struct zj_intern *t)
{
    free(t->slot);
    free(t->text);
    memset(t, 0, sizeof *t);
}
