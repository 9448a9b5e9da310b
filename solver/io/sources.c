#include "solver/io/sources.h"

#include "solver/base/file.h"
#include "solver/base/mem.h"

#include <sha256.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *copy(const char *text)
{
    return strcpy(zj_malloc(strlen(text) + 1), text);
}

static void append(struct zj_sources *s, const struct zj_source *f)
{
    ZJ_GROW(s->v, s->n, s->cap);
    s->v[s->n++] = *f;
}

void zj_sources_add(struct zj_sources *s, const char *name, const char *text)
{
    append(s, &(struct zj_source){copy(name), copy(text), strlen(text)});
}

int zj_sources_read(struct zj_sources *s, const char *path, struct zj_err *err)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    struct zj_source f = {NULL, NULL, 0};

    if (zj_file_read(path, &f.bytes, &f.n, err) != ZJ_OK)
        return -1;
    f.name = copy(name);
    append(s, &f);
    return s->n - 1;
}

/* Files of one name keep the order of reading, in which they stand in one array. */
static int by_name(const void *x, const void *y)
{
    const struct zj_source *a = *(const struct zj_source *const *)x, *b = *(const struct zj_source *const *)y;
    int order = strcmp(a->name, b->name);

    return order != 0 ? order : a < b ? -1 : a > b;
}

void zj_sources_digest(const struct zj_sources *s, char hex[65])
{
    const struct zj_source **sorted = zj_calloc((size_t)s->n, sizeof *sorted);
    SHA2_CTX sum;

    for (int i = 0; i < s->n; i++)
        sorted[i] = &s->v[i];
    qsort(sorted, (size_t)s->n, sizeof *sorted, by_name);
    SHA256Init(&sum);
    for (int i = 0; i < s->n; i++) {
        char size[32];
        int digits = snprintf(size, sizeof size, "%zu", sorted[i]->n);
        SHA256Update(&sum, (const uint8_t *)sorted[i]->name, strlen(sorted[i]->name) + 1);
        SHA256Update(&sum, (const uint8_t *)size, (size_t)digits + 1);
        SHA256Update(&sum, (const uint8_t *)sorted[i]->bytes, sorted[i]->n);
    }
    SHA256End(&sum, hex);
    free(sorted);
}

void zj_source_drop(struct zj_source *f)
{
    free(f->bytes);
    f->bytes = NULL;
}

void zj_sources_release(struct zj_sources *s)
{
    for (int i = 0; i < s->n; i++) {
        free(s->v[i].name);
        free(s->v[i].bytes);
    }
    free(s->v);
    memset(s, 0, sizeof *s);
}
