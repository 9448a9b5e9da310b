/*
 * test_xlsx_hostile.c - files that are no workbooks, broken ones, and those made to do harm: each is
 * refused with a reason, quickly and within bounds; no change of bytes makes the reader stumble.
 */
#include "solver/base/i18n.h"
#include "solver/io/read.h"
#include "solver/xlsx/book.h"
#include "tests/support/book.h"
#include "tests/support/cmocka.h"
#include "tests/support/program.h"
#include "tests/support/rng.h"
#include "tests/support/sanitized.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PLAIN "学校编号|学校|学段|共同体|角色\nS01|城东小学|小学|城东|牵头\n"

/* Read every sheet; what is said, on the heap. */
static char *read_bytes(const char *bytes, size_t n, bool *fine)
{
    struct zj_diag d = {0};
    struct xlsx_book book;
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);

    *fine = xlsx_open(&book, bytes, n, "b.xlsx", &d) == ZJ_OK;
    for (int i = 0; i < book.n_sheets; i++) {
        struct xlsx_cells c;
        *fine = xlsx_read_sheet(&book, i, &c) == ZJ_OK && *fine;
        xlsx_cells_release(&c);
    }
    assert_true(*fine == (d.n_errors == 0));
    zj_diag_print(&d, out, 0);
    fclose(out);
    xlsx_close(&book);
    zj_diag_release(&d);
    return text;
}

static void expect(const char *why, const char *bytes, size_t n, const char *part)
{
    bool fine;
    char *text = read_bytes(bytes, n, &fine);

    if (fine || !contains(text, part))
        fail_msg("%s: '%s' instead of '%s'", why, text, part);
    free(text);
}

/* A workbook with one part in place of, or beside, its own. */
static char *with_part(const char *name, const char *text, size_t *n)
{
    static const char *const names[] = {"_rels/.rels",   "xl/workbook.xml",      "xl/_rels/workbook.xml.rels",
                                        "xl/styles.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet0.xml"};
    enum { N = sizeof names / sizeof names[0] };
    const struct book_sheet sheet = {.name = "学校", .rows = PLAIN};
    struct book_part part[N + 1];
    size_t size;
    char *bytes = book_make(&sheet, 1, NULL, &size), *own[N];
    bool replaced = false;

    book_write("own.xlsx", bytes, size);
    for (int i = 0; i < N; i++) {
        bool same = strcmp(names[i], name) == 0;
        own[i] = book_read_part(scratch_path("own.xlsx"), names[i]);
        replaced |= same;
        part[i] = (struct book_part){names[i], same ? text : own[i], strlen(same ? text : own[i]), 0};
    }
    part[N] = (struct book_part){name, text, strlen(text), 0};
    char *made = book_zip(part, N + !replaced, n);
    for (int i = 0; i < N; i++)
        free(own[i]);
    free(bytes);
    return made;
}

static const struct {
    const char *why, *part, *text, *said;
} broken[] = {
    {"a document type", "xl/worksheets/sheet0.xml",
     "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><worksheet><sheetData/></worksheet>",
     "it has a document type"},
    {"an entity from a file", "xl/sharedStrings.xml",
     "<!DOCTYPE sst [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><sst><si><t>&x;</t></si></sst>",
     "it has a document type"},
    {"XML that is none", "xl/worksheets/sheet0.xml", "<worksheet><sheetData></worksheet>",
     "cannot be read: mismatched tag"},
    {"an empty part", "xl/workbook.xml", "", "cannot be read: no element found"},
    {"a text that is not there", "xl/worksheets/sheet0.xml",
     "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row></sheetData></worksheet>",
     "b.xlsx 学校!A1: the cell's value cannot be read"},
    {"a number that is none", "xl/worksheets/sheet0.xml",
     "<worksheet><sheetData><row r=\"1\"><c r=\"B1\"><v>0x10</v></c></row></sheetData></worksheet>",
     "b.xlsx 学校!B1: the cell's value cannot be read"},
    {"a row far below", "xl/worksheets/sheet0.xml",
     "<worksheet><sheetData><row r=\"99999999\"><c><v>1</v></c></row></sheetData></worksheet>",
     "not in order"},
    {"a column far to the right", "xl/worksheets/sheet0.xml",
     "<worksheet><sheetData><row r=\"1\"><c r=\"ZZZ1\"><v>1</v></c></row></sheetData></worksheet>",
     "not in order"},
    {"cells backwards", "xl/worksheets/sheet0.xml",
     "<worksheet><sheetData><row r=\"1\"><c r=\"B1\"><v>1</v></c><c "
     "r=\"A1\"><v>1</v></c></row></sheetData></worksheet>",
     "not in order"},
    {"merged cells without end", "xl/worksheets/sheet0.xml",
     "<worksheet><sheetData/><mergeCells><mergeCell ref=\"A1:\"/></mergeCells></worksheet>", "merged cells"},
    {"a type that nobody knows", "xl/worksheets/sheet0.xml",
     "<worksheet><sheetData><row><c t=\"abcdefghijklmnop\"><v>1</v></c></row></sheetData></worksheet>",
     "unknown type"},
    {"a sheet that is not there", "xl/workbook.xml",
     "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"none\"/></sheets></workbook>",
     "a sheet is missing"},
    {"no sheet", "xl/workbook.xml", "<workbook/>", "the workbook has no sheet"},
    {"no workbook", "_rels/.rels", "<Relationships/>", "a zip archive, but no workbook"},
    {"a name that climbs", "xl/../../evil.xml", "<x/>", "leads out of it"},
    {"an absolute name", "/etc/evil.xml", "<x/>", "leads out of it"},
    {"a drive", "C:\\evil.xml", "<x/>", "leads out of it"},
};

