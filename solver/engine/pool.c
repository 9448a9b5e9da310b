#include "solver/engine/pool.h"

#include "solver/base/i18n.h"
#include "solver/base/mem.h"
#include "solver/engine/lp.h"

#include <errno.h>
#include <malloc.h>
#include <poll.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { TICK_MS = 200, GRACE_MS = 3000, READ_BYTES = 65536, KEEP_BYTES = 1 << 28 };

volatile sig_atomic_t pool_stop;

struct worker {
    pid_t pid; /* 0 = free */
    int fd;    /* its answer comes here */
    int task;
    int64_t told_at; /* when it was told to stop, 0 = not yet */
};

void pool_put(struct pool_bytes *b, const void *p, size_t n)
{
    if (b->n + n > b->cap) {
        b->cap = 2 * (b->n + n);
        b->v = zj_realloc(b->v, b->cap, 1);
    }
    if (n)
        memcpy(b->v + b->n, p, n);
    b->n += n;
}

int pool_get(const struct pool_bytes *b, size_t *at, void *p, size_t n)
{
    if (b->n - *at < n)
        return 0;
    if (n)
        memcpy(p, b->v + *at, n);
    *at += n;
    return 1;
}

void pool_release(struct pool_bytes *b)
{
    free(b->v);
    memset(b, 0, sizeof *b);
}

static void on_term(int sig)
{
    (void)sig;
    pool_stop = 1;
}

static bool write_all(int fd, const void *p, size_t n)
{
    const unsigned char *s = p;

    while (n) {
        ssize_t k = write(fd, s, n);
        if (k < 0 && errno == EINTR)
            continue;
        if (k < 0)
            return false;
        s += k;
        n -= (size_t)k;
    }
    return true;
}

/* A worker must not be told to stop before it can listen. */
static void block_sigterm(int how)
{
    sigset_t set;

    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigprocmask(how, &set, NULL);
}

/* The life of a worker: run the task, write status, text and bytes, end. */
static _Noreturn void work(pool_task *task, void *ctx, int i, int fd, pid_t parent)
{
    struct sigaction sa = {.sa_handler = on_term};
    struct pool_bytes out = {0};
    struct zj_err err = {0};

    sigaction(SIGTERM, &sa, NULL);
    sa.sa_handler = SIG_IGN; /* Ctrl-C reaches the whole group; the parent decides */
    sigaction(SIGINT, &sa, NULL);
    prctl(PR_SET_PDEATHSIG, SIGKILL); /* nobody is left to read the answer */
    if (getppid() != parent)
        _exit(ZJ_EINTERNAL);
    block_sigterm(SIG_UNBLOCK);
    /* It ends soon: freed memory goes back at the end, not page by page on the way. */
    mallopt(M_MMAP_THRESHOLD, KEEP_BYTES);
    mallopt(M_TRIM_THRESHOLD, KEEP_BYTES);
    err.status = task(ctx, i, &out, &err);
    bool ok = write_all(fd, &err, sizeof err) && write_all(fd, out.v, out.n);
    _exit(ok ? 0 : ZJ_EIO);
}

static enum zj_status start(struct worker *w, pool_task *task, void *ctx, int i, struct zj_err *err)
{
    int fd[2];

    if (pipe(fd) != 0)
        return zj_fail(err, ZJ_EINTERNAL, _("cannot make a pipe: %s"), strerror(errno));
    block_sigterm(SIG_BLOCK);
    pid_t parent = getpid();
    pid_t pid = fork();
    if (pid < 0) {
        block_sigterm(SIG_UNBLOCK);
        close(fd[0]);
        close(fd[1]);
        return zj_fail(err, ZJ_ENOMEM, _("cannot start a worker process: %s"), strerror(errno));
    }
    if (pid == 0) {
        close(fd[0]);
        work(task, ctx, i, fd[1], parent);
    }
    block_sigterm(SIG_UNBLOCK);
    close(fd[1]);
    *w = (struct worker){.pid = pid, .fd = fd[0], .task = i};
    return ZJ_OK;
}

/* A worker closed its pipe: collect it and split its answer into status and bytes. */
static enum zj_status finish(struct worker *w, struct pool_bytes *out, struct zj_err *err)
{
    int how = 0;
    struct zj_err said;
    size_t at = 0;

