/*
 * test_board_place.c - a proposed week is put on the board exactly when some placement of it is lawful.
 *
 * Every day, class and period of a tiny proposal is tried and judged by the verifier. ZJ_SEED and
 * ZJ_COUNT choose the seeds.
 */
#include "models/timetable/board.h"
#include "solver/verify/verify.h"
#include "tests/support/cmocka.h"
#include "tests/support/week_trial.h"

#include <string.h>

enum { MAX_STAYS = 8, MAX_SHARES = 3, MAX_UNITS = 8, MAX_JUDGED = 30000 };

struct proposal {
    struct tt_problem p;
    struct tt_week week;
    struct tt_stay stay[MAX_STAYS];
    struct tt_share share[MAX_SHARES];
    int n_slots, real[7]; /* real day of each proposed one */
    int judged;
    bool gave_up;
};

/* ---- judging ---- */

static bool may_lack(enum zj_rule_id id)
{
    return id == ZJ_R_need || id == ZJ_R_common_free || id == ZJ_R_sync_class || id == ZJ_R_stability;
}

static bool lawful(const struct week_trial *t, const struct zj_lessons *lessons)
{
    bool fine = true;
    struct zj_verdict v;

    zj_verify_lessons(&t->c.in, &t->c.pol, lessons, NULL, NULL, &v);
    for (int i = 0; i < v.n; i++) {
        const struct zj_finding *f = &v.finding[i];
        bool must = f->rule == ZJ_R_pins && f->need == 1; /* a pin that is not there yet */
        fine &= f->ok || !f->hard || may_lack(f->rule) || must;
    }
    zj_verdict_release(&v);
    return fine;
}

/* ---- every placement ---- */

static bool in_stay(const struct proposal *q, int school, int day, int position)
{
    for (int i = 0; i < q->week.n_stays; i++) {
        const struct tt_stay *s = &q->stay[i];
        if (q->real[s->slot] == day && s->school == school && s->from <= position && position <= s->to)
            return true;
    }
    return false;
}

/* The stay of the proposed day on which the lesson lies. */
static int stay_of(const struct proposal *q, const struct zj_lesson *x)
{
    int i = 0;

    while (q->real[q->stay[i].slot] != x->day || q->stay[i].school != x->school)
        i++;
    return i;
}

/* Do the teacher's lessons follow the order of the stays? Sorted by teacher, day and clock. */
static bool in_order(const struct proposal *q, const struct zj_lessons *sorted)
{
    for (int i = 1; i < sorted->n; i++) {
        const struct zj_lesson *x = &sorted->v[i - 1], *y = &sorted->v[i];
        if (x->teacher == q->week.teacher && y->teacher == x->teacher && x->day == y->day &&
            stay_of(q, x) > stay_of(q, y))
            return false;
    }
    return true;
}

static int lessons_of(const struct zj_lessons *lessons, const struct zj_block *b, int teacher)
{
    int n = 0;

    for (int i = 0; i < lessons->n; i++) {
        const struct zj_lesson *x = &lessons->v[i];
        n += x->class_id == b->class_id && x->subject == b->subject && x->school == b->school &&
             (teacher < 0 || x->teacher == teacher);
    }
    return n;
}

static bool any_share(const struct week_trial *t, struct proposal *q, struct zj_lessons *lessons, int share,
                      int from, int left);

/* `left` more lessons of the block, later than day and position. */
static bool any_lesson(const struct week_trial *t, struct proposal *q, struct zj_lessons *lessons, int share,
                       int block, int blocks_left, int left, int cell)
{
    const struct zj_instance *in = &t->c.in;
    const struct zj_block *b = &in->block[block];
    const int n = in->bells[b->school].n;

    if (left == 0)
        return any_share(t, q, lessons, share, block + 1, blocks_left - 1);
    for (int k = cell; k < in->n_days * n; k++) {
        if (!in_stay(q, b->school, k / n, k % n))
            continue;
        zj_lessons_add(lessons, &(struct zj_lesson){.teacher = q->week.teacher,
                                                    .school = b->school,
                                                    .class_id = b->class_id,
                                                    .subject = b->subject,
                                                    .day = k / n,
                                                    .period = in->bells[b->school].v[k % n].id});
        if (any_lesson(t, q, lessons, share, block, blocks_left, left - 1, k + 1))
            return true;
        lessons->n--;
    }
    return false;
}

