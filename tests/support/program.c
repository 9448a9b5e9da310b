#include "tests/support/program.h"

#include "tests/support/cmocka.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static char folder[64];

static const char *binary(void)
{
    const char *path = getenv("ZJ_BINARY");

    return path ? path : "build/zoujiao";
}

const char *scratch(void)
{
    if (!folder[0]) {
        strcpy(folder, "/tmp/zoujiao-test-XXXXXX");
        if (!mkdtemp(folder))
            fail_msg("cannot create %s", folder);
    }
    return folder;
}

const char *scratch_path(const char *name)
{
    static char path[8][256];
    static int next;

    next = (next + 1) % 8;
    snprintf(path[next], sizeof path[next], "%s/%s", scratch(), name);
    return path[next];
}

/* Run a tool of the system; its failure is the test's. */
static void tool(const char *const *args)
{
    pid_t pid = fork();
    int status;

    if (pid == 0) {
        execvp(args[0], (char *const *)args);
        _exit(127);
    }
    if (waitpid(pid, &status, 0) < 0 || status != 0)
        fail_msg("%s failed", args[0]);
}

void scratch_remove(void)
{
    if (folder[0])
        tool((const char *const[]){"rm", "-rf", folder, NULL});
    folder[0] = '\0';
}

int scratch_teardown(void **state)
{
    (void)state;
    scratch_remove();
    return 0;
}

const char *scratch_copy(const char *from, const char *name)
{
    const char *to = scratch_path(name);

    tool((const char *const[]){"rm", "-rf", to, NULL});
    tool((const char *const[]){"cp", "-r", from, to, NULL});
    return to;
}

void scratch_write(const char *name, const char *text)
{
    FILE *f = fopen(scratch_path(name), "w");

    if (!f || fputs(text, f) < 0 || fclose(f) != 0)
        fail_msg("cannot write %s", name);
}

char *slurp_bytes(const char *path, size_t *n)
{
    FILE *f = fopen(path, "r");
    char *text = NULL;

    if (!f)
        return NULL;
    FILE *copy = open_memstream(&text, n);
    for (int c; (c = fgetc(f)) != EOF;)
        fputc(c, copy);
    fclose(copy);
    fclose(f);
    return text;
}

char *slurp(const char *path)
{
    size_t n;

    return slurp_bytes(path, &n);
}

void expect_same_file(const char *a, const char *b)
{
    size_t n, k;
    char *x = slurp_bytes(a, &n), *y = slurp_bytes(b, &k);

    if (!x || !y || n != k || memcmp(x, y, n) != 0)
        fail_msg("%s and %s are not the same", a, b);
    free(x);
    free(y);
}

int count_lines(const char *text)
{
    int n = 0;

    for (; *text; text++)
        n += *text == '\n';
    return n;
}

bool contains(const char *text, const char *part)
{
    return text && strstr(text, part) != NULL;
}

int count_files(const char *path, const char *prefix)
{
    DIR *dir = opendir(path);
    int n = 0;

    if (!dir)
        return -1;
    for (struct dirent *e; (e = readdir(dir));)
        n += strncmp(e->d_name, prefix, strlen(prefix)) == 0;
    closedir(dir);
    return n;
}

static void redirect(const char *path, int to)
{
    int fd = open(path, O_WRONLY | O_CREAT | (strncmp(path, "/dev/", 5) == 0 ? 0 : O_TRUNC), 0600);

    if (fd < 0 || dup2(fd, to) < 0)
        _exit(126);
    close(fd);
}

void program_start(struct program *p, const char *out_file, const char *const *args)
{
    const char *argv[PROGRAM_MAX_ARGS + 2] = {binary()};
    static int runs;

    for (int i = 0; i < PROGRAM_MAX_ARGS && args[i]; i++)
        argv[i + 1] = args[i];
    memset(p, 0, sizeof *p);
    snprintf(p->out_path, sizeof p->out_path, "%s", out_file ? out_file : "");
    if (!out_file)
        snprintf(p->out_path, sizeof p->out_path, "%s/out-%d", scratch(), runs);
    snprintf(p->err_path, sizeof p->err_path, "%s/err-%d", scratch(), runs++);
    p->pid = fork();
    if (p->pid == 0) {
        redirect(p->out_path, STDOUT_FILENO);
        redirect(p->err_path, STDERR_FILENO);
        setenv("LC_ALL", "C", 1);
        execv(argv[0], (char *const *)argv);
        _exit(127);
    }
}

void program_wait(struct program *p)
{
    int status = 0;

    if (waitpid(p->pid, &status, 0) != p->pid)
        fail_msg("cannot wait for the program");
    p->code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    p->out = strncmp(p->out_path, "/dev/", 5) == 0 ? NULL : slurp(p->out_path);
    p->err = slurp(p->err_path);
    if (p->code == 127)
        fail_msg("cannot run %s", binary());
}

static void run_list(struct program *p, va_list ap)
{
    const char *args[PROGRAM_MAX_ARGS + 1] = {NULL};

    for (int i = 0; i < PROGRAM_MAX_ARGS; i++) {
        args[i] = va_arg(ap, const char *);
        if (!args[i])
            break;
    }
    program_start(p, NULL, args);
    program_wait(p);
}

void program_run(struct program *p, ...)
{
    va_list ap;

    va_start(ap, p);
    run_list(p, ap);
    va_end(ap);
}

void program_expect(int code, ...)
{
    struct program p;
    va_list ap;

    va_start(ap, code);
    run_list(&p, ap);
    va_end(ap);
    if (p.code != code)
        fail_msg("exit code %d, expected %d; stderr: %s", p.code, code, p.err);
    program_release(&p);
}

void program_run_command(struct program *p, const char *line, const char *instance, ...)
{
    const char *args[PROGRAM_MAX_ARGS + 1] = {NULL};
    char *words = strdup(line), *rest = words, *made[PROGRAM_MAX_ARGS] = {NULL};
    int n = 0;
    va_list ap;

    for (char *word; (word = strsep(&rest, " ")) && n < PROGRAM_MAX_ARGS; n++) {
        char *braces = strstr(word, "{}");
        if (braces) {
            *braces = '\0';
            if (asprintf(&made[n], "%s%s%s", word, instance, braces + 2) < 0)
                fail_msg("no memory");
            word = made[n];
        }
        args[n] = word;
    }
    va_start(ap, instance);
    for (const char *word; (word = va_arg(ap, const char *)) && n < PROGRAM_MAX_ARGS;)
        args[n++] = word;
    va_end(ap);
    program_start(p, NULL, args);
    program_wait(p);
    for (int i = 0; i < PROGRAM_MAX_ARGS; i++)
        free(made[i]);
    free(words);
}

void program_release(struct program *p)
{
    free(p->out);
    free(p->err);
    memset(p, 0, sizeof *p);
}
