/*
 * cmd_certify.c - check a certificate with exact arithmetic and nothing of the models or the solver.
 */
#include "solver/base/file.h"
#include "solver/base/i18n.h"
#include "solver/base/text.h"
#include "solver/certify/certify.h"
#include "solver/cli/cli.h"

#include <jansson.h>
#include <stdlib.h>

/* What the file says of itself may hold anything. */
static void make_printable(struct zj_certified *c)
{
    c->instance = c->instance ? zj_printable(&c->arena, c->instance) : NULL;
    c->sha256 = c->sha256 ? zj_printable(&c->arena, c->sha256) : NULL;
    for (int a = 0; a < c->n_aims; a++)
        c->aim[a].name = zj_printable(&c->arena, c->aim[a].name);
}

static void print_text(const struct zj_certified *c)
{
    if (c->instance)
        printf(_("certificate of the instance '%s', sha256 %s\n"), c->instance, c->sha256 ? c->sha256 : "-");
    if (c->infeasible)
        printf(_("proved: the program has no solution\n"));
    else if (c->joined)
        printf(_("proved: the solution shown is the best, aim by aim\n"));
    else
        printf(_("proved: the optimum is at least %s and at most %s\n"), c->lo ? c->lo : "-inf",
               c->hi ? c->hi : "inf");
    for (int a = 0; a < c->n_aims; a++)
        printf("  %-12s %s\n", c->aim[a].name, c->aim[a].value);
    printf(_("%d programs, %lld columns, %lld constraints, %lld derived rows, all checked exactly\n"),
           c->n_parts, (long long)c->n_columns, (long long)c->n_rows, (long long)c->n_derived);
}

static json_t *text_or_null(const char *text)
{
    return text ? json_string(text) : json_null();
}

static void print_json(const struct zj_certified *c)
{
    json_t *all = json_object(), *aims = json_array();

    json_object_set_new(all, "schema", json_integer(1));
    json_object_set_new(all, "exit", json_integer(ZJ_OK));
    json_object_set_new(all, "instance", text_or_null(c->instance));
    json_object_set_new(all, "sha256", text_or_null(c->sha256));
    json_object_set_new(all, "answer",
                        json_string(c->infeasible ? "infeasible"
                                    : c->joined   ? "optimal"
                                                  : "range"));
    json_object_set_new(all, "lo", text_or_null(c->lo));
    json_object_set_new(all, "hi", text_or_null(c->hi));
    for (int a = 0; a < c->n_aims; a++) {
        json_t *aim = json_object();
        json_object_set_new(aim, "aim", json_string(c->aim[a].name));
        json_object_set_new(aim, "value", json_string(c->aim[a].value)); /* exact: any number of digits */
        json_array_append_new(aims, aim);
    }
    json_object_set_new(all, "aims", aims);
    json_object_set_new(all, "programs", json_integer(c->n_parts));
    json_object_set_new(all, "derived", json_integer(c->n_derived));
    json_dumpf(all, stdout, JSON_COMPACT);
    printf("\n");
    json_decref(all);
}

static enum zj_status tell(const struct cli_args *a, enum zj_status status, const struct zj_certified *c,
                           const struct zj_diag *d)
{
    if (status == ZJ_VIOLATED)
        return cli_fail(a, status, d, _("the certificate does not prove its claim"));
    if (status != ZJ_OK)
        return cli_fail(a, status, d, _("'%s' is not a certificate"), a->operand[0]);
    if (a->json)
        print_json(c);
    else if (!a->quiet)
        print_text(c);
    return ZJ_OK;
}

enum zj_status cmd_certify(const struct cli_args *a)
{
    struct zj_certified what;
    struct zj_diag diag = {0};
    struct zj_err err;
    char *bytes = NULL;
    size_t n;
    enum zj_status status = zj_file_read(a->operand[0], &bytes, &n, &err);

    if (status != ZJ_OK)
        return cli_fail(a, status, NULL, "%s", err.text);
    status = zj_certify(a->operand[0], bytes, n, &what, &diag);
    make_printable(&what);
    status = tell(a, status, &what, &diag);
    zj_certified_release(&what);
    zj_diag_release(&diag);
    free(bytes);
    return status;
}
