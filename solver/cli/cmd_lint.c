/*
 * cmd_lint.c - everything that is wrong with an instance, and what no plan of it could meet. The list is
 * the result.
 */
#include "solver/base/i18n.h"
#include "solver/cli/case.h"
#include "solver/cli/horizon.h"
#include "solver/data/staff.h"
#include "solver/io/read.h"
#include "solver/lint/calendar.h"
#include "solver/lint/lessons.h"
#include "solver/lint/precheck.h"

#include <string.h>

static void print_list(const struct cli_args *a, const struct zj_diag *d, enum zj_status status)
{
    if (a->json) {
        printf("{\"schema\": 1, \"exit\": %d, \"problems\": ", (int)status);
        zj_diag_print_json(d, stdout);
        printf("}\n");
        return;
    }
    zj_diag_print(d, stdout, a->verbose || a->lenient ? 0 : CLI_MAX_PROBLEMS);
    if (!a->quiet)
        fprintf(stderr, _("%d errors, %d warnings, %d notes\n"), d->n_errors, d->n_warnings,
                d->n - d->n_errors - d->n_warnings);
}

enum zj_status cmd_lint(const struct cli_args *a)
{
    const struct zj_read_options options = {
        .encoding = a->encoding, .policy = a->policy, .reading = a->reading, .lenient = a->lenient};
    struct cli_case c;

    memset(&c, 0, sizeof c);
    enum zj_status status = zj_read_instance(a->operand[0], &options, &c.in, &c.pol, &c.diag);
    const int n_unread = status == ZJ_OK ? 0 : c.diag.n_errors;
    if (status == ZJ_OK && a->terms)
        status = cli_cut_horizon(a, &c.in, &c.pol, NULL);
    if (status == ZJ_OK) {
        zj_precheck(&c.in, &c.pol, &c.diag);
        zj_precheck_calendar(&c.in, &c.pol, &c.diag);
        zj_staff_in_term(&c.in, &c.pol, NULL, 0);
        zj_precheck_lessons(&c.in, &c.pol, &c.diag);
    }
    if (status == ZJ_OK && c.diag.n_errors > 0)
        status = ZJ_EDATA;
    if (status != ZJ_EUSAGE)
        print_list(a, &c.diag, status);
    cli_tell_lenient(a, n_unread);
    cli_case_close(&c);
    return status;
}
