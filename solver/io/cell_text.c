/*
 * cell_text.c - cells that hold ids, texts, words and lists of words.
 */
#include "solver/base/i18n.h"
#include "solver/base/text.h"
#include "solver/io/cells.h"
#include "solver/io/values.h"

#include <stdio.h>
#include <string.h>

enum { MAX_ELEMENTS = 64 }; /* of one list */

/* Letters of UTF-8 text (the reader has checked that it is UTF-8). */
static int count_letters(const char *s)
{
    int n = 0;

    for (; *s; s++)
        n += ((unsigned char)*s & 0xC0) != 0x80;
    return n;
}

/* No control characters, as zj_printable() sees them. Only text that may hold one is looked at closely. */
static bool is_printable(const char *text)
{
    const unsigned char *s = (const unsigned char *)text;

    while (*s >= 0x20 && *s != 0x7F && *s != 0xC2 && *s != 0xE2)
        s++;
    if (!*s)
        return true;
    struct zj_arena a = {NULL};
    bool same = strcmp(zj_printable(&a, text), text) == 0;
    zj_arena_release(&a);
    return same;
}

static bool is_id(const char *s)
{
    return s[strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")] == '\0';
}

void zj_cell_id(struct zj_builder *b, int column, const char *text)
{
    if (!is_id(text) || count_letters(text) > zj_columns[column].hi)
        ZJ_ROW_ERROR(b, column, "bad_id",
                     _("'%s' is not an id; expected 1 to %d letters A-Z a-z, digits, '_' or '-'"),
                     zj_quote(b, text), zj_columns[column].hi);
}

void zj_cell_text(struct zj_builder *b, int column, const char *text)
{
    if (!is_printable(text))
        ZJ_ROW_ERROR(b, column, "bad_text", _("the text holds a line break or another control character"));
    else if (count_letters(text) > zj_columns[column].hi)
        ZJ_ROW_ERROR(b, column, "long_text", _("the text is longer than %d characters"),
                     zj_columns[column].hi);
}

/* True when the text is a word; else the problem is reported. The text may be private: it is not shown. */
bool zj_cell_is_word(struct zj_builder *b, int column, const char *text)
{
    if (!is_printable(text) || strpbrk(text, ",;\"")) {
        ZJ_ROW_ERROR(b, column, "bad_word", _("the word holds one of , ; \" or a control character"));
        return false;
    }
    if (count_letters(text) > zj_columns[column].hi) {
        ZJ_ROW_ERROR(b, column, "long_text", _("the text is longer than %d characters"),
                     zj_columns[column].hi);
        return false;
    }
    return true;
}

static int intern(struct zj_builder *b, const char *word)
{
    return zj_intern(&b->in->words, &b->in->arena, word);
}

/* Bytes of the list separator (; ； 、) at s; 0 = none. */
static size_t separator_at(const char *s)
{
    if (*s == ';')
        return 1;
    return strncmp(s, "\xEF\xBC\x9B", 3) == 0 || strncmp(s, "\xE3\x80\x81", 3) == 0 ? 3 : 0;
}

/* Bytes of the blank that the n bytes at s begin (end) with; 0 = none. */
static size_t blank_at_start(const char *s, size_t n)
{
    if (n > 0 && (s[0] == ' ' || s[0] == '\t'))
        return 1;
    return n >= 3 && memcmp(s, "\xE3\x80\x80", 3) == 0 ? 3 : 0;
}

static size_t blank_at_end(const char *s, size_t n)
{
    if (n > 0 && (s[n - 1] == ' ' || s[n - 1] == '\t'))
        return 1;
    return n >= 3 && memcmp(s + n - 3, "\xE3\x80\x80", 3) == 0 ? 3 : 0;
}

void zj_trim(const char **s, size_t *n)
{
    size_t blank;

    while ((blank = blank_at_start(*s, *n)) > 0) {
        *s += blank;
        *n -= blank;
    }
    while ((blank = blank_at_end(*s, *n)) > 0)
        *n -= blank;
}

/* One element of a list: its word, or -1 with the problem reported. */
static int read_element(struct zj_builder *b, int column, const char *text)
{
    enum zj_cell_type type = zj_columns[column].type;

    if (!*text) {
        ZJ_ROW_ERROR(b, column, "blank_element", _("an element of the list is blank"));
        return -1;
    }
    if (blank_at_start(text, strlen(text)) || blank_at_end(text, strlen(text))) {
        ZJ_ROW_ERROR(b, column, "blank_in_list", _("blanks stand before or after an element of the list"));
        return -1;
    }
    if (!zj_cell_is_word(b, column, text))
        return -1;
    if (type != ZJ_TYPE_WORDS)
        text = zj_value_word(zj_open_set(type), text);
    return intern(b, text);
}

/* Append an element to the list. False when it is wrong: then no more of the list is read. */
static bool add_element(struct zj_builder *b, int column, const char *text, struct zj_ids *ids)
{
    int word = read_element(b, column, text);

    if (word < 0)
        return false;
    if (zj_ids_has(ids, word)) {
        ZJ_ROW_ERROR(b, column, "repeated_element", _("an element stands twice in the list"));
        return false;
    }
    if (ids->n == MAX_ELEMENTS) {
        ZJ_ROW_ERROR(b, column, "long_list", _("the list has more than %d elements"), MAX_ELEMENTS);
        return false;
    }
    ids->v[ids->n++] = word;
    return true;
}

void zj_cell_words(struct zj_builder *b, int column, const char *text, struct zj_ids *ids)
{
    int v[MAX_ELEMENTS];
    struct zj_ids list = {0, v};
    bool ok = true;

    for (const char *s = text; ok && s;) {
        size_t n = 0;
        while (s[n] && !separator_at(s + n))
            n++;
        char element[4 * 64 + 8]; /* one too long for a word stays too long when it is cut here */
        snprintf(element, sizeof element, "%.*s", (int)n, s);
        ok = add_element(b, column, element, &list);
        s = s[n] ? s + n + separator_at(s + n) : NULL;
    }
    ids->n = list.n;
    ids->v = zj_alloc_n(&b->in->arena, (size_t)list.n, sizeof *ids->v);
    memcpy(ids->v, v, (size_t)list.n * sizeof *v);
}
