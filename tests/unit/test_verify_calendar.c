/*
 * test_verify_calendar.c - for each rule a calendar that breaks it and nothing else: the verdict names
 * rule, place, need and have. And what a calendar costs.
 */
#include "solver/verify/verify.h"
#include "tests/support/cmocka.h"
#include "tests/support/tiny.h"

#include <string.h>

static const char base[] =
    "terms 0\nterm T 2026-2027 2026-09-01 2026-09-30\nschool L lead G\nschool A member G\nschool B member G\n"
    "road L A 30\nroad L B 40\nroad A B 15\n"
    "teacher P L M 1970-01-01 x post=principal\nteacher M L M 1980-01-01 x\nteacher N A F 1995-01-01 x\n"
    "teacher O A F 1995-01-01 x\nguides M N\ndemand A x 5 class=A1\ndemand L x 5 class=L1\n"
    "lesson N A1 x Mon 3\nlesson M L1 x Tue 4\n"
    "activity meet chair=member sessions=pm\nactivity visit over=pair host=member who.post=principal\n"
    "activity watch over=mentor lasts=period\nactivity away over=teacher lasts=day host=lead who.subject=x\n"
    "activity sync over=pair by=subject subjects=x,y online periods=2\n";

static const struct {
    const char *rules, *plan; /* after the base */
    enum zj_rule_id rule;
    int index;
    const char *where;
    int64_t need, have, shortfall;
} cases[] = {
    {"rule count activity=visit over=pair per=term min=2\n",
     "visit L>A 2026-09-07 am; visit L>A 2026-09-08 am; visit L>B 2026-09-09 am", ZJ_R_count, 0,
     "L>B visit T", 2, 1, 1},
    {"rule count activity=sync over=community per=month unit=periods max=3\n",
     "sync L>A/x 2026-09-07 am; sync L>A/y 2026-09-07 am", ZJ_R_count, 0, "G sync 2026-09", 3, 4, 1},
    {"rule rotating_chair activity=meet\n",
     "meet G 2026-09-07 pm host=L chair=A; meet G 2026-09-14 pm host=L chair=B; "
     "meet G 2026-09-21 pm host=L chair=B",
     ZJ_R_rotating_chair, 0, "G meet A", 1, 2, 1},
    {"rule host_rotation activity=meet max_gap=9\n",
     "meet G 2026-09-07 pm host=L chair=A; meet G 2026-09-14 pm host=L chair=B", ZJ_R_host_rotation, 0,
     "G meet L turns", 1, 2, 1},
    {"rule window activity=meet weeks=1,-1\n", "meet G 2026-09-08 pm host=L chair=A", ZJ_R_window, 0,
     "G meet 2026-09-08 pm", ZJ_NO_VALUE, ZJ_NO_VALUE, 1},
    {"", "meet G 2026-09-08 am host=L chair=A", ZJ_R_window, -1, "G meet 2026-09-08 am", ZJ_NO_VALUE,
     ZJ_NO_VALUE, 1},
    {"rule spacing activity=meet over=community max_days=14\n",
     "meet G 2026-09-14 pm host=L chair=A; meet G 2026-09-29 pm host=L chair=A", ZJ_R_spacing, 0, "G meet T",
     14, 15, 1},
    {"rule spacing activity=meet over=community min_days=14\n",
     "meet G 2026-09-14 pm host=L chair=A; meet G 2026-09-25 pm host=L chair=A", ZJ_R_spacing, 0,
     "G meet T close", 14, 11, 3},
    {"", "visit L>A 2026-09-07 am; visit L>B 2026-09-07 am", ZJ_R_no_overlap, -1, "P 2026-09-07 am", 1, 2, 1},
    {"rule no_overlap of=school\n", "meet G 2026-09-07 pm host=L chair=A; watch M>N 2026-09-07 pm period=6",
     ZJ_R_no_overlap, 0, "A 2026-09-07 pm", 1, 2, 2},
    {"rule weekly_cap max=2 where.school=L\n",
     "visit L>A 2026-09-07 am; visit L>A 2026-09-08 am; visit L>B 2026-09-10 am; visit L>B 2026-09-11 am",
     ZJ_R_weekly_cap, 0, "L T/2", 2, 4, 2},
    {"rule distinct_subjects activity=sync over=pair per=year min=2 where.school=A\n",
     "sync L>A/x 2026-09-07 am; sync L>A/x 2026-09-08 am", ZJ_R_distinct_subjects, 0, "L>A sync 2026-2027", 2,
     1, 1},
    {"rule either_or over=member per=term options=visit:2|travel:1 where.school=B\n",
     "visit L>B 2026-09-07 am", ZJ_R_either_or, 0, "B visit|travel_periods T", 2, 1, 1},
    {"rule observe activity=watch min=2\n", "watch M>N 2026-09-07 am period=3", ZJ_R_observe, 0,
     "M>N watch 2026-09", 2, 1, 1},
    {"rule release_day activity=away min=1 where.role=member\n", "away N 2026-09-08 *", ZJ_R_release_day, 0,
     "O away 2026-09", 1, 0, 1},
    {"rule release_day activity=away min=0\nbusy teacher O Mon 3\n", "away N 2026-09-07 *", ZJ_R_release_day,
     0, "A/x 2026-09-07/3", 1, 0, 1},
    {"rule travel activity=meet max_minutes=30\n", "meet G 2026-09-08 pm host=L chair=A", ZJ_R_travel, 0,
     "G meet 2026-09-08 pm", 30, 40, 1},
    {"pin calendar date=2026-09-09\n", "meet G 2026-09-08 pm host=L chair=A", ZJ_R_pins, -1, "pins.csv:2", 1,
     0, 1},
};

