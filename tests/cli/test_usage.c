/*
 * test_usage.c - help, version, and every way to get the command line wrong (exit 64).
 */
#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include <stdlib.h>
#include <string.h>

/* All that are not hidden. */
static const char *const commands[] = {
#define ZJ_COMMAND(name, operands, least, most, hidden, ...) (hidden) ? NULL : #name,
#include "solver/cli/commands.def"
#undef ZJ_COMMAND
};
enum { N_COMMANDS = sizeof commands / sizeof commands[0] };

/* The command, or another one in place of a hidden one. */
static const char *command(int c)
{
    return commands[c] ? commands[c] : "help";
}

static void help_of_every_command(void **state)
{
    (void)state;
    for (int c = 0; c < N_COMMANDS; c++) {
        struct program p, q;
        program_run(&p, command(c), "--help", NULL);
        assert_int_equal(p.code, 0);
        assert_string_equal(p.err, "");
        assert_true(strncmp(p.out, "example: zoujiao ", 17) == 0);
        assert_true(contains(p.out, command(c)));
        assert_true(contains(p.out, "--lang=zh|en"));
        assert_in_range(count_lines(p.out), 4, 23);
        program_run(&q, "help", command(c), NULL);
        assert_int_equal(q.code, 0);
        assert_string_equal(p.out, q.out);
        program_release(&p);
        program_release(&q);
    }
}

static void help_of_the_program(void **state)
{
    struct program p;

    (void)state;
    program_run(&p, "--help", NULL);
    assert_int_equal(p.code, 0);
    assert_in_range(count_lines(p.out), 8, 23);
    for (int c = 0; c < N_COMMANDS; c++)
        assert_true(contains(p.out, command(c)));
    assert_false(contains(p.out, "generate"));
    program_release(&p);
    program_expect(0, "help", NULL);
    program_expect(0, "-h", NULL);
}

static void completions_and_man_page_know_every_command(void **state)
{
    static const char *const products[] = {"bash", "zsh", "fish", "man"};
    static const char *const formats[][2] = {
        {"instance", "teachers.csv"}, {"policy", "age_limit"}, {"plan", "objective"}};

    (void)state;
    for (size_t i = 0; i < sizeof products / sizeof products[0]; i++) {
        struct program p;
        program_run(&p, "generate", products[i], "--lang", "en", NULL);
        assert_int_equal(p.code, 0);
        for (int c = 0; c < N_COMMANDS; c++)
            assert_true(contains(p.out, command(c)));
        assert_true(contains(p.out, "secondment"));
        assert_false(contains(p.out, "generate man"));
        program_release(&p);
    }
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        struct program p;
        program_run(&p, "generate", formats[i][0], "--lang", "en", NULL);
        assert_int_equal(p.code, 0);
        assert_true(strncmp(p.out, ".Dd ", 4) == 0);
        assert_true(contains(p.out, formats[i][1]));
        program_release(&p);
    }
    program_expect(64, "generate", "nothing", NULL);
}

static void help_lines_fit_a_terminal(void **state)
{
    (void)state;
    for (int c = 0; c < N_COMMANDS; c++) {
        struct program p;
        program_run(&p, command(c), "--help", NULL);
        for (char *line = strtok(p.out, "\n"); line; line = strtok(NULL, "\n"))
            assert_in_range(strlen(line), 1, 80);
        program_release(&p);
    }
}

static void version_is_of_the_gnu_form(void **state)
{
    struct program p;

    (void)state;
    program_run(&p, "--version", NULL);
    assert_int_equal(p.code, 0);
    assert_true(strncmp(p.out, "zoujiao 0.", 10) == 0);
    assert_true(contains(p.out, "GPL"));
    program_release(&p);
    program_expect(0, "version", NULL);
}

