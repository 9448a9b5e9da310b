/*
 * tiny_week.c - the lines of tiny.h that belong to a week of lessons, and the lessons.
 */
#include "tests/support/tiny_words.h"

#include "solver/data/week.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* "08:40" as minutes after midnight. */
static int clock_time(const char *text)
{
    int h, m;

    if (sscanf(text, "%d:%d", &h, &m) != 2)
        tiny_wrong("not a time", text);
    return 60 * h + m;
}

/* "3" or "1-4" */
static void read_periods(const char *text, int *from, int *to)
{
    int n = sscanf(text, "%d-%d", from, to);

    if (n < 1)
        tiny_wrong("not a period", text);
    if (n == 1)
        *to = *from;
}

int tiny_day(const struct tiny *t, const char *name)
{
    for (int d = 0; d < t->in.n_days; d++)
        if (strcmp(t->in.day[d], name) == 0)
            return d;
    tiny_wrong("no such day", name);
}

void tiny_set_week(struct tiny *t)
{
    static const char *days[] = {"Mon", "Tue", "Wed", "Thu", "Fri"}, *sessions[] = {"am", "pm"};
    static const int starts[] = {480, 530, 590, 640, 840, 890, 940};
    struct zj_instance *in = &t->in;

    in->day = days;
    in->n_days = 5;
    in->session = sessions;
    in->n_sessions = 2;
    in->n_periods = 7;
    in->period = zj_alloc_n(&in->arena, 7, sizeof *in->period);
    for (int i = 0; i < 7; i++)
        in->period[i] =
            (struct zj_period){.id = i + 1, .start = starts[i], .end = starts[i] + 40, .session = i > 3};
}

void tiny_add_days(struct tiny *t, const struct tiny_line *line)
{
    struct zj_instance *in = &t->in;

    in->n_days = line->n - 1;
    in->day = zj_alloc_n(&in->arena, (size_t)in->n_days, sizeof *in->day);
    for (int d = 0; d < in->n_days; d++)
        in->day[d] = zj_strdup(&in->arena, line->word[d + 1]);
}

void tiny_add_period(struct tiny *t, const struct tiny_line *line)
{
    struct zj_instance *in = &t->in;

    if (strcmp(line->word[1], "none") == 0) {
        in->n_periods = 0;
        return;
    }
    if (line->n < 5)
        tiny_wrong("too few words", "period");
    in->period = tiny_room(&in->arena, in->period, in->n_periods, sizeof *in->period);
    in->period[in->n_periods++] = (struct zj_period){.id = tiny_number(line->word[1]),
                                                     .start = clock_time(line->word[2]),
                                                     .end = clock_time(line->word[3]),
                                                     .session = strcmp(line->word[4], "pm") == 0};
}

void tiny_add_bell(struct tiny *t, const struct tiny_line *line)
{
    struct zj_instance *in = &t->in;
    struct zj_bell bell = {.school = tiny_school(t, line->word[1]),
                           .period = {.id = tiny_number(line->word[2]),
                                      .start = clock_time(line->word[3]),
                                      .end = clock_time(line->word[4])},
                           .line = in->n_bells + 2};

    for (int i = 0; i < in->n_periods; i++)
        if (in->period[i].id == bell.period.id)
            bell.period.session = in->period[i].session;
    in->bell = tiny_room(&in->arena, in->bell, in->n_bells, sizeof *in->bell);
    in->bell[in->n_bells++] = bell;
}

void tiny_add_busy(struct tiny *t, const struct tiny_line *line)
{
    struct zj_instance *in = &t->in;
    const char *who = line->word[1];
    struct zj_busy b = {.who = strcmp(who, "teacher") == 0 ? ZJ_WHO_TEACHER
                               : strcmp(who, "class") == 0 ? ZJ_WHO_CLASS
                                                           : ZJ_WHO_SCHOOL,
                        .id = zj_strdup(&in->arena, line->word[2]),
                        .day = strcmp(line->word[3], "*") == 0 ? -1 : tiny_day(t, line->word[3]),
                        .line = in->n_busy + 2};

    if (strcmp(line->word[4], "*") != 0)
        read_periods(line->word[4], &b.from, &b.to);
    in->busy = tiny_room(&in->arena, in->busy, in->n_busy, sizeof *in->busy);
    in->busy[in->n_busy++] = b;
}

void tiny_add_sync(struct tiny *t, const struct tiny_line *line)
{
    struct zj_instance *in = &t->in;

    in->sync = tiny_room(&in->arena, in->sync, in->n_sync, sizeof *in->sync);
    in->sync[in->n_sync] = (struct zj_sync){.class_a = tiny_word(t, line->word[1]),
                                            .class_b = tiny_word(t, line->word[2]),
                                            .subject = tiny_word(t, line->word[3]),
                                            .periods = tiny_number(line->word[4]),
                                            .line = in->n_sync + 2};
    in->n_sync++;
}

static int school_of_class(const struct tiny *t, const char *class_id)
{
    int word = zj_intern_find(&t->in.words, class_id);

    for (int b = 0; b < t->in.n_blocks; b++)
        if (t->in.block[b].class_id == word)
            return t->in.block[b].school;
    tiny_wrong("a class without demand needs at=", class_id);
}

static void read_lesson(struct tiny *t, const struct tiny_line *line, struct zj_lessons *plan)
{
    const char *at = tiny_option(line, "at");
    int from, to;

    if (line->n < 5)
        tiny_wrong("too few words", "lesson");
    read_periods(line->word[4], &from, &to);
    for (int p = from; p <= to; p++)
        zj_lessons_add(
            plan, &(struct zj_lesson){.teacher = tiny_teacher(t, line->word[0]),
                                      .school = at ? tiny_school(t, at) : school_of_class(t, line->word[1]),
                                      .class_id = tiny_word(t, line->word[1]),
                                      .subject = tiny_word(t, line->word[2]),
                                      .day = tiny_day(t, line->word[3]),
                                      .period = p});
}

struct zj_lessons tiny_lessons(struct tiny *t, const char *text)
{
    struct zj_lessons plan = {0};
    char *copy = strdup(text), *rest = NULL;

    for (char *part = strtok_r(copy, ";", &rest); part; part = strtok_r(NULL, ";", &rest)) {
        struct tiny_line line = tiny_cut(part);

        if (line.n > 0)
            read_lesson(t, &line, &plan);
    }
    free(copy);
    return plan;
}
