#include "solver/io/read.h"

#include "solver/base/file.h"
#include "solver/base/i18n.h"
#include "solver/io/csv_table.h"
#include "solver/io/encoding.h"
#include "solver/io/first_look.h"
#include "solver/io/instance_json.h"
#include "solver/io/pin_checks.h"
#include "solver/io/sources.h"
#include "solver/io/table_files.h"
#include "solver/io/workbook.h"

#include <stdlib.h>
#include <string.h>

/* One reading of an instance. Files are indexes into `sources`, -1 = none. */
struct reader {
    const struct zj_read_options *opt;
    struct zj_instance *in;
    struct zj_policy *pol;
    struct zj_diag *d;
    struct zj_arena names; /* paths and file names; they outlive the builder */
    struct zj_builder *builder;
    struct zj_sources sources;
    struct zj_workbook *workbook;        /* NULL: the instance is none */
    const char *folder;                  /* with a slash at its end, or "" */
    const char *head_name, *policy_name; /* in messages */
    int head, policy, table[ZJ_N_TABLES];
    struct zj_policy_source where;
    enum zj_status status; /* ZJ_OK, or why a file could not be read */
};

/* Read a file, or report why not. `name` is what messages call it. */
static int open_source(struct reader *r, const char *path, const char *name)
{
    struct zj_err err = {ZJ_OK, ""};
    int f = zj_sources_read(&r->sources, path, &err);

    if (f < 0) {
        struct zj_place at = {name, 0, 0, NULL};
        zj_diag_add(r->d, ZJ_ERROR, "no_input", &at, "%s", err.text);
        if (r->status == ZJ_OK)
            r->status = err.status;
    }
    return f;
}

/* instance.json, or the one file. What is wrong in it is in d; the rest is read all the same. */
static bool read_head(struct reader *r, bool one_file)
{
    const struct zj_source *f = &r->sources.v[r->head];
    return zj_read_instance_json(f->bytes, f->n, r->head_name, one_file, r->in, r->builder, &r->where,
                                 r->d) == ZJ_OK;
}

/* The file in which the policy stands; it is parsed when the tables are there. */
static void open_policy(struct reader *r, bool head_ok)
{
    struct zj_place at = {r->head_name, 0, 0, NULL};

    r->policy_name = r->opt->policy ? r->opt->policy : r->where.path;
    if (r->opt->policy || (r->where.path && r->where.path[0] == '/'))
        r->policy = open_source(r, r->policy_name, r->policy_name);
    else if (r->where.path)
        r->policy = open_source(r, zj_printf(&r->names, "%s%s", r->folder, r->where.path), r->policy_name);
    else if (r->where.embedded)
        r->policy = r->head;
    else if (head_ok && r->workbook)
        zj_diag_add(
            r->d, ZJ_ERROR, "no_policy", &at,
            _("the workbook names no policy; name a file beside it in the sheet '设置' (settings), as 政策 "
              "(policy), or give one with '--policy'"));
    else if (head_ok)
        zj_diag_add(r->d, ZJ_ERROR, "no_policy", &at,
                    _("the instance names no policy; expected a member such as \"policy\": \"policy.json\""));
}

static void open_tables(struct reader *r)
{
    bool present[ZJ_N_TABLES];

    if (!zj_find_table_files(r->folder, present, r->d))
        r->status = ZJ_ENOINPUT;
    for (int i = 0; i < ZJ_N_TABLES; i++) {
        enum zj_table_id t = (enum zj_table_id)i;
        struct zj_place at = {zj_table_file(t), 0, 0, NULL};
        if (present[t])
            r->table[t] =
                open_source(r, zj_printf(&r->names, "%s%s", r->folder, zj_table_file(t)), zj_table_file(t));
        else if (zj_table_is_required(t))
            zj_diag_add(r->d, ZJ_ERROR, "missing_table", &at, _("the table is missing"));
    }
}

/* What a plan of this case names: the files, and the readings asked for, as if they were a file. */
static void digest(struct reader *r)
{
    if (r->opt->reading)
        zj_sources_add(&r->sources, "--reading", r->opt->reading);
    zj_sources_digest(&r->sources, r->in->sha256);
}

