/*
 * test_xml.c - XML that is not well-formed, or beyond the limits, is refused with its place.
 */
#include "solver/base/i18n.h"
#include "solver/fet/xml.h"
#include "tests/support/cmocka.h"

#include <stdlib.h>
#include <string.h>

/* What is printed about a text, on the heap; and the tree, when it is asked for. */
static char *problems(const char *bytes, size_t n, struct xml *x)
{
    struct zj_diag d = {0};
    struct xml own;
    char *text;
    size_t size;

    enum zj_status status = xml_load(x ? x : &own, bytes, n, "a.fet", &d);
    assert_int_equal(status, d.n_errors > 0 ? ZJ_EDATA : ZJ_OK);
    FILE *out = open_memstream(&text, &size);
    zj_diag_print(&d, out, 0);
    fclose(out);
    if (!x)
        xml_release(&own);
    zj_diag_release(&d);
    return text;
}

static void expect(const char *why, const char *bytes, size_t n, const char *expected)
{
    char *found = problems(bytes, n, NULL);

    if (strcmp(found, expected) != 0)
        fail_msg("%s: found:\n%sexpected:\n%s", why, found, expected);
    free(found);
}

#define BOM "\xEF\xBB\xBF"

static const struct {
    const char *why, *text, *error;
} malformed[] = {
    {"empty file", "", "a.fet:1:1: the file ends before its first element does, or holds no element\n"},
    {"only blanks", " \n\n", "a.fet:3:1: the file ends before its first element does, or holds no element\n"},
    {"only a declaration", "<?xml version=\"1.0\"?>",
     "a.fet:1:22: the file ends before its first element does, or holds no element\n"},
    {"no XML at all", "name,subject\nAnn,Maths\n",
     "a.fet:1:1: not well-formed XML, or not UTF-8, from here on\n"},
    {"end of file in an element", "<fet>\n  <Day>",
     "a.fet:2:8: the file ends before its first element does, or holds no element\n"},
    {"end of file in a tag", "<fet>\n  <Da", "a.fet:2:3: what begins here is never closed\n"},
    {"end of file in a comment", "<fet><!-- never", "a.fet:1:6: what begins here is never closed\n"},
    {"end of file in CDATA", "<fet><![CDATA[x", "a.fet:1:16: the file ends inside of <![CDATA[\n"},
    {"wrong end tag", "<fet>\n\t<Day></Hour>\n</fet>",
     "a.fet:2:9: this end tag is not that of the open element 'Day'\n"},
    {"two elements at the top", "<fet/>\n<fet/>",
     "a.fet:2:1: something follows the end of the file's one element\n"},
    {"text after the end", "<fet/>\nend", "a.fet:2:1: something follows the end of the file's one element\n"},
    {"attribute twice", "<fet version=\"1\" version=\"2\"/>",
     "a.fet:1:18: the attribute stands twice in one tag\n"},
    {"attribute without quotes", "<fet version=6/>",
     "a.fet:1:14: not well-formed XML, or not UTF-8, from here on\n"},
    {"bare ampersand", "<fet>Art & craft</fet>",
     "a.fet:1:11: not well-formed XML, or not UTF-8, from here on\n"},
    {"entity of HTML", "<fet>&nbsp;</fet>",
     "a.fet:1:6: the entity is not one of &lt; &gt; &amp; &apos; &quot;\n"},
    {"character that XML does not allow", "<fet>&#1;</fet>",
     "a.fet:1:6: the number is not that of a character XML allows\n"},
    {"declaration too late", "\n<?xml version=\"1.0\"?><fet/>",
     "a.fet:2:1: the declaration <?xml …?> must be the first thing in the file\n"},
    {"declaration without version", "<?xml encoding=\"UTF-8\"?><fet/>",
     "a.fet:1:7: the declaration <?xml …?> is not well-formed\n"},
    {"other encoding", "<?xml version=\"1.0\" encoding=\"GB2312\"?>\n<fet/>",
     "a.fet:1:1: the encoding is 'GB2312'; expected UTF-8\n"},
    {"not UTF-8 (the GBK bytes of 语文)", "<fet>\n<Name>\xD3\xEF\xCE\xC4</Name></fet>",
     "a.fet:2:7: not well-formed XML, or not UTF-8, from here on\n"},
    {"file ends inside a character", "<fet>\xE8\xAF",
     "a.fet:1:6: the file ends in the middle of a character\n"},
    {"UTF-16", "\xFF\xFE<", "a.fet:1:1: the encoding is 'UTF-16'; expected UTF-8\n"},
    {"text beside elements", "<fet>\n  <Day/> Monday\n</fet>",
     "a.fet:3:1: text and elements stand side by side; expected one or the other\n"},
    {"elements beside text", "<fet>\n  Monday <Day/>\n</fet>",
     "a.fet:2:10: text and elements stand side by side; expected one or the other\n"},
    {"document type", "<!DOCTYPE fet>\n<fet/>",
     "a.fet:1:14: a document type (<!DOCTYPE …>) is not allowed\n"},
    {"entities that grow",
     "<?xml version=\"1.0\"?>\n<!DOCTYPE f [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c "
     "\"&b;&b;&b;&b;\">]>\n<f>&c;</f>",
     "a.fet:2:13: a document type (<!DOCTYPE …>) is not allowed\n"},
    {"entity of another file", "<!DOCTYPE f [<!ENTITY a SYSTEM \"/etc/passwd\">]>\n<f>&a;</f>",
     "a.fet:1:13: a document type (<!DOCTYPE …>) is not allowed\n"},
    {"columns count characters", "<fet><Name>语文</Name>&</fet>",
     "a.fet:1:22: not well-formed XML, or not UTF-8, from here on\n"},
    {"a byte order mark is no character", BOM "<fet>&</fet>",
     "a.fet:1:7: not well-formed XML, or not UTF-8, from here on\n"},
};

