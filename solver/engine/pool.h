/*
 * pool.h - run independent tasks in worker processes.
 *
 * Each task runs in a fork of the caller, so it sees all the caller's data as it
 * stands, and answers with bytes. Results come back in the order of the tasks,
 * whatever order they ended in: the outcome never depends on timing. A worker
 * that dies takes only its own task with it.
 */
#ifndef ZJ_ENGINE_POOL_H
#define ZJ_ENGINE_POOL_H

#include "solver/base/err.h"

#include <signal.h>
#include <stddef.h>
#include <stdint.h>

struct pool_bytes {
    unsigned char *v; /* heap */
    size_t n, cap;
};
void pool_put(struct pool_bytes *b, const void *p, size_t n);
/* Take n bytes from position *at. Returns 0 and leaves *at when there are not so many. */
int pool_get(const struct pool_bytes *b, size_t *at, void *p, size_t n);
void pool_release(struct pool_bytes *b);

struct pool {
    int jobs;         /* workers at once, >= 1 */
    int64_t deadline; /* lp_clock_ms() value after which workers are told to stop; 0 = none */
    const volatile sig_atomic_t *stop;            /* non-zero: workers are told to stop; may be NULL */
    void (*tick)(void *ctx, int done, int total); /* about 5 times a second; may be NULL */
    void *tick_ctx;
};

/* Set in a worker when it should end with the best it has. Pass &pool_stop as lp_limits.stop. */
extern volatile sig_atomic_t pool_stop;

/*
 * Run task(ctx, i, out, err) for i in 0..n-1 and put its bytes in out[i] (caller
 * releases). A worker told to stop has 3 s to answer; then it is killed and out[i] stays empty.
 * Returns the first failure in task order: the task's own status and text, or
 * ZJ_EINTERNAL / ZJ_ENOMEM for a worker that died.
 */
typedef enum zj_status pool_task(void *ctx, int i, struct pool_bytes *out, struct zj_err *err);
enum zj_status pool_run(const struct pool *pool, int n, pool_task *task, void *ctx, struct pool_bytes *out,
                        struct zj_err *err) ZJ_MUST_CHECK;

#endif