static void parse_table(struct reader *r, enum zj_table_id t)
{
    struct zj_source *f = r->table[t] >= 0 ? &r->sources.v[r->table[t]] : NULL;
    const char *file = zj_table_file(t);
    char *text = NULL;
    size_t n;

    if (f && zj_decode(f->bytes, f->n, r->opt->encoding, t, file, r->d, &text, &n) == ZJ_OK) {
        zj_source_drop(f);
        zj_csv_read(text, n, t, file, r->builder, r->d);
    } else {
        zj_builder_open(r->builder, t, file);
        zj_builder_close(r->builder, false);
    }
    free(text);
}

static void parse_tables(struct reader *r)
{
    for (int t = 0; t < ZJ_N_TABLES; t++)
        if (r->table[t] >= 0 || zj_table_is_required((enum zj_table_id)t))
            parse_table(r, (enum zj_table_id)t);
}

static bool parse_policy(struct reader *r)
{
    if (r->policy < 0)
        return false;
    bool embedded = r->policy == r->head;
    const struct zj_source *f = &r->sources.v[r->policy];
    const char *own = r->opt->policy ? NULL : r->where.reading; /* of the policy that the instance names */
    const struct zj_policy_options opt = {embedded ? "policy" : NULL, r->opt->reading ? r->opt->reading : own,
                                          false};
    return zj_read_policy_json(f->bytes, f->n, embedded ? r->head_name : r->policy_name, &opt, r->in, r->pol,
                               r->d) == ZJ_OK;
}

/* A blank max_week needs the policy's default. */
static void check_defaults(struct reader *r, const char *teachers_file)
{
    for (int t = 0; t < r->in->n_teachers && r->pol->default_max_week == ZJ_NONE; t++) {
        struct zj_place at = {teachers_file, r->in->teacher[t].line, 0, "max_week"};
        if (r->in->teacher[t].max_week == ZJ_NONE)
            zj_diag_add(r->d, ZJ_ERROR, "no_default", &at,
                        _("max_week is blank and the policy has no default for it"));
    }
}

static void read_folder(struct reader *r, const char *path)
{
    size_t n = strlen(path);

    r->folder = zj_printf(&r->names, "%s%s", path, n > 0 && path[n - 1] == '/' ? "" : "/");
    r->head_name = "instance.json";
    r->head = open_source(r, zj_printf(&r->names, "%sinstance.json", r->folder), r->head_name);
    if (r->head < 0)
        return; /* not an instance: what else is in the folder says nothing */
    bool head_ok = read_head(r, false);
    open_policy(r, head_ok);
    open_tables(r);
    digest(r);
    parse_tables(r);
    if (parse_policy(r))
        check_defaults(r, zj_table_file(ZJ_TAB_teachers));
}

static void read_json(struct reader *r)
{
    bool head_ok = read_head(r, true);

    r->in->schools_file = r->in->teachers_file = r->in->demand_file = zj_strdup(&r->in->arena, r->head_name);
    open_policy(r, head_ok);
    digest(r);
    if (parse_policy(r))
        check_defaults(r, r->head_name);
}

static const char *sheet_file(struct reader *r, enum zj_table_id t)
{
    return zj_strdup(&r->in->arena, zj_workbook_file(r->workbook, t));
}

static void read_workbook(struct reader *r)
{
    const struct zj_source *f = &r->sources.v[r->head];

    r->workbook = zj_alloc(&r->names, sizeof *r->workbook);
    if (zj_workbook_open(r->workbook, f->bytes, f->n, r->head_name, r->opt->lenient, r->d) != ZJ_OK)
        return;
    bool head_ok = zj_workbook_head(r->workbook, r->in, r->builder, &r->where, r->d) == ZJ_OK;
    open_policy(r, head_ok);
    zj_sources_digest(&r->sources, r->in->sha256);
    zj_workbook_tables(r->workbook, r->builder, r->d);
    r->in->schools_file = sheet_file(r, ZJ_TAB_schools);
    r->in->teachers_file = sheet_file(r, ZJ_TAB_teachers);
    r->in->demand_file = sheet_file(r, ZJ_TAB_demand);
    if (parse_policy(r))
        check_defaults(r, r->in->teachers_file);
}

