/*
 * test_tables.c - what the tables of tests/parse/base say is what the instance holds, and where a cell
 * stands is what a problem with it names.
 */
#include "solver/base/i18n.h"
#include "solver/io/columns.h"
#include "solver/io/csv_table.h"
#include "solver/io/read.h"
#include "solver/io/sources.h"
#include "solver/io/values.h"
#include "tests/support/cmocka.h"
#include "tests/support/program.h"
#include "tests/support/rng.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct read {
    struct zj_instance in;
    struct zj_policy pol;
    struct zj_diag d;
    enum zj_status status;
};

static void read_instance(const char *path, struct read *r)
{
    struct zj_read_options opt = {.encoding = NULL};

    memset(r, 0, sizeof *r);
    r->status = zj_read_instance(path, &opt, &r->in, &r->pol, &r->d);
}

static void release(struct read *r)
{
    zj_instance_release(&r->in);
    zj_policy_release(&r->pol);
    zj_diag_release(&r->d);
}

static int32_t date(int y, int m, int d)
{
    return zj_date_from_ymd(y, m, d);
}

static void schools_hold_what_their_rows_say(void **state)
{
    struct read r;

    (void)state;
    read_instance("tests/parse/base", &r);
    assert_int_equal(r.status, ZJ_OK);
    assert_int_equal(r.in.n_schools, 4);
    const struct zj_school *s = r.in.school;
    assert_string_equal(s[0].id, "S001");
    assert_string_equal(s[0].name, "城东小学");
    assert_int_equal(s[0].role, ZJ_LEAD);
    assert_int_equal(s[0].kind, ZJ_CITY);
    assert_int_equal(s[0].campus, -1);
    assert_true(s[0].has_coordinates);
    assert_int_equal(s[0].lat_e6, 30374871);
    assert_int_equal(s[0].lon_e6, 109591031);
    assert_int_equal(s[0].parent, -1);
    assert_int_equal(s[1].stage, ZJ_PRIMARY);
    assert_int_equal(s[1].role, ZJ_MEMBER);
    assert_int_equal(s[1].kind, ZJ_VILLAGE);
    assert_int_equal(s[1].campus, s[2].campus);
    assert_int_equal(s[1].community, s[0].community);
    assert_int_equal(s[1].parent, 0);
    assert_int_equal(s[1].line, 3);
    assert_false(s[2].has_coordinates);
    assert_int_equal(s[2].parent, 1);
    assert_int_equal(s[3].stage, ZJ_JUNIOR);
    assert_int_equal(s[3].community, -1);
    /* Travel: the table, its reverse, one campus, nothing known. */
    assert_int_equal(r.in.minutes[0 * 4 + 1], 15);
    assert_int_equal(r.in.minutes[1 * 4 + 0], 18);
    assert_int_equal(r.in.metres[3 * 4 + 0], 300);
    assert_int_equal(r.in.minutes[1 * 4 + 2], 0);
    assert_int_equal(r.in.minutes[2 * 4 + 3], ZJ_NONE);
    release(&r);
}

static void teachers_hold_what_their_rows_say(void **state)
{
    struct read r;

    (void)state;
    read_instance("tests/parse/base", &r);
    assert_int_equal(r.in.n_teachers, 5);
    const struct zj_teacher *t = r.in.teacher;
    assert_int_equal(t[0].sex, ZJ_FEMALE);
    assert_int_equal(t[0].birth, date(1985, 3, 12));
    assert_int_equal(t[0].subjects.n, 2);
    assert_string_equal(zj_word(&r.in, t[0].subjects.v[0]), "音乐");
    assert_string_equal(zj_word(&r.in, t[0].rank.v[0]), "backbone");
    assert_string_equal(zj_word(&r.in, t[0].rank.v[1]), "master");
    assert_int_equal(t[0].applied, ZJ_APPLIED);
    assert_int_equal(t[0].retire_class, ZJ_RETIRE_F50);
    /* Blank cells: defaults of the policy, of the column, or nothing. */
    assert_int_equal(t[1].max_week, 16);
    assert_int_equal(t[1].max_day, 4);
    assert_int_equal(t[1].max_schools_week, ZJ_NONE);
    assert_int_equal(t[1].post, ZJ_TEACHER);
    assert_int_equal(t[1].rank.n, 0);
    assert_int_equal(t[1].title, -1);
    assert_int_equal(t[1].here_since, ZJ_NO_DATE);
    assert_int_equal(t[1].retire_class, ZJ_RETIRE_M);
    assert_int_equal(t[2].post, ZJ_MIDDLE);
    assert_int_equal(t[2].max_week, 14);
    assert_int_equal(t[2].subjects.n, 2);
    assert_string_equal(zj_word(&r.in, t[2].flags.v[0]), "pregnant");
    assert_int_equal(t[2].retire_class, ZJ_RETIRE_F55);
    assert_int_equal(t[3].school, 2);
    assert_int_equal(t[3].service_since, date(1993, 9, 1));
    assert_int_equal(t[4].flags.n, 2);
    assert_int_equal(t[4].applied, ZJ_APPROVED);
    assert_int_equal(zj_find_teacher(&r.in, "T005"), 4);
    release(&r);
}

