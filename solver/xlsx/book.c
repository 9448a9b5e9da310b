#include "solver/xlsx/book.h"

#include "solver/base/i18n.h"
#include "solver/xlsx/book_parts.h"

#include <stdlib.h>
#include <string.h>

/* One line of a list of relations: what an id means. */
struct relation {
    const char *id, *type, *part; /* type: the last word of its name, "worksheet" */
};

/* The relations of a part; then, of the workbook, its sheets. */
struct reading {
    struct xlsx_book *b;
    const char *folder; /* parts are named from here, with a slash at the end, or "" */
    struct relation v[XLSX_MAX_ENTRIES];
    int n;
    bool stop; /* a problem was reported */
};

static enum zj_status refuse(struct xlsx_book *b, const char *why)
{
    const struct zj_place at = {b->archive.file, 0, 0, NULL};

    zj_diag_add(b->archive.d, ZJ_ERROR, "bad_workbook", &at, "%s", why);
    return ZJ_EDATA;
}

/* A part by its name seen from `folder`: "worksheets/sheet1.xml", "../x.xml" or "/xl/workbook.xml". */
static const char *resolve(struct zj_arena *a, const char *folder, const char *target)
{
    size_t n = strlen(folder);

    if (*target == '/')
        return zj_strdup(a, target + 1);
    while (strncmp(target, "../", 3) == 0 && n > 0) {
        target += 3;
        do
            n--;
        while (n > 0 && folder[n - 1] != '/');
    }
    return zj_printf(a, "%.*s%s", (int)n, folder, target);
}

static void take_relation(void *ctx, const char *name, const char **attributes)
{
    struct reading *r = ctx;
    struct zj_arena *a = &r->b->arena;
    const char *id = xlsx_attribute(attributes, "Id"), *target = xlsx_attribute(attributes, "Target");
    const char *mode = xlsx_attribute(attributes, "TargetMode"), *type = xlsx_attribute(attributes, "Type");

    if (strcmp(name, "Relationship") != 0 || !id || !target || !type || r->n == XLSX_MAX_ENTRIES ||
        (mode && strcmp(mode, "External") == 0))
        return;
    const char *slash = strrchr(type, '/');
    r->v[r->n++] = (struct relation){zj_strdup(a, id), zj_strdup(a, slash ? slash + 1 : type),
                                     resolve(a, r->folder, target)};
}

/* The relations of a part stand beside it: of xl/workbook.xml in xl/_rels/workbook.xml.rels. */
static enum zj_status read_relations(struct reading *r, const char *folder, const char *name)
{
    const struct xlsx_handler h = {take_relation, NULL, NULL, r, NULL};
    const char *part = zj_printf(&r->b->arena, "%s_rels/%s.rels", folder, name);

    r->n = 0;
    r->folder = folder;
    if (!xlsx_archive_has(&r->b->archive, part))
        return refuse(r->b, _("the file is a zip archive, but no workbook; save it as .xlsx"));
    return xlsx_part_parse(&r->b->archive, part, &h);
}

/* The first part that relates so and is there, or NULL. */
static const char *part_of_type(const struct reading *r, const char *type)
{
    for (int i = 0; i < r->n; i++)
        if (strcmp(r->v[i].type, type) == 0 && xlsx_archive_has(&r->b->archive, r->v[i].part))
            return r->v[i].part;
    return NULL;
}

static void take_sheet(struct reading *r, const char **attributes)
{
    struct xlsx_book *b = r->b;
    const char *name = xlsx_attribute(attributes, "name"), *state = xlsx_attribute(attributes, "state");
    const char *id = xlsx_attribute(attributes, "id"); /* r:id; sheetId is another and says nothing here */

    for (int i = 0; i < r->n && id && name; i++) {
        if (strcmp(r->v[i].id, id) != 0)
            continue;
        if (strcmp(r->v[i].type, "worksheet") != 0)
            return;
        if (b->n_sheets < XLSX_MAX_SHEETS && xlsx_archive_has(&b->archive, r->v[i].part)) {
            b->sheet[b->n_sheets++] = (struct xlsx_sheet){
                zj_strdup(&b->arena, name), zj_printf(&b->arena, "%s %s!", b->archive.file, name),
                r->v[i].part, state && strcmp(state, "visible") != 0};
            return;
        }
    }
    r->stop = true;
    refuse(b, _("the workbook is damaged: a sheet is missing, or there are too many"));
}

static void take_of_workbook(void *ctx, const char *name, const char **attributes)
{
    struct reading *r = ctx;

    if (strcmp(name, "workbookPr") == 0)
        r->b->from_1904 = xlsx_attribute_is_on(attributes, "date1904");
    else if (strcmp(name, "sheet") == 0)
        take_sheet(r, attributes);
}

static enum zj_status read_book(struct reading *r)
{
    struct xlsx_book *b = r->b;

    ZJ_TRY(read_relations(r, "", ""));
    const char *part = part_of_type(r, "officeDocument");
    if (!part)
        return refuse(b, _("the file is a zip archive, but no workbook; save it as .xlsx"));
    const char *slash = strrchr(part, '/');
    const char *folder = slash ? zj_strndup(&b->arena, part, (size_t)(slash - part) + 1) : "";
    ZJ_TRY(read_relations(r, folder, slash ? slash + 1 : part));
    b->sheet = zj_alloc_n(&b->arena, XLSX_MAX_SHEETS, sizeof *b->sheet);
    b->links = xlsx_archive_has_prefix(&b->archive, "xl/externalLinks/");
    const struct xlsx_handler h = {take_of_workbook, NULL, NULL, r, &r->stop};
    ZJ_TRY(xlsx_part_parse(&b->archive, part, &h));
    if (r->stop)
        return ZJ_EDATA;
    if (b->n_sheets == 0)
        return refuse(b, _("the workbook has no sheet"));
    const char *styles = part_of_type(r, "styles"), *strings = part_of_type(r, "sharedStrings");
    if (styles)
        ZJ_TRY(xlsx_read_styles(b, styles));
    return strings ? xlsx_read_strings(b, strings) : ZJ_OK;
}

bool xlsx_is_zip(const char *bytes, size_t n)
{
    return n >= 4 && memcmp(bytes, "PK\x03\x04", 4) == 0;
}

bool xlsx_is_old(const char *bytes, size_t n)
{
    return n >= 8 && memcmp(bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) == 0;
}

enum zj_status xlsx_open(struct xlsx_book *b, const char *bytes, size_t n, const char *file,
                         struct zj_diag *d)
{
    memset(b, 0, sizeof *b);
    ZJ_TRY(xlsx_archive_open(&b->archive, bytes, n, file, d));
    struct reading *r = zj_calloc(1, sizeof *r);
    r->b = b;
    enum zj_status st = read_book(r);
    free(r);
    return st;
}

void xlsx_close(struct xlsx_book *b)
{
    xlsx_archive_close(&b->archive);
    free(b->string);
    free(b->is_date);
    zj_arena_release(&b->arena);
}