/* `left` more blocks of the share, of index `from` or later; then the next share. */
static bool any_share(const struct week_trial *t, struct proposal *q, struct zj_lessons *lessons, int share,
                      int from, int left)
{
    if (q->gave_up)
        return false;
    if (left == 0) {
        if (share + 1 < q->week.n_shares)
            return any_share(t, q, lessons, share + 1, 0, q->share[share + 1].count);
        struct zj_lessons copy = {0};
        for (int i = 0; i < lessons->n; i++)
            zj_lessons_add(&copy, &lessons->v[i]);
        zj_lessons_sort(&t->c.in, &copy);
        bool fine = in_order(q, &copy) && lawful(t, &copy);
        zj_lessons_release(&copy);
        q->gave_up = ++q->judged > MAX_JUDGED;
        return fine;
    }
    for (int b = from; b < t->c.in.n_blocks; b++) {
        const struct tt_share *s = &q->share[share];
        const struct zj_block *k = &t->c.in.block[b];
        int placed = lessons_of(lessons, k, -1);
        if (q->p.group_of[b] != s->group || k->periods - placed < s->level ||
            lessons_of(lessons, k, q->week.teacher) > 0)
            continue;
        if (any_lesson(t, q, lessons, share, b, left, s->level, 0))
            return true;
    }
    return false;
}

static bool any_days(const struct week_trial *t, struct proposal *q, struct zj_lessons *lessons, int slot,
                     unsigned used)
{
    const int n = lessons->n;

    if (slot == q->n_slots)
        return q->week.n_shares == 0 || any_share(t, q, lessons, 0, 0, q->share[0].count);
    for (int d = 0; d < t->c.in.n_days; d++) {
        int fixed = -1;
        for (int i = 0; i < q->week.n_stays; i++)
            if (q->stay[i].slot == slot)
                fixed = q->stay[i].day;
        if (used >> d & 1 || (fixed >= 0 && fixed != d))
            continue;
        q->real[slot] = d;
        if (any_days(t, q, lessons, slot + 1, used | 1u << d))
            return true;
        lessons->n = n;
    }
    return false;
}

/* ---- random proposals ---- */

static void make_stays(struct week_trial *t, struct proposal *q)
{
    const struct zj_instance *in = &t->c.in;
    const struct zj_ids *may = &q->p.may[q->week.teacher];
    int free_days = in->n_days;

    q->n_slots = rng_in(&t->r, 1, in->n_days);
    for (int slot = 0; slot < q->n_slots; slot++) {
        int n = rng_in(&t->r, 1, 2), day = rng_chance(&t->r, 20) ? in->n_days - free_days-- : -1;
        for (int i = 0; i < n && q->week.n_stays < MAX_STAYS; i++) {
            int school = q->p.group[may->v[rng_in(&t->r, 0, may->n - 1)]].school;
            int from = rng_in(&t->r, 0, in->bells[school].n - 1);
            if (i > 0 && school == q->stay[q->week.n_stays - 1].school)
                continue;
            q->stay[q->week.n_stays++] = (struct tt_stay){.day = day,
                                                          .slot = slot,
                                                          .school = school,
                                                          .from = rng_chance(&t->r, 50) ? 0 : from,
                                                          .to = rng_in(&t->r, from, in->bells[school].n - 1)};
        }
    }
}

