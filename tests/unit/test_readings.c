/*
 * test_readings.c - a policy that can be read in several ways: one reading holds, and it is told which.
 */
#include "solver/io/instance_json.h"
#include "tests/support/cmocka.h"
#include "tests/support/tiny.h"

#include <string.h>

static const char policy[] =
    "{\"format\": \"zoujiao-policy/1\", \"alternatives\": ["
    "{\"about\": \"members\", \"readings\": [\"aims\", \"body\"]}, {\"readings\": [\"more\", \"atleast\"]}],"
    "\"kinds\": [{\"kind\": \"go\", \"terms\": [2], \"fills_load\": true, \"start_terms\": \"first_of_year\","
    " \"source\": {\"document\": \"D\", \"quote\": \"Q\"}}], \"rules\": ["
    "{\"rule\": \"size\", \"members_max\": 3, \"reading\": \"aims\"},"
    "{\"rule\": \"size\", \"members_min\": 2, \"reading\": \"body\", \"hard\": false, \"weight\": 4},"
    "{\"rule\": \"need\", \"source\": {\"document\": \"D2\", \"quote\": \"Q2\"}},"
    "{\"rule\": \"promotion\", \"years\": 1, \"reading\": \"atleast\"},"
    "{\"rule\": \"rest\", \"terms\": 2, \"reading\": \"atleast\"}]}";

struct reading_case {
    struct tiny t;
    struct zj_policy pol;
    struct zj_diag d;
    enum zj_status status;
};

static void read_with(struct reading_case *c, const char *text, struct zj_policy_options opt)
{
    memset(c, 0, sizeof *c);
    tiny_build(&c->t, opt.unbound ? "terms 0\n" : "school S1 lead G1\nschool S2 member G1\n");
    c->status = zj_read_policy_json(text, strlen(text), "p.json", &opt, &c->t.in, &c->pol, &c->d);
}

static void release(struct reading_case *c)
{
    zj_policy_release(&c->pol);
    zj_diag_release(&c->d);
    tiny_release(&c->t);
}

static void the_first_reading_holds(void **state)
{
    struct reading_case c;

    (void)state;
    read_with(&c, policy, (struct zj_policy_options){0});
    assert_int_equal(c.status, ZJ_OK);
    assert_int_equal(c.pol.n_pairing_rules, 1);
    assert_int_equal(c.pol.pairing_rule[0].members_max, 3);
    assert_int_equal(c.pol.pairing_rule[0].index, 0);
    assert_int_equal(c.pol.n_rules, 1); /* need; rest belongs to the other reading */
    assert_int_equal(c.pol.rule[0].index, 2);
    assert_int_equal(c.pol.n_credit_rules, 0);
    assert_int_equal(c.pol.n_alternatives, 2);
    assert_string_equal(c.pol.alternative[0].about, "members");
    assert_null(c.pol.alternative[1].about);
    release(&c);
}

static void another_reading_can_be_chosen(void **state)
{
    struct reading_case c;

    (void)state;
    read_with(&c, policy, (struct zj_policy_options){.readings = "atleast,body"});
    assert_int_equal(c.status, ZJ_OK);
    assert_int_equal(c.pol.n_pairing_rules, 1);
    assert_int_equal(c.pol.pairing_rule[0].members_min, 2);
    assert_int_equal(c.pol.pairing_rule[0].index, 1);
    assert_int_equal(c.pol.n_rules, 2);
    assert_int_equal(c.pol.n_credit_rules, 1);
    assert_int_equal(c.pol.alternative[0].chosen, 1);
    assert_int_equal(c.pol.alternative[1].chosen, 1);
    release(&c);
}

