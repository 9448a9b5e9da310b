/*
 * cons_one_posting.c - nobody is at two schools in one term.                        HARD
 *
 * Policy  every scheme: one person holds one posting at a time.
 * Sets    T teachers, terms 0..N-1, A(t) arcs of the network of teacher t's type.
 * Vars    x[a] = teachers of the type that take posting a                (model.h)
 * Rows    none: a path of the network leaves a posting in the term in which it ends, so
 *         two postings of a path never share a term; postings that share a term
 *         with running history are not arcs (network.c, clashes_with_history).
 * Size    0 rows.
 * Check   solver/verify/secondment/check_one_posting.c, which shares no code with this file.
 */
#include "models/secondment/families.h"

const struct sec_family cons_one_posting = {0};
