#include "tests/support/vipr_spoil.h"

#include "solver/base/mem.h"
#include "tests/support/vipr_judge.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* text[0, from) + middle + text[to, n) */
static struct vipr_text spliced(const char *text, size_t n, size_t from, size_t to, const char *middle)
{
    size_t m = strlen(middle);
    struct vipr_text t = {.v = zj_calloc(n + m + 1, 1), .n = from + m + (n - to)};

    memcpy(t.v, text, from);
    memcpy(t.v + from, middle, m);
    memcpy(t.v + from + m, text + to, n - to);
    t.v[t.n] = '\0';
    return t;
}

/* ---- by chance --------------------------------------------------------------------------------------- */

static bool is_number(const char *text, const struct vipr_word *w)
{
    size_t i = text[w->at] == '-' ? 1 : 0;

    for (; i < w->n; i++) {
        char c = text[w->at + i];
        if ((c < '0' || c > '9') && c != '/')
            return false;
    }
    return true;
}

/* Another number, or what should not pass for one. */
static void other_number(struct rng *r, const char *old, char *out, size_t size)
{
    static const char *const odd[] = {"1/0",  "nan", "1e5", "0x10", "--1",
                                      "1/-2", "+",   "-",   "1//2", "99999999999"};
    long v = atol(old);

    switch (rng_in(r, 0, 9)) {
    case 0:
        snprintf(out, size, "%ld", v + 1);
        break;
    case 1:
        snprintf(out, size, "%ld", v - 1);
        break;
    case 2:
        snprintf(out, size, "%ld", -v);
        break;
    case 3:
        snprintf(out, size, "0");
        break;
    case 4:
        snprintf(out, size, "%ld", 2 * v + 3);
        break;
    case 5:
        snprintf(out, size, "%ld/2", v);
        break;
    case 6:
        snprintf(out, size, "%d", rng_in(r, 0, 60));
        break;
    case 7: /* a huge one: 0 to 399 digits more */
        snprintf(out, size, "%ld%0*d", v ? v : 7, rng_in(r, 1, 399), 0);
        break;
    case 8:
        snprintf(out, size, "%ld/%0*d", v, rng_in(r, 1, 200), 7);
        break;
    default:
        snprintf(out, size, "%s", odd[rng_in(r, 0, (int)(sizeof odd / sizeof *odd) - 1)]);
    }
}

static struct vipr_text other_word(struct rng *r, const char *text, size_t n, const char **what)
{
    static const char *const words[] = {"L",   "G",   "E",      "lin",   "rnd", "asm",
                                        "uns", "OBJ", "infeas", "range", "{",   "}"};
    int n_words;
    struct vipr_word *list = vipr_words(text, n, &n_words);
    struct vipr_word w = list[rng_in(r, 0, n_words - 1)];
    char new[700];

    free(list);
    if (is_number(text, &w) && rng_chance(r, 90)) {
        *what = "another number";
        other_number(r, text + w.at, new, sizeof new);
    } else {
        *what = "another word";
        snprintf(new, sizeof new, "%s", words[rng_in(r, 0, (int)(sizeof words / sizeof *words) - 1)]);
    }
    return spliced(text, n, w.at, w.at + w.n, new);
}

/* The line that holds a byte: from its first one to behind its end. */
static void line_at(const char *text, size_t n, size_t at, size_t *from, size_t *to)
{
    *from = *to = at;
    while (*from > 0 && text[*from - 1] != '\n')
        --*from;
    while (*to < n && text[*to] != '\n')
        ++*to;
    *to += *to < n;
}

static struct vipr_text other_line(struct rng *r, const char *text, size_t n, const char **what)
{
    size_t from, to;
    char *line;

    line_at(text, n, (size_t)rng_in(r, 0, (int)n - 1), &from, &to);
    if (rng_chance(r, 60)) {
        *what = "a line dropped";
        return spliced(text, n, from, to, "");
    }
    *what = "a line twice";
    line = zj_calloc(to - from + 1, 1);
    memcpy(line, text + from, to - from);
    struct vipr_text t = spliced(text, n, from, from, line);
    free(line);
    return t;
}

static struct vipr_text other_byte(struct rng *r, const char *text, size_t n, const char **what)
{
    struct vipr_text t = spliced(text, n, n, n, "");

    *what = "another byte";
    t.v[rng_in(r, 0, (int)n - 1)] = (char)(rng_chance(r, 50) ? rng_in(r, 0, 255) : rng_in(r, '0', '9'));
    return t;
}

struct vipr_text vipr_spoil(struct rng *r, const char *text, size_t n, const char **what)
{
    int how = rng_in(r, 1, 100);

    if (n < 2) /* another change has left nothing */
        return spliced(text, n, 0, 0, "VER ");

    if (how <= 65)
        return other_word(r, text, n, what);
    if (how <= 85)
        return other_line(r, text, n, what);
    if (how <= 95)
        return other_byte(r, text, n, what);
    *what = "cut short";
    size_t end = (size_t)rng_in(r, 0, (int)n - 1);
    return spliced(text, n, end, n, "");
}

/* ---- on purpose -------------------------------------------------------------------------------------- */

struct vipr_text vipr_part(const char *text, size_t n, int i)
{
    const char *from = text, *end = text + n;

    if (strncmp(text, "VER ", 4) == 0) /* without comments: it is a part itself */
        return (struct vipr_text){NULL, 0};
    for (; from && i >= 0; i--)
        from = strstr(from + 1, "\nVER ");
    if (!from)
        return (struct vipr_text){NULL, 0};
    from++;
    const char *to = strstr(from, "\n%");
    to = to ? to + 1 : end;
    struct vipr_text t = {.v = zj_calloc((size_t)(to - from) + 1, 1), .n = (size_t)(to - from)};
    memcpy(t.v, from, t.n);
    return t;
}

