#include "solver/base/mem.h"

#include "solver/base/status.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CHUNK_BYTES = 64 * 1024, MAX_CLEANUPS = 8 };

struct zj_arena_chunk {
    struct zj_arena_chunk *next;
    size_t used, size;
    _Alignas(max_align_t) unsigned char bytes[];
};

static void (*cleanups[MAX_CLEANUPS])(void);
static int n_cleanups;

void zj_on_exit_cleanup(void (*fn)(void))
{
    if (n_cleanups < MAX_CLEANUPS)
        cleanups[n_cleanups++] = fn;
}

void zj_run_exit_cleanups(void)
{
    for (int i = 0; i < n_cleanups; i++)
        cleanups[i]();
}

void zj_out_of_memory(void)
{
    static const char text[] = "zoujiao: out of memory / 内存不足\n";

    zj_run_exit_cleanups();
    if (write(STDERR_FILENO, text, sizeof text - 1) < 0) {
        /* nothing more can be done; the exit code still tells */
    }
    _exit(ZJ_ENOMEM);
}

void *zj_malloc(size_t size)
{
    void *p = malloc(size ? size : 1);

    if (!p)
        zj_out_of_memory();
    return p;
}

void *zj_calloc(size_t n, size_t size)
{
    void *p = calloc(n ? n : 1, size ? size : 1);

    if (!p)
        zj_out_of_memory();
    return p;
}

void *zj_realloc(void *p, size_t n, size_t size)
{
    if (size && n > SIZE_MAX / size)
        zj_out_of_memory();
    size_t bytes = n * size;
    void *q = realloc(p, bytes ? bytes : 1);
    if (!q)
        zj_out_of_memory();
    return q;
}

void *zj_alloc(struct zj_arena *a, size_t size)
{
    const size_t align = _Alignof(max_align_t);

    if (size > SIZE_MAX / 2)
        zj_out_of_memory();
    size = (size + align - 1) / align * align;
    if (!a->head || a->head->size - a->head->used < size) {
        size_t room = size > CHUNK_BYTES ? size : CHUNK_BYTES;
        struct zj_arena_chunk *c = zj_calloc(1, sizeof *c + room);
        c->size = room;
        c->next = a->head;
        a->head = c;
    }
    void *p = a->head->bytes + a->head->used;
    a->head->used += size;
    return p;
}

void *zj_alloc_n(struct zj_arena *a, size_t n, size_t size)
{
    if (size && n > SIZE_MAX / size)
        zj_out_of_memory();
    return zj_alloc(a, n * size);
}

char *zj_strndup(struct zj_arena *a, const char *s, size_t n)
{
    char *p = zj_alloc(a, n + 1);

    memcpy(p, s, n);
    return p;
}

char *zj_strdup(struct zj_arena *a, const char *s)
{
    return zj_strndup(a, s, strlen(s));
}

char *zj_vprintf(struct zj_arena *a, const char *fmt, va_list args)
{
    va_list again;

    va_copy(again, args);
    int n = vsnprintf(NULL, 0, fmt, args);
    if (n < 0)
        n = 0;
    char *p = zj_alloc(a, (size_t)n + 1);
    vsnprintf(p, (size_t)n + 1, fmt, again);
    va_end(again);
    return p;
}

char *zj_printf(struct zj_arena *a, const char *fmt, ...)
{
    va_list args;

    va_start(args, fmt);
    char *p = zj_vprintf(a, fmt, args);
    va_end(args);
    return p;
}

void zj_arena_release(struct zj_arena *a)
{
    while (a->head) {
        struct zj_arena_chunk *next = a->head->next;
        free(a->head);
        a->head = next;
    }
}
