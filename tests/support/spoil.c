#include "tests/support/spoil.h"

#include "solver/verify/verify.h"
#include "tests/support/judge.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *spoil_print(const char *fmt, ...)
{
    static char buffers[8][SPOIL_MAX_TEXT];
    static int used;
    char *buffer = buffers[used++ % 8];
    va_list ap;

    va_start(ap, fmt);
    vsnprintf(buffer, SPOIL_MAX_TEXT, fmt, ap);
    va_end(ap);
    return buffer;
}

/* Copy an entry without blanks at its ends. */
static void copy_entry(char *to, const char *from)
{
    from += strspn(from, " ");
    if (strlen(from) >= SPOIL_MAX_TEXT)
        fail_msg("an entry is too long: '%s'", from);
    strcpy(to, from);
    for (size_t n = strlen(to); n > 0 && to[n - 1] == ' '; n--)
        to[n - 1] = '\0';
}

static void cut(struct spoil_text *t, const char *text, const char *separator)
{
    char *copy = strdup(text), *rest = NULL;

    t->n = 0;
    for (char *e = strtok_r(copy, separator, &rest); e; e = strtok_r(NULL, separator, &rest)) {
        assert_true(t->n < SPOIL_MAX_ENTRIES);
        copy_entry(t->entry[t->n++], e);
    }
    free(copy);
}

/* All entries on the heap, one text. */
static char *join(const struct spoil_text *t, const char *separator)
{
    char *all = calloc(SPOIL_MAX_ENTRIES, SPOIL_MAX_TEXT + 2);

    for (int i = 0; i < t->n; i++) {
        strcat(all, t->entry[i]);
        strcat(all, separator);
    }
    return all;
}

static void verify_postings(const struct spoil *s, const struct tiny *t, const char *text,
                            struct zj_verdict *v)
{
    struct zj_postings plan = tiny_plan(t, text), kept = tiny_plan(t, s->kept ? s->kept : "");

    zj_verify_postings(&t->in, &t->pol, &plan, s->kept ? &kept : NULL, v);
    zj_postings_release(&plan);
    zj_postings_release(&kept);
}

static void verify_lessons(const struct spoil *s, struct tiny *t, const char *text, struct zj_verdict *v)
{
    struct zj_lessons plan = tiny_lessons(t, text), kept = tiny_lessons(t, s->kept ? s->kept : "");

    judge_lessons(t, &plan, s->kept ? &kept : NULL, v);
    zj_lessons_release(&plan);
    zj_lessons_release(&kept);
}

static void verify_pairs(const struct tiny *t, const char *text, struct zj_verdict *v)
{
    struct zj_pairs plan = tiny_pairs(t, text);

    zj_verify_pairs(&t->in, &t->pol, &plan, v);
    zj_pairs_release(&plan);
}

static void verify_calendar(struct tiny *t, const char *text, struct zj_verdict *v)
{
    struct zj_calendar plan = tiny_calendar(t, text);
    const struct zj_taught taught = tiny_taught(t);

    zj_verify_calendar(&t->in, &t->pol, &plan, &taught, NULL, v);
    zj_calendar_release(&plan);
}

static bool breaks_nothing_else(const struct zj_verdict *v, enum zj_rule_id rule)
{
    for (int i = 0; i < v->n; i++)
        if (v->finding[i].hard && !v->finding[i].ok && v->finding[i].rule != rule)
            return false;
    return true;
}

static void judge(struct spoil *s, bool lawful, const char *change)
{
    char *facts = join(&s->facts, "\n"), *text = join(&s->plan, ";");
    struct tiny t;
    struct zj_verdict v;
    int places;

    tiny_build(&t, facts);
    if (s->model == ZJ_TIMETABLE)
        verify_lessons(s, &t, text, &v);
    else if (s->model == ZJ_PAIRING)
        verify_pairs(&t, text, &v);
    else if (s->model == ZJ_CALENDAR)
        verify_calendar(&t, text, &v);
    else
        verify_postings(s, &t, text, &v);
    int64_t shortfall = judge_shortfall(&v, s->rule, s->implied, &places);
    if (lawful && (v.n_hard_broken > 0 || places == 0))
        fail_msg("%s: not lawful, or nothing binds:\n%s%s", zj_rule_name(s->rule), facts, text);
    if (!lawful && (v.n_hard_broken == 0 || shortfall == 0))
        fail_msg("%s: '%s' was not found:\n%s%s", zj_rule_name(s->rule), change, facts, text);
    s->alone += !lawful && breaks_nothing_else(&v, s->rule);
    zj_verdict_release(&v);
    tiny_release(&t);
    free(facts);
    free(text);
}

