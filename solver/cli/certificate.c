#include "solver/cli/certificate.h"

#include "models/secondment/certificate.h"
#include "solver/base/file.h"
#include "solver/base/i18n.h"
#include "solver/certify/certify.h"

#include <stdlib.h>

static const char *why_not(enum sec_certified how)
{
    switch (how) {
    case SEC_CERT_TOO_LARGE:
        return _("it would be too large");
    case SEC_CERT_STOPPED:
        return _("stopped by the time limit or a signal");
    default:
        return _("the proof did not succeed");
    }
}

static void say_nothing_is_written(const struct cli_args *a, const char *why)
{
    if (!a->quiet)
        fprintf(stderr, _("no certificate is written: %s\n"), why);
}

/* By the code of `zoujiao certify`. */
static enum zj_status check(const struct cli_args *a, const struct sec_certificate *c)
{
    struct zj_certified what;
    struct zj_diag diag = {0};
    enum zj_status status = zj_certify(a->certificate, c->text, c->n, &what, &diag);

    if (status != ZJ_OK)
        status = cli_fail(a, ZJ_EINTERNAL, &diag,
                          _("internal error: the certificate does not prove the answer; it is not written"));
    else if (!a->quiet)
        fprintf(stderr,
                _("certificate: %d programs of at most %d columns, %lld derived rows, %zu bytes: %s\n"),
                what.n_parts, c->columns, (long long)what.n_derived, c->n, a->certificate);
    zj_certified_release(&what);
    zj_diag_release(&diag);
    return status;
}

static enum zj_status write_file(const struct cli_args *a, const struct sec_certificate *c)
{
    struct zj_err err;

    ZJ_TRY(check(a, c));
    enum zj_status status = zj_file_write(a->certificate, c->text, c->n, &err);
    return status == ZJ_OK ? ZJ_OK : cli_fail(a, status, NULL, "%s", err.text);
}

enum zj_status cli_certify_secondment(const struct cli_answer *r, const struct sec_options *options)
{
    struct sec_certificate c;
    struct zj_err err;

    if (r->plan.status != ZJ_PLAN_OPTIMAL && r->plan.status != ZJ_PLAN_INFEASIBLE) {
        say_nothing_is_written(r->a, _("the answer is neither optimal nor infeasible"));
        return ZJ_OK;
    }
    enum zj_status status = sec_certify(&r->c.in, &r->c.pol, options, &r->plan, &c, &err);
    if (status != ZJ_OK)
        return cli_fail(r->a, status, NULL, "%s", err.text);
    if (c.how == SEC_CERTIFIED)
        status = write_file(r->a, &c);
    else
        say_nothing_is_written(r->a, why_not(c.how));
    free(c.text);
    return status;
}
