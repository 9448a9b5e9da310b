/*
 * test_convert.c - files of FET become instances and back; FET itself, where it is installed, is the referee.
 */
#include "models/timetable/board.h"
#include "solver/data/staff.h"
#include "solver/io/read.h"
#include "solver/io/write.h"
#include "solver/verify/verify.h"
#include "tests/support/cmocka.h"
#include "tests/support/program.h"
#include "tests/support/school.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SCHOOL "tests/fet/school.fet"
#define WEEK   "tests/fet/school_activities.xml"
#define ARABIC "/usr/share/doc/fet-data/examples/FET-5-official/Saudi-Arabia/Arabic_Saudi_3.fet"
#define NO_MIN "--ignore=ConstraintTeachersMinHoursDaily"

static bool is_installed(void)
{
    return system("command -v fet-cl >/dev/null 2>&1") == 0;
}

/* Leave the test out, and say why. */
#define NEED(condition, what)                                                                                \
    do {                                                                                                     \
        if (!(condition)) {                                                                                  \
            print_message("left out: %s\n", what);                                                           \
            skip();                                                                                          \
        }                                                                                                    \
    } while (0)

/* Does FET find a timetable for the file within so many seconds? Its path; static. NULL: no. */
static const char *fet_finds(const char *file, int seconds)
{
    static char found[512];
    char line[1024], name[128];
    const char *base = strrchr(file, '/');

    snprintf(name, sizeof name, "%s", base ? base + 1 : file);
    *strrchr(name, '.') = '\0';
    snprintf(
        line, sizeof line,
        "HOME=%s timeout %d fet-cl --inputfile=%s --outputdir=%s --htmllevel=0 </dev/null >/dev/null 2>&1",
        scratch(), seconds, file, scratch());
    snprintf(found, sizeof found, "%s/timetables/%s/%s_activities.xml", scratch(), name, name);
    unlink(found);
    (void)!system(line);
    return access(found, R_OK) == 0 ? found : NULL;
}

/* ---- the command line --------------------------------------------------------------------------- */

static void wrong_command_lines(void **state)
{
    (void)state;
    program_expect(64, "convert", SCHOOL, NULL);
    program_expect(64, "convert", SCHOOL, scratch_path("x"), "-o", scratch_path("plan.json"), NULL);
    program_expect(64, "convert", "a", "b", "--to-fet=c", "--ignore=D", NULL);
    program_expect(64, "convert", "a", "b", "--to-fet=c", "--timetable=d", NULL);
    program_expect(66, "convert", scratch_path("none.fet"), scratch_path("x"), NULL);
    program_expect(66, "convert", SCHOOL, "tests/fet/expected", "--timetable", scratch_path("none.xml"),
                   NULL);
    program_expect(66, "convert", scratch_path("none"), "plan.json", "--to-fet", scratch_path("x.fet"), NULL);
    assert_int_not_equal(access(scratch_path("x"), F_OK), 0);
}

/* A folder is written whole or not at all. */
static void whole_folders_or_none(void **state)
{
    struct program p;

    (void)state;
    scratch_write("bad.fet", "<fet/>");
    program_run(&p, "convert", scratch_path("bad.fet"), scratch_path("bad"), NULL);
    assert_int_equal(p.code, 65);
    assert_true(contains(p.err, "bad.fet:1:1 (fet): the element 'Days_List' is missing"));
    assert_true(contains(p.err, "cannot become an instance; --ignore=NAME"));
    program_release(&p);
    assert_int_not_equal(access(scratch_path("bad"), F_OK), 0);
    program_expect(73, "convert", SCHOOL, scratch_path("none/school"), NULL);
    mkdir(scratch_path("full"), 0700);
    scratch_write("full/file", "x");
    program_run(&p, "convert", SCHOOL, scratch_path("full"), NULL);
    assert_int_equal(p.code, 73);
    assert_true(contains(p.err, "is not empty"));
    program_release(&p);
    assert_int_equal(count_files(scratch_path("full"), "") - 2, 1);
    mkdir(scratch_path("empty"), 0700);
    program_expect(0, "convert", SCHOOL, scratch_path("empty/"), "-q", NULL);
    assert_true(access(scratch_path("empty/demand.csv"), R_OK) == 0);
    assert_int_equal(count_files(scratch(), ".zoujiao"), 0);
}

static void says_what_was_converted(void **state)
{
    struct program p;

    (void)state;
    program_run(&p, "convert", SCHOOL, scratch_path("said"), NULL);
    assert_int_equal(p.code, 0);
    assert_string_equal(p.out, "");
    assert_true(contains(p.err, "2 buildings, 3 teachers, 3 classes, 14 lessons a week"));
    program_release(&p);
    program_expect(0, "lint", scratch_path("said"), NULL);
}

/* ---- timetables of FET -------------------------------------------------------------------------- */

