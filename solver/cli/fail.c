/*
 * fail.c - how a failure is told: to people on stderr, to programs on stdout.
 */
#include "solver/base/i18n.h"
#include "solver/base/text.h"
#include "solver/cli/cli.h"

#include <jansson.h>
#include <stdarg.h>
#include <stdlib.h>

/* {"schema": 1, "exit": 65, "error": "…", "problems": […]} */
static void fail_json(enum zj_status status, const struct zj_diag *d, const char *text)
{
    static const struct zj_diag none;
    json_t *word = json_string(text);

    printf("{\"schema\": 1, \"exit\": %d, \"error\": ", (int)status);
    json_dumpf(word, stdout, JSON_ENCODE_ANY);
    printf(", \"problems\": ");
    zj_diag_print_json(d ? d : &none, stdout);
    printf("}\n");
    json_decref(word);
}

enum zj_status cli_fail(const struct cli_args *a, enum zj_status status, const struct zj_diag *d,
                        const char *fmt, ...)
{
    struct zj_arena arena = {0};
    char *text = NULL;
    va_list ap;

    va_start(ap, fmt);
    if (vasprintf(&text, fmt, ap) < 0)
        zj_out_of_memory();
    va_end(ap);
    const char *clean = zj_printable(&arena, text);
    if (d)
        zj_diag_print(d, stderr, a && a->verbose ? 0 : CLI_MAX_PROBLEMS);
    fprintf(stderr, "%s: %s\n", ZJ_PROGRAM, clean);
    if (a && a->json)
        fail_json(status, d, clean);
    zj_arena_release(&arena);
    free(text);
    return status;
}
