/*
 * cmd_print.c - the commands that only print or write what the program knows: rules, dictionary, template.
 */
#include "solver/base/i18n.h"
#include "solver/cli/cli.h"
#include "solver/io/write.h"

enum zj_status cmd_rules(const struct cli_args *a)
{
    if (a->json && a->markdown)
        return cli_fail(a, ZJ_EUSAGE, NULL, _("choose one of '--json' and '--markdown'"));
    zj_print_rules(stdout, a->json ? ZJ_RULES_JSON : a->markdown ? ZJ_RULES_MARKDOWN : ZJ_RULES_TEXT);
    return ZJ_OK;
}

enum zj_status cmd_dictionary(const struct cli_args *a)
{
    (void)a;
    zj_print_dictionary(stdout);
    return ZJ_OK;
}

enum zj_status cmd_template(const struct cli_args *a)
{
    struct zj_err err;
    enum zj_status status = zj_write_template(a->operand[0], &err);

    if (status != ZJ_OK)
        return cli_fail(a, status, NULL, "%s", err.text);
    fprintf(stderr, _("empty tables are in '%s'; fill them in, then run: zoujiao lint %s\n"), a->operand[0],
            a->operand[0]);
    return ZJ_OK;
}
