/*
 * test_browser.c - the pages in a headless Chromium (browser.mjs). Left out, visibly, where node, chromium or
 * chromedriver are not installed; axe-core joins in where `npm install --no-save axe-core` put it here, or
 * ZJ_AXE names its folder.
 */
#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *model, *instance, *option, *page;
} cases[] = {
    {"secondment", "instances/tiny-quota", NULL, "secondment.html"},
    {"secondment", "instances/tiny-infeasible-quota", NULL, "conflict.html"},
    {"timetable", "instances/tiny-tt-travel_time", NULL, "timetable.html"},
    {"pairing", "instances/tiny-pair-coverage", "--propose", "pairing.html"},
    {"calendar", "instances/tiny-calendar-count", NULL, "calendar.html"},
};
enum { N_CASES = sizeof cases / sizeof cases[0] };

/*
 * The town of the timetable with many classes more, whom nobody teaches: so many timetables come as
 * numbers, and the script draws those of the town as they are in its own page.
 */
static void write_large_page(const char *plan, const char *page)
{
    char *folder = strdup(scratch_copy("instances/tiny-tt-travel_time", "large")), path[200];
    struct program p;

    snprintf(path, sizeof path, "%s/demand.csv", folder);
    FILE *f = fopen(path, "a");
    assert_non_null(f);
    for (int i = 1; i <= 160; i++)
        fprintf(f, "S001,书法,1,S001-9-%d,9\n", i);
    fclose(f);
    program_run(&p, "report", folder, plan, "--html", page, "-q", "--lang", "zh", NULL);
    assert_int_equal(p.code, 4); /* the plan covers nothing of that */
    program_release(&p);
    free(folder);
}

static bool is_installed(const char *program)
{
    char line[128];

    snprintf(line, sizeof line, "command -v %s >/dev/null 2>&1", program);
    if (system(line) == 0)
        return true;
    print_message("left out: %s is not installed\n", program);
    return false;
}

static void pages_work_in_a_browser(void **state)
{
    char line[1024] = "node tests/report/browser.mjs";

    (void)state;
    if (!is_installed("node") || !is_installed("chromium") || !is_installed("chromedriver"))
        skip();
    for (int i = 0; i < N_CASES; i++) {
        const char *plan = scratch_path("plan.json"), *page = scratch_path(cases[i].page);
        const size_t used = strlen(line);
        struct program p;
        program_run(&p, cases[i].model, cases[i].instance, "-q", "-o", plan, cases[i].option, NULL);
        assert_true(p.code <= 2);
        program_release(&p);
        program_expect(0, "report", cases[i].instance, plan, "--html", page, "-q", "--lang", "zh", NULL);
        snprintf(line + used, sizeof line - used, " %s", page);
        if (i == 0) {
            const char *notice = scratch_path("notice.html");
            program_expect(0, "report", cases[i].instance, plan, "--notice", notice, "--lang", "zh", NULL);
            snprintf(line + strlen(line), sizeof line - strlen(line), " %s", notice);
        }
        if (strcmp(cases[i].model, "timetable") == 0) {
            const char *large = scratch_path("large.html");
            write_large_page(plan, large);
            snprintf(line + strlen(line), sizeof line - strlen(line), " %s=%s", page, large);
        }
    }
    assert_int_equal(system(line), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(pages_work_in_a_browser)};
    int failed = cmocka_run_group_tests(tests, NULL, NULL);

    scratch_remove();
    return failed;
}