static const struct {
    const char *why;
    const char *args[6];
    const char *says;
} wrong[] = {
    {"nothing at all", {NULL}, "usage:"},
    {"an unknown command names the nearest", {"secondmnt"}, "did you mean 'secondment'?"},
    {"a hopeless command points at the help", {"xyzzyplugh"}, "'zoujiao --help' lists the commands"},
    {"an unknown option names the nearest",
     {"secondment", "--tim-limit=3", "x"},
     "did you mean '--time-limit'?"},
    {"an option of another command is unknown", {"lint", "--naive", "x"}, "unknown option '--naive'"},
    {"an unknown letter", {"lint", "-Z", "x"}, "unknown option '-Z'"},
    {"an option before the command", {"--quiet", "lint", "x"}, "must follow a command"},
    {"a value is missing", {"secondment", "x", "--gap"}, "'--gap' wants a value"},
    {"a flag with a value", {"lint", "--quiet=yes", "x"}, "'--quiet' takes no value"},
    {"a gap of more than all", {"secondment", "--gap", "101%", "x"}, "'101%' is not valid"},
    {"a gap finer than a permille", {"secondment", "--gap", "0.05%", "x"}, "'0.05%' is not valid"},
    {"a negative limit", {"secondment", "--time-limit", "-1", "x"}, "'-1' is not valid"},
    {"a limit that is no number", {"secondment", "--time-limit", "1e3", "x"}, "'1e3' is not valid"},
    {"a limit of nothing", {"secondment", "--node-limit", "0", "x"}, "'0' is not valid"},
    {"a limit that overflows", {"secondment", "--node-limit=99999999999999999999", "x"}, "is not valid"},
    {"too many workers", {"secondment", "-j", "257", "x"}, "'257' is not valid"},
    {"an empty value", {"secondment", "-o", "", "x"}, "is not valid"},
    {"a language that is not spoken", {"rules", "--lang", "fr"}, "'fr' is not valid"},
    {"a language whose name only begins as one does", {"rules", "--lang", "zhuang"}, "'zhuang' is not valid"},
    {"the same before the command", {"--lang=fr", "rules"}, "'fr' is not valid"},
    {"no instance", {"secondment"}, "wants INSTANCE, found 0"},
    {"two instances", {"secondment", "a", "b"}, "wants INSTANCE, found 2"},
    {"an empty operand", {"secondment", ""}, "operand 1 is empty"},
    {"a verdict without a plan", {"verify", "x"}, "wants INSTANCE PLAN, found 1"},
    {"an operand for rules", {"rules", "quota"}, "wants no operand"},
    {"two formats at once", {"rules", "--json", "--markdown"}, "choose one"},
    {"naive without a model file", {"secondment", "--naive", "x"}, "'--naive' needs"},
    {"help of a command that is not", {"help", "frobnicate"}, "unknown command 'frobnicate'"},
    {"terms that are not there",
     {"secondment", "instances/tiny-quota", "--terms", "99"},
     "'99' is not valid"},
    {"terms in the wrong order", {"secondment", "instances/tiny-quota", "--terms", "B..A"}, "is not valid"},
};

static void wrong_lines_say_why(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        struct program p;
        program_start(&p, NULL, wrong[i].args);
        program_wait(&p);
        if (p.code != 64 || !contains(p.err, wrong[i].says) || (p.out[0] && p.out[0] != '{'))
            fail_msg("%s: exit %d, stdout '%s', stderr '%s'", wrong[i].why, p.code, p.out, p.err);
        program_release(&p);
    }
}

static void options_may_stand_anywhere(void **state)
{
    struct program p, q;

    (void)state;
    program_run(&p, "lint", "instances/tiny-quota", "--json", NULL);
    program_run(&q, "--lang=en", "lint", "--json", "--", "instances/tiny-quota", NULL);
    assert_int_equal(p.code, q.code);
    assert_string_equal(p.out, q.out);
    program_release(&p);
    program_release(&q);
    program_expect(66, "lint", "--", "--json", NULL);
}

static void control_characters_are_shown(void **state)
{
    struct program p;

    (void)state;
    program_run(&p, "bad\033[31mword", NULL);
    assert_int_equal(p.code, 64);
    assert_true(contains(p.err, "bad\\x1B[31mword") || contains(p.err, "bad\\x1b[31mword"));
    assert_null(strchr(p.err, '\033'));
    program_release(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(help_of_every_command),
        cmocka_unit_test(help_of_the_program),
        cmocka_unit_test(completions_and_man_page_know_every_command),
        cmocka_unit_test(help_lines_fit_a_terminal),
        cmocka_unit_test(version_is_of_the_gnu_form),
        cmocka_unit_test(wrong_lines_say_why),
        cmocka_unit_test(options_may_stand_anywhere),
        cmocka_unit_test(control_characters_are_shown),
    };

    return cmocka_run_group_tests(tests, NULL, scratch_teardown);
}
