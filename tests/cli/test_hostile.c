/*
 * test_hostile.c - a hundred hostile names in every output: each stays the text that it is, and nothing else.
 */
#include "tests/support/book.h"
#include "tests/support/cmocka.h"
#include "tests/support/hostile.h"
#include "tests/support/program.h"

#include <csv.h>
#include <expat.h>
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char folder[120], plan[120];

static int solve(void **state)
{
    (void)state;
    assert_true(hostile_count() >= 100);
    snprintf(folder, sizeof folder, "%s", hostile_county());
    snprintf(plan, sizeof plan, "%s", scratch_path("plan.json"));
    program_expect(0, "secondment", folder, "-q", "-o", plan, NULL);
    return 0;
}

/* ---- HTML --------------------------------------------------------------------------------------------- */

struct text {
    char *v; /* what stands between tags and in attributes, with newlines between; heap */
    size_t n;
    int scripts;
};

static void add_text(struct text *t, const char *text, size_t n)
{
    t->v = realloc(t->v, t->n + n + 2);
    memcpy(t->v + t->n, text, n);
    t->n += n;
    t->v[t->n] = '\0';
}

static void on_text(void *ctx, const XML_Char *text, int n)
{
    add_text(ctx, text, (size_t)n);
}

static void on_start(void *ctx, const XML_Char *name, const XML_Char **attribute)
{
    struct text *t = ctx;

    t->scripts += strcmp(name, "script") == 0;
    assert_true(strcmp(name, "img") != 0 && strcmp(name, "iframe") != 0);
    for (; *attribute; attribute += 2) {
        assert_true(strncmp(attribute[0], "on", 2) != 0);
        assert_null(strstr(attribute[1], "javascript:alert") == attribute[1] ? attribute[1] : NULL);
        add_text(t, "\n", 1);
        add_text(t, attribute[1], strlen(attribute[1]));
    }
    add_text(t, "\n", 1);
}

static void on_end(void *ctx, const XML_Char *name)
{
    (void)name;
    add_text(ctx, "\n", 1);
}

/* Is the name there as text? A page shows control and invisible characters by their numbers. */
static bool is_shown(const char *name)
{
    return !strstr(name, "\xE2\x80\x8B");
}

static void check_page(const char *option, int scripts)
{
    const char *path = scratch_path("page.html");
    struct text t = {NULL, 0, 0};
    XML_Parser parser = XML_ParserCreate("UTF-8");

    program_expect(0, "report", folder, plan, option, path, NULL);
    char *page = slurp(path);
    XML_SetUserData(parser, &t);
    XML_SetCharacterDataHandler(parser, on_text);
    XML_SetElementHandler(parser, on_start, on_end);
    if (XML_Parse(parser, page, (int)strlen(page), 1) != XML_STATUS_OK)
        fail_msg("%s, line %lu: %s", option, (unsigned long)XML_GetCurrentLineNumber(parser),
                 XML_ErrorString(XML_GetErrorCode(parser)));
    XML_ParserFree(parser);
    assert_int_equal(t.scripts, scripts);
    for (int i = 0; hostile_names[i]; i++)
        if (is_shown(hostile_names[i]) && !strstr(t.v, hostile_names[i]))
            fail_msg("%s: '%s' is not there", option, hostile_names[i]);
    free(t.v);
    free(page);
}

static void pages(void **state)
{
    (void)state;
    check_page("--html", 1);
    check_page("--notice", 0);
}

/* ---- CSV ---------------------------------------------------------------------------------------------- */

static void on_cell(void *bytes, size_t n, void *ctx)
{
    struct text *t = ctx;

    assert_true(n == 0 || !strchr("=+@\t\r\n", *(char *)bytes));
    add_text(t, "\n", 1);
    add_text(t, bytes, n);
    add_text(t, "\n", 1);
}

