/*
 * test_i18n.c - the language comes from the option, else from the locale; numbers never change.
 */
#include "solver/base/i18n.h"
#include "tests/support/cmocka.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *why, *option, *all, *messages, *lang, *expected;
} cases[] = {
    {"the option wins", "zh", "en_US.UTF-8", NULL, NULL, "zh"},
    {"the option wins the other way", "en", "zh_CN.UTF-8", "zh_CN", "zh_CN", "en"},
    {"a name of a locale is an option, too", "zh_CN", "en_US.UTF-8", NULL, NULL, "zh"},
    {"LC_ALL comes first", NULL, "zh_CN.GB18030", "en_US", "en_US", "zh"},
    {"then LC_MESSAGES", NULL, NULL, "zh_TW.UTF-8", "en_US", "zh"},
    {"then LANG", NULL, NULL, NULL, "zh", "zh"},
    {"an empty variable says nothing", NULL, "", "", "zh_CN.UTF-8", "zh"},
    {"a variable that is set hides those after it", NULL, "C", NULL, "zh_CN.UTF-8", "en"},
    {"another language is English", NULL, NULL, NULL, "tr_TR.UTF-8", "en"},
    {"nothing at all is English", NULL, NULL, NULL, NULL, "en"},
};

static void set(const char *name, const char *value)
{
    if (value)
        setenv(name, value, 1);
    else
        unsetenv(name);
}

static void the_language_is_chosen(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char text[16];
        set("LC_ALL", cases[i].all);
        set("LC_MESSAGES", cases[i].messages);
        set("LANG", cases[i].lang);
        zj_i18n_init(cases[i].option);
        if (strcmp(zj_i18n_lang(), cases[i].expected) != 0)
            fail_msg("%s: %s", cases[i].why, zj_i18n_lang());
        snprintf(text, sizeof text, "%.1f", 1234.5);
        assert_string_equal(text, "1234.5");
        assert_string_equal(_("a text that no catalogue has"), "a text that no catalogue has");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_language_is_chosen),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
