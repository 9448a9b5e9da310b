#include "solver/xlsx/archive.h"

#include "solver/base/i18n.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

#define REPORT(a, code, ...)                                                                                 \
    do {                                                                                                     \
        const struct zj_place report_at = {(a)->file, 0, 0, NULL};                                           \
        zj_diag_add((a)->d, ZJ_ERROR, (code), &report_at, __VA_ARGS__);                                      \
    } while (0)

/* libzip's reason, unless it is a lack of memory. */
static const char *reason(zip_error_t *e)
{
    if (zip_error_code_zip(e) == ZIP_ER_MEMORY)
        zj_out_of_memory();
    return zip_error_strerror(e);
}

/* Is ".." one of the name's folders? */
static bool climbs(const char *name)
{
    for (const char *s = name; s; s = strchr(s, '/')) {
        s += *s == '/';
        if (strncmp(s, "..", 2) == 0 && (s[2] == '/' || s[2] == '\0'))
            return true;
    }
    return false;
}

static int by_bytes(const void *x, const void *y)
{
    return strcmp(*(const char *const *)x, *(const char *const *)y);
}

/* Names that no program writes are those of an attack, or of a file that is no workbook. */
static bool check_names(struct xlsx_archive *a)
{
    zip_int64_t n = zip_get_num_entries(a->zip, 0);
    bool fine = n <= XLSX_MAX_ENTRIES;

    if (!fine) {
        REPORT(a, "zip_entries", _("the workbook has more than %d parts"), XLSX_MAX_ENTRIES);
        return false;
    }
    const char **name = zj_calloc((size_t)n, sizeof *name);
    for (zip_int64_t i = 0; i < n; i++) {
        const char *s = zip_get_name(a->zip, (zip_uint64_t)i, ZIP_FL_ENC_RAW);
        name[i] = s ? s : "";
        if (*name[i] == '/' || strchr(name[i], '\\') || strchr(name[i], ':') || climbs(name[i]))
            fine = false;
    }
    qsort(name, (size_t)n, sizeof *name, by_bytes);
    for (zip_int64_t i = 1; i < n; i++)
        fine = fine && strcmp(name[i - 1], name[i]) != 0;
    free(name);
    if (!fine)
        REPORT(a, "zip_names",
               _("a part of the workbook has a name that leads out of it, or that of another part"));
    return fine;
}

enum zj_status xlsx_archive_open(struct xlsx_archive *a, const char *bytes, size_t n, const char *file,
                                 struct zj_diag *d)
{
    zip_error_t e;

    *a = (struct xlsx_archive){.file = file, .d = d};
    zip_error_init(&e);
    zip_source_t *source = zip_source_buffer_create(bytes, n, 0, &e);
    if (source)
        a->zip = zip_open_from_source(source, ZIP_RDONLY, &e);
    if (!a->zip) {
        REPORT(a, "bad_zip", _("the workbook is damaged, or is none: %s"), reason(&e));
        if (source)
            zip_source_free(source);
    }
    zip_error_fini(&e);
    return a->zip && check_names(a) ? ZJ_OK : ZJ_EDATA;
}

void xlsx_archive_close(struct xlsx_archive *a)
{
    if (a->zip)
        zip_discard(a->zip);
    a->zip = NULL;
}

bool xlsx_archive_has(const struct xlsx_archive *a, const char *part)
{
    return zip_name_locate(a->zip, part, ZIP_FL_ENC_RAW) >= 0;
}

bool xlsx_archive_has_prefix(const struct xlsx_archive *a, const char *prefix)
{
    zip_int64_t n = zip_get_num_entries(a->zip, 0);

    for (zip_int64_t i = 0; i < n; i++) {
        const char *name = zip_get_name(a->zip, (zip_uint64_t)i, ZIP_FL_ENC_RAW);
        if (name && strncmp(name, prefix, strlen(prefix)) == 0)
            return true;
    }
    return false;
}

static void report_damage(struct xlsx_entry *e, const char *why)
{
    REPORT(e->archive, "bad_part", _("the part '%s' of the workbook cannot be unpacked: %s"), e->name, why);
}

enum zj_status xlsx_entry_open(struct xlsx_entry *e, struct xlsx_archive *a, const char *name)
{
    zip_stat_t st;

    *e = (struct xlsx_entry){.archive = a, .name = name};
    zip_int64_t i = zip_name_locate(a->zip, name, ZIP_FL_ENC_RAW);
    if (i >= 0 && zip_stat_index(a->zip, (zip_uint64_t)i, 0, &st) == 0 && (st.valid & ZIP_STAT_COMP_SIZE)) {
        e->packed = st.comp_size;
        e->file = zip_fopen_index(a->zip, (zip_uint64_t)i, 0);
    }
    if (e->file)
        return ZJ_OK;
    report_damage(e, reason(zip_get_error(a->zip)));
    return ZJ_EDATA;
}

int xlsx_entry_read(struct xlsx_entry *e, void *buffer, int room)
{
    zip_int64_t n = zip_fread(e->file, buffer, (zip_uint64_t)room);

    if (n < 0) {
        report_damage(e, reason(zip_file_get_error(e->file)));
        return -1;
    }
    e->unpacked += (uint64_t)n;
    e->archive->unpacked += (uint64_t)n;
    if (e->archive->unpacked > XLSX_MAX_UNPACKED) {
        REPORT(e->archive, "zip_bomb", _("the workbook unpacks to more than %d MiB"),
               XLSX_MAX_UNPACKED / (1024 * 1024));
        return -1;
    }
    if (e->unpacked > XLSX_FREE_BYTES && e->unpacked / XLSX_MAX_RATIO > e->packed) {
        REPORT(e->archive, "zip_bomb",
               _("the part '%s' of the workbook unpacks to more than %d times its size"), e->name,
               XLSX_MAX_RATIO);
        return -1;
    }
    return (int)n;
}

void xlsx_entry_close(struct xlsx_entry *e)
{
    if (e->file)
        zip_fclose(e->file);
    e->file = NULL;
}
