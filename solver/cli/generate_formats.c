/*
 * generate_formats.c - man pages of the file formats, from the tables that read and write them.
 */
#include "solver/base/i18n.h"
#include "solver/base/mem.h"
#include "solver/cli/generate.h"
#include "solver/cli/roff.h"
#include "solver/io/write.h"

#include <stdlib.h>

static void print_rules(FILE *out)
{
    zj_print_rules(out, ZJ_RULES_MARKDOWN);
}

static void print_page(const char *name, const char *title, const char *about, void (*print)(FILE *out))
{
    char *text = NULL;
    size_t n;
    FILE *out = open_memstream(&text, &n);

    if (!out)
        zj_out_of_memory();
    print(out);
    if (fclose(out) != 0)
        zj_out_of_memory();
    cli_generate_head(name, 5);
    printf(".Sh NAME\n.Nm %s\n.Nd %s\n.Sh DESCRIPTION\n", name, title);
    cli_roff_text(about);
    cli_roff_markdown(text);
    printf(".Sh SEE ALSO\n.Xr zoujiao 1\n");
    free(text);
}

void cli_generate_instance(void)
{
    print_page("zoujiao-instance", _("tables of schools, teachers and lessons"),
               _("An instance is a folder of CSV files and instance.json, or one JSON file with the same "
                 "tables. A header may use the English name of a column or any of the Chinese names."),
               zj_print_dictionary);
}

void cli_generate_policy(void)
{
    print_page("zoujiao-policy", _("the rules of a county as data"),
               _("A policy is a JSON file of the format zoujiao-policy/1 with members such as kinds, "
                 "activities, objective and rules. An entry of rules names its rule, its parameters, whether "
                 "it is hard or soft, and the document and sentence that demand it."),
               print_rules);
}

void cli_generate_plan(void)
{
    print_page("zoujiao-plan", _("what solving commands write"),
               _("A plan is a JSON file of the format zoujiao-plan/1. It holds ids, never names, dates of "
                 "birth or circumstances of persons."),
               zj_print_plan_members);
}
