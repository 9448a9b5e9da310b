/*
 * test_html.c - the page of a plan: well-formed, closed to the network, the same bytes each time.
 */
#include "tests/support/cmocka.h"
#include "tests/support/markup.h"
#include "tests/support/program.h"

#include <stdlib.h>
#include <string.h>

/* No address but the name of SVG, which no browser fetches. */
static void assert_only_namespaces(const char *page)
{
    static const char svg[] = "http://www.w3.org/2000/svg\"";

    for (const char *p = page; (p = strstr(p, "http://")); p++)
        assert_memory_equal(p, svg, sizeof svg - 1);
}

/* Solve the instance and make its page in the language; heap. */
static char *page_of(const char *model, const char *instance, const char *option, const char *lang, int code)
{
    const char *plan = scratch_path("plan.json"), *html = scratch_path("page.html");
    struct program p;

    program_run(&p, model, instance, "-q", "-o", plan, option, NULL);
    assert_true(code == 2 ? p.code == 2 : p.code <= 1); /* whether all is proved is not of interest */
    program_release(&p);
    program_expect(0, "report", instance, plan, "--html", html, "--lang", lang, "-q", NULL);
    return slurp(html);
}

static const struct {
    const char *model, *instance, *option;
    int code;
    const char *shown[4];
} cases[] = {
    {"secondment", "instances/tiny-quota", NULL, 0, {"<h1>Plan of secondments</h1>", "quota"}},
    {"secondment", "instances/tiny-infeasible-quota", NULL, 2, {"Why there is no plan", "min 3 → 2"}},
    {"timetable", "instances/tiny-tt-travel_time", NULL, 0, {"<h1>Timetable</h1>", "travel_time"}},
    {"pairing", "instances/tiny-pair-coverage", "--propose", 0, {"<h1>Pairing of schools</h1>"}},
    {"calendar", "instances/tiny-calendar-count", NULL, 0, {"<h1>Calendar of activities</h1>", "week 2"}},
};
enum { N_CASES = sizeof cases / sizeof cases[0] };

static void pages_are_whole(void **state)
{
    (void)state;
    for (int i = 0; i < N_CASES; i++) {
        char *page = page_of(cases[i].model, cases[i].instance, cases[i].option, "en", cases[i].code);
        char *again = page_of(cases[i].model, cases[i].instance, cases[i].option, "en", cases[i].code);
        assert_in_range(markup_read(page, strlen(page)).elements, 50, 10000);
        assert_string_equal(page, again);
        for (int k = 0; k < 4 && cases[i].shown[k]; k++)
            if (!contains(page, cases[i].shown[k]))
                fail_msg("%s: no '%s'", cases[i].instance, cases[i].shown[k]);
        assert_true(contains(page, "default-src &#39;none&#39;"));
        assert_false(contains(page, "unsafe-inline"));
        assert_only_namespaces(page);
        assert_false(contains(page, "https://"));
        free(page);
        free(again);
    }
}

/* Nobody is posted, and the quota asks for somebody. */
static void a_plan_that_does_not_stand_is_shown_as_such(void **state)
{
    static const char empty[] = "{\"format\": \"zoujiao-plan/1\", \"model\": \"secondment\", \"status\": "
                                "\"feasible\", \"objective\": "
                                "[], \"assignments\": [], \"unmet\": []}\n";
    const char *html = scratch_path("broken.html");

    (void)state;
    scratch_write("broken.json", empty);
    program_expect(4, "report", "instances/tiny-quota", scratch_path("broken.json"), "--html", html, "--lang",
                   "en", NULL);
    char *page = slurp(html);
    assert_true(contains(page, "<span class=\"bad\">✗ the plan does not stand</span>"));
    assert_true(contains(page, "not met at"));
    free(page);
}

/* A calendar that looks at a timetable is judged beside it, or the page says that it was not given. */
static void a_calendar_is_judged_beside_its_timetables(void **state)
{
    static const char town[] = "instances/tiny-calendar-observe";
    static const char taught[] = "instances/tiny-calendar-observe/timetable.json";
    const char *plan = scratch_path("plan.json"), *html = scratch_path("observe.html");

    (void)state;
    program_expect(0, "calendar", town, "--timetable", taught, "-q", "-o", plan, NULL);
    program_expect(0, "report", town, plan, "--timetable", taught, "--html", html, "-q", NULL);
    program_expect(4, "report", town, plan, "--html", html, "-q", NULL);
}

static void an_output_must_be_named(void **state)
{
    const char *plan = scratch_path("plan.json");

    (void)state;
    program_expect(0, "secondment", "instances/tiny-quota", "-q", "-o", plan, NULL);
    program_expect(64, "report", "instances/tiny-quota", plan, NULL);
    program_expect(73, "report", "instances/tiny-quota", plan, "--html", "/nowhere/page.html", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_are_whole),
        cmocka_unit_test(a_plan_that_does_not_stand_is_shown_as_such),
        cmocka_unit_test(a_calendar_is_judged_beside_its_timetables),
        cmocka_unit_test(an_output_must_be_named),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);

    scratch_remove();
    return failed;
}
