#include "solver/data/change.h"
#include "tests/support/random_parts.h"

static bool taught_at(const struct zj_instance *in, int school, int subject)
{
    for (int i = 0; i < in->n_teachers; i++)
        if (in->teacher[i].school == school && in->teacher[i].subjects.v[0] == subject)
            return true;
    return false;
}

/* More often where nobody teaches the subject: then a posting helps. */
static void demand(struct rng *r, const struct random_size *size, struct zj_instance *in)
{
    int n = in->n_schools * size->subjects, row = 0;

    in->demand = zj_alloc_n(&in->arena, (size_t)(2 * n), sizeof *in->demand);
    for (int i = 0; i < 2 * n; i++) {
        int school = i % in->n_schools, subject = W_MUSIC + i / in->n_schools % size->subjects;
        struct zj_demand *d = &in->demand[row];
        if (!rng_chance(r, taught_at(in, school, subject) ? 20 : 45))
            continue;
        d->school = school;
        d->subject = subject;
        d->periods = rng_in(r, 0, 9);
        d->classes = rng_in(r, 1, 3 + in->n_teachers / 6);
        d->class_id = d->grade = -1;
        d->teacher = rng_chance(r, 20) ? rng_in(r, 0, in->n_teachers - 1) : -1;
        d->max_per_day = ZJ_NONE;
        d->priority = 1;
        d->line = ++row + 1;
    }
    in->n_demand = row;
}

static void wishes(struct rng *r, struct zj_instance *in)
{
    int row = 0, percent = rng_chance(r, 35) ? 0 : 45;

    in->wish = zj_alloc_n(&in->arena, (size_t)(in->n_teachers * in->n_schools), sizeof *in->wish);
    for (int t = 0; t < in->n_teachers; t++)
        for (int s = 0; s < in->n_schools; s++)
            if (s != in->teacher[t].school && rng_chance(r, percent)) {
                in->wish[row] = (struct zj_wish){t, s, rng_chance(r, 20) ? -2 : rng_in(r, -2, 2), row + 2};
                row++;
            }
    in->n_wishes = row;
}

/*
 * One posting that is over before the horizon, or that reaches into it, or that is agreed for a later
 * term.
 */
static struct zj_history old_posting(struct rng *r, const struct zj_instance *in, int teacher, bool running)
{
    struct zj_history h = {.teacher = teacher, .from = in->teacher[teacher].school, .terms = ZJ_NONE};
    int32_t first = in->term[0].start;

    h.kind = rng_chance(r, 90) ? rng_in(r, W_SUPPORT, W_ATTACHMENT) : W_OTHER_KIND;
    h.to = (h.from + rng_in(r, 1, in->n_schools - 1)) % in->n_schools;
    if (running && in->n_terms > 1 && rng_chance(r, 25)) {
        int t = rng_in(r, 1, in->n_terms - 1);
        h.start = in->term[t].start;
        h.end = in->term[t].end;
    } else if (running) {
        const struct zj_term *last = &in->term[rng_in(r, 0, in->n_terms - 1)];
        h.start = first - rng_in(r, 1, 700);
        h.end = rng_chance(r, 25) ? ZJ_NO_DATE : rng_chance(r, 50) ? last->start : last->end;
        if (rng_chance(r, 15)) /* perhaps in the holidays */
            h.end = rng_in(r, first, in->term[in->n_terms - 1].end);
    } else if (rng_chance(r, 5)) { /* agreed for the holidays after the first term */
        h.start = in->term[0].end + 5;
        h.end = h.start + 10;
    } else {
        h.end = first - rng_in(r, 1, 1100);
        h.start = h.end - rng_in(r, 30, 500);
        if (rng_chance(r, 30)) {
            h.start = random_years_before(first, rng_in(r, 1, 4)) + rng_in(r, -1, 1);
            h.end = h.start + rng_in(r, 30, 300);
        }
    }
    if (!running && rng_chance(r, 10)) { /* when her home was elsewhere */
        h.from = rng_in(r, 0, in->n_schools - 1);
        if (h.from == h.to)
            h.from = (h.to + 1) % in->n_schools;
    }
    if (rng_chance(r, 30))
        h.terms = rng_in(r, 1, 4);
    return h;
}

static void history(struct rng *r, struct zj_instance *in)
{
    int row = 0;
    bool none = rng_chance(r, 25);

    in->history = zj_alloc_n(&in->arena, (size_t)(3 * in->n_teachers), sizeof *in->history);
    for (int t = 0; t < in->n_teachers; t++) {
        bool past = rng_chance(r, none ? 0 : 40), running = rng_chance(r, none ? 0 : 15);
        if (past)
            in->history[row++] = old_posting(r, in, t, false);
        if (running)
            in->history[row++] = old_posting(r, in, t, true);
    }
    for (int i = 0; i < row; i++)
        in->history[i].line = i + 2;
    in->n_history = row;
}

static void pairings(struct rng *r, struct zj_instance *in)
{
    int row = 0;

    bool any = rng_chance(r, 15); /* any two schools, whatever their roles */

    in->has_pairings = rng_chance(r, 35);
    in->pairing = zj_alloc_n(&in->arena, (size_t)(in->n_schools * in->n_schools), sizeof *in->pairing);
    for (int i = 0; i < in->n_schools && in->has_pairings; i++)
        for (int j = 0; j < in->n_schools; j++)
            if (i != j && (any || (in->school[i].role == ZJ_LEAD && in->school[j].role == ZJ_MEMBER)) &&
                rng_chance(r, any ? 30 : 60)) {
                in->pairing[row] = (struct zj_pairing){i, j, -1, 0, row + 2};
                row++;
            }
    in->n_pairings = row;
}

void random_rows(struct rng *r, const struct random_size *size, struct zj_instance *in)
{
    demand(r, size, in);
    wishes(r, in);
    history(r, in);
    pairings(r, in);
}

void random_pins(struct rng *r, struct zj_instance *in, const struct zj_policy *pol)
{
    int n = rng_chance(r, 30) ? rng_in(r, 1, 2) : 0;

    in->pin = zj_alloc_n(&in->arena, (size_t)n, sizeof *in->pin);
    for (int i = 0; i < n; i++) {
        struct zj_pin *p = &in->pin[i];
        int t = rng_in(r, 0, in->n_teachers - 1);
        const struct zj_teacher *who = &in->teacher[t];
        *p = zj_pin_any(ZJ_SECONDMENT);
        p->forbid = rng_chance(r, 50);
        p->line = i + 2;
        if (rng_chance(r, 80))
            p->teacher = t;
        if (rng_chance(r, 25))
            p->kind = pol->kind[rng_in(r, 0, pol->n_kinds - 1)].name;
        if (rng_chance(r, 15))
            p->from = who->school;
        if (rng_chance(r, 40) || p->teacher < 0)
            p->to = (who->school + rng_in(r, 1, in->n_schools - 1)) % in->n_schools;
        if (rng_chance(r, 25))
            p->start_term = rng_in(r, 0, in->n_terms - 1);
        if (rng_chance(r, 15))
            p->terms = rng_in(r, 1, 2);
        if (rng_chance(r, 15))
            p->subject = who->subjects.v[0];
    }
    in->n_pins = n;
}
