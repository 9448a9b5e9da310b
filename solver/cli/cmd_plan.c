/*
 * cmd_plan.c - the whole year in one command: a folder with every plan, all of them checked.
 */
#include "solver/base/file.h"
#include "solver/base/i18n.h"
#include "solver/cli/output.h"
#include "solver/cli/stop.h"
#include "solver/cli/year.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

/* Does the folder hold anything? */
static bool holds_anything(const char *path)
{
    DIR *folder = opendir(path);
    int n = 0;

    for (const struct dirent *e; folder && n == 0 && (e = readdir(folder));)
        n += strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0;
    if (folder)
        closedir(folder);
    return n > 0;
}

/* The old files of the folder that is to be replaced; NULL = there is nothing to replace. */
static enum zj_status check_folder(const struct cli_args *a, struct zj_arena *arena, const char ***old,
                                   int *n)
{
    *old = NULL;
    *n = 0;
    if (!cli_is_file(a->output))
        return cli_fail(a, ZJ_EUSAGE, NULL, _("name the folder of the year: '-o DIR'"));
    if (!zj_is_folder(a->output))
        return cli_check_output(a, a->output);
    if (!holds_anything(a->output))
        return ZJ_OK;
    if (!a->force)
        return cli_fail(a, ZJ_ECREATE, NULL,
                        _("the folder '%s' is not empty; '--force' replaces that of an earlier run"),
                        a->output);
    *old = year_old_files(a->output, arena, n);
    if (!*old)
        return cli_fail(a, ZJ_ECREATE, NULL,
                        _("the folder '%s' is not one that 'plan' wrote; it is left alone"), a->output);
    return ZJ_OK;
}

static enum zj_status write_year(const struct year *y, const char *const *old, int n_old)
{
    struct zj_folder_file file[YEAR_MAX_PARTS + 1];
    struct zj_err err;
    char *manifest = year_manifest(y);
    int n = 0;

    for (int i = 0; i < y->n; i++)
        if (y->part[i].file)
            file[n++] = (struct zj_folder_file){y->part[i].file, y->part[i].bytes, y->part[i].n};
    file[n++] = (struct zj_folder_file){year_manifest_name, manifest, strlen(manifest)};
    enum zj_status status = old ? zj_folder_replace(y->a->output, file, n, old, n_old, &err)
                                : zj_folder_write(y->a->output, file, n, &err);
    if (status != ZJ_OK)
        status = cli_fail(y->a, status, NULL, "%s", err.text);
    else if (y->a->json)
        fputs(manifest, stdout);
    else if (!y->a->quiet)
        year_print(stdout, y);
    free(manifest);
    return status;
}

enum zj_status cmd_plan(const struct cli_args *a)
{
    struct year *y = zj_calloc(1, sizeof *y);
    const char **old;
    int n_old;

    json_set_alloc_funcs(zj_malloc, free);
    y->a = y->staff.a = a;
    enum zj_status status = check_folder(a, &y->arena, &old, &n_old);
    if (status == ZJ_OK) {
        cli_catch_signals();
        status = cli_case_open(&y->staff.c, a, ZJ_SECONDMENT);
    }
    if (status == ZJ_OK)
        status = year_run(y);
    if (status == ZJ_OK)
        status = write_year(y, old, n_old);
    if (status == ZJ_OK)
        status = year_exit(y);
    year_release(y);
    free(y);
    return status;
}
