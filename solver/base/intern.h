/*
 * intern.h - words that are only ever compared: subjects, ranks, titles, flags, names of kinds.
 *
 * Equal strings get equal numbers, 0, 1, 2 … in the order of first use.
 */
#ifndef ZJ_BASE_INTERN_H
#define ZJ_BASE_INTERN_H

#include "solver/base/mem.h"

struct zj_intern {
    const char **text; /* n words, owned by the arena */
    int n;
    int *slot; /* private: open-addressing hash table of word numbers + 1 */
    int n_slots;
    int cap;
};

/* Number of the word, adding it when new. The text is copied into the arena. */
int zj_intern(struct zj_intern *t, struct zj_arena *a, const char *word);
/* Number of the word, or -1 when it was never added. */
int zj_intern_find(const struct zj_intern *t, const char *word);
void zj_intern_release(struct zj_intern *t);

#endif
