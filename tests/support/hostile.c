#include "tests/support/hostile.h"

#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const hostile_names[] = {
    /* formulas */
    "=cmd|'/c calc'!A1", "=1+1", "+1+1", "-2+3", "@SUM(A1:A9)", "=HYPERLINK(\"x\",\"y\")", "=", "+", "-", "@",
    "=IMPORTXML(\"a\",\"b\")", "-1e9", "=\"a\"&\"b\"", "＝1＋1", "+86 13800000000", "{=A1:A2}", "_x0041_",
    /* links */
    "http://example.org", "mailto:a@b", "internal:A1", "external:c.xlsx", "javascript:alert(1)",
    /* markup */
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    "</title><b>", "</td></tr></table>", "<!--", "-->", "<![CDATA[", "]]>", "&", "&amp;", "&lt;b&gt;",
    "&#60;", "\"><svg onload=alert(1)>", "' onmouseover='alert(1)", "<a href=\"javascript:alert(1)\">x</a>",
    "</svg>", "</text>", "<?xml version=\"1.0\"?>", "<!DOCTYPE x>", "{{7*7}}", "${7*7}", "#{7*7}", "<%= 7 %>",
    "\"><img src=x onerror=alert(1)>", "\" onfocus=\"alert(1)\" autofocus=\"",
    "</style><style>*{display:none}", "&#60;script&#62;", "\\x00\\u003c", "<style>*{}", "</style>",
    "</body></html>", "<iframe src=//x>", "&nbsp;",
    /* quotes and separators */
    "a,b", "a;b", "\"", "\"\"", "'", "''", "`", "\\", "\\\\", "\\n", "\\,", "a\"b\"c", "a'b", "，", "；",
    "、", "|", "||", "a|b", "|T001|", ":", "a:b", "BEGIN:VEVENT", "END:VCALENDAR", "SUMMARY:x",
    /* formats and numbers */
    "%s", "%n%n%n", "%d%x", "%%", "%5$s", "{0}", "0", "0001", "1e9", "1E400", "-0", "NaN", "NULL", "null",
    "true", "TRUE", "2026-01-01", "1/2", "12:30", "1,234", "００１",
    /* commands and paths */
    "; rm -rf x", "$(reboot)", "`reboot`", "&& true", "| true", "../../etc/passwd", "/dev/null", "C:\\con",
    "con.csv", "a\\..\\b", "x' OR '1'='1", "'; DROP TABLE t;--", "~", "*", "?", "--help", "-o", "#", "# x",
    /* scripts and signs */
    "𠮷野家", "㐂", "é", "e\xCC\x81", "العربية", "עברית", "ไทย", "👩‍🏫", "🏫", "ﷺ", "İi", "ß", "ｶﾀｶﾅ",
    "\xE2\x80\x8B"
    "a",
    "a\xC2\xA0"
    "b",
    "a\xE3\x80\x80"
    "b",
    "���", "①②③",
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十",
    NULL};

const char *const hostile_bytes[] = {
    "\x01\x1B[31m\x7F",
    "line\nbreak\r\ttab",
    "\t=1+1",
    "\xE8\xB5\xB5\xE2\x80\xAE\xE4\xB9\x99",              /* a right-to-left override */
    "\xEF\xBF\xBF\xEF\xBF\xBE",                          /* no characters */
    "\xFF\xFE\xC3",                                      /* no UTF-8 */
    "\xE2\x80\xA8\xE2\x80\xA9\xC2\x85",                  /* separators of lines */
    "\xE2\x81\xA6\xD7\xA9\xE2\x81\xA9",                  /* isolated text from right to left */
    "e\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81", /* marks that pile up */
    NULL};

int hostile_count(void)
{
    int n = 0;

    while (hostile_names[n])
        n++;
    return n;
}

/* A cell in quotes. */
static void put_cell(FILE *out, const char *text)
{
    fputc('"', out);
    for (; *text; text++)
        fprintf(out, *text == '"' ? "\"\"" : "%c", *text);
    fputc('"', out);
}

static void write_people(FILE *out)
{
    fputs("teacher_id,name,sex,birth_date,school_id,subjects,rank,max_week\n", out);
    for (int i = 0; hostile_names[i]; i++) {
        fprintf(out, "T%03d,", i + 1);
        put_cell(out, hostile_names[i]);
        fputs(",F,1988-03-10,S000,语文,backbone,10\n", out);
    }
}

static void write_schools(FILE *out)
{
    fputs("school_id,name,stage,community_id,role\nS000,牵头校,primary,G1,lead\n", out);
    for (int i = 0; hostile_names[i]; i++) {
        fprintf(out, "S%03d,", i + 1);
        put_cell(out, hostile_names[i]);
        fputs(",primary,G1,member\n", out);
    }
}

static void write_ways(FILE *out)
{
    fputs("from,to,minutes,metres\n", out);
    for (int i = 0; hostile_names[i]; i++)
        fprintf(out, "S000,S%03d,%d,1000\n", i + 1, i + 5);
}

static void write_table(const char *name, void (*print)(FILE *out))
{
    char *text = NULL;
    size_t n;
    FILE *out = open_memstream(&text, &n);

    if (!out)
        fail_msg("no memory");
    print(out);
    fclose(out);
    scratch_write(name, text);
    free(text);
}

const char *hostile_county(void)
{
    const char *folder = scratch_copy("instances/tiny-quota", "hostile");
    static const char *const left_out[] = {"history.csv", "wishes.csv", "demand.csv"};
    char path[60];

    for (size_t i = 0; i < sizeof left_out / sizeof left_out[0]; i++) {
        snprintf(path, sizeof path, "hostile/%s", left_out[i]);
        if (remove(scratch_path(path)) != 0)
            fail_msg("%s was not there", path);
    }
    write_table("hostile/teachers.csv", write_people);
    write_table("hostile/schools.csv", write_schools);
    write_table("hostile/travel.csv", write_ways);
    return folder;
}
