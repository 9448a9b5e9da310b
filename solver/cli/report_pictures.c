/*
 * report_pictures.c - the pictures of a plan as PNG files or as one PDF, made by rsvg-convert.
 */
#include "solver/base/file.h"
#include "solver/base/folder.h"
#include "solver/base/i18n.h"
#include "solver/base/run.h"
#include "solver/cli/report.h"
#include "solver/report/frame.h"

#include <stdlib.h>

/* cairo dates a PDF; so that the same plan gives the same bytes, the date is that of no run. */
static const char no_date[] = "0";

static enum zj_status draw(const struct cli_args *a, const struct rep_case *r, struct rep_pictures *p)
{
    if (!zj_has_plan(r->plan))
        return cli_fail(a, ZJ_EDATA, NULL, _("the plan '%s' has the status '%s': there is nothing to draw"),
                        a->operand[1], zj_plan_status_name(r->plan->status));
    rep_all_pictures(p, r);
    setenv("SOURCE_DATE_EPOCH", no_date, 0);
    return ZJ_OK;
}

static enum zj_status convert(const struct cli_args *a, const char *const *argv, const struct zj_bytes *in,
                              int n, struct zj_bytes *out)
{
    struct zj_err err;
    enum zj_status status = zj_run(argv, in, n, out, &err);

    if (status == ZJ_ENOINPUT)
        return cli_fail(
            a, status, NULL,
            _("pictures need the program 'rsvg-convert', which is not installed (Debian: librsvg2-bin, "
              "and fonts-noto-cjk for Chinese)"));
    return status == ZJ_OK ? ZJ_OK : cli_fail(a, status, NULL, "%s", err.text);
}

enum zj_status cli_write_pdf(const struct cli_args *a, const struct rep_case *r, const char *path)
{
    static const char *const argv[] = {"rsvg-convert", "--format=pdf", NULL};
    struct rep_pictures p = {0};
    struct zj_bytes out = {0};
    struct zj_err err;

    enum zj_status status = draw(a, r, &p);
    struct zj_bytes *sheet = zj_calloc((size_t)p.n + 1, sizeof *sheet);
    for (int i = 0; i < p.n; i++) {
        struct rep_markup m = {0};
        rep_frame_sheet(&m, r, &p.v[i]);
        sheet[i] = (struct zj_bytes){m.bytes, m.n};
    }
    if (status == ZJ_OK)
        status = convert(a, argv, sheet, p.n, &out);
    if (status == ZJ_OK && (status = zj_file_write(path, out.v, out.n, &err)) != ZJ_OK)
        cli_fail(a, status, NULL, "%s", err.text);
    for (int i = 0; i < p.n; i++)
        free(sheet[i].v);
    free(sheet);
    free(out.v);
    rep_pictures_release(&p);
    return status;
}

/* One picture as PNG. */
static enum zj_status to_png(const struct cli_args *a, const struct rep_case *r, const struct rep_picture *p,
                             struct zj_bytes *png)
{
    static const char *const argv[] = {"rsvg-convert", "--format=png", NULL};
    struct rep_markup m = {0};

    rep_frame_screen(&m, r, p);
    const struct zj_bytes svg = {m.bytes, m.n};
    enum zj_status status = convert(a, argv, &svg, 1, png);
    rep_markup_release(&m);
    return status;
}

enum zj_status cli_write_png(const struct cli_args *a, const struct rep_case *r, const char *path)
{
    struct rep_pictures p = {0};
    struct zj_arena arena = {0};
    struct zj_err err;

    enum zj_status status = draw(a, r, &p);
    struct zj_bytes *png = zj_calloc((size_t)p.n + 1, sizeof *png);
    struct zj_folder_file *file = zj_calloc((size_t)p.n + 1, sizeof *file);
    for (int i = 0; i < p.n && status == ZJ_OK; i++) {
        status = to_png(a, r, &p.v[i], &png[i]);
        file[i] = (struct zj_folder_file){zj_printf(&arena, "%s.png", p.v[i].drawing.id), png[i].v, png[i].n};
    }
    if (status == ZJ_OK && (status = zj_folder_write(path, file, p.n, &err)) != ZJ_OK)
        cli_fail(a, status, NULL, "%s", err.text);
    for (int i = 0; i < p.n; i++)
        free(png[i].v);
    free(png);
    free(file);
    rep_pictures_release(&p);
    zj_arena_release(&arena);
    return status;
}
