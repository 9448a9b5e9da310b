/*
 * test_timetable_place.c - proposed weeks are placed whenever they can be: when the board says no, trying
 * every
 * way finds none either.
 *
 * The week of one teacher is taken from a board and proposed again: as it was, with open days, wider or
 * narrower stays, other shares. ZJ_SEED and ZJ_COUNT choose the seeds.
 */
#include "tests/support/brute_place.h"
#include "tests/support/cmocka.h"
#include "tests/support/sanitized.h"
#include "tests/support/week_trial.h"

#include <stdlib.h>

enum { NODES = 200000, STEPS = 60, MAX_LESSONS = 64 };

struct said {
    int yes, no; /* times that the board placed a week, and did not */
};

static int position_of(const struct zj_instance *in, const struct zj_lesson *l)
{
    const struct zj_day_plan *bells = &in->bells[l->school];
    int i = 0;

    while (i < bells->n && bells->v[i].id != l->period)
        i++;
    return i;
}

static void add_stay(struct tt_week *w, const struct tt_stay *s)
{
    w->stay = zj_realloc(w->stay, (size_t)w->n_stays + 1, sizeof *w->stay);
    w->stay[w->n_stays++] = *s;
}

static void add_share(struct tt_week *w, int group, int level)
{
    for (int i = 0; i < w->n_shares; i++)
        if (w->share[i].group == group && w->share[i].level == level) {
            w->share[i].count++;
            return;
        }
    w->share = zj_realloc(w->share, (size_t)w->n_shares + 1, sizeof *w->share);
    w->share[w->n_shares++] = (struct tt_share){group, level, 1};
}

/* What the teacher does in these lessons of hers, sorted, as a proposal. */
static void propose(const struct tt_problem *p, const struct zj_lesson *v, int n, struct tt_week *w)
{
    for (int i = 0; i < n; i++) {
        int at = position_of(p->in, &v[i]);
        struct tt_stay *last = w->n_stays > 0 ? &w->stay[w->n_stays - 1] : NULL;
        if (last && last->slot == v[i].day && last->school == v[i].school)
            last->to = at;
        else
            add_stay(w, &(struct tt_stay){v[i].day, v[i].day, v[i].school, at, at});
    }
    for (int b = 0; b < p->in->n_blocks; b++) {
        const struct zj_block *block = &p->in->block[b];
        int lessons = 0, g = p->group_of[b];
        for (int i = 0; i < n; i++)
            lessons += v[i].class_id == block->class_id && v[i].subject == block->subject;
        if (lessons > 0)
            add_share(w, g, lessons);
    }
}

/* Open days, longer or shorter stays, one block more or fewer. */
static void change(struct rng *r, const struct tt_problem *p, struct tt_week *w)
{
    bool open[7] = {false};

    for (int d = 0; d < 7; d++)
        open[d] = rng_chance(r, 50);
    for (int i = 0; i < w->n_stays; i++) {
        struct tt_stay *s = &w->stay[i];
        int last = p->in->bells[s->school].n - 1;
        if (open[s->slot])
            s->day = -1;
        if (rng_chance(r, 60))
            s->from = rng_in(r, 0, rng_chance(r, 80) ? s->from : last);
        if (s->to < s->from || rng_chance(r, 60))
            s->to = rng_in(r, s->from, last);
    }
    if (w->n_shares > 0 && rng_chance(r, 30)) {
        int *count = &w->share[rng_in(r, 0, w->n_shares - 1)].count;
        *count += rng_chance(r, 70) || *count == 1 ? 1 : -1;
    }
}

/* The board's lessons of the teacher go to v, the others to *others; returns the number of the former. */
static int part(const struct tt_board *b, int teacher, struct zj_lesson v[MAX_LESSONS],
                struct zj_lessons *others)
{
    struct zj_lessons all = {0};
    int n = 0;

    tt_board_lessons(b, &all);
    others->n = 0;
    for (int i = 0; i < all.n; i++) {
        if (all.v[i].teacher != teacher)
            zj_lessons_add(others, &all.v[i]);
        else if (n < MAX_LESSONS)
            v[n++] = all.v[i];
    }
    zj_lessons_release(&all);
    return n;
}

