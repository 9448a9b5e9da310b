/*
 * test_plan_io.c - a plan that is written comes back as it was.
 */
#include "solver/base/i18n.h"
#include "solver/io/plan_parts.h"
#include "solver/io/read.h"
#include "solver/io/write.h"
#include "tests/support/cmocka.h"
#include "tests/support/program.h"
#include "tests/support/tiny.h"

#include <stdlib.h>
#include <string.h>

static const char county[] = "school S1 lead G1\n"
                             "school S2 member G1\n"
                             "teacher T1 S1 F 1980-01-01 音乐,美术\n"
                             "teacher T2 S2 M 1980-01-01 数学\n"
                             "kind support lead_to_member 1,2 fills\n"
                             "kind shadow member_to_lead 1\n"
                             "demand S1 音乐 10\n"
                             "rule rest terms=1\n"
                             "rule quota over=sender per=year min=1\n";

static char sha[] = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

/* A plan in which every member says something. */
static void fill(struct tiny *t, struct zj_plan *p)
{
    memset(p, 0, sizeof *p);
    p->status = ZJ_PLAN_FEASIBLE;
    p->instance_name = "小县";
    p->instance_sha256 = sha;
    p->program = "zoujiao 0.1.0";
    p->postings = tiny_plan(t, "T2 shadow S1 2026B 1; T1 support S2 2026A 2 美术");
    p->n_tiers = ZJ_N_TIERS;
    p->term = -1;
    for (int i = 0; i < ZJ_MAX_TIERS; i++)
        p->value[i] = p->bound[i] = ZJ_NO_VALUE;
    for (int i = 0; i < ZJ_N_TIERS; i++) {
        p->order[i] = (enum zj_tier)(ZJ_N_TIERS - 1 - i);
        p->value[i] = 10 * i - 20;
        p->bound[i] = i % 2 ? ZJ_NO_VALUE : 10 * i - 21;
    }
    p->gap_permille = 25;
    p->stopped_by = "nodes";
    p->nodes = 123456789012;
    static struct zj_unmet unmet[] = {{0, 0, 0, -1, 12, ZJ_NO_TEACHER, -1}, {3, 1, 0, -1, 1, ZJ_BY_RULE, 1}};
    for (int i = 0; i < 2; i++)
        unmet[i].subject = tiny_word(t, i ? "数学" : "音乐");
    p->unmet = unmet;
    p->n_unmet = 2;
    static struct zj_finding findings[] = {
        {ZJ_R_quota, 1, true, true, 1, 2, 0, "S1 2026-2027"},
        {ZJ_R_rest, 0, false, false, ZJ_NO_VALUE, ZJ_NO_VALUE, 0, "T1 S1>S2 2026A"},
        {ZJ_R_one_posting, -1, true, true, ZJ_NO_VALUE, ZJ_NO_VALUE, 0, "T1"},
    };
    p->finding = findings;
    p->n_findings = 3;
}

static void fill_conflict(struct zj_plan *p)
{
    static struct zj_conflict_part parts[] = {
        {ZJ_R_quota, 1, NULL, "S1 2026-2027", 3, 1, 0},
        {ZJ_R_pins, -1, "pins.csv", "pins.csv:3", 1, 0, 0},
        {ZJ_R_one_posting, -1, "history.csv", "history.csv:2", ZJ_NO_VALUE, ZJ_NO_VALUE, 1},
        {ZJ_R_pins, -1, NULL, "T1", ZJ_NO_VALUE, 7, 1},
    };
    static struct zj_step all[] = {
        {.kind = ZJ_STEP_NUMBER,
         .rule = ZJ_R_quota,
         .index = 1,
         .where = "S1",
         .name = "min",
         .from = 3,
         .to = 1},
        {.kind = ZJ_STEP_WAIVE, .rule = ZJ_R_rest, .index = 0, .where = ZJ_EVERYWHERE},
        {.kind = ZJ_STEP_COLUMN, .where = "T1", .name = "max_day", .from = 4, .to = 5},
        {.kind = ZJ_STEP_ROW, .table = "pins.csv", .line = 3},
        {.kind = ZJ_STEP_LEAD, .where = "S2", .new_lead = "S1"},
        {.kind = ZJ_STEP_TEACHERS, .where = "S1", .subject = "音乐", .more = 2},
    };
    static struct zj_repair repairs[] = {{all, 2, 20, true}, {all + 2, 4, 50, false}};

    p->repair = repairs;
    p->n_repairs = 2;
    p->conflict = parts;
    p->n_conflict = 4;
    p->conflict_minimal = true;
}

