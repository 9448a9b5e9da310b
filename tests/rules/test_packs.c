/*
 * test_packs.c - the policies of instances/policies: read, true to their documents, and enforced.
 *
 * coverage.tsv lists what the documents state. A statement that can be scheduled has entries that quote its
 * words, or a reason of a few kinds why it has none; no entry quotes words that the table does not know.
 */
#include "solver/io/read.h"
#include "solver/io/rule_params.h"
#include "tests/support/program.h"
#include "tests/support/spoil.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PACK, ITEM, CLASS, WORDS, RULES, REASON, N_FIELDS };
enum { N_PACKS = 14, MAX_ROWS = 400 };

static const char folder[] = "instances/policies";

struct pack {
    char *path;
    struct zj_instance in; /* its words alone */
    struct zj_policy pol;
};

/* Read with these readings (NULL: the first ones); fails with what was found. */
static void open_pack(struct pack *p, const char *path, const char *readings)
{
    struct zj_diag d = {0};

    p->path = strdup(path);
    enum zj_status status = zj_read_policy(path, readings, &p->in, &p->pol, &d);
    if (status != ZJ_OK || d.n > 0)
        fail_msg("%s: %s", path, d.n > 0 ? d.problem[0].text : "refused");
    zj_diag_release(&d);
}

static void close_pack(struct pack *p)
{
    free(p->path);
    zj_policy_release(&p->pol);
    zj_instance_release(&p->in);
}

static void for_each_pack(void (*check)(const struct pack *p))
{
    char pattern[100];
    glob_t found;

    snprintf(pattern, sizeof pattern, "%s/*.json", folder);
    assert_int_equal(glob(pattern, 0, NULL, &found), 0);
    assert_int_equal(found.gl_pathc, N_PACKS);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        struct pack p;

        open_pack(&p, found.gl_pathv[i], NULL);
        check(&p);
        close_pack(&p);
    }
    globfree(&found);
}

/* Every reading can be chosen, and then other rules hold than without it. */
static void readings_differ(const struct pack *p)
{
    for (int a = 0; a < p->pol.n_alternatives; a++) {
        for (int k = 1; k < p->pol.alternative[a].n; k++) {
            struct pack other;
            int changed = 0;

            open_pack(&other, p->path, p->pol.alternative[a].reading[k]);
            for (int i = 0; i < p->pol.n_entries; i++)
                changed += p->pol.entry[i].chosen != other.pol.entry[i].chosen;
            if (changed == 0)
                fail_msg("%s: nothing belongs to %s", p->path, p->pol.alternative[a].reading[k]);
            close_pack(&other);
        }
    }
}

static void every_reading_is_read(void **state)
{
    (void)state;
    for_each_pack(readings_differ);
}

/* A model uses each entry, and each says where it comes from; activities are what rules speak of. */
static void entries_are_used(const struct pack *p)
{
    int quoted = 0;

    for (int i = 0; i < p->pol.n_entries; i++) {
        const struct zj_policy_entry *e = &p->pol.entry[i];
        bool is_activity = strcmp(e->rule, "activity") == 0;

        if (e->models == 0)
            fail_msg("%s: no model uses %s", p->path, e->rule);
        if (!e->document && !is_activity)
            fail_msg("%s: %s %d has no document", p->path, e->rule, e->index);
        quoted += e->quote != NULL;
    }
    assert_true(quoted > 0);
}

static void every_entry_is_used(void **state)
{
    (void)state;
    for_each_pack(entries_are_used);
}

static char *field[MAX_ROWS][N_FIELDS];
static int n_rows;
static char *table;

static int read_coverage(void **state)
{
    char path[100];

    (void)state;
    snprintf(path, sizeof path, "%s/coverage.tsv", folder);
    table = slurp(path);
    assert_non_null(table);
    for (char *rest = table, *line; (line = strsep(&rest, "\n"));) {
        if (!*line || *line == '#' || strncmp(line, "pack\t", 5) == 0)
            continue;
        assert_true(n_rows < MAX_ROWS);
        for (int f = 0; f < N_FIELDS; f++) {
            field[n_rows][f] = strsep(&line, "\t");
            assert_non_null(field[n_rows][f]);
        }
        n_rows++;
    }
    return 0;
}

static bool is_of(const struct pack *p, int row)
{
    const char *name = strrchr(p->path, '/') + 1;
    size_t n = strlen(field[row][PACK]);

    return strncmp(name, field[row][PACK], n) == 0 && strcmp(name + n, ".json") == 0;
}

/* Does the row speak of the entry: is its rule named, and are its words quoted? */
static bool says(int row, const char *rule, const struct zj_policy_entry *e)
{
    const char *words = field[row][WORDS];

    return strcmp(e->rule, rule) == 0 && (*words ? e->quote && strstr(e->quote, words) : !e->quote);
}

