#include "solver/data/instance.h"

#include <string.h>

void zj_instance_release(struct zj_instance *in)
{
    zj_intern_release(&in->words);
    zj_intern_release(&in->school_ids);
    zj_intern_release(&in->teacher_ids);
    zj_arena_release(&in->arena);
    memset(in, 0, sizeof *in);
}

void zj_instance_index(struct zj_instance *in)
{
    zj_intern_release(&in->school_ids);
    zj_intern_release(&in->teacher_ids);
    for (int s = 0; s < in->n_schools; s++)
        zj_intern(&in->school_ids, &in->arena, in->school[s].id);
    for (int t = 0; t < in->n_teachers; t++)
        zj_intern(&in->teacher_ids, &in->arena, in->teacher[t].id);
}

int zj_find_school(const struct zj_instance *in, const char *id)
{
    if (in->school_ids.n == in->n_schools)
        return zj_intern_find(&in->school_ids, id);
    for (int s = 0; s < in->n_schools; s++)
        if (strcmp(in->school[s].id, id) == 0)
            return s;
    return -1;
}

int zj_find_teacher(const struct zj_instance *in, const char *id)
{
    if (in->teacher_ids.n == in->n_teachers)
        return zj_intern_find(&in->teacher_ids, id);
    for (int t = 0; t < in->n_teachers; t++)
        if (strcmp(in->teacher[t].id, id) == 0)
            return t;
    return -1;
}

int zj_find_term(const struct zj_instance *in, const char *id)
{
    for (int t = 0; t < in->n_terms; t++)
        if (strcmp(in->term[t].id, id) == 0)
            return t;
    return -1;
}

const char *zj_word(const struct zj_instance *in, int word)
{
    return word >= 0 && word < in->words.n ? in->words.text[word] : "";
}

bool zj_ids_has(const struct zj_ids *ids, int v)
{
    for (int i = 0; i < ids->n; i++)
        if (ids->v[i] == v)
            return true;
    return false;
}
