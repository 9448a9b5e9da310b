/*
 * join.h - what the parts of a certificate say together: its heading, blocks and aims.
 */
#ifndef ZJ_CERTIFY_JOIN_H
#define ZJ_CERTIFY_JOIN_H

#include "solver/certify/part.h"

struct cert_aim {
    const char *name;
    bool largest; /* over the blocks the largest counts, not the sum */
    mpq_t value;
    int line;
};

struct cert_heading {
    struct zj_arena *arena; /* borrowed, for the texts */
    bool ours;              /* the comments of certify.h are there */
    bool infeasible;
    const char *instance, *sha256, *program; /* NULL = not said */
    struct cert_aim *aim;
    int n_aims, cap_aims;
    int n_blocks;
    int line;  /* of the answer, 0 = none yet */
    int block; /* of the next part, 0 = not said */
    const char *what;
};

/* The comments up to the first part. *h is initialised here. */
bool cert_heading_read(struct cert_heading *h, struct cert_scan *s, struct zj_arena *arena);
/* The comments before a part, which must say that it is this one (block 0: any block). */
bool cert_heading_part(struct cert_heading *h, struct cert_scan *s, int block, const char *what);
void cert_heading_release(struct cert_heading *h);

struct cert_join {
    const struct cert_heading *h;
    struct cert_part first; /* of the block in work */
    bool has_first;
    struct cert_vector *objective; /* by aim; those of later parts are taken over */
    mpq_t *hi;                     /* by aim: in this block */
    mpq_t *total, *proved;         /* by aim: what the blocks show together; largest lower bound */
    bool *has_total, *has_proved;
    struct zj_arena arena;
    const char **name; /* of every column of every block */
    int n_names, cap_names;
};

void cert_join_init(struct cert_join *j, const struct cert_heading *h);
/* A part that was checked, for this aim, of the block in work. Takes *p over. */
bool cert_join_part(struct cert_join *j, struct cert_scan *s, int aim, struct cert_part *p);
void cert_join_end_block(struct cert_join *j);
/* After the last block: are the values of the heading those of the blocks, and the blocks apart? */
bool cert_join_sum(struct cert_join *j, struct cert_scan *s);
void cert_join_release(struct cert_join *j);

#endif
