/*
 * model_file.h - exported models, read back by a reader that is not ours.
 */
#ifndef TESTS_SUPPORT_MODEL_FILE_H
#define TESTS_SUPPORT_MODEL_FILE_H

#include <glpk.h>
#include <stdbool.h>

/* The program in a file in CPLEX LP or free MPS; a file that cannot be read fails the test. */
glp_prob *model_file_read(const char *path, bool mps);
/* Its optimum, or -1 when it has no answer. */
long long model_file_optimum(glp_prob *p);

#endif