/* Every finding that is broken is of the rule; *total is their shortfall. The one at the place, or NULL. */
static const struct zj_finding *only_broken(const struct zj_verdict *v, size_t i, int64_t *total)
{
    const struct zj_finding *found = NULL;

    *total = 0;
    for (int k = 0; k < v->n; k++) {
        const struct zj_finding *f = &v->finding[k];

        if (f->ok)
            continue;
        if (f->rule != cases[i].rule || f->index != cases[i].index)
            fail_msg("case %zu: %s is broken at %s, too", i, zj_rule_name(f->rule), f->where);
        *total += f->shortfall;
        if (strcmp(f->where, cases[i].where) == 0)
            found = f;
    }
    return found;
}

static void each_breach_is_named(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct tiny t;
        struct zj_verdict v;
        int64_t total;

        tiny_build(&t, base);
        tiny_add(&t, cases[i].rules);
        struct zj_calendar plan = tiny_calendar(&t, cases[i].plan);
        const struct zj_taught taught = tiny_taught(&t);
        zj_verify_calendar(&t.in, &t.pol, &plan, &taught, NULL, &v);
        const struct zj_finding *f = only_broken(&v, i, &total);
        if (!f)
            fail_msg("case %zu: nothing is broken at %s", i, cases[i].where);
        if (f->need != cases[i].need || f->have != cases[i].have || total != cases[i].shortfall)
            fail_msg("case %zu: need %lld, have %lld, shortfall %lld", i, (long long)f->need,
                     (long long)f->have, (long long)total);
        assert_true(v.n_hard_broken > 0);
        zj_verdict_release(&v);
        zj_calendar_release(&plan);
        tiny_release(&t);
    }
}

static void a_calendar_has_its_price(void **state)
{
    struct tiny t;
    struct zj_verdict v;

    (void)state;
    tiny_build(&t, base);
    tiny_add(&t, "rule count soft weight=7 activity=visit over=pair per=term min=2\n");
    struct zj_calendar plan =
        tiny_calendar(&t, "meet G 2026-09-07 pm host=A chair=A; "
                          "meet G 2026-09-11 pm host=A chair=B; "
                          "meet G 2026-09-14 pm host=B chair=B; visit L>A 2026-09-14 am; "
                          "sync L>B/x 2026-09-15 am; watch M>N 2026-09-21 am period=3");
    struct zj_calendar keep = tiny_calendar(&t, "visit L>A 2026-09-14 am; sync L>B/x 2026-09-16 am");
    const struct zj_taught taught = tiny_taught(&t);
    zj_verify_calendar(&t.in, &t.pol, &plan, &taught, &keep, &v);
    assert_int_equal(v.n_hard_broken, 0);
    assert_int_equal(v.tier[ZJ_T_SOFT], 7 * (1 + 2));
    assert_int_equal(v.tier[ZJ_T_HELD], 6);
    /* To A twice from L and B, to B from L and A, L to A, nothing online, M to A. */
    assert_int_equal(v.tier[ZJ_T_TRAVEL], 2 * (30 + 15) + (40 + 15) + 30 + 30);
    assert_int_equal(v.tier[ZJ_T_PEAK],
                     3 + 2 + 2); /* L in its third week, A and B in their second (or third) */
    assert_int_equal(v.tier[ZJ_T_BALANCE], 2 - 0); /* of meetings alone the host is open: A 2, B 1, L 0 */
    assert_int_equal(v.tier[ZJ_T_STABILITY], 5 + 1);
    zj_verdict_release(&v);
    zj_calendar_release(&plan);
    zj_calendar_release(&keep);
    tiny_release(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_breach_is_named),
                                       cmocka_unit_test(a_calendar_has_its_price)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