/* Each name is a cell, with the apostrophe that keeps a spreadsheet from calculating it. */
static void tables(void **state)
{
    struct text t = {NULL, 0, 0};
    struct csv_parser parser;
    char cell[400];

    (void)state;
    program_expect(0, "report", folder, plan, "--csv", scratch_path("csv"), NULL);
    char *table = slurp(scratch_path("csv/overview.csv"));
    csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
    assert_int_equal(csv_parse(&parser, table + 3, strlen(table) - 3, on_cell, NULL, &t), strlen(table) - 3);
    assert_int_equal(csv_fini(&parser, on_cell, NULL, &t), 0);
    csv_free(&parser);
    for (int i = 0; hostile_names[i]; i++) {
        const bool guard = strchr("=+-@", hostile_names[i][0]);
        snprintf(cell, sizeof cell, "\n%s%s\n", guard ? "'" : "", hostile_names[i]);
        if (!strstr(t.v, cell))
            fail_msg("no cell '%s'", hostile_names[i]);
    }
    free(t.v);
    free(table);
}

/* ---- workbook ----------------------------------------------------------------------------------------- */

/* A cell of text each, no formula and no link to anywhere. */
static void workbooks(void **state)
{
    const char *path = scratch_path("out.xlsx");
    struct zj_intern cells = {0};
    struct zj_arena arena = {0};

    (void)state;
    program_expect(0, "report", folder, plan, "--xlsx", path, NULL);
    const int n = book_texts(path, &cells, &arena);
    for (int i = 0; hostile_names[i]; i++)
        if (zj_intern_find(&cells, hostile_names[i]) < 0)
            fail_msg("no cell '%s'", hostile_names[i]);
    for (int k = 1; k <= n; k++) {
        char part[64];
        snprintf(part, sizeof part, "xl/worksheets/sheet%d.xml", k);
        char *xml = book_read_part(path, part);
        assert_non_null(xml);
        if (contains(xml, "<f>") || contains(xml, "<hyperlink"))
            fail_msg("a formula or link in %s", part);
        free(xml);
    }
    zj_intern_release(&cells);
    zj_arena_release(&arena);
}

/* ---- calendars ---------------------------------------------------------------------------------------- */

static void calendars(void **state)
{
    int n = 0;
    char path[60];

    (void)state;
    program_expect(0, "report", folder, plan, "--ics", scratch_path("ics"), "--lang", "en", NULL);
    for (int i = 0; hostile_names[i]; i++) {
        snprintf(path, sizeof path, "ics/T%03d.ics", i + 1);
        char *text = slurp(scratch_path(path));
        if (!text)
            continue;
        icalcomponent *all = icalparser_parse_string(text);
        assert_non_null(all);
        assert_int_equal(icalcomponent_count_errors(all), 0);
        assert_int_equal(icalcomponent_count_components(all, ICAL_VEVENT_COMPONENT), 1);
        icalcomponent *event = icalcomponent_get_first_component(all, ICAL_VEVENT_COMPONENT);
        const char *place = icalcomponent_get_location(event);
        int k = 0;
        while (hostile_names[k] && strcmp(hostile_names[k], place) != 0)
            k++;
        if (!hostile_names[k])
            fail_msg("'%s' is nobody's name", place);
        icalcomponent_free(all);
        free(text);
        n++;
    }
    assert_int_equal(n, hostile_count());
}

/* ---- terminal ----------------------------------------------------------------------------------------- */

static void terminals(void **state)
{
    struct program p;

    (void)state;
    program_run(&p, "secondment", folder, "--verbose", "-o", scratch_path("again.json"), NULL);
    assert_int_equal(p.code, 0);
    for (const char *c = p.out; *c; c++)
        assert_true((unsigned char)*c >= ' ' || *c == '\n');
    program_release(&p);
    program_run(&p, "show", folder, plan, "--school", "S001", NULL);
    assert_int_equal(p.code, 0);
    assert_true(contains(p.out, hostile_names[0]));
    program_release(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(pages), cmocka_unit_test(tables),
                                       cmocka_unit_test(workbooks), cmocka_unit_test(calendars),
                                       cmocka_unit_test(terminals)};

    return cmocka_run_group_tests(tests, solve, scratch_teardown);
}
