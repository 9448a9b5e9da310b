#include "solver/cli/certificate.h"

#include "models/pairing/certificate.h"
#include "models/secondment/certificate.h"
#include "models/timetable/certificate.h"
#include "solver/base/file.h"
#include "solver/base/i18n.h"
#include "solver/certify/certify.h"

#include <stdlib.h>

static const char *why_not(enum mc_certified how)
{
    switch (how) {
    case MC_CERT_TOO_LARGE:
        return _("it would be too large");
    case MC_CERT_STOPPED:
        return _("stopped by the time limit or a signal");
    case MC_CERT_NOT_COVERED:
        return _("of timetables only the answer that no plan exists has one");
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
static enum zj_status check(const struct cli_args *a, const struct mc_certificate *c)
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

static enum zj_status write_file(const struct cli_args *a, const struct mc_certificate *c)
{
    struct zj_err err;

    ZJ_TRY(check(a, c));
    enum zj_status status = zj_file_write(a->certificate, c->text, c->n, &err);
    return status == ZJ_OK ? ZJ_OK : cli_fail(a, status, NULL, "%s", err.text);
}

static bool is_proved(const struct cli_answer *r)
{
    const bool proved = r->plan.status == ZJ_PLAN_OPTIMAL || r->plan.status == ZJ_PLAN_INFEASIBLE;

    if (!proved)
        say_nothing_is_written(r->a, _("the answer is neither optimal nor infeasible"));
    return proved;
}

/* What the model's proof came to. */
static enum zj_status finish(const struct cli_answer *r, enum zj_status status, struct mc_certificate *c,
                             const struct zj_err *err)
{
    if (status != ZJ_OK)
        return cli_fail(r->a, status, NULL, "%s", err->text);
    if (c->how == MC_CERTIFIED)
        status = write_file(r->a, c);
    else
        say_nothing_is_written(r->a, why_not(c->how));
    free(c->text);
    return status;
}

enum zj_status cli_certify_secondment(const struct cli_answer *r, const struct sec_options *options)
{
    struct mc_certificate c;
    struct zj_err err;

    if (!is_proved(r))
        return ZJ_OK;
    return finish(r, sec_certify(&r->c.in, &r->c.pol, options, &r->plan, &c, &err), &c, &err);
}

enum zj_status cli_certify_pairing(const struct cli_answer *r, const struct pr_options *options)
{
    struct mc_certificate c;
    struct zj_err err;

    if (!is_proved(r))
        return ZJ_OK;
    return finish(r, pr_certify(&r->c.in, &r->c.pol, options, &r->plan, cli_jobs(r->a), &c, &err), &c, &err);
}

enum zj_status cli_certify_timetable(const struct cli_answer *r, const struct tt_options *options)
{
    struct mc_certificate c;
    struct zj_err err;

    if (!is_proved(r))
        return ZJ_OK;
    return finish(r, tt_certify(&r->c.in, &r->c.pol, options, &r->plan, &c, &err), &c, &err);
}
