#include "tests/support/tiny_words.h"

#include "solver/data/travel.h"
#include "solver/data/week.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

_Noreturn void tiny_wrong(const char *what, const char *text)
{
    fprintf(stderr, "tiny: %s: '%s'\n", what, text);
    abort();
}

struct tiny_line tiny_cut(char *text)
{
    struct tiny_line line = {.n = 0};
    char *rest = NULL;

    for (char *w = strtok_r(text, " \t", &rest); w; w = strtok_r(NULL, " \t", &rest)) {
        if (line.n == TINY_MAX_WORDS)
            tiny_wrong("too many words", w);
        line.word[line.n++] = w;
    }
    return line;
}

const char *tiny_option(const struct tiny_line *line, const char *key)
{
    size_t n = strlen(key);

    for (int i = 1; i < line->n; i++) {
        if (strcmp(line->word[i], key) == 0)
            return "";
        if (strncmp(line->word[i], key, n) == 0 && line->word[i][n] == '=')
            return line->word[i] + n + 1;
    }
    return NULL;
}

int tiny_number(const char *text)
{
    char *end = NULL;
    long n = strtol(text, &end, 10);

    if (end == text || *end)
        tiny_wrong("not a number", text);
    return (int)n;
}

int tiny_number_option(const struct tiny_line *line, const char *key, int other)
{
    const char *text = tiny_option(line, key);

    return text ? tiny_number(text) : other;
}

int tiny_number_item(struct tiny *t, const char *item)
{
    (void)t;
    return tiny_number(item);
}

void *tiny_room(struct zj_arena *a, void *p, int n, size_t size)
{
    if (n & (n - 1)) /* room is made at 0, 1, 2, 4, 8 … items */
        return p;
    void *larger = zj_alloc_n(a, (size_t)(n ? 2 * n : 1), size);
    if (n > 0)
        memcpy(larger, p, (size_t)n * size);
    return larger;
}

struct zj_ids tiny_list(struct tiny *t, const char *text, int (*read)(struct tiny *t, const char *item))
{
    struct zj_ids ids = {0};
    char *copy = strdup(text ? text : ""), *rest = NULL;

    for (char *item = strtok_r(copy, ",", &rest); item; item = strtok_r(NULL, ",", &rest)) {
        ids.v = tiny_room(&t->in.arena, ids.v, ids.n, sizeof *ids.v);
        ids.v[ids.n++] = read(t, item);
    }
    free(copy);
    return ids;
}

int32_t tiny_date(const char *text)
{
    int y, m, d;

    if (sscanf(text, "%d-%d-%d", &y, &m, &d) != 3 || !zj_date_exists(y, m, d))
        tiny_wrong("not a date", text);
    return zj_date_from_ymd(y, m, d);
}

int tiny_found(int index, const char *what, const char *id)
{
    if (index < 0)
        tiny_wrong(what, id);
    return index;
}

int tiny_school(const struct tiny *t, const char *id)
{
    return tiny_found(zj_find_school(&t->in, id), "no such school", id);
}

int tiny_teacher(const struct tiny *t, const char *id)
{
    return tiny_found(zj_find_teacher(&t->in, id), "no such teacher", id);
}

int tiny_term(const struct tiny *t, const char *id)
{
    return tiny_found(zj_find_term(&t->in, id), "no such term", id);
}

int tiny_kind(const struct tiny *t, const char *name)
{
    return tiny_found(zj_find_kind(&t->pol, zj_intern_find(&t->in.words, name)), "no such kind", name);
}

int tiny_word(struct tiny *t, const char *word)
{
    return zj_intern(&t->in.words, &t->in.arena, word);
}

static void lay_roads(struct tiny *t)
{
    struct zj_instance *in = &t->in;
    int n = in->n_schools;

    zj_travel_resolve(in, 0, 0);
    for (int i = 0; i < n * n; i++) {
        if (in->minutes[i] == ZJ_NONE) {
            in->minutes[i] = 10;
            in->metres[i] = 1000;
        }
    }
    for (int i = 0; i < t->n_closed; i++) {
        int a = t->closed[i][0], b = t->closed[i][1];

        in->minutes[a * n + b] = in->minutes[b * n + a] = ZJ_NONE;
        in->metres[a * n + b] = in->metres[b * n + a] = ZJ_NONE;
    }
}

void tiny_add(struct tiny *t, const char *lines)
{
    char *copy = strdup(lines), *rest = NULL;

    for (char *text = strtok_r(copy, "\n", &rest); text; text = strtok_r(NULL, "\n", &rest)) {
        struct tiny_line line = tiny_cut(text);

        if (line.n > 0)
            tiny_read_line(t, &line);
    }
    free(copy);
    zj_instance_index(&t->in);
    zj_week_resolve(&t->in);
    lay_roads(t);
    tiny_resolve_calendar(t);
}

void tiny_build(struct tiny *t, const char *lines)
{
    memset(t, 0, sizeof *t);
    t->in.name = "tiny";
    t->in.schools_file = "schools.csv";
    t->in.teachers_file = "teachers.csv";
    t->in.demand_file = "demand.csv";
    t->pol.name = "tiny";
    t->pol.detour_permille = 1000;
    t->pol.kmh = 60;
    t->pol.default_max_week = t->pol.default_max_day = t->pol.default_priority = ZJ_NONE;
    tiny_set_terms(t, 4);
    tiny_set_week(t);
    tiny_set_objective(t, "");
    tiny_add(t, lines);
}

void tiny_release(struct tiny *t)
{
    zj_instance_release(&t->in);
    zj_policy_release(&t->pol);
}

static struct zj_posting read_posting(const struct tiny *t, struct tiny_line *line)
{
    bool has_subject = line->n > 5 && !strchr(line->word[5], '=');
    const char *from = tiny_option(line, "from");

    if (line->n < 5)
        tiny_wrong("too few words", "posting");
    int teacher = tiny_teacher(t, line->word[0]);
    const struct zj_teacher *who = &t->in.teacher[teacher];
    return (struct zj_posting){
        .teacher = teacher,
        .kind = tiny_kind(t, line->word[1]),
        .from = from ? tiny_school(t, from) : who->school,
        .to = tiny_school(t, line->word[2]),
        .start = tiny_term(t, line->word[3]),
        .terms = tiny_number(line->word[4]),
        .subject = has_subject ? zj_intern_find(&t->in.words, line->word[5]) : who->subjects.v[0],
    };
}

struct zj_postings tiny_plan(const struct tiny *t, const char *text)
{
    struct zj_postings plan = {0};
    char *copy = strdup(text), *rest = NULL;

    for (char *part = strtok_r(copy, ";", &rest); part; part = strtok_r(NULL, ";", &rest)) {
        struct tiny_line line = tiny_cut(part);

        if (line.n == 0)
            continue;
        struct zj_posting p = read_posting(t, &line);
        zj_postings_add(&plan, &p);
    }
    free(copy);
    return plan;
}
