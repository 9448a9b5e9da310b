#include "solver/io/keys.h"

#include "solver/base/mem.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct zj_key_slot {
    int a, b, c;
    int value_plus_1; /* 0 = free */
};

/* Multiply-and-shift mixing of the three numbers (the finaliser of MurmurHash3, 64 bits). */
static uint64_t hash(int a, int b, int c)
{
    uint64_t h = (uint64_t)(uint32_t)a << 32 | (uint32_t)b;

    h ^= (uint64_t)(uint32_t)c * 0x9E3779B97F4A7C15u;
    h = (h ^ h >> 33) * 0xFF51AFD7ED558CCDu;
    h = (h ^ h >> 33) * 0xC4CEB9FE1A85EC53u;
    return h ^ h >> 33;
}

/* The slot that holds the key, or the free one where it belongs. */
static struct zj_key_slot *slot_of(const struct zj_keys *k, int a, int b, int c)
{
    uint64_t mask = (uint64_t)k->n_slots - 1;

    for (uint64_t i = hash(a, b, c) & mask;; i = (i + 1) & mask) {
        struct zj_key_slot *s = &k->slot[i];
        if (!s->value_plus_1 || (s->a == a && s->b == b && s->c == c))
            return s;
    }
}

static void grow(struct zj_keys *k)
{
    struct zj_keys bigger = {NULL, k->n, k->n_slots ? 2 * k->n_slots : 64};

    bigger.slot = zj_calloc((size_t)bigger.n_slots, sizeof *bigger.slot);
    for (int i = 0; i < k->n_slots; i++)
        if (k->slot[i].value_plus_1)
            *slot_of(&bigger, k->slot[i].a, k->slot[i].b, k->slot[i].c) = k->slot[i];
    free(k->slot);
    *k = bigger;
}

int zj_keys_add(struct zj_keys *k, int a, int b, int c, int value)
{
    if (2 * (k->n + 1) > k->n_slots)
        grow(k);
    struct zj_key_slot *s = slot_of(k, a, b, c);
    if (s->value_plus_1)
        return s->value_plus_1 - 1;
    *s = (struct zj_key_slot){a, b, c, value + 1};
    k->n++;
    return -1;
}

int zj_keys_find(const struct zj_keys *k, int a, int b, int c)
{
    return k->n_slots ? slot_of(k, a, b, c)->value_plus_1 - 1 : -1;
}

void zj_keys_release(struct zj_keys *k)
{
    free(k->slot);
    memset(k, 0, sizeof *k);
}