/* Convert, read the timetable back as plan.json, judge it. */
static void expect_verdict(const char *timetable, int code)
{
    program_expect(0, "convert", SCHOOL, "tests/fet/expected", "--timetable", timetable, "-o",
                   scratch_path("plan.json"), "-q", NULL);
    program_expect(code, "verify", "tests/fet/expected", scratch_path("plan.json"), NULL);
}

static void timetables_are_judged(void **state)
{
    struct program p;

    (void)state;
    expect_verdict(WEEK, 0);
    char *hop = school_change(slurp(WEEK), "<Id>1</Id>\n\t<Day>Mon</Day>", "<Id>1</Id><Day>Tue</Day>");
    scratch_write("hop.xml", hop);
    free(hop);
    expect_verdict(scratch_path("hop.xml"), 4);
    program_run(&p, "convert", SCHOOL, "tests/fet/expected", "--timetable", scratch_path("hop.xml"), NULL);
    assert_int_equal(p.code, 0);
    assert_true(contains(p.out, "\"model\": \"timetable\""));
    assert_true(contains(p.err, "14 lessons; "));
    program_release(&p);
}

/* Another instance does not know the lessons. */
static void timetables_need_their_instance(void **state)
{
    struct program p;

    (void)state;
    program_run(&p, "convert", SCHOOL, "instances/longcheng", "--timetable", WEEK, NULL);
    assert_int_equal(p.code, 65);
    assert_true(contains(p.err, "it was not made from this FET file in this way"));
    program_release(&p);
}

/* ---- FET as the referee ------------------------------------------------------------------------- */

static void fet_solves_what_becomes_lawful(void **state)
{
    (void)state;
    NEED(is_installed(), "fet-cl is not installed (Debian package fet)");
    const char *timetable = fet_finds(SCHOOL, 60);
    assert_non_null(timetable);
    expect_verdict(timetable, 0);
}

/* What the verifier says of a plan of the school, FET says of the file with every lesson locked. */
static void fet_agrees_about(const char *timetable, int code)
{
    expect_verdict(timetable, code);
    program_expect(0, "convert", "tests/fet/expected", scratch_path("plan.json"), "--to-fet",
                   scratch_path("locked.fet"), NULL);
    bool accepted = fet_finds(scratch_path("locked.fet"), code == 0 ? 60 : 3) != NULL;
    assert_int_equal(accepted, code == 0);
}

/* A change of the lawful timetable. */
static const struct {
    const char *why, *old, *put;
} unlawful[] = {
    {"Ann goes from West to East without a gap", "<Id>1</Id>\n\t<Day>Mon</Day>\n\t<Hour>11:00</Hour>",
     "<Id>1</Id><Day>Tue</Day><Hour>11:00</Hour>"},
    {"Bob teaches two classes at once", "<Id>6</Id>\n\t<Day>Mon</Day>\n\t<Hour>9:00</Hour>",
     "<Id>6</Id><Day>Mon</Day><Hour>8:00</Hour>"},
    {"class 1A has two lessons at once", "<Id>6</Id>\n\t<Day>Mon</Day>\n\t<Hour>9:00</Hour>",
     "<Id>6</Id><Day>Mon</Day><Hour>11:00</Hour>"},
    {"Ann is not available", "<Id>1</Id>\n\t<Day>Mon</Day>\n\t<Hour>11:00</Hour>",
     "<Id>1</Id><Day>Mon</Day><Hour>9:00</Hour>"},
};

static void fet_agrees_with_the_verifier(void **state)
{
    (void)state;
    NEED(is_installed(), "fet-cl is not installed (Debian package fet)");
    fet_agrees_about(WEEK, 0);
    for (size_t i = 0; i < sizeof unlawful / sizeof unlawful[0]; i++) {
        char *text = school_change(slurp(WEEK), unlawful[i].old, unlawful[i].put);
        scratch_write("unlawful.xml", text);
        free(text);
        fet_agrees_about(scratch_path("unlawful.xml"), 4);
    }
}

/* A first plan of the instance, as a file; false when it breaks a hard rule. */
static bool write_plan(const char *folder, const char *path)
{
    const struct zj_read_options options = {0};
    struct zj_instance in;
    struct zj_policy pol;
    struct zj_diag d = {0};
    struct tt_problem problem;
    struct zj_verdict v;
    struct zj_plan plan = {.model = ZJ_TIMETABLE, .status = ZJ_PLAN_FEASIBLE, .n_tiers = ZJ_N_LESSON_TIERS};

    assert_int_equal(zj_read_instance(folder, &options, &in, &pol, &d), ZJ_OK);
    zj_staff_in_term(&in, &pol, NULL, 0);
    tt_problem_init(&problem, &in, &pol);
    struct tt_board *board = tt_board_new(&problem, NULL);
    tt_board_greedy(board);
    tt_board_lessons(board, &plan.lessons);
    zj_lessons_sort(&in, &plan.lessons);
    zj_verify_lessons(&in, &pol, &plan.lessons, NULL, NULL, &v);
    memcpy(plan.order, zj_lesson_tiers, sizeof zj_lesson_tiers);
    char *json = zj_plan_to_json(&in, &pol, &plan);
    scratch_write(path, json);
    bool lawful = v.n_hard_broken == 0;
    free(json);
    tt_board_free(board);
    tt_problem_release(&problem);
    zj_plan_release(&plan);
    zj_verdict_release(&v);
    zj_instance_release(&in);
    zj_policy_release(&pol);
    zj_diag_release(&d);
    return lawful;
}

