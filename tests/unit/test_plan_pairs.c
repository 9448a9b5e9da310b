/*
 * test_plan_pairs.c - a pairing that is written comes back as it was; what is none is refused with its place.
 */
#include "solver/io/plan_parts.h"
#include "solver/io/write.h"
#include "tests/support/cmocka.h"
#include "tests/support/tiny.h"

#include <stdlib.h>
#include <string.h>

static const char county[] = "school L1 lead G\nschool L2 lead G\nschool M1 member G\nschool M2 member G\n"
                             "road L2 M1 none\n"
                             "pair L2 M2\npair L1 M1\n";

static void what_is_written_comes_back(void **state)
{
    struct tiny t;
    struct zj_plan p = {.model = ZJ_PAIRING, .status = ZJ_PLAN_FEASIBLE, .term = -1}, q;
    struct zj_diag d = {0};

    (void)state;
    tiny_build(&t, county);
    for (int i = 0; i < ZJ_MAX_TIERS; i++)
        p.value[i] = p.bound[i] = ZJ_NO_VALUE;
    p.n_tiers = ZJ_N_PAIRING_TIERS;
    memcpy(p.order, zj_pairing_tiers, sizeof zj_pairing_tiers);
    p.value[ZJ_T_UNCOVERED] = 2;
    p.bound[ZJ_T_UNCOVERED] = 1;
    p.gap_permille = 500;
    zj_pairs_add(&p.pairs, &(struct zj_pair){1, 2, -1, 0, ZJ_NONE, ZJ_NONE});
    zj_pairs_add(&p.pairs, &(struct zj_pair){0, 3, ZJ_MERGED, 2, 1000, 10});
    char *text = zj_plan_to_json(&t.in, &t.pol, &p);
    if (zj_read_plan_json(text, strlen(text), "plan.json", &t.in, &t.pol, &q, &d) != ZJ_OK)
        fail_msg("%s", d.problem[0].text);
    assert_null(strstr(text, "unmet"));
    zj_pairs_sort(&p.pairs);
    assert_int_equal(q.model, ZJ_PAIRING);
    assert_int_equal(q.pairs.n, 2);
    assert_memory_equal(q.pairs.v, p.pairs.v, 2 * sizeof *p.pairs.v);
    assert_int_equal(q.n_tiers, ZJ_N_PAIRING_TIERS);
    assert_memory_equal(q.order, zj_pairing_tiers, sizeof zj_pairing_tiers);
    assert_memory_equal(q.value, p.value, sizeof p.value);
    assert_memory_equal(q.bound, p.bound, sizeof p.bound);
    assert_int_equal(q.gap_permille, 500);
    char *again = zj_plan_to_json(&t.in, &t.pol, &q);
    assert_string_equal(again, text);
    free(again);
    free(text);
    zj_plan_release(&p);
    zj_plan_release(&q);
    zj_diag_release(&d);
    tiny_release(&t);
}

static void the_table_is_a_pairing(void **state)
{
    struct tiny t;
    struct zj_pairs p = {0};

    (void)state;
    tiny_build(&t, county);
    zj_pairs_of_tables(&t.in, &p);
    assert_int_equal(p.n, 2);
    assert_int_equal(p.v[0].lead, tiny_school(&t, "L1"));
    assert_int_equal(p.v[0].member, tiny_school(&t, "M1"));
    assert_int_equal(p.v[0].minutes, 10);
    assert_int_equal(p.v[0].metres, 1000);
    assert_int_equal(p.v[1].lead, tiny_school(&t, "L2"));
    assert_int_equal(p.v[1].round, 0);
    zj_pairs_release(&p);
    tiny_release(&t);
}

static void wrong_pairs_are_refused_at_their_place(void **state)
{
#define PAIR "{\"lead_id\": \"L1\", \"member_id\": \"M1\", "
    static const struct {
        const char *pairs, *field, *text;
    } wrong[] = {
        {"{\"lead_id\": \"L1\"}", "assignments[0]", "the member 'member_id' is missing"},
        {"{\"lead_id\": \"L9\", \"member_id\": \"M1\"}", "assignments[0].lead_id",
         "the instance has no 'L9'"},
        {PAIR "\"form\": \"loose\"}", "assignments[0].form",
         "'loose' is not known here; expected one of: fused, cobuilt, alliance, assist, merged"},
        {PAIR "\"round\": 0}", "assignments[0].round", "0 is out of range; expected 1 to 100"},
        {PAIR "\"minutes\": -1}", "assignments[0].minutes", "-1 is out of range; expected 0 to 1440"},
        {PAIR "\"metres\": 1.5}", "assignments[0].metres",
         "1.5 is not a whole number; fractions and exponents are not allowed"},
        {PAIR "\"term\": 1}", "assignments[0].term",
         "unknown member 'term'; the nearest known name is 'form'"},
        {PAIR "\"round\": 1}, " PAIR "\"round\": 2}", "assignments[1]",
         "the pair of 'L1' and 'M1' stands twice"},
    };
    struct tiny t;

    (void)state;
    tiny_build(&t, county);
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        struct zj_plan p;
        struct zj_diag d = {0};
        char text[512];
        int n = snprintf(text, sizeof text,
                         "{\"format\": \"zoujiao-plan/1\", \"model\": \"pairing\", \"status\": \"feasible\","
                         " \"objective\": [], \"assignments\": [%s]}",
                         wrong[i].pairs);
        assert_int_equal(zj_read_plan_json(text, (size_t)n, "p.json", &t.in, &t.pol, &p, &d), ZJ_EDATA);
        assert_int_equal(d.n, 1);
        assert_string_equal(d.problem[0].field, wrong[i].field);
        assert_string_equal(d.problem[0].text, wrong[i].text);
        zj_plan_release(&p);
        zj_diag_release(&d);
    }
    tiny_release(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_comes_back),
        cmocka_unit_test(the_table_is_a_pairing),
        cmocka_unit_test(wrong_pairs_are_refused_at_their_place),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
