/*
 * cmd_print.c - the commands that only print or write what the program knows: rules, dictionary, template.
 */
#include "solver/base/i18n.h"
#include "solver/cli/cli.h"
#include "solver/cli/policy_table.h"
#include "solver/io/read.h"
#include "solver/io/write.h"

#include <string.h>

/* The rules of a policy file, as they stand there. */
static enum zj_status list_policy(const struct cli_args *a)
{
    struct zj_instance in;
    struct zj_policy pol;
    struct zj_diag d = {0};
    enum zj_status status = zj_read_policy(a->policy, a->reading, &in, &pol, &d);

    if (status == ZJ_OK) {
        zj_diag_print(&d, stderr, CLI_MAX_PROBLEMS);
        cli_print_policy(&pol, a->json);
    } else {
        cli_fail(a, status, &d, _("the policy '%s' cannot be used"), a->policy);
    }
    zj_policy_release(&pol);
    zj_instance_release(&in);
    zj_diag_release(&d);
    return status;
}

enum zj_status cmd_rules(const struct cli_args *a)
{
    if (a->markdown && a->policy)
        return cli_fail(a, ZJ_EUSAGE, NULL, _("choose one of '--policy' and '--markdown'"));
    if (a->reading && !a->policy)
        return cli_fail(a, ZJ_EUSAGE, NULL, _("'--reading' goes with '--policy'"));
    if (a->policy)
        return list_policy(a);
    if (a->json && a->markdown)
        return cli_fail(a, ZJ_EUSAGE, NULL, _("choose one of '--json' and '--markdown'"));
    zj_print_rules(stdout, a->json ? ZJ_RULES_JSON : a->markdown ? ZJ_RULES_MARKDOWN : ZJ_RULES_TEXT);
    return ZJ_OK;
}

enum zj_status cmd_dictionary(const struct cli_args *a)
{
    (void)a;
    zj_print_dictionary(stdout);
    putchar('\n');
    zj_print_plan_members(stdout);
    return ZJ_OK;
}

enum zj_status cmd_template(const struct cli_args *a)
{
    struct zj_err err;
    const char *to = a->xlsx ? a->xlsx : a->operand[0];
    const int stem = to ? (int)strlen(to) - (int)strlen(".xlsx") : 0; /* of a workbook: its name ends so */

    if ((a->xlsx != NULL) == (a->n_operands == 1))
        return cli_fail(a, ZJ_EUSAGE, NULL,
                        _("name a folder for the tables, or a workbook with '--xlsx FILE'"));
    enum zj_status status = a->xlsx ? zj_write_template_xlsx(to, &err) : zj_write_template(to, &err);
    if (status != ZJ_OK)
        return cli_fail(a, status, NULL, "%s", err.text);
    fprintf(stderr, _("empty tables are in '%s'; fill them in, then run: zoujiao lint %s\n"), to, to);
    if (a->xlsx)
        fprintf(stderr,
                _("beside it: the rules, %.*s-policy.json, and a small county that is filled in, "
                  "%.*s-example.xlsx\n"),
                stem, to, stem, to);
    return ZJ_OK;
}
