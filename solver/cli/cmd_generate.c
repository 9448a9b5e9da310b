/*
 * cmd_generate.c - the man page and the completions; used by the Makefile.
 */
#include "solver/base/i18n.h"
#include "solver/cli/cli.h"
#include "solver/cli/generate.h"

#include <string.h>

enum zj_status cmd_generate(const struct cli_args *a)
{
    static const struct {
        const char *name;
        void (*print)(void);
    } products[] = {{"man", cli_generate_man},       {"instance", cli_generate_instance},
                    {"policy", cli_generate_policy}, {"plan", cli_generate_plan},
                    {"bash", cli_generate_bash},     {"zsh", cli_generate_zsh},
                    {"fish", cli_generate_fish}};

    for (size_t i = 0; i < sizeof products / sizeof products[0]; i++) {
        if (strcmp(a->operand[0], products[i].name) != 0)
            continue;
        products[i].print();
        return ZJ_OK;
    }
    return cli_fail(a, ZJ_EUSAGE, NULL,
                    _("'%s' is not valid; expected man, instance, policy, plan, bash, zsh or fish"),
                    a->operand[0]);
}
