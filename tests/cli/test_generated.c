/*
 * test_generated.c - the man page and the completion name every command and option that the help names.
 */
#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const commands[] = {"secondment", "verify", "lint", "template", "rules", "dictionary"};

/* Call fn with each "--option" of the help of a command. */
static void each_option(const char *command, void (*fn)(const char *text, const char *option),
                        const char *text)
{
    struct program p;
    int n = 0;

    program_run(&p, command, "--help", NULL);
    for (char *at = p.out; (at = strstr(at, " --")); n++) {
        char option[32];
        at += 3;
        snprintf(option, sizeof option, "%.*s", (int)strcspn(at, "= \n"), at);
        fn(text, option);
    }
    assert_true(n >= 2);
    program_release(&p);
}

static void in_man(const char *text, const char *option)
{
    char escaped[64] = "Fl \\-";

    strcat(escaped, option);
    if (!contains(text, escaped))
        fail_msg("the man page lacks --%s", option);
}

static void in_completion(const char *text, const char *option)
{
    char word[64] = "--";

    strcat(word, option);
    if (!contains(text, word))
        fail_msg("the completion lacks --%s", option);
}

static void man_page_is_complete(void **state)
{
    static const char *const codes[] = {"0",  "1",  "2",  "3",  "4",  "64",  "65",
                                        "66", "70", "71", "73", "74", "130", "143"};
    static const char *const stops[] = {"time", "nodes", "signal", "gap", "columns", "numerics"};
    struct program p;

    (void)state;
    program_run(&p, "generate", "man", "--lang=zh", NULL);
    assert_int_equal(p.code, 0);
    for (size_t c = 0; c < sizeof commands / sizeof commands[0]; c++) {
        assert_true(contains(p.out, commands[c]));
        each_option(commands[c], in_man, p.out);
    }
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
        char item[16];
        snprintf(item, sizeof item, ".It %s\n", codes[i]);
        assert_true(contains(p.out, item));
    }
    for (size_t i = 0; i < sizeof stops / sizeof stops[0]; i++) {
        char item[16];
        snprintf(item, sizeof item, ".It %s\n", stops[i]);
        assert_true(contains(p.out, item));
    }
    program_release(&p);
}

static void completion_is_complete(void **state)
{
    struct program p;

    (void)state;
    program_run(&p, "generate", "bash", NULL);
    assert_int_equal(p.code, 0);
    for (size_t c = 0; c < sizeof commands / sizeof commands[0]; c++) {
        assert_true(contains(p.out, commands[c]));
        each_option(commands[c], in_completion, p.out);
    }
    program_release(&p);
    program_expect(64, "generate", "poetry", NULL);
}

/* What bash itself offers after `zoujiao secondment --time`. */
static void completion_works_in_bash(void **state)
{
    struct program p;
    char line[512], answer[256] = "";

    (void)state;
    program_run(&p, "generate", "bash", NULL);
    scratch_write("completion", p.out);
    program_release(&p);
    snprintf(
        line, sizeof line,
        "bash -c '. %s; compopt() { :; }; COMP_WORDS=(zoujiao secondment --time); COMP_CWORD=2; _zoujiao; "
        "echo \"${COMPREPLY[*]}\"'",
        scratch_path("completion"));
    FILE *f = popen(line, "r");
    assert_non_null(f);
    assert_non_null(fgets(answer, sizeof answer, f));
    assert_int_equal(pclose(f), 0);
    assert_string_equal(answer, "--time-limit=\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(man_page_is_complete),
        cmocka_unit_test(completion_is_complete),
        cmocka_unit_test(completion_works_in_bash),
    };

    return cmocka_run_group_tests(tests, NULL, scratch_teardown);
}
