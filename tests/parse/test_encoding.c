/*
 * test_encoding.c - a table is read in the encoding it was written in, or not at all.
 *
 * Generated tables are written in each encoding and decoded again. An answer must be
 * the text that was written; the only other answer allowed is "say which", and only where
 * the header does not tell. Each table is made from its number, so a failure names one to repeat.
 */
#include "solver/base/i18n.h"
#include "solver/io/encoding.h"
#include "tests/support/cmocka.h"
#include "tests/support/rng.h"

#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { N_TABLES = 2000, N_SHORT = 20000, MAX_TEXT = 8192 };

static const char *const encodings[] = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"};
enum { UTF_8, GB_18030, N_UNMARKED };
static const char *const marks[] = {"\xEF\xBB\xBF", "\x84\x31\x95\x33", "\xFF\xFE", "\xFE\xFF"};
static const size_t mark_sizes[] = {3, 4, 2, 2};

struct bytes {
    char v[4 * MAX_TEXT];
    size_t n;
};

/* `text` in the encoding, after its byte order mark when asked. */
static void encode(const char *text, int encoding, bool marked, struct bytes *out)
{
    char *from = (char *)(uintptr_t)text, *to = out->v;
    size_t left = strlen(text), room = sizeof out->v;
    iconv_t cd = iconv_open(encodings[encoding], "UTF-8");

    if (marked) {
        memcpy(to, marks[encoding], mark_sizes[encoding]);
        to += mark_sizes[encoding];
        room -= mark_sizes[encoding];
    }
    if (cd == (iconv_t)-1 || iconv(cd, &from, &left, &to, &room) == (size_t)-1)
        fail_msg("cannot encode in %s", encodings[encoding]);
    iconv_close(cd);
    out->n = (size_t)(to - out->v);
}

enum answer { RIGHT, ASKED, WRONG };

/* Decode the bytes as teachers.csv and compare with the text they were made from. */
static enum answer decode(const struct bytes *b, const char *asked, const char *text)
{
    struct zj_diag d = {0};
    char *read;
    size_t n;
    enum zj_status st = zj_decode(b->v, b->n, asked, ZJ_TAB_teachers, "teachers.csv", &d, &read, &n);
    enum answer a = WRONG;

    if (st == ZJ_OK && n == strlen(text) && strcmp(read, text) == 0)
        a = RIGHT;
    else if (st == ZJ_EDATA && d.n == 1 && strcmp(d.problem[0].code, "ambiguous_encoding") == 0)
        a = ASKED;
    free(read);
    zj_diag_release(&d);
    return a;
}

static void put_utf8(char **to, unsigned c)
{
    unsigned char *p = (unsigned char *)*to;

    if (c < 0x10000) {
        *p++ = (unsigned char)(0xE0 | c >> 12);
    } else {
        *p++ = (unsigned char)(0xF0 | c >> 18);
        *p++ = (unsigned char)(0x80 | (c >> 12 & 0x3F));
    }
    *p++ = (unsigned char)(0x80 | (c >> 6 & 0x3F));
    *p++ = (unsigned char)(0x80 | (c & 0x3F));
    *to = (char *)p;
}

/* A character of GB2312 level 1 or 2, by way of its two bytes. */
static void put_ordinary(struct rng *r, char **to)
{
    char gb[2] = {(char)rng_in(r, 0xB0, 0xF6), (char)rng_in(r, 0xA1, 0xF9)}, *from = gb;
    size_t left = 2, room = 4;
    iconv_t cd = iconv_open("UTF-8", "GB18030");

    if (iconv(cd, &from, &left, to, &room) == (size_t)-1)
        fail_msg("no such character");
    iconv_close(cd);
}

/* 1 to `most` characters; `rare_percent` of them are rare, some of those outside the BMP (four bytes). */
static void put_name(struct rng *r, char **to, int most, int rare_percent)
{
    static const unsigned rare[] = {0x3402, 0x20BB7, 0x8BEF, 0x9ED1, 0x5586, 0x73E1, 0x4DAE, 0x2B5F4};

    for (int n = rng_in(r, 1, most); n > 0; n--) {
        if (rng_chance(r, rare_percent))
            put_utf8(to, rare[rng_in(r, 0, 7)]);
        else
            put_ordinary(r, to);
    }
}

static void make_table(struct rng *r, bool chinese_header, int rows, char *text)
{
    char *to = stpcpy(text, chinese_header ? "工号,姓名,学科\n" : "teacher_id,name,subjects\n");

    for (int i = 0; i < rows; i++) {
        to += sprintf(to, "T%03d,", i);
        put_name(r, &to, 4, 10);
        *to++ = ',';
        put_name(r, &to, 3, 0);
        *to++ = '\n';
    }
    *to = '\0';
}

static void every_encoding_is_read_as_it_was_written(void **state)
{
    static char text[MAX_TEXT];
    static struct bytes b;
    int n_asked = 0;

    (void)state;
    for (int k = 0; k < N_TABLES; k++) {
        struct rng r = rng_make((uint64_t)k, 1);
        bool chinese = k % 2 == 0;
        make_table(&r, chinese, rng_in(&r, 1, 20), text);
        for (int e = 0; e < 4; e++) {
            encode(text, e, true, &b);
            if (decode(&b, NULL, text) != RIGHT)
                fail_msg("table %d, %s with its mark", k, encodings[e]);
        }
        for (int e = 0; e < N_UNMARKED; e++) {
            encode(text, e, false, &b);
            enum answer a = decode(&b, NULL, text);
            if (a == WRONG || (a == ASKED && chinese))
                fail_msg("table %d, %s", k, encodings[e]);
            n_asked += a == ASKED;
            if (decode(&b, encodings[e], text) != RIGHT)
                fail_msg("table %d, %s asked for", k, encodings[e]);
        }
    }
    /* Being asked must stay rare, or nobody could use English headers. */
    assert_true(n_asked <= N_TABLES / 100);
}

