#include "models/common/part_bytes.h"

#include <string.h>

void mc_part_put(struct pool_bytes *out, const struct zj_conflict_part *part)
{
    size_t n = strlen(part->where);

    pool_put(out, part, sizeof *part);
    pool_put(out, &n, sizeof n);
    pool_put(out, part->where, n);
}

/* Tables have constant names, which a worker shares; texts of places have to be copied. */
bool mc_part_get(const struct pool_bytes *in, size_t *at, struct zj_arena *a, struct zj_conflict_part *part)
{
    size_t n;

    if (!pool_get(in, at, part, sizeof *part) || !pool_get(in, at, &n, sizeof n))
        return false;
    char *where = zj_alloc(a, n + 1);
    part->where = where;
    return pool_get(in, at, where, n);
}

int mc_part_compare(const void *a, const void *b)
{
    const struct zj_conflict_part *x = a, *y = b;

    if (x->group != y->group)
        return x->group < y->group ? -1 : 1;
    if ((x->table != NULL) != (y->table != NULL))
        return x->table ? 1 : -1;
    if (x->index != y->index)
        return x->index < y->index ? -1 : 1;
    return strcmp(x->where, y->where);
}
