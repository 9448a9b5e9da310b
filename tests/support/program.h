/*
 * program.h - run the program as a user does: a command line in, exit code and two streams out.
 *
 * The binary is that of ZJ_BINARY, build/zoujiao by default. The locale of the child is C.
 */
#ifndef TESTS_SUPPORT_PROGRAM_H
#define TESTS_SUPPORT_PROGRAM_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum { PROGRAM_MAX_ARGS = 24 };

struct program {
    pid_t pid;
    int code;        /* exit code, or 128 + the signal that ended it */
    char *out, *err; /* what it wrote; heap, NUL-terminated */
    char out_path[64], err_path[64];
};

/* Start with these arguments (the list ends with NULL). stdout goes to `out_file` when it is not NULL. */
void program_start(struct program *p, const char *out_file, const char *const *args);
/* Wait for the end and read what was written. */
void program_wait(struct program *p);
/* Both. A variable list of arguments that ends with NULL. */
void program_run(struct program *p, ...) __attribute__((sentinel));
/* Run this line of words, in which {} stands for the instance, and more arguments behind it. */
void program_run_command(struct program *p, const char *line, const char *instance, ...)
    __attribute__((sentinel));
void program_release(struct program *p);

/* Run, expect this exit code; on failure show what the program wrote. Keeps nothing. */
void program_expect(int code, ...) __attribute__((sentinel));

/* A folder of this process under /tmp, removed with everything in it by scratch_remove(). */
const char *scratch(void);
/* "<scratch>/<name>"; one of eight rotating static buffers. */
const char *scratch_path(const char *name);
void scratch_remove(void);
/* The same, as the teardown of a group of tests. */
int scratch_teardown(void **state);
void scratch_write(const char *name, const char *text);
/* Copy an instance's folder into the scratch folder; the copy's path (static buffer of scratch_path). */
const char *scratch_copy(const char *folder, const char *name);
/* The file's bytes as a string on the heap, NULL when there is none. */
char *slurp(const char *path);
/* The same for files that may hold NUL: *n bytes. */
char *slurp_bytes(const char *path, size_t *n);
void expect_same_file(const char *a, const char *b);
int count_lines(const char *text);
bool contains(const char *text, const char *part);
/* Files in the folder whose names begin so. */
int count_files(const char *folder, const char *prefix);

#endif