static bool make_proposal(struct week_trial *t, struct proposal *q)
{
    int units = 0;

    memset(&q->week, 0, sizeof q->week);
    q->week.stay = q->stay;
    q->week.share = q->share;
    q->judged = 0;
    q->gave_up = false;
    if (q->p.n_active == 0)
        return false;
    q->week.teacher = q->p.active[rng_in(&t->r, 0, q->p.n_active - 1)];
    make_stays(t, q);
    const struct zj_ids *may = &q->p.may[q->week.teacher];
    for (int i = 0, n = rng_in(&t->r, 1, MAX_SHARES); i < n; i++) {
        const int g = may->v[rng_in(&t->r, 0, may->n - 1)];
        const struct tt_group *group = &q->p.group[g];
        struct tt_share s = {g, rng_chance(&t->r, 80) ? group->periods : rng_in(&t->r, 1, group->periods),
                             rng_in(&t->r, 1, group->n)};
        if (units + s.level * s.count <= MAX_UNITS) {
            units += s.level * s.count;
            q->share[q->week.n_shares++] = s;
        }
    }
    return q->week.n_shares > 0 && q->week.n_stays > 0;
}

/* What a flow cannot see is taken from the rules. */
static void make_plain(struct zj_policy *pol)
{
    int n = 0;

    for (int i = 0; i < pol->n_lesson_rules; i++) {
        struct zj_rule *r = &pol->lesson_rule[i];
        r->max_row = r->min_gap_days = ZJ_NONE;
        r->min_periods = r->id == ZJ_R_visiting_days ? ZJ_NONE : r->min_periods;
        if (r->id != ZJ_R_double && r->id != ZJ_R_idle)
            pol->lesson_rule[n++] = *r;
    }
    pol->n_lesson_rules = n;
}

/* ---- the trial ---- */

static const char *check_put(const struct week_trial *t, const struct proposal *q, const struct tt_board *b,
                             const struct zj_lessons *before)
{
    struct zj_lessons now;
    const char *why = NULL;
    int units = 0;

    tt_board_lessons(b, &now);
    for (int i = 0; i < q->week.n_shares; i++)
        units += q->share[i].level * q->share[i].count;
    if (!lawful(t, &now))
        why = "the placement is not lawful";
    else if (now.n != before->n + units)
        why = "the placement has another number of lessons";
    zj_lessons_release(&now);
    return why;
}

static const char *place_and_judge(struct week_trial *t)
{
    const bool plain = t->ctx != NULL;
    struct proposal q;
    const char *why = NULL;

    if (plain)
        make_plain(&t->c.pol);
    tt_problem_init(&q.p, &t->c.in, &t->c.pol);
    if (!make_proposal(t, &q)) {
        tt_problem_release(&q.p);
        return trial_skipped;
    }
    struct tt_board *b = tt_board_new(&q.p, NULL);
    if (rng_chance(&t->r, 60))
        tt_board_greedy(b);
    tt_board_clear(b, q.week.teacher);
    tt_board_lessons(b, &t->lessons);
    struct zj_lessons before = {0};
    for (int i = 0; i < t->lessons.n; i++)
        zj_lessons_add(&before, &t->lessons.v[i]);
    if (tt_board_place(b, &q.week))
        why = check_put(t, &q, b, &before);
    else if (any_days(t, &q, &t->lessons, 0, 0))
        why = plain ? "there is a lawful placement that was not found" : NULL;
    else if (q.gave_up)
        why = trial_skipped;
    zj_lessons_release(&before);
    tt_board_free(b);
    tt_problem_release(&q.p);
    return why;
}

static void test_plain(void **state)
{
    bool plain;

    (void)state;
    run_week_trials("plain placements", 3000, random_week_make, place_and_judge, &plain);
}

static void test_any(void **state)
{
    (void)state;
    run_week_trials("placements", 1000, random_week_make, place_and_judge, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain),
        cmocka_unit_test(test_any),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
