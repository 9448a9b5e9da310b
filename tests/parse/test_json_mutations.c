/*
 * test_json_mutations.c - no change of a JSON file, however silly, ends in anything but a plan or a report.
 *
 * Seeded changes of good files: bytes, pieces and whole values are replaced, doubled,
 * lost or moved. Each result is read in this process; the sanitizers watch.
 */
#include "solver/base/file.h"
#include "solver/base/i18n.h"
#include "solver/data/event.h"
#include "solver/data/staff.h"
#include "solver/io/instance_json.h"
#include "solver/io/plan_parts.h"
#include "solver/io/read.h"
#include "solver/io/write.h"
#include "solver/verify/verify.h"
#include "tests/support/cmocka.h"
#include "tests/support/random_instance.h"
#include "tests/support/rng.h"

#include <stdlib.h>
#include <string.h>

enum { ROUNDS = 1500, MAX_CHANGES = 4, ROOM = 4096 };

static const char *const pieces[] = {
    "null",
    "true",
    "-1",
    "0",
    "9007199254740993",
    "1.5",
    "1e9",
    "\"\"",
    "\"音乐\"",
    "[]",
    "{}",
    "[[]]",
    ",",
    ":",
    "\"",
    "{",
    "}",
    "[",
    "]",
    "\\u0000",
    "\xFF",
    "\n",
    "x_",
    "\"rule\"",
    "\"need\"",
    "\"S1\"",
    "\"kind\": 1,",
    "-99999999999999999999",
    "\\ud800",
    "\"where\": {\"age\": [null, null]}, ",
};
enum { N_PIECES = sizeof pieces / sizeof pieces[0] };

/* A text under change; `size` bytes of room. */
struct text {
    char *s;
    size_t n, size;
};

static void splice(struct text *t, size_t at, size_t lose, const char *with, size_t n)
{
    if (t->n - lose + n > t->size)
        return;
    memmove(t->s + at + n, t->s + at + lose, t->n - at - lose);
    memcpy(t->s + at, with, n);
    t->n = t->n - lose + n;
}

/* The bytes from `at` to the next comma, colon or bracket: most often a whole value. */
static size_t value_length(const struct text *t, size_t at)
{
    size_t n = 0;

    while (at + n < t->n && !strchr(",:{}[]", t->s[at + n]))
        n++;
    return n;
}

static void change(struct text *t, struct rng *r)
{
    size_t at = (size_t)rng_in(r, 0, (int)t->n - 1);
    const char *piece = pieces[rng_in(r, 0, N_PIECES - 1)];
    size_t length = (size_t)rng_in(r, 0, 40);
    char copy[64], byte = (char)rng_in(r, 0, 255);

    if (length > t->n - at)
        length = t->n - at;
    memcpy(copy, t->s + at, length);
    switch (rng_in(r, 0, 5)) {
    case 0:
        t->s[at] = byte;
        break;
    case 1:
        splice(t, at, length, "", 0);
        break;
    case 2:
        splice(t, (size_t)rng_in(r, 0, (int)t->n), 0, copy, length);
        break;
    case 3:
        splice(t, at, 0, piece, strlen(piece));
        break;
    case 4:
        while (at > 0 && !strchr(",:{}[]", t->s[at - 1]))
            at--;
        splice(t, at, value_length(t, at), piece, strlen(piece));
        break;
    default:
        t->n = at + 1;
        break;
    }
}

/* Read the text in some way; the status and what was reported must agree. */
typedef enum zj_status read_text(const struct text *t, const struct random_case *c, struct zj_diag *d);

