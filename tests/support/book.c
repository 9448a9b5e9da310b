#include "tests/support/book.h"

#include "solver/xlsx/book.h"
#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

#define MAIN      "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE   "http://schemas.openxmlformats.org/package/2006/relationships"
#define XML       "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

enum { MAX_SHEETS = 24 };

/* Styles 0 plain, 1 a date, 2 a time. */
static const char styles[] =
    XML "<styleSheet xmlns=\"" MAIN "\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" "
        "formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/></numFmts>"
        "<cellStyleXfs count=\"1\"><xf numFmtId=\"14\"/></cellStyleXfs>"
        "<cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf "
        "numFmtId=\"20\"/></cellXfs></styleSheet>";

static const char strings[] =
    XML "<sst xmlns=\"" MAIN "\"><si><t>音乐</t></si><si><r><t>城</t></r><r><rPr><b/></rPr><t>东</t></r></si>"
        "<si><t>重庆</t><rPh sb=\"0\" eb=\"2\"><t>chóng</t></rPh></si><si><t xml:space=\"preserve\"> "
        "a_x0041_ </t></si></sst>";

static const char root[] =
    XML "<Relationships xmlns=\"" PACKAGE "\"><Relationship Id=\"rId1\" Type=\"" RELATIONS
        "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";

static const char types[] =
    XML "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
        "Extension=\"xml\" "
        "ContentType=\"application/xml\"/></Types>";

static void put_escaped(FILE *out, const char *s, int n)
{
    for (int i = 0; i < n; i++) {
        const char *entity = s[i] == '<' ? "&lt;" : s[i] == '&' ? "&amp;" : NULL;
        if (entity)
            fputs(entity, out);
        else
            fputc(s[i], out);
    }
}

static void put_value(FILE *out, const char *attributes, const char *s, int n)
{
    fprintf(out, " %s><v>", attributes);
    put_escaped(out, s, n);
    fputs("</v></c>", out);
}

static void put_cell(FILE *out, int row, int column, const char *s, int n)
{
    if (n == 0)
        return;
    fprintf(out, "<c r=\"%c%d\"", 'A' + column, row);
    switch (*s) {
    case '#':
        put_value(out, "", s + 1, n - 1);
        break;
    case '@':
        put_value(out, "s=\"1\"", s + 1, n - 1);
        break;
    case '%':
        put_value(out, "s=\"2\"", s + 1, n - 1);
        break;
    case '?':
        put_value(out, "t=\"b\"", s + 1, n - 1);
        break;
    case '!':
        put_value(out, "t=\"e\"", s + 1, n - 1);
        break;
    case '~':
        put_value(out, "t=\"s\"", s + 1, n - 1);
        break;
    case '=':
        fprintf(out, "><f>%.*s</f></c>", n - 1, s + 1);
        break;
    default:
        fputs(" t=\"inlineStr\"><is><t>", out);
        put_escaped(out, s, n);
        fputs("</t></is></c>", out);
    }
}

char *book_sheet_xml(const struct book_sheet *s)
{
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    int row = 1;

    fprintf(out, XML "<worksheet xmlns=\"" MAIN "\">%s<sheetData>", s->before ? s->before : "");
    for (const char *line = s->rows; *line; row++) {
        fprintf(out, "<row r=\"%d\">", row);
        for (int column = 0;; column++) {
            int n = (int)strcspn(line, "|\n");
            put_cell(out, row, column, line, n);
            line += n;
            if (*line != '|')
                break;
            line++;
        }
        line += *line == '\n';
        fputs("</row>", out);
    }
    fprintf(out, "</sheetData>%s</worksheet>", s->after ? s->after : "");
    fclose(out);
    return text;
}

char *book_zip(const struct book_part *part, int n, size_t *size)
{
    zip_error_t e;
    zip_stat_t st;

    zip_error_init(&e);
    zip_source_t *to = zip_source_buffer_create(NULL, 0, 0, &e);
    zip_t *zip = zip_open_from_source(to, ZIP_TRUNCATE, &e);
    assert_non_null(zip);
    zip_source_keep(to);
    for (int i = 0; i < n; i++) {
        zip_source_t *from = zip_source_buffer(zip, part[i].bytes, part[i].n, 0);
        zip_int64_t at = zip_file_add(zip, part[i].name, from, ZIP_FL_ENC_UTF_8);
        assert_true(at >= 0);
        if (part[i].stored)
            zip_set_file_compression(zip, (zip_uint64_t)at, ZIP_CM_STORE, 0);
    }
    assert_int_equal(zip_close(zip), 0);
    assert_int_equal(zip_source_stat(to, &st), 0);
    char *bytes = malloc(st.size + 1);
    zip_source_open(to);
    assert_int_equal(zip_source_read(to, bytes, st.size), st.size);
    zip_source_close(to);
    zip_source_free(to);
    zip_error_fini(&e);
    *size = st.size;
    return bytes;
}

