/*
 * test_corpus.c - every folder under invalid/ and valid/ is one instance, read as a whole.
 *
 * A case holds only the files that differ from base/; these are special:
 *   error      the exact text that zj_diag_print() gives, in English (valid/: notes; none when absent)
 *   absent     names of files of base/ that the case does not have, one a line
 *   input.json the case is this one file
 *   encoding   the encoding that the user asks for
 *   status     the exit code, 65 when absent (valid/: 0)
 */
#include "solver/base/i18n.h"
#include "solver/io/read.h"
#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char root[PATH_MAX];

static int is_visible(const struct dirent *e)
{
    return e->d_name[0] != '.';
}

/* Names in a folder, in a fixed order. */
static int list(const char *folder, struct dirent ***names)
{
    int n = scandir(folder, names, is_visible, alphasort);

    if (n < 0)
        fail_msg("cannot list %s", folder);
    return n;
}

static void free_list(struct dirent **names, int n)
{
    while (n > 0)
        free(names[--n]);
    free(names);
}

/* Remove the links of the case before. */
static void clear_scratch(void)
{
    struct dirent **names;
    int n = list(scratch(), &names);

    for (int i = 0; i < n; i++)
        unlink(scratch_path(names[i]->d_name));
    free_list(names, n);
}

/* Let the scratch folder have every file of `folder` as well, in place of what it had. */
static void overlay(const char *folder)
{
    struct dirent **names;
    int n = list(folder, &names);

    for (int i = 0; i < n; i++) {
        char target[2 * PATH_MAX];
        snprintf(target, sizeof target, "%s/%s/%s", root, folder, names[i]->d_name);
        const char *link = scratch_path(names[i]->d_name);
        unlink(link);
        if (symlink(target, link) != 0)
            fail_msg("cannot link %s", target);
    }
    free_list(names, n);
}

static void remove_absent(const char *folder)
{
    char path[PATH_MAX];

    snprintf(path, sizeof path, "%s/absent", folder);
    char *text = slurp(path);
    for (char *name = text ? strtok(text, "\n") : NULL; name; name = strtok(NULL, "\n"))
        if (unlink(scratch_path(name)) != 0)
            fail_msg("%s: no file '%s' in base", folder, name);
    free(text);
}

/* The first line of a special file of the case, or NULL. Heap. */
static char *special(const char *folder, const char *name)
{
    char path[PATH_MAX];

    snprintf(path, sizeof path, "%s/%s", folder, name);
    char *text = slurp(path);
    if (text)
        text[strcspn(text, "\n")] = '\0';
    return text;
}

/* Read the instance in the scratch folder; what is printed about it, on the heap. */
static char *read_scratch(const struct zj_read_options *opt, const char *path, enum zj_status *status)
{
    struct zj_instance in;
    struct zj_policy pol;
    struct zj_diag d = {0};
    char *text;
    size_t size;

    if (chdir(scratch()) != 0)
        fail_msg("cannot enter the scratch folder");
    *status = zj_read_instance(path, opt, &in, &pol, &d);
    if (chdir(root) != 0)
        fail_msg("cannot return");
    FILE *out = open_memstream(&text, &size);
    zj_diag_print(&d, out, 0);
    fclose(out);
    zj_instance_release(&in);
    zj_policy_release(&pol);
    zj_diag_release(&d);
    return text;
}

/* Run one case; true when status and text are as its folder says. */
static bool run_case(const char *folder, int usual_status)
{
    char error_path[PATH_MAX], one_file[PATH_MAX];
    enum zj_status status;

    clear_scratch();
    snprintf(error_path, sizeof error_path, "%s/error", folder);
    snprintf(one_file, sizeof one_file, "%s/input.json", folder);
    bool is_one_file = access(one_file, R_OK) == 0;
    if (!is_one_file)
        overlay("tests/parse/base");
    overlay(folder);
    remove_absent(folder);
    char *encoding = special(folder, "encoding"), *code = special(folder, "status");
    struct zj_read_options opt = {.encoding = encoding};
    char *text = read_scratch(&opt, is_one_file ? "input.json" : ".", &status);
    char *expected = slurp(error_path);
    bool ok =
        (int)status == (code ? atoi(code) : usual_status) && strcmp(text, expected ? expected : "") == 0;
    if (!ok)
        print_error("%s: status %d, printed:\n%sexpected:\n%s", folder, (int)status, text,
                    expected ? expected : "");
    free(encoding);
    free(code);
    free(text);
    free(expected);
    return ok;
}

/* Run every case below `folder`. Returns how many there are. */
static int run_all(const char *folder, int usual_status)
{
    struct dirent **names;
    int n = list(folder, &names), n_failed = 0;

    for (int i = 0; i < n; i++) {
        char path[PATH_MAX];
        snprintf(path, sizeof path, "%s/%s", folder, names[i]->d_name);
        n_failed += !run_case(path, usual_status);
    }
    free_list(names, n);
    if (n_failed > 0)
        fail_msg("%d of %d cases of %s", n_failed, n, folder);
    return n;
}

static void the_base_is_right(void **state)
{
    (void)state;
    assert_true(run_case("tests/parse/base", ZJ_OK));
}

static void each_defect_is_reported_at_its_place(void **state)
{
    (void)state;
    assert_true(run_all("tests/parse/invalid", ZJ_EDATA) >= 60);
}

static void what_is_allowed_is_read(void **state)
{
    (void)state;
    assert_true(run_all("tests/parse/valid", ZJ_OK) >= 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_base_is_right),
        cmocka_unit_test(each_defect_is_reported_at_its_place),
        cmocka_unit_test(what_is_allowed_is_read),
    };

    zj_i18n_init("en");
    if (!getcwd(root, sizeof root))
        return 1;
    return cmocka_run_group_tests(tests, NULL, scratch_teardown);
}
