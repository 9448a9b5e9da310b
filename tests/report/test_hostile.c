/*
 * test_hostile.c - whatever the names are, the page and the pictures keep their shape: 100 hostile names at
 * every place where a name can stand leave the same elements and attributes as a harmless one.
 */
#include "solver/data/event.h"
#include "solver/data/staff.h"
#include "solver/io/read.h"
#include "solver/report/frame.h"
#include "solver/report/html.h"
#include "solver/verify/verify.h"
#include "tests/support/cmocka.h"
#include "tests/support/markup.h"
#include "tests/support/program.h"

#include <string.h>

static const char *const payloads[] = {
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><style>*{display:none}",
    "</title><h1>x",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "\" onfocus=\"alert(1)\" autofocus=\"",
    "&lt;b&gt;",
    "&#60;script&#62;",
    "&amp;",
    "&",
    "<",
    ">",
    "\"",
    "'",
    "]]>",
    "<![CDATA[x]]>",
    "<!--",
    "-->",
    "<?xml version=\"1.0\"?>",
    "<!DOCTYPE html>",
    "<svg onload=alert(1)>",
    "javascript:alert(1)",
    "|T001|",
    "%s%s%n%d",
    "\\x00\\u003c",
    "\x01\x1B[31m\x7F",
    "line\nbreak\r\ttab",
    "\xE2\x80\xAE\xE6\x96\x87\xE6\xA1\xA3", /* a right-to-left override */
    "\xEF\xBF\xBF\xEF\xBF\xBE",             /* no characters */
    "\xFF\xFE\xC3",                         /* no UTF-8 */
    "\xF0\xA0\xAE\xB7\xF0\x9F\x98\x80",     /* beyond the first plane */
    "\xE2\x80\xA8\xE2\x80\xA9\xC2\x85",     /* separators of lines */
    "e\xCC\x81\xCC\x81\xCC\x81",            /* marks that pile up */
};
enum { N_PAYLOADS = sizeof payloads / sizeof payloads[0], N_FORMS = 3 };

/* The payload alone, within a name, or many times over. */
static const char *hostile(struct zj_arena *a, int i)
{
    const char *p = payloads[i / N_FORMS];

    if (i % N_FORMS == 0)
        return p;
    if (i % N_FORMS == 1)
        return zj_printf(a, "张%s三", p);
    return zj_printf(a, "%s%s%s%s%s%s%s%s", p, p, p, p, p, p, p, p);
}

struct trial {
    struct zj_instance in;
    struct zj_policy pol;
    struct zj_plan plan;
    struct zj_verdict verdict, before;
    struct zj_diag diag, misstated;
    bool ok;
};

static void read_trial(struct trial *t, const char *model, const char *instance, const char *option)
{
    const struct zj_read_options options = {0};
    const struct zj_postings nobody = {0};
    const char *path = scratch_path("plan.json");
    struct program p;

    memset(t, 0, sizeof *t);
    program_run(&p, model, instance, "-q", "-o", path, option, NULL);
    program_release(&p);
    assert_int_equal(zj_read_instance(instance, &options, &t->in, &t->pol, &t->diag), ZJ_OK);
    assert_int_equal(zj_read_plan(path, &t->in, &t->pol, &t->plan, &t->diag), ZJ_OK);
    if (t->plan.model == ZJ_TIMETABLE)
        zj_staff_in_term(&t->in, &t->pol, NULL, t->plan.term);
    t->ok = zj_verify_plan(&t->in, &t->pol, &t->plan, NULL, &t->verdict, &t->misstated) == ZJ_OK;
    if (t->plan.model == ZJ_SECONDMENT)
        zj_verify_postings(&t->in, &t->pol, &nobody, NULL, &t->before);
}

static void release_trial(struct trial *t)
{
    zj_verdict_release(&t->verdict);
    zj_verdict_release(&t->before);
    zj_diag_release(&t->misstated);
    zj_diag_release(&t->diag);
    zj_plan_release(&t->plan);
    zj_instance_release(&t->in);
    zj_policy_release(&t->pol);
}

/* Every text of the case that people wrote becomes this one. Ids stay: their letters are few. */
static void rename_all(struct trial *t, const char *name)
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
        t->plan.repair[i].change = name;
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

static struct markup_shape shape_of(struct trial *t, const char *name)
{
    struct rep_markup page = {0};
    struct rep_pictures pictures = {0};

    rename_all(t, name);
    const struct rep_case r = {.in = &t->in,
                               .pol = &t->pol,
                               .plan = &t->plan,
                               .verdict = &t->verdict,
                               .before = t->plan.model == ZJ_SECONDMENT ? &t->before : NULL,
                               .misstated = &t->misstated,
                               .ok = t->ok,
                               .office = name,
                               .date = name};
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

static void names_change_no_shape(const char *model, const char *instance, const char *option)
{
    struct trial t;
    struct zj_arena a = {0};

    read_trial(&t, model, instance, option);
    const struct markup_shape harmless = shape_of(&t, "name");
    assert_in_range(harmless.elements, 50, 100000);
    for (int i = 0; i < N_PAYLOADS * N_FORMS; i++) {
        const struct markup_shape shape = shape_of(&t, hostile(&a, i));
        if (shape.elements != harmless.elements || shape.hash != harmless.hash)
            fail_msg("%s: name %d changes the page: %d elements, not %d", instance, i, shape.elements,
                     harmless.elements);
    }
    zj_arena_release(&a);
    release_trial(&t);
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