/* xl/workbook.xml and its relations. */
static void make_lists(const struct book_sheet *sheet, int n, const char *workbook_pr, char **book,
                       char **relations)
{
    size_t size;
    FILE *b = open_memstream(book, &size), *r = open_memstream(relations, &size);

    fprintf(b, XML "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" RELATIONS "\"><workbookPr %s/><sheets>",
            workbook_pr ? workbook_pr : "");
    fputs(XML "<Relationships xmlns=\"" PACKAGE "\">", r);
    for (int i = 0; i < n; i++) {
        fprintf(b, "<sheet name=\"%s\" sheetId=\"%d\" state=\"%s\" r:id=\"s%d\"/>", sheet[i].name, i + 1,
                sheet[i].state ? sheet[i].state : "visible", i);
        fprintf(r,
                "<Relationship Id=\"s%d\" Type=\"" RELATIONS
                "/worksheet\" Target=\"worksheets/sheet%d.xml\"/>",
                i, i);
    }
    fputs("<Relationship Id=\"st\" Type=\"" RELATIONS "/styles\" Target=\"styles.xml\"/>"
          "<Relationship Id=\"sh\" Type=\"" RELATIONS "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
          "</Relationships>",
          r);
    fputs("</sheets></workbook>", b);
    fclose(b);
    fclose(r);
}

char *book_make(const struct book_sheet *sheet, int n, const char *workbook_pr, size_t *size)
{
    enum { OWN = 6 };
    struct book_part part[OWN + MAX_SHEETS];
    char name[MAX_SHEETS][64], *book, *relations;

    assert_true(n <= MAX_SHEETS);
    make_lists(sheet, n, workbook_pr, &book, &relations);
    part[0] = (struct book_part){"[Content_Types].xml", types, strlen(types), 0};
    part[1] = (struct book_part){"_rels/.rels", root, strlen(root), 0};
    part[2] = (struct book_part){"xl/workbook.xml", book, strlen(book), 0};
    part[3] = (struct book_part){"xl/_rels/workbook.xml.rels", relations, strlen(relations), 0};
    part[4] = (struct book_part){"xl/styles.xml", styles, strlen(styles), 0};
    part[5] = (struct book_part){"xl/sharedStrings.xml", strings, strlen(strings), 0};
    for (int i = 0; i < n; i++) {
        char *xml = book_sheet_xml(&sheet[i]);
        snprintf(name[i], sizeof name[i], "xl/worksheets/sheet%d.xml", i);
        part[OWN + i] = (struct book_part){name[i], xml, strlen(xml), 0};
    }
    char *bytes = book_zip(part, OWN + n, size);
    for (int i = 0; i < n; i++)
        free((char *)(uintptr_t)part[OWN + i].bytes);
    free(book);
    free(relations);
    return bytes;
}

void book_write(const char *name, const char *bytes, size_t n)
{
    FILE *f = fopen(scratch_path(name), "w");

    if (!f || fwrite(bytes, 1, n, f) != n || fclose(f) != 0)
        fail_msg("cannot write %s", name);
}

char *book_read_part(const char *path, const char *part)
{
    int error;
    zip_stat_t st;
    zip_t *zip = zip_open(path, ZIP_RDONLY, &error);
    char *text = NULL;

    if (!zip)
        fail_msg("%s is no archive", path);
    if (zip_stat(zip, part, 0, &st) == 0) {
        zip_file_t *f = zip_fopen(zip, part, 0);
        text = malloc(st.size + 1);
        assert_int_equal(zip_fread(f, text, st.size), st.size);
        text[st.size] = '\0';
        zip_fclose(f);
    }
    zip_discard(zip);
    return text;
}

int book_texts(const char *path, struct zj_intern *texts, struct zj_arena *arena)
{
    struct zj_diag d = {0};
    struct xlsx_book book;
    size_t size;
    char *bytes = slurp_bytes(path, &size);

    assert_int_equal(xlsx_open(&book, bytes, size, path, &d), ZJ_OK);
    const int n = book.n_sheets;
    for (int i = 0; i < n; i++) {
        struct xlsx_cells cells;
        assert_int_equal(xlsx_read_sheet(&book, i, &cells), ZJ_OK);
        for (int k = 0; k < cells.n; k++)
            if (cells.v[k].kind == XLSX_TEXT)
                zj_intern(texts, arena, cells.v[k].text);
        xlsx_cells_release(&cells);
    }
    xlsx_close(&book);
    zj_diag_release(&d);
    free(bytes);
    return n;
}
