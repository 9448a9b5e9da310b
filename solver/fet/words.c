/*
 * words.c - the words of subjects.
 *
 * Rules speak of subjects, so lessons under different rules, and lessons of one class with different
 * teachers, need different words: "name", "name (2)", "name (3)" …
 */
#include "solver/base/text.h"
#include "solver/fet/translate.h"

#include <string.h>

enum { MAX_LETTERS = 64, SUFFIX = 6 };

#define WIDE_BLANK "\xE3\x80\x80" /* U+3000 */

/* Blanks at the ends, which readers of tables take off. */
static bool has_blank_ends(const char *name)
{
    size_t n = strlen(name);

    return *name == ' ' || strncmp(name, WIDE_BLANK, 3) == 0 || name[n - 1] == ' ' ||
           (n >= 3 && strcmp(name + n - 3, WIDE_BLANK) == 0);
}

/* May the name stand in a cell of words as it is? With room for a suffix. */
static bool is_word(struct tr *t, const char *name)
{
    int letters = 0;

    for (const char *s = name; *s; s++)
        letters += ((unsigned char)*s & 0xC0) != 0x80;
    if (letters < 1 || letters > MAX_LETTERS - SUFFIX || strpbrk(name, ",;\"*") ||
        strstr(name, "\xEF\xBC\x9B") || strstr(name, "\xE3\x80\x81"))
        return false;
    return !has_blank_ends(name) && strcmp(zj_printable(&t->arena, name), name) == 0;
}

const char *tr_word(struct tr *t, struct zj_intern *words, const char *name, char letter)
{
    const char *word = name;

    for (int k = 1; !is_word(t, name) || zj_intern_find(words, word) >= 0; k++) {
        word = is_word(t, name) ? zj_printf(&t->arena, "%s (%d)", name, k + 1)
                                : zj_printf(&t->arena, "%c%03d", letter, k);
        if (zj_intern_find(words, word) < 0)
            break;
    }
    zj_intern(words, &t->arena, word);
    return word;
}

static bool same_spreads(const struct tr_spread *a, int n_a, const struct tr_spread *b, int n_b)
{
    bool same = n_a == n_b;

    for (int i = 0; i < n_a && same; i++) {
        bool found = false;
        for (int k = 0; k < n_b; k++)
            found = found || (a[i].days == b[k].days && a[i].weight == b[k].weight);
        same = found;
    }
    return same;
}

/* Which of the subject's sets of rooms in its building the block chooses from; -1 = they do not matter. */
static int room_ordinal(const struct tr *t, const struct tr_block *b)
{
    int n = 0;

    for (int g = 0; g < b->group; g++) {
        bool used = false;
        for (int i = 0; i < t->n_blocks && t->group[g].building == t->group[b->group].building; i++)
            used = used || (t->block[i].group == g && t->block[i].subject == b->subject);
        n += used;
    }
    return b->group < 0 ? -1 : n;
}

static bool is_alone(const struct tr_block *b)
{
    return b->ones + b->twos == 1;
}

static bool fits(const struct tr_variant *v, const struct tr_block *b, int room)
{
    return v->subject == b->subject && v->doubles == (b->twos > 0) && v->room == room &&
           (v->any_spread || is_alone(b) || same_spreads(v->spread, v->n_spreads, b->spread, b->n_spreads));
}

static int new_variant(struct tr *t, const struct tr_block *b, int room, struct zj_intern *words)
{
    ZJ_GROW(t->variant, t->n_variants, t->cap_variants);
    t->variant[t->n_variants] =
        (struct tr_variant){.subject = b->subject,
                            .word = tr_word(t, words, t->f.subjects.text[b->subject], 'K'),
                            .doubles = b->twos > 0,
                            .room = room,
                            .any_spread = true};
    return t->n_variants++;
}

static void take_spreads(struct tr_variant *v, const struct tr_block *b)
{
    if (is_alone(b))
        return;
    v->any_spread = false;
    v->n_spreads = b->n_spreads;
    memcpy(v->spread, b->spread, sizeof v->spread);
}

/* A class has each word once: taken[class of the block] holds the variants of its blocks before. */
void tr_make_words(struct tr *t)
{
    struct zj_intern words = {0};

    for (int i = 0; i < t->n_blocks; i++) {
        struct tr_block *b = &t->block[i];
        int room = room_ordinal(t, b), v;
        for (v = 0; v < t->n_variants; v++) {
            bool taken = false;
            for (int k = 0; k < i && !taken && fits(&t->variant[v], b, room); k++)
                taken = t->block[k].class_id == b->class_id && t->block[k].variant == v;
            if (fits(&t->variant[v], b, room) && !taken)
                break;
        }
        b->variant = v < t->n_variants ? v : new_variant(t, b, room, &words);
        take_spreads(&t->variant[b->variant], b);
    }
    zj_intern_release(&words);
}