static const char *wrong_yes(const struct reading *x, const struct tt_problem *p, const struct tt_board *b,
                             const struct tt_week *w, const struct zj_lessons *others)
{
    struct zj_lessons all = {0}, now = {0};
    struct zj_lesson v[MAX_LESSONS];
    const char *why = NULL;
    bool lacks;

    tt_board_lessons(b, &all);
    if (board_breaks(x, &all, &lacks) != ZJ_N_ALL_RULES)
        why = "the board placed a week and is unlawful now";
    else if (!is_placement(p, w, v, part(b, w->teacher, v, &now)))
        why = "the board placed another week than that proposed";
    else if (now.n != others->n)
        why = "the board changed the lessons of others";
    zj_lessons_release(&all);
    zj_lessons_release(&now);
    return why;
}

static const char *place(struct week_trial *t, const struct reading *x, const struct tt_problem *p,
                         struct tt_board *b, const struct tt_week *w, const struct zj_lessons *others)
{
    struct said *said = t->ctx;

    if (tt_board_place(b, w)) {
        said->yes++;
        return wrong_yes(x, p, b, w, others);
    }
    said->no++;
    switch (brute_place(x, p, others, w, NODES)) {
    case PLACE_POSSIBLE:
        return "the board does not place a week that can be placed";
    case PLACE_UNKNOWN:
        return trial_skipped;
    default:
        return NULL;
    }
}

static void print_week(const struct week_trial *t, const struct tt_problem *p, const struct tt_week *w)
{
    const struct zj_instance *in = &t->c.in;

    fprintf(stderr, "proposed to %s:", in->teacher[w->teacher].id);
    for (int i = 0; i < w->n_stays; i++)
        fprintf(stderr, " [slot %d day %d %s %d-%d]", w->stay[i].slot, w->stay[i].day,
                in->school[w->stay[i].school].id, w->stay[i].from, w->stay[i].to);
    for (int i = 0; i < w->n_shares; i++) {
        const struct tt_group *g = &p->group[w->share[i].group];
        fprintf(stderr, " %d x %d of %s/%s", w->share[i].count, w->share[i].level, in->school[g->school].id,
                zj_word(in, g->subject));
    }
    fprintf(stderr, "\n");
}

static const char *place_again(struct week_trial *t, const struct reading *x, const struct tt_problem *p,
                               struct tt_board *b)
{
    struct zj_lesson v[MAX_LESSONS];
    struct tt_week w = {.teacher = rng_in(&t->r, 0, t->c.in.n_teachers - 1)};
    int n = part(b, w.teacher, v, &t->lessons);
    const char *why = n == 0 ? trial_skipped : NULL;

    propose(p, v, n, &w);
    if (rng_chance(&t->r, 80))
        change(&t->r, p, &w);
    tt_board_clear(b, w.teacher);
    if (!why)
        why = place(t, x, p, b, &w, &t->lessons);
    if (why && why != trial_skipped)
        print_week(t, p, &w);
    free(w.stay);
    free(w.share);
    return why;
}

/* All lessons of a class in a subject by one teacher. */
static void whole_blocks(struct week_trial *t)
{
    static const bool one_teacher[ZJ_N_ALL_RULES] = {[ZJ_R_one_teacher] = true};

    random_add_lesson_rule(&t->r, &t->c.in, &t->c.pol, one_teacher);
    struct zj_rule *rule = &t->c.pol.lesson_rule[t->c.pol.n_lesson_rules - 1];
    rule->hard = true;
    rule->where = (struct zj_filter){.empty = true};
    rule->subjects.n = 0;
}

static const char *board_knows(struct week_trial *t)
{
    struct tt_problem p;
    struct reading reading;

    week_keep(t, 20);
    whole_blocks(t); /* blocks of several teachers are placed as far as a heuristic goes */
    tt_problem_init(&p, &t->c.in, &t->c.pol);
    reading_init(&reading, &t->c.in, &t->c.pol, week_kept(t));
    struct tt_board *b = tt_board_new(&p, week_kept(t));
    tt_board_greedy(b);
    tt_board_improve(b, &(struct tt_annealing){.steps = STEPS});
    const char *why = place_again(t, &reading, &p, b);
    tt_board_free(b);
    reading_release(&reading);
    tt_problem_release(&p);
    return why;
}

static void test_no_means_no(void **state)
{
    struct said said = {0};

    (void)state;
    int n = run_week_trials("place", 3000, random_week_make, board_knows, &said);
    print_message("%d weeks proposed: %d placed, %d not\n", n, said.yes, said.no);
    if (n >= 1000) {
        assert_true(said.yes >= n / 10);
        assert_true(said.no >= n / 10);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_no_means_no)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
