/*
 * test_exact.c - random timetables of the small school: FET's constraints, counted here from their
 * description, and the verifier on the instance that the school became, always agree.
 */
#include "solver/base/i18n.h"
#include "solver/verify/verify.h"
#include "tests/support/cmocka.h"
#include "tests/support/program.h"
#include "tests/support/rng.h"
#include "tests/support/sanitized.h"
#include "tests/support/school.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { N = 13, DAYS = 3, HOURS = 4, EAST = 0, WEST = 1 };
enum { ANN, BOB, CID, N_TEACHERS };

static const char *const days[] = {"Mon", "Tue", "Wed"}, *const hours[] = {"8:00", "9:00", "10:00", "11:00"};

/* The activities of school.fet: 1 stands at index 0. Classes: 1A, 1B (East), 2 (West). */
static const struct {
    int teacher, class_id, duration;
} activities[N] = {{ANN, 0, 1}, {ANN, 0, 1}, {ANN, 2, 1}, {ANN, 2, 1}, {ANN, 1, 2}, {BOB, 0, 1}, {BOB, 1, 1},
                   {CID, 0, 1}, {BOB, 1, 1}, {CID, 0, 1}, {ANN, 2, 1}, {BOB, 2, 1}, {CID, 0, 1}};

/* Day and hour at which each starts. */
struct week {
    int day[N], hour[N];
};

/* What FET would say. */
struct judgement {
    bool lawful;
    int soft; /* broken soft constraints: pairs on one day, hours too many in a row */
};

static int building(int i)
{
    return activities[i].class_id == 2 ? WEST : EAST;
}

/* The activity of the teacher (of the class, when teacher is -1) then; -1 = none, -2 = two. */
static int at(const struct week *w, int teacher, int class_id, int day, int hour)
{
    int found = -1;

    for (int i = 0; i < N; i++) {
        bool his = teacher >= 0 ? activities[i].teacher == teacher : activities[i].class_id == class_id;
        if (!his || w->day[i] != day || hour < w->hour[i] || hour >= w->hour[i] + activities[i].duration)
            continue;
        found = found == -1 ? i : -2;
    }
    return found;
}

static bool is_closed(int teacher, int class_id, int day, int hour)
{
    return (day == 1 && hour == 3) ||                                                 /* break */
           (teacher == ANN && ((day == 0 && hour < 2) || (day == 2 && hour == 3))) || /* Ann */
           (class_id == 2 && day == 2);                                               /* class 2 */
}

/* One day of one teacher: clashes, hours, changes of building and the gaps they need, Cid's gaps. */
static bool day_is_lawful(const struct week *w, int teacher, int day, int *in_a_row)
{
    int n = 0, changes = 0, last = -1, row = 0, gaps = 0;

    *in_a_row = 0;
    for (int h = 0; h < HOURS; h++) {
        int i = at(w, teacher, -1, day, h);
        row = i >= 0 ? row + 1 : 0;
        *in_a_row = row > *in_a_row ? row : *in_a_row;
        if (i == -2)
            return false;
        if (i < 0)
            continue;
        if (last >= 0) {
            int before = at(w, teacher, -1, day, last);
            gaps += h - last - 1;
            changes += building(before) != building(i);
            if (building(before) != building(i) && teacher == ANN && h - last - 1 < 1)
                return false;
        }
        last = h;
        n++;
    }
    return n <= 3 && changes <= 1 && (teacher != CID || gaps == 0);
}

static bool pe_is_lawful(const struct week *w, int i)
{
    return w->day[i] < 2 && w->hour[i] >= 2;
}

static struct judgement judge(const struct week *w)
{
    struct judgement j = {true, w->day[2] == w->day[3]};

