#include "tests/support/random_pairs.h"

#include "tests/support/cmocka.h"

#include <stdio.h>
#include <string.h>

struct draft {
    struct rng *r;
    char *text;
    size_t size, n;
    int leads, members;
    bool wishes, staff;
};

static void put(struct draft *d, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

static void put(struct draft *d, const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    int n = vsnprintf(d->text + d->n, d->size - d->n, fmt, ap);
    va_end(ap);
    assert_true(n >= 0 && (size_t)n < d->size - d->n);
    d->n += (size_t)n;
}

static const char *pick(struct draft *d, const char *const *words, int n)
{
    return words[rng_in(d->r, 0, n - 1)];
}
#define PICK(d, ...)                                                                                         \
    pick(d, (const char *const[]){__VA_ARGS__}, sizeof((const char *[]){__VA_ARGS__}) / sizeof(char *))

/* "L1", "M3" */
static void put_school(struct draft *d, const char *before, bool lead)
{
    put(d, "%s%c%d", before, lead ? 'L' : 'M', rng_in(d->r, 1, lead ? d->leads : d->members));
}

static void schools(struct draft *d)
{
    for (int i = 0; i < d->leads + d->members; i++) {
        bool lead = i < d->leads;

        put(d, "school %c%d %s - kind=%s", lead ? 'L' : 'M', lead ? i + 1 : i + 1 - d->leads,
            lead ? "lead" : "member", lead ? PICK(d, "city", "town") : PICK(d, "town", "village", "village"));
        put(d, "%s\n", rng_chance(d->r, 25) ? " stage=junior" : "");
    }
}

static void roads(struct draft *d)
{
    for (int i = 0; i < d->leads + d->members; i++)
        for (int m = i < d->leads ? 0 : i - d->leads + 1; m < d->members; m++) {
            put(d, "road %c%d M%d ", i < d->leads ? 'L' : 'M', i < d->leads ? i + 1 : i + 1 - d->leads,
                m + 1);
            if (rng_chance(d->r, 6))
                put(d, "none\n");
            else
                put(d, "%d %d\n", rng_in(d->r, 0, 12) * 5, rng_in(d->r, 1, 20) * 1000);
        }
}

static void where(struct draft *d, bool lead)
{
    if (!rng_chance(d->r, 30))
        return;
    if (rng_chance(d->r, 40))
        put(d, " where.stage=%s", PICK(d, "primary", "junior"));
    else if (rng_chance(d->r, 50))
        put(d, " where.school_kind=%s", lead ? PICK(d, "city", "town") : PICK(d, "town", "village"));
    else
        put_school(d, " where.school=", lead);
}

static void soft(struct draft *d, int percent)
{
    if (rng_chance(d->r, percent))
        put(d, " soft weight=%d", rng_in(d->r, 1, 4));
}

static void range(struct draft *d, const char *least, const char *most, int lo, int hi)
{
    int a = rng_in(d->r, lo, hi), b = rng_in(d->r, a > 1 ? a : 1, hi + 1);

    if (rng_chance(d->r, 70))
        put(d, " %s=%d", least, a);
    if (rng_chance(d->r, 70))
        put(d, " %s=%d", most, b);
}

static void rule_coverage(struct draft *d)
{
    put(d, "rule coverage");
    if (rng_chance(d->r, 40))
        put(d, " permille=%d round=%s%s", rng_in(d->r, 2, 10) * 100, PICK(d, "up", "up", "down", "nearest"),
            rng_chance(d->r, 50) ? " per=stage" : "");
    if (rng_chance(d->r, 25))
        put(d, " leads_max=2 leads_min=%d", rng_in(d->r, 1, 2));
    where(d, false);
    soft(d, 25);
}

static void rule_size(struct draft *d)
{
    put(d, "rule size");
    range(d, "members_min", "members_max", 0, 3);
    if (rng_chance(d->r, 25))
        put(d, " total_max=%d", rng_in(d->r, 2, 4));
    if (rng_chance(d->r, 20))
        put(d, " every_lead=true");
    where(d, true);
    soft(d, 30);
}

static void rule_groups(struct draft *d)
{
    put(d, "rule groups");
    range(d, "min", "max", 0, 2);
    if (rng_chance(d->r, 40))
        put(d, " per=stage");
    where(d, true);
    soft(d, 30);
}

static void rule_stage(struct draft *d)
{
    put(d, "rule stage");
    where(d, false);
    soft(d, 30);
}

static void rule_distance(struct draft *d)
{
    put(d, "rule distance model=pairing");
    if (rng_chance(d->r, 60))
        put(d, " max_minutes=%d", rng_in(d->r, 1, 10) * 5);
    else
        put(d, " max_metres=%d", rng_in(d->r, 4, 16) * 1000);
    where(d, false);
    soft(d, 30);
}

static void rule_composition(struct draft *d)
{
    bool of_leads = rng_chance(d->r, 35);

    put(d, "rule composition need.%s=%d..%d", of_leads ? PICK(d, "city", "town") : PICK(d, "town", "village"),
        rng_in(d->r, 0, 1), rng_in(d->r, 1, 2));
    if (rng_chance(d->r, 30))
        put(d, " need.%s=..%d", of_leads ? "village" : "point", rng_in(d->r, 0, 1));
    if (of_leads)
        put(d, " of=leads");
    where(d, !of_leads);
    soft(d, 30);
}

static void rule_legal_form(struct draft *d)
{
    int n = rng_in(d->r, 1, 2);

    for (int i = 0; i < n; i++) {
        put(d, "%srule legal_form form=%s", i ? "\n" : "", i ? "cobuilt" : "fused");
        range(d, "members_min", "members_max", 0, 2);
        where(d, true);
        soft(d, 20);
    }
}

static void rule_depth(struct draft *d)
{
    put(d, "rule depth max=%d", rng_in(d->r, 1, 3));
}

static void rule_rounds(struct draft *d)
{
    put(d, "rule rounds rounds=%d", rng_in(d->r, 1, 2));
    where(d, false);
    soft(d, 25);
}

static void rule_preference(struct draft *d)
{
    put(d, "rule preference");
    where(d, false);
    soft(d, 25);
    d->wishes = true;
}

static void rule_capacity(struct draft *d)
{
    put(d, "rule quota kind=%s over=pair per=%s min=%d", PICK(d, "go", "year"),
        PICK(d, "term", "year", "horizon"), rng_in(d->r, 1, 3));
    if (rng_chance(d->r, 40))
        put(d, " filter.rank=backbone");
    where(d, false);
    put(d, "\nrule capacity");
    where(d, true);
    soft(d, 25);
    d->staff = true;
}

static void rule_pins(struct draft *d)
{
    put(d, "pin pair%s", rng_chance(d->r, 50) ? " forbid" : "");
    if (rng_chance(d->r, 75))
        put_school(d, " lead=", true);
    if (rng_chance(d->r, 75))
        put_school(d, " member=", false);
}

static void wishes(struct draft *d)
{
    for (int l = 1; l <= d->leads; l++)
        for (int m = 1; m <= d->members; m++) {
            if (rng_chance(d->r, 75))
                put(d, "prefer L%d M%d %d\n", l, m, rng_in(d->r, 1, 4));
            if (rng_chance(d->r, 75))
                put(d, "prefer M%d L%d %d\n", m, l, rng_in(d->r, 1, 4));
        }
}

static void staff(struct draft *d)
{
    put(d, "kind go lead_to_member 1,2\nkind year lead_to_member 2 starts=2026A,2027A\n");
    for (int l = 1; l <= d->leads; l++)
        for (int t = rng_in(d->r, 0, 4); t > 0; t--)
            put(d, "teacher T%d%d L%d F %d-01-01 x%s%s\n", l, t, l, rng_in(d->r, 1965, 2000),
                rng_chance(d->r, 50) ? " rank=backbone" : "", rng_chance(d->r, 10) ? " flags=ill" : "");
    if (rng_chance(d->r, 40))
        put(d, "rule exempt flags=ill\n");
    if (rng_chance(d->r, 40))
        put(d, "rule age_limit kind=%s max.F=%d\n", PICK(d, "go", "year"), rng_in(d->r, 35, 55));
}

void random_pairs(struct rng *r, int leads, int members, int rules, char text[RANDOM_PAIRS_TEXT])
{
    static void (*const makers[])(struct draft * d) = {
        rule_coverage, rule_coverage,   rule_coverage,    rule_size,        rule_size,       rule_groups,
        rule_stage,    rule_distance,   rule_composition, rule_composition, rule_legal_form, rule_depth,
        rule_rounds,   rule_preference, rule_preference,  rule_capacity,    rule_pins,
    };
    struct draft d = {.r = r, .text = text, .size = RANDOM_PAIRS_TEXT, .leads = leads, .members = members};

    schools(&d);
    roads(&d);
    for (int i = 0; i < rules; i++) {
        makers[rng_in(r, 0, (int)(sizeof makers / sizeof makers[0]) - 1)](&d);
        put(&d, "\n");
    }
    if (d.wishes)
        wishes(&d);
    if (d.staff)
        staff(&d);
}

void random_choice(struct rng *r, int leads, int members, char text[RANDOM_PAIRS_TEXT * 4])
{
    struct draft d = {
        .r = r, .text = text, .size = RANDOM_PAIRS_TEXT * 4, .leads = leads, .members = members};
    int order[64];

    schools(&d);
    put(&d, "rule preference\n");
    for (int l = 1; l <= leads; l++) {
        put(&d, "rule size members_max=%d where.school=L%d\n", rng_in(r, 1, 1 + members / leads), l);
        for (int m = 1; m <= members; m++)
            put(&d, "road L%d M%d %d\n", l, m, rng_in(r, 1, 90));
    }
    for (int l = 1; l <= leads; l++) {
        rng_permutation(r, order, members);
        for (int m = 1; m <= members; m++)
            put(&d, "prefer L%d M%d %d\n", l, m, order[m - 1] + 1);
    }
    for (int m = 1; m <= members; m++) {
        rng_permutation(r, order, leads);
        for (int l = 1; l <= leads; l++) {
            if (rng_chance(r, 70))
                put(&d, "prefer M%d L%d %d\n", m, l, order[l - 1] + 1);
            else
                put(&d, "pin pair forbid lead=L%d member=M%d\n", l, m);
        }
    }
}