static void assert_same(const struct zj_plan *p, const struct zj_plan *q)
{
    assert_int_equal(p->model, q->model);
    assert_int_equal(p->term, q->term);
    assert_int_equal(p->n_tiers, q->n_tiers);
    assert_int_equal(p->status, q->status);
    assert_string_equal(p->instance_name, q->instance_name);
    assert_string_equal(p->instance_sha256, q->instance_sha256);
    assert_string_equal(p->program, q->program);
    assert_memory_equal(p->order, q->order, sizeof p->order);
    assert_memory_equal(p->value, q->value, sizeof p->value);
    assert_memory_equal(p->bound, q->bound, sizeof p->bound);
    assert_int_equal(p->gap_permille, q->gap_permille);
    assert_string_equal(p->stopped_by, q->stopped_by);
    assert_int_equal(p->nodes, q->nodes);
    assert_int_equal(p->n_unmet, q->n_unmet);
    for (int i = 0; i < p->n_unmet; i++) {
        assert_int_equal(p->unmet[i].term, q->unmet[i].term);
        assert_int_equal(p->unmet[i].school, q->unmet[i].school);
        assert_int_equal(p->unmet[i].subject, q->unmet[i].subject);
        assert_int_equal(p->unmet[i].class_id, q->unmet[i].class_id);
        assert_int_equal(p->unmet[i].periods, q->unmet[i].periods);
        assert_int_equal(p->unmet[i].because, q->unmet[i].because);
        assert_int_equal(p->unmet[i].rule, q->unmet[i].rule);
    }
    assert_int_equal(p->n_findings, q->n_findings);
    for (int i = 0; i < p->n_findings; i++) {
        assert_int_equal(p->finding[i].rule, q->finding[i].rule);
        assert_int_equal(p->finding[i].index, q->finding[i].index);
        assert_int_equal(p->finding[i].hard, q->finding[i].hard);
        assert_int_equal(p->finding[i].ok, q->finding[i].ok);
        assert_int_equal(p->finding[i].need, q->finding[i].need);
        assert_int_equal(p->finding[i].have, q->finding[i].have);
        assert_string_equal(p->finding[i].where, q->finding[i].where);
    }
    assert_int_equal(p->n_conflict, q->n_conflict);
    for (int i = 0; i < p->n_conflict; i++) {
        assert_int_equal(p->conflict[i].index, q->conflict[i].index);
        assert_string_equal(p->conflict[i].where, q->conflict[i].where);
        assert_string_equal(p->conflict[i].table ? p->conflict[i].table : "-",
                            q->conflict[i].table ? q->conflict[i].table : "-");
        if (!p->conflict[i].table)
            assert_int_equal(p->conflict[i].rule, q->conflict[i].rule);
        assert_int_equal(p->conflict[i].group, q->conflict[i].group);
        assert_int_equal(p->conflict[i].need, q->conflict[i].need);
        assert_int_equal(p->conflict[i].have, q->conflict[i].have);
    }
    assert_int_equal(p->n_repairs, q->n_repairs);
    for (int i = 0; i < p->n_repairs; i++) {
        assert_int_equal(p->repair[i].n_steps, q->repair[i].n_steps);
        for (int k = 0; k < p->repair[i].n_steps; k++)
            assert_int_equal(zj_step_compare(&p->repair[i].step[k], &q->repair[i].step[k]), 0);
        assert_int_equal(p->repair[i].cost, q->repair[i].cost);
        assert_int_equal(p->repair[i].verified, q->repair[i].verified);
    }
    assert_int_equal(p->conflict_minimal, q->conflict_minimal);
}

static void round_trip(struct tiny *t, struct zj_plan *p)
{
    struct zj_plan back;
    struct zj_diag d = {0};
    char *text = zj_plan_to_json(&t->in, &t->pol, p);

    if (zj_read_plan_json(text, strlen(text), "plan.json", &t->in, &t->pol, &back, &d) != ZJ_OK)
        fail_msg("%s", d.problem[0].text);
    zj_postings_sort(&p->postings);
    assert_int_equal(back.postings.n, p->postings.n);
    if (p->postings.n > 0)
        assert_memory_equal(back.postings.v, p->postings.v, (size_t)p->postings.n * sizeof *p->postings.v);
    assert_same(p, &back);
    char *again = zj_plan_to_json(&t->in, &t->pol, &back);
    assert_string_equal(text, again);
    assert_string_equal(text + strlen(text) - 2, "}\n");
    free(again);
    free(text);
    zj_plan_release(&back);
    zj_diag_release(&d);
}

static void what_is_written_comes_back(void **state)
{
    struct tiny t;
    struct zj_plan p;

    (void)state;
    tiny_build(&t, county);
    fill(&t, &p);
    for (int i = 0; i < ZJ_N_STOPS; i++) {
        p.stopped_by = zj_stop_name((enum zj_stop)i);
        round_trip(&t, &p);
    }
    zj_postings_release(&p.postings);
    p.status = ZJ_PLAN_INFEASIBLE;
    fill_conflict(&p);
    round_trip(&t, &p);
    zj_plan_release(&p);
    tiny_release(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_comes_back),
    };

    zj_i18n_init("en");
    return cmocka_run_group_tests(tests, NULL, scratch_teardown);
}
