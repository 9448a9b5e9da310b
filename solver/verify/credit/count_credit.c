/*
 * count_credit.c - work that counts as years of service.
 *
 * Policy   "累计送教达到200天的；或名师工作室帮扶时间不少于3年，每年不少于8次现场教研或培训活动，且工作室考核为合格及以上
 *          等次的；或线上教学超过200课时的；可以认定为具有1年支教工作经历"
 * Counted  rows of activities.csv of the teacher up to the last day:
 *              days     sum of the quantities of `visits` in days          >= days_min
 *              studio   years (of 12 months from the 1st of year_from_month) with at least
 *                       visits_each_year of `studio` in visits and a last grade among `grade`
 *                                                                          >= studio_years
 *              online   sum of the quantities of `online` in periods       >  online_periods_over
 * Given    `years`, once, to the account `as`, when one of the ways is complete. A teacher of whom the log
 *          says nothing that the entry counts has no lines.
 */
#include "solver/verify/credit/ledger.h"
#include "solver/verify/filter.h"
#include "solver/verify/sum.h"

static bool is_counted(const struct zj_activity *a, const struct zj_ids *kinds, enum zj_log_unit unit)
{
    return a->unit == unit && zj_ids_has(kinds, a->kind);
}

/* Sum of what is counted in the unit; *any: is there such a row? */
static int64_t sum_of(const struct vf_ledger *l, int teacher, const struct zj_ids *kinds,
                      enum zj_log_unit unit, bool *any)
{
    int64_t sum = 0;

    for (int i = l->first_row[teacher]; i < l->first_row[teacher + 1]; i++) {
        const struct zj_activity *a = &l->in->activity[l->row[i]];
        if (!is_counted(a, kinds, unit))
            continue;
        *any = true;
        sum = vf_plus(sum, a->quantity);
    }
    return sum;
}

/* The first day of the studio's year that holds the day. */
static int32_t year_start(const struct zj_rule *r, int32_t day)
{
    int y, m, d;

    zj_date_to_ymd(day, &y, &m, &d);
    return zj_date_from_ymd(m >= r->year_from_month ? y : y - 1, r->year_from_month, 1);
}

/* The years of the teacher in the studio, with their visits and grades. Returns the last grade of all. */
static int add_years(struct vf_ledger *l, const struct zj_rule *r, int teacher)
{
    struct zj_credit *c = l->credit;
    int first = c->n_years, grade = -1;

    for (int i = l->first_row[teacher]; i < l->first_row[teacher + 1]; i++) {
        const struct zj_activity *a = &l->in->activity[l->row[i]];
        if (!is_counted(a, &r->studio, ZJ_IN_VISITS))
            continue;
        int32_t start = year_start(r, a->date);
        if (c->n_years == first || c->year[c->n_years - 1].start != start) {
            ZJ_GROW(c->year, c->n_years, c->cap_years);
            c->year[c->n_years++] = (struct zj_credit_year){.start = start, .grade = -1};
        }
        struct zj_credit_year *year = &c->year[c->n_years - 1];
        year->visits = vf_plus(year->visits, a->quantity);
        if (a->grade >= 0)
            year->grade = grade = a->grade;
    }
    return grade;
}

static bool passes(const struct zj_rule *r, int grade)
{
    return r->grade.n == 0 || (grade >= 0 && zj_ids_has(&r->grade, grade));
}

static struct zj_credit_line studio_line(struct vf_ledger *l, const struct zj_rule *r, int teacher, bool *any)
{
    struct zj_credit *c = l->credit;
    struct zj_credit_line line = {.what = ZJ_CR_STUDIO_YEARS, .first_year = c->n_years};
    int last_grade = add_years(l, r, teacher);