static void small_tables_hold_what_their_rows_say(void **state)
{
    struct read r;

    (void)state;
    read_instance("tests/parse/base", &r);
    const struct zj_instance *in = &r.in;
    assert_int_equal(in->n_demand, 6);
    assert_int_equal(in->demand[0].classes, 3);
    assert_int_equal(in->demand[0].priority, 2);
    assert_int_equal(in->demand[1].priority, 1);
    assert_int_equal(in->demand[1].max_per_day, ZJ_NONE);
    assert_int_equal(in->demand[2].classes, 1);
    assert_string_equal(zj_word(in, in->demand[2].class_id), "二1班");
    assert_int_equal(in->demand[2].teacher, 1);
    assert_int_equal(in->demand[4].class_id, -1);
    assert_int_equal(in->demand[4].periods, 5);
    assert_int_equal(in->bell[0].period.start, 8 * 60 + 30);
    assert_int_equal(in->busy[0].who, ZJ_WHO_TEACHER);
    assert_int_equal(in->busy[0].day, 4);
    assert_int_equal(in->busy[0].from, 3);
    assert_int_equal(in->busy[0].to, 4);
    assert_int_equal(in->busy[1].who, ZJ_WHO_CLASS);
    assert_int_equal(in->busy[1].day, -1);
    assert_string_equal(in->busy[1].id, "S001-3-2");
    assert_int_equal(in->busy[2].day, 2);
    assert_int_equal(in->busy[2].from, 0);
    assert_int_equal(in->wish[1].level, -2);
    assert_int_equal(in->history[0].end, date(2023, 6, 30));
    assert_int_equal(in->history[0].terms, 2);
    assert_int_equal(in->history[1].end, ZJ_NO_DATE);
    assert_int_equal(in->history[1].terms, ZJ_NONE);
    assert_true(in->has_pairings);
    assert_int_equal(in->pairing[0].form, ZJ_COBUILT);
    assert_int_equal(in->pin[0].start_term, 0);
    assert_int_equal(in->pin[0].terms, 1);
    assert_int_equal(in->pin[0].from, -1);
    assert_false(in->pin[0].forbid);
    assert_true(in->pin[1].forbid);
    assert_int_equal(in->pin[1].subject, -1);
    assert_int_equal(in->pin[2].model, ZJ_TIMETABLE);
    assert_int_equal(in->pin[2].period, 1);
    assert_int_equal(in->pin[3].member, 1);
    assert_int_equal(in->activity[0].date, date(2026, 10, 12));
    assert_int_equal(in->activity[0].unit, ZJ_IN_PERIODS);
    assert_int_equal(in->activity[0].grade, -1);
    assert_int_equal(in->activity[1].unit, ZJ_IN_DAYS);
    assert_string_equal(zj_word(in, in->activity[1].grade), "合格");
    release(&r);
}

/* A table of travel with blanks, quotes, line ends and empty lines by chance, and one bad cell. */
struct laid_out {
    char text[4096];
    int line, column; /* of the bad cell */
};

static void put_cell(struct rng *r, char **to, const char *text)
{
    const char *blank = rng_chance(r, 20) ? "　 " : "";

    *to += sprintf(*to, rng_chance(r, 30) ? "\"%s%s\"" : "%s%s", blank, text);
}

