/*
 * ages.c - how old the teachers of one sex are, who of them is posted, and where a rule draws the line.
 *
 * All teachers on the first day of the horizon; a teacher who is posted counts with the age on the first day
 * of each posting. Limits are those of age_limit and the upper ages of eligibility.
 */
#include "solver/base/i18n.h"
#include "solver/report/draw/draw.h"
#include "solver/report/draw/svg.h"
#include "solver/report/parts.h"

enum { YOUNGEST = 20, OLDEST = 62, N_AGES = OLDEST - YOUNGEST, TOP = 150, HIGH = 260, LEFT = 70, EDGE = 30 };

/* Completed years; who was born on 29 February has the birthday on 1 March of common years. */
static int age_on(int32_t birth, int32_t day)
{
    int by, bm, bd, y, m, d;

    zj_date_to_ymd(birth, &by, &bm, &bd);
    zj_date_to_ymd(day, &y, &m, &d);
    return y - by - (m < bm || (m == bm && d < bd));
}

static int bin_of(int age)
{
    return age < YOUNGEST ? 0 : age >= OLDEST ? N_AGES - 1 : age - YOUNGEST;
}

struct ages {
    int all[N_AGES], posted[N_AGES];
    int most, n_all, n_posted;
};

static struct ages ages_of(const struct rep_case *r, enum zj_sex sex)
{
    const struct zj_instance *in = r->in;
    struct ages x = {.most = 1};

    for (int t = 0; t < in->n_teachers; t++) {
        if (in->teacher[t].sex != sex)
            continue;
        x.n_all++;
        x.all[bin_of(age_on(in->teacher[t].birth, in->term[0].start))]++;
    }
    for (int i = 0; i < r->plan->postings.n; i++) {
        const struct zj_posting *p = &r->plan->postings.v[i];
        if (in->teacher[p->teacher].sex != sex)
            continue;
        x.n_posted++;
        x.posted[bin_of(age_on(in->teacher[p->teacher].birth, in->term[p->start].start))]++;
    }
    for (int i = 0; i < N_AGES; i++)
        x.most = x.all[i] > x.most ? x.all[i] : x.posted[i] > x.most ? x.posted[i] : x.most;
    return x;
}

static int column_at(int age)
{
    return LEFT + (REP_DRAW_WIDTH - LEFT - EDGE) * (age - YOUNGEST) / N_AGES;
}

/* The oldest age that the rule admits for the sex, or ZJ_NONE. */
static int oldest(const struct zj_rule *r, enum zj_sex sex)
{
    if (r->id == ZJ_R_age_limit && r->max_age[sex] != ZJ_NONE)
        return r->max_age[sex] - (r->inclusive ? 0 : 1);
    if (r->id == ZJ_R_eligibility && r->filter.age.set)
        return r->filter.age.hi;
    return ZJ_NONE;
}

static void draw_limit(struct rep_markup *m, const struct rep_case *r, const struct zj_rule *rule, int age,
                       int line)
{
    const int x = column_at(bin_of(age + 1) + YOUNGEST), y = TOP - 50 + 30 * line;
    struct zj_arena a = {0};
    const char *kinds = rule->kinds.n == 0 ? _("every kind") : "";

    for (int k = 0; k < rule->kinds.n; k++)
        kinds =
            zj_printf(&a, k ? _("%s, %s") : "%s%s", kinds, rep_kind_text(zj_word(r->in, rule->kinds.v[k])));
    rep_svg_line(m, x, y - 20, x, TOP + HIGH, "limit");
    rep_svg_text(m, x - 10, y, "limit-t halo", REP_END, x - 20,
                 zj_printf(&a, _("at most %d: %s"), age, kinds));
    zj_arena_release(&a);
}

static void draw_bars(struct rep_markup *m, const struct ages *x)
{
    const int wide = (REP_DRAW_WIDTH - LEFT - EDGE) / N_AGES;

    for (int i = 0; i < N_AGES; i++) {
        const int all = HIGH * x->all[i] / x->most, posted = HIGH * x->posted[i] / x->most;
        const int left = column_at(i + YOUNGEST);
        if (all > 0)
            rep_svg_rect(m, left + 1, TOP + HIGH - all, wide - 2, all, "pale");
        if (posted > 0)
            rep_svg_rect(m, left + 6, TOP + HIGH - posted, wide - 12, posted, "c1");
    }
    rep_svg_line(m, LEFT, TOP + HIGH, REP_DRAW_WIDTH - EDGE, TOP + HIGH, "line");
    for (int age = YOUNGEST; age <= OLDEST; age += 5)
        rep_svg_number(m, column_at(age) + wide / 2, TOP + HIGH + 34, "soft", REP_MIDDLE, age);
    rep_svg_number(m, LEFT - 12, TOP + 16, "soft", REP_END, x->most);
    rep_svg_number(m, LEFT - 12, TOP + HIGH + 8, "soft", REP_END, 0);
}

static void draw_key(struct rep_markup *m, const struct ages *x)
{
    const int y = TOP + HIGH + 62;
    struct zj_arena a = {0};

    rep_svg_rect(m, LEFT, y, 28, 28, "pale");
    rep_svg_text(m, LEFT + 40, y + 23, "soft", REP_START, 0, zj_printf(&a, _("teachers: %d"), x->n_all));
    rep_svg_rect(m, LEFT + 360, y, 12, 28, "c1");
    rep_svg_text(m, LEFT + 384, y + 23, "soft", REP_START, 0,
                 zj_printf(&a, _("postings: %d (narrow bars)"), x->n_posted));
    zj_arena_release(&a);
}

void rep_draw_ages(struct rep_markup *m, const struct rep_case *r, enum zj_sex sex, struct rep_drawing *d)
{
    const struct ages x = ages_of(r, sex);
    struct zj_arena a = {0};
    int line = 0;

    d->height = TOP + HIGH + 110;
    rep_svg_open(
        m, d->id, d->height, d->title,
        zj_printf(&a, _("ages of %d teachers and of %d postings, by completed years"), x.n_all, x.n_posted));
    rep_svg_text(m, 20, 48, "head", REP_START, REP_DRAW_WIDTH - 20, d->title);
    draw_bars(m, &x);
    for (int i = 0; i < r->pol->n_rules; i++) {
        const int age = oldest(&r->pol->rule[i], sex);
        if (age != ZJ_NONE && age < OLDEST)
            draw_limit(m, r, &r->pol->rule[i], age, line++ % 3);
    }
    draw_key(m, &x);
    rep_svg_close(m);
    zj_arena_release(&a);
}