/* One short word in an ASCII table: the least that there can be to decide by. */
static void a_single_word_is_never_misread(void **state)
{
    char text[256];
    static struct bytes b;
    int n_asked = 0;

    (void)state;
    for (int k = 0; k < N_SHORT; k++) {
        struct rng r = rng_make((uint64_t)k, 2);
        char *to = stpcpy(text, "teacher_id,name,subjects\nT001,A,");
        put_name(&r, &to, 6, 5);
        strcpy(to, "\n");
        for (int e = 0; e < N_UNMARKED; e++) {
            encode(text, e, false, &b);
            enum answer a = decode(&b, NULL, text);
            if (a == WRONG)
                fail_msg("word %d, %s: %s", k, encodings[e], text);
            n_asked += a == ASKED;
        }
    }
    assert_true(n_asked <= N_SHORT / 20);
}

/* D1 A7 D0 A3, 学校 in GBK, is also valid UTF-8, in Cyrillic. */
static void the_header_decides_before_validity(void **state)
{
    static const char text[] = "teacher_id,学校\nT001,S001\n";
    static struct bytes b;

    (void)state;
    encode(text, GB_18030, false, &b);
    assert_memory_equal(b.v + 11, "\xD1\xA7\xD0\xA3", 4);
    assert_int_equal(decode(&b, NULL, text), RIGHT);
    encode(text, UTF_8, false, &b);
    assert_int_equal(decode(&b, NULL, text), RIGHT);
}

static void the_letters_decide_when_the_header_cannot(void **state)
{
    static const char gbk[] = "teacher_id,x_note\nT001,学校\n";
    static const char dotted[] = "teacher_id,name\nT001,买买提·吐尔逊\nT002,阿·木\n";
    static struct bytes b;

    (void)state;
    encode(gbk, GB_18030, false, &b);
    assert_int_equal(decode(&b, NULL, gbk), RIGHT);
    for (int e = 0; e < N_UNMARKED; e++) {
        encode(dotted, e, false, &b);
        assert_int_equal(decode(&b, NULL, dotted), RIGHT);
    }
}

static void characters_of_four_bytes_are_read(void **state)
{
    static const char text[] = "工号,姓名\nT001,㐂𠮷\n";
    static struct bytes b;

    (void)state;
    for (int e = 0; e < N_UNMARKED; e++) {
        encode(text, e, false, &b);
        assert_int_equal(decode(&b, NULL, text), RIGHT);
    }
}

static void what_nobody_can_know_is_asked(void **state)
{
    static const char text[] = "teacher_id,x_note\nT001,好没\n", other[] = "teacher_id,x_note\nT001,濂芥病\n";
    static struct bytes b;

    (void)state;
    encode(text, UTF_8, false, &b);
    assert_int_equal(decode(&b, NULL, text), ASKED);
    assert_int_equal(decode(&b, "utf-8", text), RIGHT);
    assert_int_equal(decode(&b, "GB18030", other), RIGHT);
}

static void each_choice_but_utf8_is_noted(void **state)
{
    static const struct {
        const char *bytes, *note;
    } cases[] = {
        {"teacher_id\nT001\n", NULL},
        {"teacher_id,x_\nT001,\xE5\xAD\xA6\n", NULL},
        {"teacher_id,\xD1\xA7\xD0\xA3\n", "read as GB18030, decided by its header"},
        {"teacher_id,x_\nT001,\xD1\xA7\xD0\xA3\n", "read as GB18030, decided by its letters"},
        {"teacher_id,x_\nT001,\xE4\xBD\x93\xE8\x82\xB2\n", NULL},
        {"teacher_id,x_\nT001,\xBA\xBA\n", "read as GB18030, because it is not valid UTF-8"},
        {"\x84\x31\x95\x33teacher_id\n", "read as GB18030, decided by its byte order mark"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct zj_diag d = {0};
        char *text;
        size_t n;
        enum zj_status st =
            zj_decode(cases[i].bytes, strlen(cases[i].bytes), NULL, ZJ_TAB_teachers, "t", &d, &text, &n);
        const char *note = d.n == 1 && d.problem[0].severity == ZJ_NOTE ? d.problem[0].text : NULL;
        if (st != ZJ_OK || strcmp(note ? note : "", cases[i].note ? cases[i].note : "") != 0)
            fail_msg("case %zu: status %d, note '%s'", i, (int)st, note ? note : "");
        free(text);
        zj_diag_release(&d);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_encoding_is_read_as_it_was_written),
        cmocka_unit_test(a_single_word_is_never_misread),
        cmocka_unit_test(the_header_decides_before_validity),
        cmocka_unit_test(the_letters_decide_when_the_header_cannot),
        cmocka_unit_test(characters_of_four_bytes_are_read),
        cmocka_unit_test(what_nobody_can_know_is_asked),
        cmocka_unit_test(each_choice_but_utf8_is_noted),
    };

    zj_i18n_init("en");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