/* Plans of travelling teachers, one of them with two sets of bells. */
static void fet_accepts_plans_of_ours(void **state)
{
    static const char *const folders[] = {"instances/longcheng", "instances/longfeng",
                                          "instances/tiny-tt-travel_time", "instances/tiny-tt-half_day",
                                          "instances/tiny-tt-no_clash"};

    (void)state;
    NEED(is_installed(), "fet-cl is not installed (Debian package fet)");
    for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++) {
        if (!write_plan(folders[i], "ours.json"))
            fail_msg("%s: the first plan is not lawful", folders[i]);
        program_expect(0, "convert", folders[i], scratch_path("ours.json"), "--to-fet",
                       scratch_path("ours.fet"), NULL);
        if (!fet_finds(scratch_path("ours.fet"), 60))
            fail_msg("%s: FET refuses the plan", folders[i]);
    }
}

/* From FET, solved here, back to FET: hops that some teachers need a gap for, doubles, one gymnasium. */
static void fet_accepts_our_plan_of_its_school(void **state)
{
    struct program p;
    const char *plan = scratch_path("school.json");

    (void)state;
    program_run(&p, "timetable", "tests/fet/expected", "-n", "5", "-q", "-o", plan, NULL);
    assert_in_range(p.code, 0, 1); /* proved or not */
    program_release(&p);
    program_expect(0, "verify", "tests/fet/expected", plan, NULL);
    program_expect(0, "convert", "tests/fet/expected", plan, "--to-fet", scratch_path("ours.fet"), NULL);
    NEED(is_installed(), "fet-cl is not installed (Debian package fet)");
    assert_non_null(fet_finds(scratch_path("ours.fet"), 60));
}

/* ---- a school of Debian's package --------------------------------------------------------------- */

static void arabic_school_is_converted(void **state)
{
    struct program p;

    (void)state;
    NEED(access(ARABIC, R_OK) == 0, "Arabic_Saudi_3.fet is not there (Debian package fet-data)");
    program_run(&p, "convert", ARABIC, scratch_path("arabic"), NULL);
    assert_int_equal(p.code, 65);
    assert_true(contains(p.err, "(ConstraintTeachersMinHoursDaily): 1 that cannot be expressed"));
    program_release(&p);
    program_run(&p, "convert", ARABIC, scratch_path("arabic"), NO_MIN, NULL);
    assert_int_equal(p.code, 0);
    assert_true(contains(p.err, "3 buildings, 35 teachers, 19 classes, 665 lessons a week"));
    program_release(&p);
    program_run(&p, "lint", scratch_path("arabic"), NULL);
    assert_int_equal(p.code, 0);
    program_release(&p);
}

static void arabic_timetable_is_lawful(void **state)
{
    const char *seconds = getenv("ZJ_FET_SECONDS");

    (void)state;
    NEED(access(ARABIC, R_OK) == 0, "Arabic_Saudi_3.fet is not there (Debian package fet-data)");
    NEED(is_installed(), "fet-cl is not installed (Debian package fet)");
    NEED(seconds, "FET needs a minute or more for it; ZJ_FET_SECONDS=600 gives them");
    const char *timetable = fet_finds(ARABIC, atoi(seconds));
    NEED(timetable, "FET found no timetable in ZJ_FET_SECONDS");
    const char *folder = scratch_path("arabic-week"), *plan = scratch_path("arabic.json");
    program_expect(0, "convert", ARABIC, folder, NO_MIN, NULL);
    program_expect(0, "convert", ARABIC, folder, NO_MIN, "--timetable", timetable, "-o", plan, NULL);
    program_expect(0, "verify", folder, plan, NULL);
    program_expect(0, "convert", folder, plan, "--to-fet", scratch_path("arabic-locked.fet"), NULL);
    assert_non_null(fet_finds(scratch_path("arabic-locked.fet"), 60));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wrong_command_lines),
        cmocka_unit_test(whole_folders_or_none),
        cmocka_unit_test(says_what_was_converted),
        cmocka_unit_test(timetables_are_judged),
        cmocka_unit_test(timetables_need_their_instance),
        cmocka_unit_test(fet_solves_what_becomes_lawful),
        cmocka_unit_test(fet_agrees_with_the_verifier),
        cmocka_unit_test(fet_accepts_plans_of_ours),
        cmocka_unit_test(fet_accepts_our_plan_of_its_school),
        cmocka_unit_test(arabic_school_is_converted),
        cmocka_unit_test(arabic_timetable_is_lawful),
    };

    return cmocka_run_group_tests(tests, NULL, scratch_teardown);
}