    close(w->fd);
    while (waitpid(w->pid, &how, 0) < 0 && errno == EINTR)
        continue;
    bool killed_late = w->told_at != 0 && WIFSIGNALED(how) && WTERMSIG(how) == SIGKILL;
    w->pid = 0;
    if (killed_late) {
        out->n = 0; /* it would not stop in time: no answer */
        return ZJ_OK;
    }
    if (WIFEXITED(how) && WEXITSTATUS(how) == ZJ_ENOMEM)
        return zj_fail(err, ZJ_ENOMEM, _("a worker process ran out of memory"));
    if (!WIFEXITED(how) || WEXITSTATUS(how) != 0 || !pool_get(out, &at, &said, sizeof said))
        return zj_fail(err, ZJ_EINTERNAL, _("a worker process ended unexpectedly (wait status %d)"), how);
    if (said.status != ZJ_OK) {
        if (err)
            *err = said;
        return said.status;
    }
    memmove(out->v, out->v + at, out->n - at);
    out->n -= at;
    return ZJ_OK;
}

/* Tell workers to stop when the caller wants it; kill those that do not listen. */
static void urge(const struct pool *pool, struct worker *w, int n)
{
    int64_t now = lp_clock_ms();
    bool want = (pool->stop && *pool->stop) || (pool->deadline && now >= pool->deadline);

    for (int k = 0; k < n; k++) {
        if (!w[k].pid)
            continue;
        if (want && !w[k].told_at) {
            kill(w[k].pid, SIGTERM);
            w[k].told_at = now;
        } else if (w[k].told_at && now - w[k].told_at > GRACE_MS) {
            kill(w[k].pid, SIGKILL);
        }
    }
}

/* Wait a tick for answers; read what came. Sets ended[k] when worker k closed its pipe. */
static void listen_once(struct worker *w, int n, struct pool_bytes *out, bool *ended)
{
    struct pollfd *p = zj_calloc((size_t)n, sizeof *p);
    unsigned char bytes[READ_BYTES];

    for (int k = 0; k < n; k++)
        p[k] = (struct pollfd){.fd = w[k].pid ? w[k].fd : -1, .events = POLLIN};
    int ready = poll(p, (nfds_t)n, TICK_MS);
    for (int k = 0; k < n; k++) {
        ended[k] = false;
        if (ready <= 0 || p[k].fd < 0 || !p[k].revents)
            continue;
        ssize_t got = read(w[k].fd, bytes, sizeof bytes);
        if (got > 0)
            pool_put(&out[w[k].task], bytes, (size_t)got);
        else if (got == 0 || errno != EINTR)
            ended[k] = true;
    }
    free(p);
}

enum zj_status pool_run(const struct pool *pool, int n, pool_task *task, void *ctx, struct pool_bytes *out,
                        struct zj_err *err)
{
    int jobs = pool->jobs < 1 ? 1 : pool->jobs;
    struct worker *w = zj_calloc((size_t)jobs, sizeof *w);
    bool *ended = zj_calloc((size_t)jobs, sizeof *ended);
    struct zj_err *said = zj_calloc((size_t)n + 1, sizeof *said);
    int next = 0, done = 0, running = 0;

    while (done < n) {
        for (int k = 0; k < jobs && next < n; k++) {
            if (w[k].pid)
                continue;
            said[next].status = start(&w[k], task, ctx, next, &said[next]);
            if (said[next].status == ZJ_OK)
                running++;
            else
                done++;
            next++;
        }
        if (running)
            listen_once(w, jobs, out, ended);
        urge(pool, w, jobs);
        for (int k = 0; k < jobs; k++) {
            if (!w[k].pid || !ended[k])
                continue;
            int i = w[k].task;
            said[i].status = finish(&w[k], &out[i], &said[i]);
            running--;
            done++;
        }
        if (pool->tick)
            pool->tick(pool->tick_ctx, done, n);
    }
    enum zj_status st = ZJ_OK;
    for (int i = 0; i < n && st == ZJ_OK; i++) {
        st = said[i].status;
        if (st != ZJ_OK && err)
            *err = said[i];
    }
    free(w);
    free(ended);
    free(said);
    return st;
}
