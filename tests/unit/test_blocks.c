/*
 * test_blocks.c - which rows of demand are lessons that a timetable places: those that name classes.
 */
#include "tests/support/cmocka.h"

#include "solver/data/week.h"
#include "solver/io/read.h"

#include <string.h>

static const char *const scarce[] = {"音乐", "美术", "体育", "信息技术"};

static bool is_scarce(const char *subject)
{
    for (size_t i = 0; i < sizeof scarce / sizeof scarce[0]; i++)
        if (strcmp(scarce[i], subject) == 0)
            return true;
    return false;
}

/* Main subjects of yangcheng-2020 stand in rows with a grade and no class: needs of the school, no
   lessons. */
static void rows_without_classes_have_no_lessons(void **state)
{
    struct zj_read_options options = {0};
    struct zj_instance in;
    struct zj_policy pol;
    struct zj_diag d = {0};
    int lessons = 0, whole = 0;

    (void)state;
    assert_int_equal(zj_read_instance("instances/yangcheng-2020", &options, &in, &pol, &d), ZJ_OK);
    zj_week_resolve(&in);
    for (int i = 0; i < in.n_demand; i++)
        whole += in.demand[i].whole;
    for (int b = 0; b < in.n_blocks; b++) {
        assert_true(is_scarce(zj_word(&in, in.block[b].subject)));
        lessons += in.block[b].periods;
    }
    assert_true(whole > 0 && whole < in.n_demand);
    assert_int_equal(lessons, 4008);
    zj_diag_release(&d);
    zj_policy_release(&pol);
    zj_instance_release(&in);
}

/* The classes of a row stand for one block each, named by school, grade and number. */
static void like_classes_are_blocks_of_their_own(void **state)
{
    struct zj_demand row = {.school = 0, .periods = 2, .classes = 3, .class_id = -1, .teacher = -1};
    struct zj_school school = {.id = "S1", .community = -1, .campus = -1};
    struct zj_instance in = {.school = &school, .n_schools = 1, .demand = &row, .n_demand = 1};

    (void)state;
    row.subject = zj_intern(&in.words, &in.arena, "音乐");
    row.grade = zj_intern(&in.words, &in.arena, "4");
    zj_week_resolve(&in);
    assert_int_equal(in.n_blocks, 3);
    assert_string_equal(zj_word(&in, in.block[2].class_id), "S1-4-3");
    row.whole = true;
    zj_week_resolve(&in);
    assert_int_equal(in.n_blocks, 0);
    zj_instance_release(&in);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_without_classes_have_no_lessons),
        cmocka_unit_test(like_classes_are_blocks_of_their_own),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