static void lay_out(struct rng *r, struct laid_out *x)
{
    char *to = stpcpy(x->text, "from,to,x_note,minutes,metres\n");
    int rows = rng_in(r, 1, 12), bad_row = rng_in(r, 0, rows - 1), line = 2;

    for (int i = 0; i < rows; i++) {
        bool tall = rng_chance(r, 20);
        for (; rng_chance(r, 20); line++)
            *to++ = '\n';
        char *row = to;
        to = stpcpy(to, tall ? "A,B,\"注, \"\"一\n二\"\"\"," : rng_chance(r, 50) ? "A,B,注," : "A,B,,");
        int column = tall ? 6 : 1; /* of the cell after the note, whose last line is 二""", */
        for (const char *c = row; !tall && c < to; c++)
            column += ((unsigned char)*c & 0xC0) != 0x80;
        line += tall;
        if (i == bad_row) {
            x->line = line;
            x->column = column;
        }
        put_cell(r, &to, i == bad_row ? "一" : "5");
        to = stpcpy(to, rng_chance(r, 50) ? ",7\r\n" : ",7\n");
        line++;
    }
    *to = '\0';
}

static void a_problem_names_the_place_of_its_cell(void **state)
{
    (void)state;
    for (int k = 0; k < 2000; k++) {
        struct rng r = rng_make((uint64_t)k, 4);
        struct laid_out x;
        struct zj_instance in;
        struct zj_diag d = {0};
        bool found = false;
        memset(&in, 0, sizeof in);
        lay_out(&r, &x);
        zj_intern(&in.school_ids, &in.arena, "A");
        zj_intern(&in.school_ids, &in.arena, "B");
        in.school = zj_alloc_n(&in.arena, 2, sizeof *in.school);
        in.n_schools = 2;
        in.school[0].campus = in.school[1].campus = -1;
        struct zj_builder *b = zj_builder_new(&in, &d);
        zj_csv_read(x.text, strlen(x.text), ZJ_TAB_travel, "travel.csv", b, &d);
        zj_builder_free(b);
        for (int i = 0; i < d.n; i++) {
            const struct zj_problem *p = &d.problem[i];
            bool is_it = strcmp(p->code, "bad_number") == 0;
            if (!is_it && strcmp(p->code, "repeated") != 0)
                fail_msg("table %d: %s\n%s", k, p->text, x.text);
            if (is_it && (found || p->line != x.line || p->column != x.column))
                fail_msg("table %d: at %d:%d, not %d:%d\n%s", k, p->line, p->column, x.line, x.column,
                         x.text);
            found |= is_it;
        }
        if (!found)
            fail_msg("table %d: the bad cell was not seen\n%s", k, x.text);
        zj_instance_release(&in);
        zj_diag_release(&d);
    }
}

/* Rows of wishes by number; `row` has one place for it. */
static void write_rows(const char *name, const char *header, const char *before, int n, const char *after)
{
    FILE *out = fopen(scratch_path(name), "w");

    assert_non_null(out);
    fputs(header, out);
    for (int i = 0; i < n; i++)
        fprintf(out, "%s%d%s\n", before, i, after);
    fclose(out);
}

static void too_many_problems_end_the_table(void **state)
{
    struct read r;

    (void)state;
    scratch_copy("tests/parse/base", "many");
    write_rows("many/wishes.csv", "teacher_id,to_school_id,level\n", "X", ZJ_MAX_PROBLEMS + 100, ",S001,1");
    write_rows("many/travel.csv", "from,to,minutes,metres\n", "S", ZJ_MAX_PROBLEMS + 100, "");
    read_instance(scratch_path("many"), &r);
    assert_int_equal(r.status, ZJ_EDATA);
    assert_int_equal(r.d.n_errors, 2 * (ZJ_MAX_PROBLEMS + 1));
    assert_string_equal(r.d.problem[r.d.n - 1].code, "too_many_problems");
    release(&r);
    scratch_remove();
}

static void too_many_schools_are_refused(void **state)
{
    struct read r;

    (void)state;
    scratch_copy("tests/parse/base", "many");
    write_rows("many/schools.csv",
               "school_id,name,stage,community_id,role\nS001,A,小学,,成员\nS002,A,小学,,成员\n"
               "S003,A,小学,,成员\nS004,A,小学,,成员\n",
               "N", 6997, ",B,小学,,成员"); /* 7001 with the four above */
    read_instance(scratch_path("many"), &r);
    assert_int_equal(r.status, ZJ_EDATA);
    assert_int_equal(r.d.n, 1);
    assert_string_equal(r.d.problem[0].code, "too_many_rows");
    assert_int_equal(r.d.problem[0].line, 7002);
    release(&r);
    scratch_remove();
}

