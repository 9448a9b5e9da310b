/*
 * mem.h - memory: an arena for things that live together, growth for arrays.
 *
 * No caller checks for NULL: when memory runs out, zj_out_of_memory() runs the
 * cleanups registered by zj_on_exit_cleanup(), says so on stderr and ends the
 * process with exit code 71. Output is always a temporary file until it is
 * complete (file.h), so nothing is lost or left half written by that.
 */
#ifndef ZJ_BASE_MEM_H
#define ZJ_BASE_MEM_H

#include <stdarg.h>
#include <stddef.h>

struct zj_arena_chunk;
struct zj_arena {
    struct zj_arena_chunk *head;
};

/* Zeroed memory that lives as long as the arena. Aligned for any type. Never NULL. */
void *zj_alloc(struct zj_arena *a, size_t size);
/* As zj_alloc for n items; the product is checked. n = 0 gives a valid pointer. */
void *zj_alloc_n(struct zj_arena *a, size_t n, size_t size);
/* A copy of a string (of its first n bytes) in the arena. */
char *zj_strdup(struct zj_arena *a, const char *s);
char *zj_strndup(struct zj_arena *a, const char *s, size_t n);
char *zj_printf(struct zj_arena *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
char *zj_vprintf(struct zj_arena *a, const char *fmt, va_list args) __attribute__((format(printf, 2, 0)));
/* Free everything. The arena is empty and usable again. */
void zj_arena_release(struct zj_arena *a);

/* Heap memory that never fails to return; caller frees with free(). Zeroed. */
void *zj_calloc(size_t n, size_t size);
void *zj_malloc(size_t size);
void *zj_realloc(void *p, size_t n, size_t size);

/* Make room for one more item in heap array p of n used and cap allocated items. */
#define ZJ_GROW(p, n, cap)                                                                                   \
    do {                                                                                                     \
        if ((n) == (cap)) {                                                                                  \
            (cap) = (cap) ? 2 * (cap) : 16;                                                                  \
            (p) = zj_realloc((p), (size_t)(cap), sizeof *(p));                                               \
        }                                                                                                    \
    } while (0)

/* Register a function that zj_out_of_memory() calls before it ends the process (at most 8). */
void zj_on_exit_cleanup(void (*fn)(void));
void zj_run_exit_cleanups(void);
_Noreturn void zj_out_of_memory(void);

#endif