static void malformed_text_is_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof malformed / sizeof malformed[0]; i++)
        expect(malformed[i].why, malformed[i].text, strlen(malformed[i].text), malformed[i].error);
    expect("NUL", "<fet>\0</fet>", 12, "a.fet:1:6: not well-formed XML, or not UTF-8, from here on\n");
}

/* n times "<a>" and no end: deeper than allowed. */
static void depth_is_limited(void **state)
{
    char text[3 * (XML_MAX_DEPTH + 1) + 1] = "";
    char expected[160];

    (void)state;
    for (int i = 0; i <= XML_MAX_DEPTH; i++)
        strcat(text, "<a>");
    snprintf(expected, sizeof expected, "a.fet:1:%d: elements are nested deeper than %d\n",
             3 * XML_MAX_DEPTH + 1, XML_MAX_DEPTH);
    expect("too deep", text, strlen(text), expected);
}

static void text_is_limited(void **state)
{
    const char *const head = "<fet><Name>";
    size_t n = strlen(head) + XML_MAX_TEXT + 1;
    char *text = malloc(n + 1);

    (void)state;
    memset(text, 'x', n);
    memcpy(text, head, strlen(head));
    text[n] = '\0';
    char *found = problems(text, n, NULL);
    assert_non_null(strstr(found, "the text of an element is longer than 65536 bytes"));
    free(found);
    free(text);
}

/* A long line: places are found without looking at the whole line for each element. */
static void one_line_files_are_no_slower(void **state)
{
    enum { N = 300 * 1000 };
    char *text = malloc(4 * N + 64), *end = text;
    struct xml x;

    (void)state;
    end = stpcpy(end, "<fet>");
    for (int i = 0; i < N; i++)
        end = stpcpy(end, "<a/>");
    stpcpy(end, "</fet>");
    char *found = problems(text, strlen(text), &x);
    assert_string_equal(found, "");
    int n = 0, column = 0;
    for (const struct xml_node *a = x.root->first; a; a = a->next, n++)
        column = a->column;
    assert_int_equal(n, N);
    assert_int_equal(column, 5 + 4 * (N - 1) + 1);
    xml_release(&x);
    free(found);
    free(text);
}

static void a_tree_has_names_texts_and_places(void **state)
{
    const char *const text =
        BOM "<?xml version='1.0' encoding='utf-8'?>\n<!-- a comment -->\n<fet version='6'>\n"
            "  <Day><Name> 周一 &amp; &#x4E8C;\n</Name></Day><Day/>\n  <![CDATA[ ]]>\n</fet>\n";
    struct xml x;

    (void)state;
    char *found = problems(text, strlen(text), &x);
    assert_string_equal(found, "");
    const struct xml_node *day = xml_child(x.root, "Day"), *name = xml_child(day, "Name");
    assert_string_equal(x.root->name, "fet");
    assert_string_equal(name->text, "周一 & 二");
    assert_string_equal(name->raw, " 周一 & 二\n");
    assert_int_equal(name->line, 4);
    assert_int_equal(name->column, 8);
    assert_non_null(xml_again(day));
    assert_string_equal(xml_again(day)->text, "");
    assert_null(xml_again(xml_again(day)));
    assert_null(xml_child(x.root, "Hour"));
    xml_release(&x);
    free(found);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(malformed_text_is_refused),
        cmocka_unit_test(depth_is_limited),
        cmocka_unit_test(text_is_limited),
        cmocka_unit_test(one_line_files_are_no_slower),
        cmocka_unit_test(a_tree_has_names_texts_and_places),
    };

    zj_i18n_init("en");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