static void the_digest_follows_every_byte_and_no_folder(void **state)
{
    struct read a, b, c;

    (void)state;
    read_instance("tests/parse/base", &a);
    read_instance(scratch_copy("tests/parse/base", "copy"), &b);
    assert_string_equal(a.in.sha256, b.in.sha256);
    scratch_write("copy/wishes.csv", "teacher_id,to_school_id,level\nT001,S002,2\nT002,S003,-1\n");
    read_instance(scratch_path("copy"), &c);
    assert_int_equal(c.status, ZJ_OK);
    assert_string_not_equal(a.in.sha256, c.in.sha256);
    assert_int_equal(strlen(a.in.sha256), 64);
    release(&a);
    release(&b);
    release(&c);
    scratch_remove();
}

/* name, NUL, size, NUL, bytes, in byte order of name; the value is that of sha256sum over the same bytes. */
static void the_digest_is_the_documented_one(void **state)
{
    struct zj_sources s = {0};
    char hex[65];

    (void)state;
    scratch_write("b.csv", "two\n");
    scratch_write("a.json", "{}");
    assert_int_equal(zj_sources_read(&s, scratch_path("b.csv"), NULL), 0);
    assert_int_equal(zj_sources_read(&s, scratch_path("a.json"), NULL), 1);
    zj_sources_digest(&s, hex);
    assert_string_equal(hex, "09fa98fab7325f13dcd438f4aac960ee91d66e3e43d4c5ff1ed99e03bb1aafd1");
    zj_sources_release(&s);
    scratch_remove();
}

/* The policy of the command line takes the place of the one named by the instance, in the digest as well. */
static void a_policy_may_be_given(void **state)
{
    static const char policy[] =
        "{\"format\": \"zoujiao-policy/1\", \"name\": \"other\", \"travel\": "
        "{\"detour_permille\": 1400, \"kmh\": 40}, \"defaults\": {\"max_week\": 20}, "
        "\"kinds\": [], \"rules\": []}";
    struct read usual, other = {0}, none = {0};

    (void)state;
    scratch_write("other.json", policy);
    struct zj_read_options opt = {.policy = scratch_path("other.json")};
    read_instance("tests/parse/base", &usual);
    other.status = zj_read_instance("tests/parse/base", &opt, &other.in, &other.pol, &other.d);
    assert_int_equal(other.status, ZJ_OK);
    assert_string_equal(other.pol.name, "other");
    assert_int_equal(other.in.teacher[1].max_week, 20);
    assert_int_equal(other.in.teacher[1].max_day, ZJ_NONE);
    assert_string_not_equal(other.in.sha256, usual.in.sha256);
    opt.policy = scratch_path("nowhere.json");
    none.status = zj_read_instance("tests/parse/base", &opt, &none.in, &none.pol, &none.d);
    assert_int_equal(none.status, ZJ_ENOINPUT);
    release(&usual);
    release(&other);
    release(&none);
    scratch_remove();
}

/* Each name, English or Chinese, means one column of its table; each word one value of its set. */
static void no_name_has_two_meanings(void **state)
{
    char word[64];

    (void)state;
    for (int c = 0; c < ZJ_N_COLUMNS; c++) {
        assert_int_equal(zj_column_find(zj_columns[c].table, zj_columns[c].name), c);
        for (const char *alias = zj_columns[c].aliases; *alias; alias += *alias == '|') {
            assert_int_equal(zj_column_find(zj_columns[c].table, zj_first_alias(alias, word)), c);
            alias += strlen(word);
        }
    }
    for (int s = 0; s < ZJ_N_VALUE_SETS; s++) {
        enum zj_value_set set = (enum zj_value_set)s;
        for (int v = 0; zj_value_token(set, v); v++) {
            assert_int_equal(zj_value_find(set, zj_value_token(set, v)), v);
            for (const char *alias = zj_value_aliases(set, v); *alias; alias += *alias == '|') {
                assert_int_equal(zj_value_find(set, zj_first_alias(alias, word)), v);
                alias += strlen(word);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(schools_hold_what_their_rows_say),
        cmocka_unit_test(teachers_hold_what_their_rows_say),
        cmocka_unit_test(small_tables_hold_what_their_rows_say),
        cmocka_unit_test(a_problem_names_the_place_of_its_cell),
        cmocka_unit_test(too_many_problems_end_the_table),
        cmocka_unit_test(too_many_schools_are_refused),
        cmocka_unit_test(the_digest_follows_every_byte_and_no_folder),
        cmocka_unit_test(the_digest_is_the_documented_one),
        cmocka_unit_test(a_policy_may_be_given),
        cmocka_unit_test(no_name_has_two_meanings),
    };

    zj_i18n_init("en");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