/* Returns how many of the changed texts were accepted. */
static int mutate(const char *good, size_t n, const struct random_case *c, read_text *read, uint64_t seed)
{
    struct text t = {malloc(n + ROOM), 0, n + ROOM};
    int n_accepted = 0;

    for (int round = 0; round < ROUNDS; round++) {
        struct rng r = rng_make(seed, (uint64_t)round);
        struct zj_diag d = {0};
        memcpy(t.s, good, n);
        t.n = n;
        for (int k = round == 0 ? 0 : rng_in(&r, 1, MAX_CHANGES); k > 0 && t.n > 0; k--)
            change(&t, &r);
        enum zj_status st = read(&t, c, &d);
        if ((st == ZJ_OK) != (d.n_errors == 0) || (st != ZJ_OK && st != ZJ_EDATA))
            fail_msg("round %d: status %d with %d errors", round, (int)st, d.n_errors);
        if (round == 0 && st != ZJ_OK)
            fail_msg("the good text is refused: %s", d.problem[0].text);
        n_accepted += st == ZJ_OK;
        zj_diag_release(&d);
    }
    free(t.s);
    return n_accepted;
}

static enum zj_status read_plan(const struct text *t, const struct random_case *c, struct zj_diag *d)
{
    struct zj_plan plan;
    enum zj_status st = zj_read_plan_json(t->s, t->n, "plan.json", &c->in, &c->pol, &plan, d);

    if (st == ZJ_OK) { /* whatever is accepted can be judged and written */
        struct zj_verdict v;
        struct zj_diag said = {0};
        enum zj_status judged = zj_verify_plan(&c->in, &c->pol, &plan, NULL, &v, &said);
        assert_true(judged == ZJ_OK || judged == ZJ_VIOLATED);
        free(zj_plan_to_json(&c->in, &c->pol, &plan));
        zj_verdict_release(&v);
        zj_diag_release(&said);
    }
    zj_plan_release(&plan);
    return st;
}

static enum zj_status read_instance(const struct text *t, const struct random_case *c, struct zj_diag *d)
{
    struct zj_instance in = {0};
    struct zj_policy pol = {0};
    struct zj_policy_source where;
    struct zj_builder *b = zj_builder_new(&in, d);
    enum zj_status st = zj_read_instance_json(t->s, t->n, "one.json", true, &in, b, &where, d);

    (void)c;
    if (st == ZJ_OK && where.embedded)
        st = zj_read_policy_json(t->s, t->n, "one.json", &(struct zj_policy_options){.member = "policy"}, &in,
                                 &pol, d);
    if (d->n_errors > 0)
        st = ZJ_EDATA;
    if (st == ZJ_OK)
        zj_instance_finish(&in, &pol); /* ways, weeks, days and groups */
    zj_builder_free(b);
    zj_policy_release(&pol);
    zj_instance_release(&in);
    return st;
}

static void plans_survive_any_change(void **state)
{
    struct random_case c;
    struct zj_plan plan = {.program = "zoujiao 0.1.0", .status = ZJ_PLAN_FEASIBLE};
    struct rng r = rng_make(7, 7);

    (void)state;
    random_case_make(&c, 11, 2000);
    random_postings(&r, &c, &plan.postings);
    for (plan.n_tiers = 0; plan.n_tiers < ZJ_N_TIERS; plan.n_tiers++)
        plan.order[plan.n_tiers] = (enum zj_tier)plan.n_tiers;
    char *good = zj_plan_to_json(&c.in, &c.pol, &plan);
    assert_in_range(mutate(good, strlen(good), &c, read_plan, 1), 1, ROUNDS / 2);
    free(good);
    zj_plan_release(&plan);
    random_case_release(&c);
}