    line.n_years = c->n_years - line.first_year;
    *any = *any || line.n_years > 0;
    for (int i = line.first_year; i < c->n_years; i++) {
        struct zj_credit_year *year = &c->year[i];
        year->counts =
            year->visits >= r->visits_each_year && passes(r, r->grade_each_year ? year->grade : last_grade);
        line.have += year->counts;
    }
    line.need = r->studio_years;
    return line;
}

void count_credit(struct vf_ledger *l, const struct zj_rule *r, int teacher)
{
    struct zj_credit_line line[3];
    int n = 0;
    bool any = false, given = false;

    if (!vf_teacher_passes(l->in, &r->where, teacher, l->credit->until))
        return;
    if (r->visits.n > 0 && r->days_min != ZJ_NONE)
        line[n++] = (struct zj_credit_line){.what = ZJ_CR_DAYS,
                                            .have = sum_of(l, teacher, &r->visits, ZJ_IN_DAYS, &any),
                                            .need = r->days_min};
    if (r->studio.n > 0 && r->studio_years != ZJ_NONE)
        line[n++] = studio_line(l, r, teacher, &any);
    if (r->online.n > 0 && r->online_periods_over != ZJ_NONE)
        line[n++] = (struct zj_credit_line){.what = ZJ_CR_PERIODS,
                                            .have = sum_of(l, teacher, &r->online, ZJ_IN_PERIODS, &any),
                                            .need = (int64_t)r->online_periods_over + 1};
    for (int i = 0; any && i < n; i++) {
        line[i].teacher = teacher;
        line[i].rule = r;
        line[i].met = line[i].have >= line[i].need;
        line[i].given = line[i].met && !given ? (int64_t)r->years * ZJ_CREDIT_YEAR : 0;
        given = given || line[i].met;
        vf_ledger_add(l, &line[i]);
    }
}

/* How near the entry comes to counting the row; ZJ_N_UNCOUNTED: it does. */
static enum zj_uncounted why_not(const struct vf_ledger *l, const struct zj_rule *r,
                                 const struct zj_activity *a)
{
    const struct {
        const struct zj_ids *kinds;
        int limit;
        enum zj_log_unit unit;
    } ways[] = {{&r->visits, r->days_min, ZJ_IN_DAYS},
                {&r->studio, r->studio_years, ZJ_IN_VISITS},
                {&r->online, r->online_periods_over, ZJ_IN_PERIODS}};
    enum zj_uncounted because = ZJ_UNCOUNTED_KIND;

    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        if (ways[i].limit == ZJ_NONE || !zj_ids_has(ways[i].kinds, a->kind))
            continue;
        if (!vf_teacher_passes(l->in, &r->where, a->teacher, l->credit->until))
            because = ZJ_UNCOUNTED_TEACHER;
        else if (a->unit == ways[i].unit)
            return ZJ_N_UNCOUNTED;
        else
            because = ZJ_UNCOUNTED_UNIT;
    }
    return because;
}

void vf_list_uncounted(struct vf_ledger *l)
{
    struct zj_credit *c = l->credit;

    for (int i = 0; i < l->in->n_activities; i++) {
        const struct zj_activity *a = &l->in->activity[i];
        enum zj_uncounted because = ZJ_UNCOUNTED_KIND;
        for (int k = 0; k < l->pol->n_credit_rules && because != ZJ_N_UNCOUNTED; k++) {
            const struct zj_rule *r = &l->pol->credit_rule[k];
            enum zj_uncounted here = r->id == ZJ_R_credit ? why_not(l, r, a) : ZJ_UNCOUNTED_KIND;
            because = here != ZJ_UNCOUNTED_KIND ? here : because;
        }
        if (because == ZJ_N_UNCOUNTED && a->date <= c->until)
            continue;
        ZJ_GROW(c->uncounted, c->n_uncounted, c->cap_uncounted);
        c->uncounted[c->n_uncounted++] =
            (struct zj_credit_uncounted){i, because == ZJ_N_UNCOUNTED ? ZJ_UNCOUNTED_LATER : because};
    }
}