/* An old .xls, a workbook of WPS (.et), or any workbook with a password: all begin alike. */
static void refuse_old(struct reader *r)
{
    const struct zj_place at = {r->head_name, 0, 0, NULL};

    zj_diag_add(
        r->d, ZJ_ERROR, "old_workbook", &at,
        _("this is an old workbook (.xls, .et), or one with a password; save it as .xlsx without password"));
}

static void read_one_file(struct reader *r, const char *path)
{
    const char *slash = strrchr(path, '/');

    r->folder = slash ? zj_strndup(&r->names, path, (size_t)(slash - path) + 1) : "";
    r->head_name = slash ? slash + 1 : path;
    r->head = open_source(r, path, r->head_name);
    if (r->head < 0)
        return;
    const struct zj_source *f = &r->sources.v[r->head];
    if (xlsx_is_zip(f->bytes, f->n))
        read_workbook(r);
    else if (xlsx_is_old(f->bytes, f->n))
        refuse_old(r);
    else
        read_json(r);
}

/* A template that nobody has filled in. */
static void warn_of_no_schools(struct reader *r)
{
    const struct zj_place at = {r->in->schools_file, 0, 0, NULL};

    if (r->in->n_schools == 0)
        zj_diag_add(r->d, ZJ_WARNING, "no_schools", &at,
                    _("there is no school yet: fill in the tables, at least schools, teachers and demand"));
}

/* Pins are checked when everything else is there. */
static const char *pins_file(const struct reader *r)
{
    if (r->workbook)
        return zj_workbook_file(r->workbook, ZJ_TAB_pins);
    return r->table[ZJ_TAB_pins] >= 0 ? zj_table_file(ZJ_TAB_pins) : r->head_name;
}

enum zj_status zj_read_instance(const char *path, const struct zj_read_options *opt, struct zj_instance *in,
                                struct zj_policy *pol, struct zj_diag *d)
{
    static const struct zj_read_options no_options = {.encoding = NULL};
    struct reader r = {
        .opt = opt ? opt : &no_options, .in = in, .pol = pol, .d = d, .head = -1, .policy = -1};
    int had_errors = d->n_errors;

    memset(in, 0, sizeof *in);
    memset(pol, 0, sizeof *pol);
    ZJ_TRY(zj_first_look(path, d));
    for (int t = 0; t < ZJ_N_TABLES; t++)
        r.table[t] = -1;
    r.builder = zj_builder_new(in, d);
    if (r.opt->lenient)
        zj_builder_be_lenient(r.builder);
    if (zj_is_folder(path))
        read_folder(&r, path);
    else
        read_one_file(&r, path);
    zj_builder_free(r.builder);
    if (d->n_errors == had_errors) {
        zj_instance_finish(in, pol);
        zj_check_pins(in, pol, pins_file(&r), d);
        warn_of_no_schools(&r);
    }
    if (r.workbook)
        zj_workbook_close(r.workbook);
    zj_sources_release(&r.sources);
    zj_arena_release(&r.names);
    return r.status != ZJ_OK ? r.status : d->n_errors == had_errors ? ZJ_OK : ZJ_EDATA;
}

enum zj_status zj_read_policy(const char *path, const char *reading, struct zj_instance *in,
                              struct zj_policy *pol, struct zj_diag *d)
{
    const struct zj_policy_options opt = {NULL, reading, true};
    struct zj_err err = {ZJ_OK, ""};
    char *bytes = NULL;
    size_t n;

    memset(in, 0, sizeof *in);
    memset(pol, 0, sizeof *pol);
    enum zj_status status = zj_file_read(path, &bytes, &n, &err);
    if (status == ZJ_OK) {
        status = zj_read_policy_json(bytes, n, path, &opt, in, pol, d);
    } else {
        struct zj_place at = {path, 0, 0, NULL};
        zj_diag_add(d, ZJ_ERROR, "no_input", &at, "%s", err.text);
    }
    free(bytes);
    return status;
}
