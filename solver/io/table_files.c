#include "solver/io/table_files.h"

#include "solver/base/i18n.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const char extension[] = ".csv";

static int is_table_like(const struct dirent *e)
{
    size_t n = strlen(e->d_name), len = sizeof extension - 1;

    return e->d_name[0] != '.' && n > len && strcasecmp(e->d_name + n - len, extension) == 0;
}

/* By bytes: alphasort() would follow the locale. */
static int by_bytes(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static int table_of(const char *file)
{
    for (int t = 0; t < ZJ_N_TABLES; t++)
        if (strcmp(file, zj_table_file((enum zj_table_id)t)) == 0)
            return t;
    return -1;
}

static void report_unknown(const char *file, struct zj_diag *d)
{
    struct zj_place at = {file, 0, 0, NULL};
    struct zj_arena a = {NULL};
    const char *stem = zj_strndup(&a, file, strlen(file) - (sizeof extension - 1));

    zj_diag_add(d, ZJ_ERROR, "unknown_table", &at, _("no table has this name; did you mean '%s.csv'?"),
                zj_table_nearest(stem));
    zj_arena_release(&a);
}

bool zj_find_table_files(const char *folder, bool present[ZJ_N_TABLES], struct zj_diag *d)
{
    struct dirent **list = NULL;
    int n = scandir(folder, &list, is_table_like, by_bytes);

    if (n < 0 && errno == ENOMEM)
        zj_out_of_memory();
    memset(present, 0, ZJ_N_TABLES * sizeof *present);
    if (n < 0) {
        struct zj_place at = {folder, 0, 0, NULL};
        zj_diag_add(d, ZJ_ERROR, "no_input", &at, _("the folder cannot be read: %s"), strerror(errno));
        return false;
    }
    for (int i = 0; i < n; i++) {
        int t = table_of(list[i]->d_name);
        if (t >= 0)
            present[t] = true;
        else
            report_unknown(list[i]->d_name, d);
        free(list[i]);
    }
    free(list);
    return true;
}