/* Every rule that the row names stands in the pack, with the words; or the row has a reason. */
static void row_is_kept(const struct pack *p, int row)
{
    static const char *const reasons[] = {"evaluation", "money:"};
    bool excused = false;

    for (size_t i = 0; i < sizeof reasons / sizeof reasons[0]; i++)
        excused = excused || strncmp(field[row][REASON], reasons[i], strlen(reasons[i])) == 0;
    if (excused != (*field[row][RULES] == '\0') || (!excused && *field[row][REASON]))
        fail_msg("%s %s: rules, or one of the reasons", field[row][PACK], field[row][ITEM]);
    if (!strstr("TSGACE", field[row][CLASS]))
        fail_msg("%s %s: no class '%s'", field[row][PACK], field[row][ITEM], field[row][CLASS]);
    char *copy = strdup(field[row][RULES]), *rest = copy;
    for (char *rule; *copy && (rule = strsep(&rest, ";"));) {
        bool found = false;

        for (int i = 0; i < p->pol.n_entries; i++)
            found = found || says(row, rule, &p->pol.entry[i]);
        if (!found)
            fail_msg("%s %s: no entry '%s' has the words %s", field[row][PACK], field[row][ITEM], rule,
                     field[row][WORDS]);
    }
    free(copy);
}

/* Some row names the rule and quotes its words; what the document does not say needs none. */
static bool is_known(const struct pack *p, const struct zj_policy_entry *e)
{
    for (int row = 0; row < n_rows; row++) {
        char *copy = strdup(field[row][RULES]), *rest = copy;
        bool named = false;

        for (char *rule; *copy && is_of(p, row) && (rule = strsep(&rest, ";"));)
            named = named || says(row, rule, e);
        free(copy);
        if (named)
            return true;
    }
    return false;
}

static int rows_kept;

static void statements_are_expressed(const struct pack *p)
{
    int n = 0;

    for (int row = 0; row < n_rows; row++) {
        if (!is_of(p, row))
            continue;
        row_is_kept(p, row);
        n++;
    }
    if (n == 0)
        fail_msg("%s: nothing is said to be stated", p->path);
    rows_kept += n;
    for (int i = 0; i < p->pol.n_entries; i++)
        if (p->pol.entry[i].quote && !is_known(p, &p->pol.entry[i]))
            fail_msg("%s: no row of the table knows %s %d", p->path, p->pol.entry[i].rule,
                     p->pol.entry[i].index);
}

static void every_statement_is_expressed(void **state)
{
    (void)state;
    for_each_pack(statements_are_expressed);
    assert_int_equal(rows_kept, n_rows); /* each row is of a pack */
}

/* The statements of a document are numbered 1 2 3 …, without gaps; two packs may share a document. */
static void no_statement_is_left_out(void **state)
{
    (void)state;
    for (int row = 0; row < n_rows; row++) {
        int this = atoi(field[row][ITEM] + 1), last = row > 0 ? atoi(field[row - 1][ITEM] + 1) : 0;
        bool same = row > 0 && field[row][ITEM][0] == field[row - 1][ITEM][0];

        if (this != (same ? last : 0) + 1 && !(same && this == last))
            fail_msg("%s: %s follows number %d", field[row][PACK], field[row][ITEM], same ? last : 0);
    }
}

static bool used[ZJ_N_ALL_RULES][ZJ_N_MODELS];

static void note_rules(const struct pack *p)
{
    for (int i = 0; i < p->pol.n_entries; i++) {
        const struct zj_policy_entry *e = &p->pol.entry[i];
        int rule = strcmp(e->rule, "kind") == 0 ? (int)ZJ_R_eligibility : zj_find_rule(e->rule);

        for (int m = 0; m < ZJ_N_MODELS && rule >= 0; m++)
            used[rule][m] = used[rule][m] || e->models >> m & 1;
    }
}

/* For every rule of a pack, in each of its models, there is a plan that breaks it alone, and is refused. */
static void every_rule_is_enforced(void **state)
{
    int n = 0;

    (void)state;
    for_each_pack(note_rules);
    for (int rule = 0; rule < ZJ_N_ALL_RULES; rule++) {
        for (int m = 0; m < ZJ_N_MODELS; m++) {
            static struct spoil s;

            if (!used[rule][m])
                continue;
            s = (struct spoil){.rule = (enum zj_rule_id)rule, .model = (enum zj_model)m};
            for (int i = 0; i < spoil_n_makers; i++)
                if ((int)spoil_makers[i].rule == rule && (int)spoil_makers[i].model == m)
                    spoil_makers[i].make(&s);
            if (s.alone == 0)
                fail_msg("%s of %s: no plan that breaks it alone", zj_rule_name(s.rule),
                         zj_model_name(s.model));
            n++;
        }
    }
    print_message("%d rules of packs, each broken alone\n", n);
    assert_true(n >= 40);
}

static int release(void **state)
{
    (void)state;
    free(table);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_reading_is_read),        cmocka_unit_test(every_entry_is_used),
        cmocka_unit_test(every_statement_is_expressed), cmocka_unit_test(no_statement_is_left_out),
        cmocka_unit_test(every_rule_is_enforced),
    };

    return cmocka_run_group_tests(tests, read_coverage, release);
}
