#include "solver/cli/output.h"

#include "solver/base/file.h"
#include "solver/base/i18n.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool cli_is_file(const char *path)
{
    return path && strcmp(path, "-") != 0;
}

enum zj_status cli_check_output(const struct cli_args *a, const char *path)
{
    const char *slash;
    struct zj_arena arena = {0};

    if (!cli_is_file(path))
        return ZJ_OK;
    if (zj_is_folder(path))
        return cli_fail(a, ZJ_ECREATE, NULL, _("cannot write '%s': it is a folder"), path);
    slash = strrchr(path, '/');
    const char *folder = slash ? zj_strndup(&arena, path, (size_t)(slash - path) + 1) : ".";
    errno = 0;
    bool writable = zj_is_folder(folder) && access(folder, W_OK | X_OK) == 0;
    int error = errno ? errno : ENOTDIR;
    zj_arena_release(&arena);
    if (!writable && access(path, W_OK) != 0)
        return cli_fail(a, ZJ_ECREATE, NULL, _("cannot write '%s': %s"), path, strerror(error));
    return ZJ_OK;
}

void cli_text_open(struct cli_text *t)
{
    t->out = open_memstream(&t->bytes, &t->n);
    if (!t->out)
        zj_out_of_memory();
}

enum zj_status cli_text_give(struct cli_text *t, const struct cli_args *a)
{
    enum zj_status status = ZJ_OK;
    struct zj_err err;

    if (fclose(t->out) != 0)
        zj_out_of_memory();
    if (cli_is_file(a->output))
        status = zj_file_write(a->output, t->bytes, t->n, &err);
    else
        fwrite(t->bytes, 1, t->n, stdout);
    free(t->bytes);
    return status == ZJ_OK ? ZJ_OK : cli_fail(a, status, NULL, "%s", err.text);
}
