#include "solver/io/first_look.h"

#include "solver/base/file.h"
#include "solver/base/i18n.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

static bool ends_with(const char *name, const char *end)
{
    const size_t n = strlen(name), k = strlen(end);

    return n > k && strcasecmp(name + n - k, end) == 0;
}

/* A workbook, or a folder with instance.json. */
static bool may_be_meant(struct zj_arena *a, const char *folder, const char *name)
{
    return name[0] != '.' && name[0] != '~' &&
           (ends_with(name, ".xlsx") || access(zj_printf(a, "%s/%s/instance.json", folder, name), R_OK) == 0);
}

/* What in the folder may have been meant, first by name; NULL when nothing. In the arena. */
static const char *meant_in(struct zj_arena *a, const char *folder)
{
    const char *found = NULL;
    DIR *dir = opendir(folder);

    if (!dir)
        return NULL;
    for (struct dirent *e; (e = readdir(dir));)
        if (may_be_meant(a, folder, e->d_name) && (!found || strcmp(e->d_name, found) < 0))
            found = zj_strdup(a, e->d_name);
    closedir(dir);
    return found;
}

static enum zj_status look_at_folder(const char *path, struct zj_diag *d)
{
    const struct zj_place at = {"instance.json", 0, 0, NULL};
    const size_t n = strlen(path);
    const char *slash = n > 0 && path[n - 1] == '/' ? "" : "/";
    struct zj_arena a = {0};

    if (access(zj_printf(&a, "%s%sinstance.json", path, slash), F_OK) == 0) {
        zj_arena_release(&a);
        return ZJ_OK;
    }
    const char *meant = meant_in(&a, path);
    if (meant)
        zj_diag_add(d, ZJ_ERROR, "no_input", &at,
                    _("the folder '%s' has no instance.json; did you mean '%s%s%s'?"), path, path, slash,
                    meant);
    else
        zj_diag_add(d, ZJ_ERROR, "no_input", &at,
                    _("the folder '%s' has no instance.json; name a folder that has one, or a workbook "
                      "(.xlsx); 'zoujiao template' writes either to fill in"),
                    path);
    zj_arena_release(&a);
    return ZJ_ENOINPUT;
}

/* Files by their first bytes; a workbook is a zip archive or, when it is old, a compound file. */
static enum zj_status look_at_file(const char *path, struct zj_diag *d)
{
    const struct zj_place at = {path, 0, 0, NULL};
    char head[64] = "";
    struct stat st;
    FILE *f = stat(path, &st) == 0 && S_ISREG(st.st_mode) ? fopen(path, "r") : NULL; /* a pipe is read once */
    const size_t n = f ? fread(head, 1, sizeof head - 1, f) : 0;
    const bool is_text = n > 0 && head[0] != 'P' && (unsigned char)head[0] != 0xD0;

    if (f)
        fclose(f);
    if (strstr(head, "\"zoujiao-plan/"))
        zj_diag_add(d, ZJ_ERROR, "plan_not_instance", &at,
                    _("this is a plan; the instance, a folder or a workbook, is named first, then the plan"));
    else if (ends_with(path, ".csv") || ends_with(path, ".txt"))
        zj_diag_add(d, ZJ_ERROR, "table_not_instance", &at,
                    _("this is a single table; name the folder that holds it with instance.json"));
    else if (is_text && (ends_with(path, ".xlsx") || ends_with(path, ".xls") || ends_with(path, ".et")))
        zj_diag_add(d, ZJ_ERROR, "no_workbook", &at,
                    _("the name is that of a workbook, the content is not; open it in a spreadsheet program "
                      "and save it as .xlsx"));
    else
        return ZJ_OK;
    return ZJ_EDATA;
}

enum zj_status zj_first_look(const char *path, struct zj_diag *d)
{
    const struct zj_place at = {path, 0, 0, NULL};

    if (zj_is_folder(path))
        return look_at_folder(path, d);
    if (access(path, F_OK) == 0 || errno != ENOENT)
        return look_at_file(path, d);
    zj_diag_add(d, ZJ_ERROR, "no_input", &at,
                _("there is no folder or file of this name; name a folder with instance.json, or a workbook "
                  "(.xlsx); 'zoujiao template' writes either to fill in"));
    return ZJ_ENOINPUT;
}
