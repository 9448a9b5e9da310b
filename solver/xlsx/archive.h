/*
 * archive.h - the zip archive that a workbook is, with limits that no honest workbook meets.
 *
 * At most XLSX_MAX_ENTRIES entries; no name twice, absolute or with ".."; all that is read unpacks to at
 * most XLSX_MAX_UNPACKED bytes, and no part to more than XLSX_MAX_RATIO times what it is packed, once it
 * is longer than XLSX_FREE_BYTES. Parts are unpacked piece by piece, never to disk.
 */
#ifndef ZJ_XLSX_ARCHIVE_H
#define ZJ_XLSX_ARCHIVE_H

#include "solver/base/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    XLSX_MAX_ENTRIES = 1000,
    XLSX_MAX_UNPACKED = 256 * 1024 * 1024, /* bytes */
    XLSX_MAX_RATIO = 100,
    XLSX_FREE_BYTES = 100 * 1024
};

struct xlsx_archive {
    struct zip *zip;   /* of libzip */
    const char *file;  /* name in messages; borrowed */
    struct zj_diag *d; /* borrowed: where problems go */
    uint64_t unpacked; /* bytes so far */
};

/* n bytes, borrowed until the close. ZJ_EDATA with the problem in d. The caller closes in every case. */
enum zj_status xlsx_archive_open(struct xlsx_archive *a, const char *bytes, size_t n, const char *file,
                                 struct zj_diag *d) ZJ_MUST_CHECK;
void xlsx_archive_close(struct xlsx_archive *a);

/* Is there a part of this name? (Names of parts are compared as they stand, without a slash in front.) */
bool xlsx_archive_has(const struct xlsx_archive *a, const char *part);
/* Is there a part whose name begins so? */
bool xlsx_archive_has_prefix(const struct xlsx_archive *a, const char *prefix);

/* A part that is being unpacked. */
struct xlsx_entry {
    struct xlsx_archive *archive;
    const char *name; /* borrowed */
    struct zip_file *file;
    uint64_t packed, unpacked; /* bytes; unpacked so far */
};

/* Open a part that exists. ZJ_EDATA with the problem reported. */
enum zj_status xlsx_entry_open(struct xlsx_entry *e, struct xlsx_archive *a, const char *name) ZJ_MUST_CHECK;
/* Up to `room` more bytes; 0 = the end, -1 = damaged or over a limit, which is reported. */
int xlsx_entry_read(struct xlsx_entry *e, void *buffer, int room);
void xlsx_entry_close(struct xlsx_entry *e);

#endif
