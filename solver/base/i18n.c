#include "solver/base/i18n.h"

#include <limits.h>
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char domain[] = "zoujiao";
static bool is_chinese;

bool zj_i18n_speaks(const char *lang)
{
    return (strncmp(lang, "zh", 2) == 0 || strncmp(lang, "en", 2) == 0) && strchr("_-.", lang[2]);
}

/* The language of the user's locale: the first of these variables that says anything. */
static bool locale_is_chinese(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *value = getenv(names[i]);
        if (value && *value)
            return strncmp(value, "zh", 2) == 0;
    }
    return false;
}

/* Is there a Chinese catalogue in `dir`? */
static bool holds_catalogue(const char *dir)
{
    char catalogue[PATH_MAX + 64];

    snprintf(catalogue, sizeof catalogue, "%s/zh_CN/LC_MESSAGES/%s.mo", dir, domain);
    return access(catalogue, R_OK) == 0;
}

/*
 * Where the catalogues are, seen from the executable: beside it in a build, in
 * ../share when installed, under whatever prefix. False if there are none.
 */
static bool find_catalogues(char dir[PATH_MAX])
{
    static const char *const places[] = {"locale", "../share/locale"};
    char exe[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", exe, sizeof exe - 1);

    if (n <= 0)
        return false;
    exe[n] = '\0';
    char *slash = strrchr(exe, '/');
    if (!slash)
        return false;
    *slash = '\0';
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        if (snprintf(dir, PATH_MAX, "%s/%s", exe, places[i]) < PATH_MAX && holds_catalogue(dir))
            return true;
    }
    return false;
}

void zj_i18n_init(const char *lang)
{
    char dir[PATH_MAX];

    is_chinese = lang ? strncmp(lang, "zh", 2) == 0 : locale_is_chinese();
    /*
     * gettext translates in no locale called "C". C.UTF-8 is always there in glibc
     * and changes neither numbers nor letter case; LANGUAGE then picks the catalogue.
     */
    if (!setlocale(LC_MESSAGES, "C.UTF-8"))
        setlocale(LC_MESSAGES, "");
    if (!setlocale(LC_CTYPE, "C.UTF-8"))
        setlocale(LC_CTYPE, "");
    setenv("LANGUAGE", is_chinese ? "zh_CN" : "en", 1);
    bindtextdomain(domain, find_catalogues(dir) ? dir : "/usr/share/locale");
    bind_textdomain_codeset(domain, "UTF-8");
    textdomain(domain);
}

const char *zj_i18n_lang(void)
{
    return is_chinese ? "zh" : "en";
}