/* A timetable with ways: whatever can still be read is judged and written. */
static void timetables_survive_any_change(void **state)
{
    struct random_case c = {0};
    struct zj_plan plan = {.model = ZJ_TIMETABLE, .status = ZJ_PLAN_FEASIBLE, .n_tiers = ZJ_N_LESSON_TIERS};
    struct zj_diag d = {0};
    struct rng r = rng_make(8, 8);

    (void)state;
    assert_int_equal(
        zj_read_instance("tests/parse/valid/one-file-timetable/input.json", NULL, &c.in, &c.pol, &d), ZJ_OK);
    zj_staff_in_term(&c.in, &c.pol, NULL, 0);
    memcpy(plan.order, zj_lesson_tiers, sizeof zj_lesson_tiers);
    for (int i = 0; i < 12; i++) {
        const struct zj_block *b = &c.in.block[rng_in(&r, 0, c.in.n_blocks - 1)];
        const struct zj_day_plan *bells = &c.in.bells[b->school];
        const struct zj_lesson x = {.school = b->school,
                                    .class_id = b->class_id,
                                    .subject = b->subject,
                                    .day = rng_in(&r, 0, c.in.n_days - 1),
                                    .period = bells->v[rng_in(&r, 0, bells->n - 1)].id};
        zj_lessons_add(&plan.lessons, &x);
    }
    zj_lessons_sort(&c.in, &plan.lessons);
    zj_lesson_legs(&c.in, &plan.lessons, 10, &plan.legs);
    char *good = zj_plan_to_json(&c.in, &c.pol, &plan);
    assert_in_range(mutate(good, strlen(good), &c, read_plan, 9), 1, ROUNDS / 2);
    free(good);
    zj_plan_release(&plan);
    zj_diag_release(&d);
    random_case_release(&c);
}

/* A calendar: each activity somewhere in the term. */
static void calendars_survive_any_change(void **state)
{
    struct random_case c = {0};
    struct zj_plan plan = {.model = ZJ_CALENDAR, .status = ZJ_PLAN_FEASIBLE, .n_tiers = ZJ_N_CALENDAR_TIERS};
    struct zj_diag d = {0};
    struct rng r = rng_make(9, 9);

    (void)state;
    assert_int_equal(
        zj_read_instance("tests/parse/valid/one-file-calendar/input.json", NULL, &c.in, &c.pol, &d), ZJ_OK);
    memcpy(plan.order, zj_calendar_tiers, sizeof zj_calendar_tiers);
    for (int e = 0; e < c.pol.n_events; e++) {
        const struct zj_event *event = &c.pol.event[e];
        int g = rng_in(&r, 0, event->n_groups - 1);
        const struct zj_ids *hosts = &event->group[g].hosts, *chairs = &event->group[g].chairs;
        bool period = event->lasts == ZJ_LASTS_PERIOD;
        zj_calendar_add(&plan.calendar,
                        &(struct zj_occurrence){.event = e,
                                                .group = g,
                                                .date = rng_in(&r, 0, c.in.n_dates - 1),
                                                .session = event->lasts == ZJ_LASTS_DAY ? -1 : 0,
                                                .period = period ? c.in.period[0].id : 0,
                                                .host = hosts->n > 0 ? hosts->v[0] : -1,
                                                .chair = chairs->n > 0 ? chairs->v[0] : -1});
    }
    char *good = zj_plan_to_json(&c.in, &c.pol, &plan);
    assert_in_range(mutate(good, strlen(good), &c, read_plan, 10), 1, ROUNDS / 2);
    free(good);
    zj_plan_release(&plan);
    zj_diag_release(&d);
    random_case_release(&c);
}

/* One file with its policy inside: the head, every kind of cell, filters, kinds and rules. */
static void instances_and_policies_survive_any_change(void **state)
{
    static const char *const files[] = {
        "tests/parse/valid/one-file-mixed/input.json", "tests/parse/valid/one-file-all-rules/input.json",
        "tests/parse/valid/one-file-timetable/input.json", "tests/parse/valid/one-file-calendar/input.json"};

    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        char *good;
        size_t n;
        assert_int_equal(zj_file_read(files[i], &good, &n, NULL), ZJ_OK);
        assert_in_range(mutate(good, n, NULL, read_instance, 2 + i), 1, ROUNDS / 2);
        free(good);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plans_survive_any_change),
        cmocka_unit_test(timetables_survive_any_change),
        cmocka_unit_test(calendars_survive_any_change),
        cmocka_unit_test(instances_and_policies_survive_any_change),
    };

    zj_i18n_init("en");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
