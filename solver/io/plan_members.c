/*
 * plan_members.c - what a plan file holds, as Markdown.
 */
#include "solver/base/i18n.h"
#include "solver/io/write.h"

void zj_print_plan_members(FILE *out)
{
    static const char *const members[][3] = {
#define ZJ_PLAN_MEMBER(name, en, zh) {name, en, zh},
#include "solver/io/plan_members.def"
#undef ZJ_PLAN_MEMBER
    };
    const int language = zj_i18n_lang()[0] == 'z' ? 2 : 1;

    fprintf(
        out, "# %s\n\n%s\n\n| %s | %s |\n|---|---|\n", _("Plan files"),
        _("One JSON object. A plan made by hand needs format, model, status, objective and assignments; a "
          "plan of secondments or a timetable unmet too (it may be empty), a timetable term and routes; "
          "a calendar format, model and assignments only. 'zoujiao verify' checks whatever else it says."),
        _("member"), _("what it holds"));
    for (size_t i = 0; i < sizeof members / sizeof members[0]; i++)
        fprintf(out, "| `%s` | %s |\n", members[i][0], members[i][language]);
}
