/*
 * test_hostile.c - whatever the names are, the page and the pictures keep their shape: hostile names at every
 * place where a name can stand leave the same elements and attributes as a harmless one.
 */
#include "solver/data/event.h"
#include "solver/report/frame.h"
#include "solver/report/html.h"
#include "tests/support/cmocka.h"
#include "tests/support/hostile.h"
#include "tests/support/markup.h"
#include "tests/support/program.h"
#include "tests/support/shown.h"

#include <string.h>

/* The name alone, within a name, or many times over, by turns. */
static const char *formed(struct zj_arena *a, const char *name, int turn)
{
    if (turn % 3 == 0)
        return name;
    if (turn % 3 == 1)
        return zj_printf(a, "张%s三", name);
    return zj_printf(a, "%s%s%s%s%s%s%s%s", name, name, name, name, name, name, name, name);
}

/* Every text of the case that people wrote becomes this one. Ids stay: their letters are few. */
static void rename_all(struct shown *t, const char *name)
{
    t->in.name = t->pol.name = t->plan.program = name;
    for (int i = 0; i < t->in.n_schools; i++)
        t->in.school[i].name = name;
    for (int i = 0; i < t->in.n_teachers; i++)
        t->in.teacher[i].name = name;
    for (int i = 0; i < t->in.words.n; i++)
        t->in.words.text[i] = name;
    for (int i = 0; i < t->in.n_days; i++)
        t->in.day[i] = name;
    for (int i = 0; i < t->in.n_sessions; i++)
        t->in.session[i] = name;
    for (int i = 0; i < t->verdict.n; i++)
        t->verdict.finding[i].where = name;
    for (int i = 0; i < t->plan.n_repairs; i++)
        for (int k = 0; k < t->plan.repair[i].n_steps; k++)
            t->plan.repair[i].step[k].where = t->plan.repair[i].step[k].name =
                t->plan.repair[i].step[k].subject = t->plan.repair[i].step[k].table = name;
    for (int i = 0; i < t->plan.n_conflict; i++)
        t->plan.conflict[i].where = name;
    for (int i = 0; i < t->pol.n_rules; i++)
        t->pol.rule[i].quote = t->pol.rule[i].document = name;
    for (int i = 0; i < t->pol.n_lesson_rules; i++)
        t->pol.lesson_rule[i].quote = t->pol.lesson_rule[i].document = name;
    for (int i = 0; i < t->pol.n_events; i++)
        t->pol.event[i].title = name;
    for (int i = 0; i < t->pol.n_pairing_rules; i++)
        t->pol.pairing_rule[i].quote = t->pol.pairing_rule[i].document = name;
}

static struct markup_shape shape_of(struct shown *t, const char *name)
{
    struct rep_markup page = {0};
    struct rep_pictures pictures = {0};

    rename_all(t, name);
    struct rep_case r = shown_case(t);
    r.office = r.date = name;
    rep_html(&page, &r);
    const struct markup_shape shape = markup_read(page.bytes, page.n);
    rep_markup_release(&page);
    if (zj_has_plan(&t->plan))
        rep_all_pictures(&pictures, &r);
    for (int i = 0; i < pictures.n; i++) {
        struct rep_markup svg = {0};
        rep_frame_sheet(&svg, &r, &pictures.v[i]);
        markup_read(svg.bytes, svg.n);
        rep_markup_release(&svg);
    }
    rep_pictures_release(&pictures);
    return shape;
}

static void try_names(struct shown *t, const char *instance, const char *const *names,
                      struct markup_shape harmless)
{
    struct zj_arena a = {0};

    for (int i = 0; names[i]; i++) {
        for (int turn = i; turn <= i + 1; turn++) {
            const struct markup_shape shape = shape_of(t, formed(&a, names[i], turn));
            if (shape.elements != harmless.elements || shape.hash != harmless.hash)
                fail_msg("%s: '%s' changes the page: %d elements, not %d", instance, names[i], shape.elements,
                         harmless.elements);
        }
    }
    zj_arena_release(&a);
}

static void names_change_no_shape(const char *model, const char *instance, const char *option)
{
    const char *path = scratch_path("plan.json");
    struct program p;
    struct shown t;

    assert_true(hostile_count() >= 100);
    program_run(&p, model, instance, "-q", "-o", path, option, NULL);
    program_release(&p);
    shown_read(&t, instance, path);
    const struct markup_shape harmless = shape_of(&t, "name");
    assert_in_range(harmless.elements, 50, 100000);
    try_names(&t, instance, hostile_names, harmless);
    try_names(&t, instance, hostile_bytes, harmless);
    shown_release(&t);
}

static void of_secondments(void **state)
{
    (void)state;
    names_change_no_shape("secondment", "instances/tiny-quota", NULL);
}

static void of_timetables(void **state)
{
    (void)state;
    names_change_no_shape("timetable", "instances/tiny-tt-travel_time", NULL);
}

static void of_pairings(void **state)
{
    (void)state;
    names_change_no_shape("pairing", "instances/tiny-pair-coverage", "--propose");
}

static void of_conflicts(void **state)
{
    (void)state;
    names_change_no_shape("secondment", "instances/tiny-infeasible-quota", NULL);
}

static void of_calendars(void **state)
{
    (void)state;
    names_change_no_shape("calendar", "instances/tiny-calendar-count", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(of_secondments), cmocka_unit_test(of_timetables), cmocka_unit_test(of_pairings),
        cmocka_unit_test(of_conflicts),   cmocka_unit_test(of_calendars),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);

    scratch_remove();
    return failed;
}