static void entries_are_kept_as_they_stand(void **state)
{
    struct reading_case c;

    (void)state;
    read_with(&c, policy, (struct zj_policy_options){.readings = "body"});
    assert_int_equal(c.pol.n_entries, 6);
    const struct zj_policy_entry *e = c.pol.entry;
    assert_string_equal(e[0].rule, "kind");
    assert_int_equal(e[0].index, -1);
    assert_string_equal(e[0].quote, "Q");
    assert_string_equal(e[1].rule, "size");
    assert_string_equal(e[1].parameters, "{\"members_max\": 3}");
    assert_string_equal(e[1].reading, "aims");
    assert_false(e[1].chosen);
    assert_true(e[2].chosen);
    assert_false(e[2].hard);
    assert_int_equal(e[2].weight, 4);
    assert_int_equal(e[2].models, 1u << ZJ_PAIRING);
    assert_string_equal(e[3].document, "D2");
    assert_int_equal(e[3].models, 1u << ZJ_SECONDMENT | 1u << ZJ_TIMETABLE);
    assert_null(e[3].reading);
    assert_int_equal(e[4].models, ZJ_OF_CREDIT);
    assert_int_equal(e[5].index, 4);
    release(&c);
}

static void a_year_begins_with_its_first_term(void **state)
{
    struct reading_case c;

    (void)state;
    read_with(&c, policy, (struct zj_policy_options){0});
    assert_int_equal(c.pol.kind[0].start_terms.n, 2);
    assert_int_equal(c.pol.kind[0].start_terms.v[0], 0);
    assert_int_equal(c.pol.kind[0].start_terms.v[1], 2);
    release(&c);
}

static void refused(const char *text, const char *readings, const char *code)
{
    struct reading_case c;

    read_with(&c, text, (struct zj_policy_options){.readings = readings});
    if (c.status != ZJ_EDATA || c.d.n == 0 || strcmp(c.d.problem[0].code, code) != 0)
        fail_msg("%s with '%s': %s", text, readings ? readings : "",
                 c.d.n ? c.d.problem[0].code : "accepted");
    release(&c);
}

static void what_makes_no_sense_is_refused(void **state)
{
    (void)state;
    refused(policy, "bodies", "unknown_reading");
    refused(policy, "body,", "unknown_reading");
    refused(policy, "aims,body", "bad_reading");
    refused("{\"format\": \"zoujiao-policy/1\", \"alternatives\": [{\"readings\": [\"one\"]}]}", NULL,
            "bad_reading");
    refused("{\"format\": \"zoujiao-policy/1\", \"alternatives\": [{\"readings\": [\"a\", \"a\"]}]}", NULL,
            "bad_reading");
    refused("{\"format\": \"zoujiao-policy/1\", \"rules\": [{\"rule\": \"need\", \"reading\": \"a\"}]}", NULL,
            "unknown_reading");
}

/* Of a file that names schools and terms everything can be told without them. */
static void no_instance_is_needed(void **state)
{
    static const char text[] =
        "{\"format\": \"zoujiao-policy/1\", \"kinds\": [{\"kind\": \"go\", \"terms\": [2], \"fills_load\": "
        "true, \"start_terms\": [\"2026A\", \"2027A\"]}], \"rules\": [{\"rule\": \"quota\", \"kind\": "
        "\"go\", "
        "\"over\": \"pair\", \"per\": \"year\", \"min\": 3, \"where\": {\"school\": [\"L04\", \"L05\"], "
        "\"community\": \"G1\"}}, {\"rule\": \"visiting_days\", \"weekday\": [\"Fri\"]}, {\"rule\": "
        "\"avoid\", "
        "\"periods\": [1], \"subjects\": [\"体育\"]}]}";
    struct reading_case c;

    (void)state;
    read_with(&c, text, (struct zj_policy_options){.unbound = true});
    assert_int_equal(c.status, ZJ_OK);
    assert_int_equal(c.d.n, 0);
    assert_int_equal(c.pol.n_entries, 4);
    assert_string_equal(c.pol.entry[2].parameters, "{\"weekday\": [\"Fri\"]}");
    release(&c);
    refused(text, NULL, "unknown_school"); /* with an instance they must be its own */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_reading_holds),        cmocka_unit_test(another_reading_can_be_chosen),
        cmocka_unit_test(entries_are_kept_as_they_stand), cmocka_unit_test(a_year_begins_with_its_first_term),
        cmocka_unit_test(what_makes_no_sense_is_refused), cmocka_unit_test(no_instance_is_needed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