static void what_is_broken_is_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
        size_t n;
        char *bytes = with_part(broken[i].part, broken[i].text, &n);
        expect(broken[i].why, bytes, n, broken[i].said);
        free(bytes);
    }
    expect("not a zip archive", "PK\x03\x04 and then nothing", 22, "damaged");
}

/* Eight MiB of blanks, which pack to less than a hundredth. */
static void bombs_are_defused(void **state)
{
    enum { BOMB = 8 * 1024 * 1024 };
    static const char head[] = "<worksheet><sheetData>";
    char *text = malloc(BOMB + 1);
    size_t n;

    (void)state;
    memset(text, ' ', BOMB);
    memcpy(text, head, sizeof head - 1);
    text[BOMB] = '\0';
    char *bytes = with_part("xl/worksheets/sheet0.xml", text, &n);
    assert_true(n < BOMB / 100);
    expect("a bomb", bytes, n, "unpacks to more than 100 times its size");
    free(bytes);
    free(text);
}

static void deep_nesting_is_refused(void **state)
{
    enum { DEPTH = 100 };
    char text[DEPTH * 3 + 1] = "";
    size_t n;

    (void)state;
    for (int i = 0; i < DEPTH; i++)
        strcat(text, "<a>");
    char *bytes = with_part("xl/worksheets/sheet0.xml", text, &n);
    expect("depth", bytes, n, "nested too deeply");
    free(bytes);
}

static void too_many_parts_are_refused(void **state)
{
    enum { PARTS = XLSX_MAX_ENTRIES + 1 };
    struct book_part *part = calloc(PARTS, sizeof *part);
    char(*name)[16] = calloc(PARTS, sizeof *name);
    size_t n;

    (void)state;
    for (int i = 0; i < PARTS; i++) {
        snprintf(name[i], sizeof name[i], "p%d", i);
        part[i] = (struct book_part){name[i], "x", 1, 1};
    }
    char *bytes = book_zip(part, PARTS, &n);
    expect("parts", bytes, n, "more than 1000 parts");
    free(bytes);
    free(part);
    free(name);
}

static void other_files_are_told_apart(void **state)
{
    struct program p;

    (void)state;
    book_write("old.xlsx", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on", 18);
    program_run(&p, "lint", scratch_path("old.xlsx"), NULL);
    assert_int_equal(p.code, ZJ_EDATA);
    assert_true(contains(p.out, "old workbook (.xls, .et), or one with a password"));
    program_release(&p);
}

/*
 * Bytes of the archive, and of the sheet inside of it, changed at random: whatever comes of it, nothing
 * is read beyond its end (which the sanitizers see), and what is refused is refused with a reason.
 */
static void changed_bytes_do_no_harm(void **state)
{
    const int trials = SANITIZED ? 400 : 2000;
    const struct book_sheet sheet = {.name = "学校",
                                     .rows = PLAIN "S02|~1|@45000|#1.5|?1\n",
                                     .after = "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>"};
    struct rng rng = rng_make(20261122, 0);
    size_t n;
    char *bytes = book_make(&sheet, 1, NULL, &n), *xml = book_sheet_xml(&sheet);
    size_t xml_n = strlen(xml);
    int refused = 0;

    (void)state;
    for (int i = 0; i < trials; i++) {
        bool inside = i % 2, fine;
        size_t size = inside ? xml_n : n, made_n;
        char *copy = malloc(size + 1), *made = copy;
        memcpy(copy, inside ? xml : bytes, size);
        copy[size] = '\0';
        for (int k = rng_in(&rng, 1, 4); k > 0; k--)
            copy[rng_in(&rng, 0, (int)size - 1)] = (char)rng_in(&rng, 1, 255);
        made_n = i % 5 == 0 ? (size_t)rng_in(&rng, 0, (int)size) : size;
        if (inside) {
            copy[made_n] = '\0';
            made = with_part("xl/worksheets/sheet0.xml", copy, &made_n);
        }
        char *text = read_bytes(made, made_n, &fine);
        refused += !fine;
        free(text);
        if (inside)
            free(made);
        free(copy);
    }
    assert_true(refused > trials / 4);
    free(bytes);
    free(xml);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_broken_is_refused),  cmocka_unit_test(bombs_are_defused),
        cmocka_unit_test(deep_nesting_is_refused),    cmocka_unit_test(too_many_parts_are_refused),
        cmocka_unit_test(other_files_are_told_apart), cmocka_unit_test(changed_bytes_do_no_harm),
    };

    zj_i18n_init("en");
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    scratch_remove();
    return failed;
}