    for (int i = 0; i < N; i++)
        for (int h = w->hour[i]; h < w->hour[i] + activities[i].duration; h++)
            j.lawful = j.lawful && !is_closed(activities[i].teacher, activities[i].class_id, w->day[i], h);
    for (int t = 0; t < N_TEACHERS; t++) {
        for (int d = 0; d < DAYS; d++) {
            int in_a_row;
            j.lawful = day_is_lawful(w, t, d, &in_a_row) && j.lawful;
            j.soft += t == ANN && in_a_row > 2 ? in_a_row - 2 : 0;
        }
    }
    for (int c = 0; c < 3; c++)
        for (int d = 0; d < DAYS; d++)
            for (int h = 0; h < HOURS; h++)
                j.lawful = j.lawful && at(w, -1, c, d, h) != -2;
    j.lawful = j.lawful && abs(w->day[0] - w->day[1]) >= 2 && w->day[11] == 0 && w->hour[11] == 0 &&
               pe_is_lawful(w, 7) && pe_is_lawful(w, 8) &&
               !(w->day[7] == w->day[8] && w->hour[7] == w->hour[8]) && w->day[9] == w->day[10] &&
               w->hour[9] == w->hour[10];
    return j;
}

/* The timetable as FET writes it, read back. */
static void read_back(const struct week *w, struct zj_lessons *lessons)
{
    char text[64 * 1024] = "<Activities_Timetable>", *end = text + strlen(text);

    for (int i = 0; i < N; i++)
        end += sprintf(end, "<Activity><Id>%d</Id><Day>%s</Day><Hour>%s</Hour></Activity>", i + 1,
                       days[w->day[i]], hours[w->hour[i]]);
    stpcpy(end, "</Activities_Timetable>");
    char *said = school_timetable(text, lessons);
    assert_string_equal(said, "");
    free(said);
    zj_lessons_sort(school_instance(), lessons);
}

static void compare(const struct week *w, struct judgement j, uint64_t seed)
{
    struct zj_lessons lessons = {0};
    struct zj_verdict v;

    read_back(w, &lessons);
    zj_verify_lessons(school_instance(), school_policy(), &lessons, NULL, NULL, &v);
    if ((v.n_hard_broken == 0) != j.lawful ||
        (j.lawful && (v.tier[ZJ_T_SOFT] != 95 * j.soft || v.tier[ZJ_T_UNMET] != 0))) {
        for (int i = 0; i < v.n; i++)
            if (!v.finding[i].ok)
                print_error("%s %s\n", zj_rule_name(v.finding[i].rule), v.finding[i].where);
        for (int i = 0; i < N; i++)
            print_error("activity %d: %s %s\n", i + 1, days[w->day[i]], hours[w->hour[i]]);
        fail_msg("seed %llu: lawful %d, soft %d by FET; %d hard rules broken, soft %lld by the verifier",
                 (unsigned long long)seed, j.lawful, j.soft, v.n_hard_broken, (long long)v.tier[ZJ_T_SOFT]);
    }
    zj_verdict_release(&v);
    zj_lessons_release(&lessons);
}

/* The lawful timetable of school_activities.xml. */
static const struct week known = {{0, 2, 1, 1, 2, 0, 1, 1, 0, 1, 1, 0, 1},
                                  {3, 2, 1, 2, 0, 1, 0, 2, 3, 0, 0, 0, 1}};

static void move(struct rng *r, struct week *w)
{
    int i = rng_in(r, 0, N - 1);

    w->day[i] = rng_in(r, 0, DAYS - 1);
    w->hour[i] = rng_in(r, 0, HOURS - activities[i].duration);
}

/* Steps from lawful to lawful, with unlawful ones beside the path. */
static void fet_and_the_verifier_agree(void **state)
{
    const char *seed_text = getenv("ZJ_SEED");
    uint64_t seed = seed_text ? strtoull(seed_text, NULL, 10) : 1;
    struct rng r = rng_make(seed, 0);
    struct week w = known;
    int n_lawful = 0, n = SANITIZED ? 600 : 4000;

    (void)state;
    for (int k = 0; k < n; k++) {
        struct week next = w;
        for (int m = rng_in(&r, 1, 3); m > 0; m--)
            move(&r, &next);
        struct judgement j = judge(&next);
        compare(&next, j, seed);
        n_lawful += j.lawful;
        if (j.lawful)
            w = next;
    }
    assert_in_range(n_lawful, n / 40, n);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fet_and_the_verifier_agree),
    };

    zj_i18n_init("en");
    return cmocka_run_group_tests(tests, NULL, school_close);
}