/* Every `from` of the words in [first, last) becomes `to`; the words of comments stay. */
static struct vipr_text replace_words(const char *text, size_t n, const char *from, const char *to,
                                      bool in_proof)
{
    int n_words;
    struct vipr_word *list = vipr_words(text, n, &n_words);
    struct vipr_text t = spliced(text, n, n, n, "");

    for (int i = n_words - 1; i >= 0; i--) {
        if (list[i].comment || list[i].proof != in_proof || !vipr_is(text, &list[i], from))
            continue;
        struct vipr_text next = spliced(t.v, t.n, list[i].at, list[i].at + list[i].n, to);
        free(t.v);
        t = next;
    }
    free(list);
    return t;
}

/* The word that follows `key`, a line's first words; its place. */
static bool word_after(const char *text, const char *key, size_t *from, size_t *to)
{
    const char *at = strstr(text, key);

    if (!at)
        return false;
    at += strlen(key);
    *from = (size_t)(at - text);
    *to = *from + strcspn(at, " \n");
    return true;
}

/* Both ends of the range, and whatever the proof says of the old value, are one more, or one less. */
static struct vipr_text other_optimum(const char *text, size_t n, int by)
{
    size_t from, to;
    char old[32], new[32], range[80];

    if (!word_after(text, "\nRTP range ", &from, &to) || text[from + 1] == 'i' || to - from > 15)
        return (struct vipr_text){NULL, 0};
    snprintf(old, sizeof old, "%.*s", (int)(to - from), text + from);
    snprintf(new, sizeof new, "%ld", atol(old) + by);
    snprintf(range, sizeof range, "%s %s", new, new);
    struct vipr_text t = spliced(text, n, from, from + 2 * (to - from) + 1, range);
    struct vipr_text all = replace_words(t.v, t.n, old, new, true);
    free(t.v);
    return all;
}

/* No solution, where one is shown: what was derived of the objective becomes absurd. */
static struct vipr_text no_solution(const char *text, size_t n)
{
    size_t from, to;

    if (!word_after(text, "\nRTP ", &from, &to) || strncmp(text + from, "range", 5) != 0)
        return (struct vipr_text){NULL, 0};
    const char *der = strstr(text, "\nDER ");
    struct vipr_text t = spliced(text, n, from, (size_t)(der - text), "infeas\nSOL 0");
    for (char *g; (g = strstr(t.v, " OBJ {")) != NULL;) {
        size_t at = (size_t)(g - t.v), start = at;
        while (t.v[start - 1] != ' ')
            start--;
        struct vipr_text next = spliced(t.v, t.n, start, at + 4, "1 0");
        free(t.v);
        t = next;
    }
    return t;
}

/* Only the last row is left of the proof. */
static struct vipr_text last_row_alone(const char *text, size_t n)
{
    const char *der = strstr(text, "\nDER ");
    size_t from, to;

    if (!der || atoi(der + 5) < 2)
        return (struct vipr_text){NULL, 0};
    line_at(text, n, n - 1, &from, &to);
    return spliced(text, n, (size_t)(der - text) + 1, from, "DER 1\n");
}

/* All of a solution is zero but the fixed columns; its value stays. */
static struct vipr_text empty_solution(const char *text, size_t n)
{
    size_t from, to;

    if (!word_after(text, "\nplan ", &from, &to) || text[from] == '0')
        return (struct vipr_text){NULL, 0};
    line_at(text, n, from, &from, &to);
    return spliced(text, n, from, to, "plan 0\n");
}

/* A branching whose second side is its first. */
static struct vipr_text one_sided(const char *text, size_t n)
{
    const char *at = NULL;
    int a, b, c, d;
    char new[64];

    for (const char *p = text; (p = strstr(p, "{ uns ")) != NULL; p++)
        at = p;
    if (!at || sscanf(at, "{ uns %d %d %d %d }", &a, &b, &c, &d) != 4)
        return (struct vipr_text){NULL, 0};
    snprintf(new, sizeof new, "{ uns %d %d %d %d }", a, b, a, b);
    size_t from = (size_t)(at - text);
    return spliced(text, n, from, from + strcspn(at, "}") + 1, new);
}

/* The last row rests on an assumption only: it is one itself. */
static struct vipr_text assumed(const char *text, size_t n)
{
    const char *at = strrchr(text, '{');

    if (!at)
        return (struct vipr_text){NULL, 0};
    size_t from = (size_t)(at - text);
    return spliced(text, n, from, from + strcspn(at, "}") + 1, "{ asm }");
}

struct vipr_text vipr_lie(int k, const char *text, size_t n, const char **what)
{
    static const char *const names[VIPR_LIES] = {
        "the optimum is larger",   "the optimum is less",
        "there is no solution",    "the last row alone",
        "a solution of nothing",   "one side only",
        "the last row is assumed", "the claim of the heading is no answer",
        "the heading has more"};
    size_t from, to;

    *what = names[k];
    switch (k) {
    case 0:
        return other_optimum(text, n, 1);
    case 1:
        return other_optimum(text, n, -1);
    case 2:
        return no_solution(text, n);
    case 3:
        return last_row_alone(text, n);
    case 4:
        return empty_solution(text, n);
    case 5:
        return one_sided(text, n);
    case 6:
        return assumed(text, n);
    case 7:
        if (!word_after(text, "% answer ", &from, &to))
            return (struct vipr_text){NULL, 0};
        return spliced(text, n, from, to, text[from] == 'o' ? "infeasible" : "optimal");
    default:
        if (!word_after(text, "% aim need sum ", &from, &to))
            return (struct vipr_text){NULL, 0};
        return spliced(text, n, to, to, "1");
    }
}
