#include "tests/support/school.h"

#include "solver/data/week.h"
#include "solver/io/read.h"
#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include <stdlib.h>
#include <string.h>

char *school_change(char *text, const char *old, const char *put)
{
    char *at = strstr(text, old);
    size_t size = strlen(text) + strlen(put) + 1;

    if (!at)
        fail_msg("the school does not have: %s", old);
    char *changed = malloc(size);
    snprintf(changed, size, "%.*s%s%s", (int)(at - text), text, put, at + strlen(old));
    free(text);
    return changed;
}

char *school_text(const char *old, const char *put)
{
    char *text = slurp("tests/fet/school.fet");

    assert_non_null(text);
    return old ? school_change(text, old, put) : text;
}

static char *printed(struct zj_diag *d)
{
    char *said;
    size_t size;
    FILE *f = open_memstream(&said, &size);

    zj_diag_print(d, f, 0);
    fclose(f);
    zj_diag_release(d);
    return said;
}

char *school_import(const char *text, const char *ignore, struct fet_instance *out)
{
    struct fet_instance own;
    struct zj_diag d = {0};

    enum zj_status status = fet_import(text, strlen(text), "school.fet", ignore, out ? out : &own, &d);
    assert_int_equal(status, d.n_errors > 0 ? ZJ_EDATA : ZJ_OK);
    if (!out)
        fet_instance_release(&own);
    return printed(&d);
}

const char *school_file(const struct fet_instance *x, const char *name)
{
    for (int i = 0; i < x->n_files; i++)
        if (strcmp(x->file[i].name, name) == 0)
            return x->file[i].bytes;
    return "";
}

static struct zj_instance in;
static struct zj_policy pol;
static bool is_open;

const struct zj_instance *school_instance(void)
{
    const struct zj_read_options options = {0};
    struct zj_diag d = {0};

    if (!is_open) {
        if (zj_read_instance("tests/fet/expected", &options, &in, &pol, &d) != ZJ_OK)
            fail_msg("the school cannot be read: %s", printed(&d));
        zj_week_resolve(&in);
        zj_diag_release(&d);
    }
    is_open = true;
    return &in;
}

const struct zj_policy *school_policy(void)
{
    school_instance();
    return &pol;
}

char *school_timetable(const char *text, struct zj_lessons *lessons)
{
    char *school = school_text(NULL, NULL);
    struct zj_diag d = {0};
    const struct fet_source fet = {school, "school.fet", strlen(school)};
    const struct fet_source timetable = {text, "t.xml", strlen(text)};

    enum zj_status status = fet_read_timetable(&fet, &timetable, NULL, school_instance(), lessons, &d);
    assert_int_equal(status, d.n_errors > 0 ? ZJ_EDATA : ZJ_OK);
    free(school);
    return printed(&d);
}

int school_close(void **state)
{
    (void)state;
    if (is_open) {
        zj_instance_release(&in);
        zj_policy_release(&pol);
    }
    is_open = false;
    return 0;
}
