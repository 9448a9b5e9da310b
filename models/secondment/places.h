/*
 * places.h - where a rule counts: pairs, senders, hosts, communities, the county.
 */
#ifndef MODELS_SECONDMENT_PLACES_H
#define MODELS_SECONDMENT_PLACES_H

#include "models/secondment/families.h"

struct sec_place {
    enum zj_over over;
    int a, b; /* pair: lead and member; sender, host: school; community: word; county: -1 */
    const char *text;
};

struct sec_places {
    struct sec_place *v; /* heap */
    int n, cap;
};

/* The places of `over` that the rule's where selects and that lie in the block (the county always does). */
struct sec_places sec_places_of(struct sec_model *m, const struct zj_rule *r, enum zj_over over);
/* Rows of pairings.csv, or every lead and member of one community. Caller frees. */
struct sec_places sec_all_pairs(const struct sec_ctx *c);
/* Does a posting between these schools count at the place? */
bool sec_counts_at(const struct sec_ctx *c, const struct sec_place *at, enum zj_direction d, int from,
                   int to);

/* "teacher", "middle", "vice", "principal": how places name posts. */
const char *sec_post_text(int post);
/* Heads: 1; periods: the teacher's weekly load. */
int64_t sec_load(const struct sec_ctx *c, int teacher, enum zj_unit unit);
bool sec_fills_load(const struct sec_ctx *c, int kind);
/* Distinct subjects that the block's schools have in demand or in teachers, ascending. Arena. */
struct zj_ids sec_block_subjects(struct sec_model *m);

#endif