void spoil_lawful(struct spoil *s, const char *facts, const char *plan)
{
    cut(&s->facts, facts, "\n");
    cut(&s->plan, plan, ";");
    judge(s, true, "");
}

/* Judge a text with entry k replaced (NULL = taken away; k = n: added), then put the old one back. */
static void with_entry(struct spoil *s, struct spoil_text *t, int k, const char *entry)
{
    struct spoil_text old = *t;

    assert_true(k <= t->n && t->n < SPOIL_MAX_ENTRIES);
    if (!entry) {
        memmove(t->entry[k], t->entry[k + 1], sizeof t->entry[0] * (size_t)(t->n - k - 1));
        t->n--;
    } else {
        if (k < t->n && strcmp(t->entry[k], entry) == 0)
            fail_msg("'%s' is no change", entry);
        copy_entry(t->entry[k], entry);
        t->n += k == t->n;
    }
    judge(s, false, entry ? entry : old.entry[k]);
    *t = old;
    s->n++;
}

/* The entry with word number `word` replaced, or taken away (NULL); one more word may be added. */
static const char *with_word(const char *entry, int word, const char *value)
{
    static char changed[2 * SPOIL_MAX_TEXT];
    char copy[SPOIL_MAX_TEXT], *rest = NULL;
    int i = 0;

    strcpy(copy, entry);
    changed[0] = '\0';
    for (char *w = strtok_r(copy, " ", &rest); w || i == word;
         w = w ? strtok_r(NULL, " ", &rest) : NULL, i++) {
        const char *next = i == word ? value : w;

        if (next) {
            strcat(changed, changed[0] ? " " : "");
            strcat(changed, next);
        }
    }
    assert_true(word < i);
    return changed;
}

static int find_fact(const struct spoil *s, const char *fact)
{
    size_t n = strlen(fact);

    for (int i = 0; i < s->facts.n; i++)
        if (strncmp(s->facts.entry[i], fact, n) == 0 &&
            (s->facts.entry[i][n] == ' ' || !s->facts.entry[i][n]))
            return i;
    fail_msg("there is no fact '%s'", fact);
    return -1;
}

void spoil_field(struct spoil *s, int posting, int field, const char *value)
{
    assert_true(posting < s->plan.n);
    with_entry(s, &s->plan, posting, with_word(s->plan.entry[posting], field, value));
}

void spoil_remove(struct spoil *s, int posting)
{
    assert_true(posting < s->plan.n);
    with_entry(s, &s->plan, posting, NULL);
}

void spoil_add(struct spoil *s, const char *posting)
{
    with_entry(s, &s->plan, s->plan.n, posting);
}

void spoil_datum(struct spoil *s, const char *fact, int word, const char *value)
{
    int k = find_fact(s, fact);

    with_entry(s, &s->facts, k, value ? with_word(s->facts.entry[k], word, value) : NULL);
}

void spoil_option(struct spoil *s, const char *fact, const char *key, const char *value)
{
    int k = find_fact(s, fact), word = 0;
    char copy[SPOIL_MAX_TEXT], option[SPOIL_MAX_TEXT], *rest = NULL;
    size_t n = strlen(key);

    strcpy(copy, s->facts.entry[k]);
    for (char *w = strtok_r(copy, " ", &rest); w; w = strtok_r(NULL, " ", &rest), word++)
        if (strncmp(w, key, n) == 0 && w[n] == '=')
            break;
    if (value)
        snprintf(option, sizeof option, "%s=%s", key, value);
    with_entry(s, &s->facts, k, with_word(s->facts.entry[k], word, value ? option : NULL));
}

void spoil_fact(struct spoil *s, const char *fact)
{
    with_entry(s, &s->facts, s->facts.n, fact);
}
