/*
 * keys.h - which row already has this key? A hash from three whole numbers to one.
 */
#ifndef ZJ_IO_KEYS_H
#define ZJ_IO_KEYS_H

struct zj_keys {
    struct zj_key_slot *slot; /* private: open addressing */
    int n, n_slots;
};

/* The value kept for (a, b, c); when there is none yet, keep `value` (>= 0) and return -1. */
int zj_keys_add(struct zj_keys *k, int a, int b, int c, int value);
/* The value kept for (a, b, c), or -1. */
int zj_keys_find(const struct zj_keys *k, int a, int b, int c);
void zj_keys_release(struct zj_keys *k);

#endif
