#include "models/secondment/context.h"

#include "solver/data/travel.h"
#include "solver/engine/lp.h"

#include <stdlib.h>

enum { HALF_YEAR_DAYS = 180, HALF_TERM_DAYS = 90 };

static int compare_past(const void *a, const void *b)
{
    const struct sec_past *x = a, *y = b;

    if (x->teacher != y->teacher)
        return x->teacher < y->teacher ? -1 : 1;
    return x->line < y->line ? -1 : x->line > y->line;
}

static int compare_wish(const void *a, const void *b)
{
    const struct zj_wish *x = a, *y = b;

    return x->teacher < y->teacher ? -1 : x->teacher > y->teacher;
}

/* The length of a past posting for the burden, in terms. */
static int64_t past_terms(const struct zj_history *h, int32_t end)
{
    if (h->terms != ZJ_NONE)
        return h->terms;
    int64_t days = (int64_t)end - h->start + 1;
    int64_t terms = (days + HALF_TERM_DAYS) / HALF_YEAR_DAYS;
    return terms < 1 ? 1 : terms;
}

static void read_past(struct sec_ctx *c)
{
    const struct zj_instance *in = c->in;

    c->past = zj_alloc_n(&c->arena, (size_t)in->n_history, sizeof *c->past);
    c->past_burden = zj_alloc_n(&c->arena, (size_t)in->n_teachers, sizeof *c->past_burden);
    for (int i = 0; i < in->n_history; i++) {
        const struct zj_history *h = &in->history[i];
        if (mc_waived_row(c->waived, "history.csv", h->line))
            continue;
        struct sec_past *q = &c->past[c->n_past++];
        int32_t end = h->end == ZJ_NO_DATE ? in->term[in->n_terms - 1].end : h->end;
        *q = (struct sec_past){.teacher = h->teacher,
                               .from = h->from,
                               .to = h->to,
                               .word = h->kind,
                               .kind = zj_find_kind(c->pol, h->kind),
                               .start = h->start,
                               .end = end,
                               .subject = in->teacher[h->teacher].subjects.v[0],
                               .first = 1,
                               .last = 0,
                               .line = h->line};
        bool any = false;
        for (int t = 0; t < in->n_terms; t++) {
            if (h->start > in->term[t].end || end < in->term[t].start)
                continue;
            q->first = any ? q->first : t;
            q->last = t;
            any = true;
        }
        int minutes = zj_minutes(in, h->from, h->to);
        if (minutes != ZJ_NONE)
            c->past_burden[h->teacher] += past_terms(h, end) * minutes;
    }
    qsort(c->past, (size_t)c->n_past, sizeof *c->past, compare_past);
    c->past_of = zj_alloc_n(&c->arena, (size_t)in->n_teachers + 1, sizeof *c->past_of);
    for (int t = 0, i = 0; t <= in->n_teachers; t++) {
        while (i < c->n_past && c->past[i].teacher < t)
            i++;
        c->past_of[t] = i;
    }
}

static void read_wishes(struct sec_ctx *c)
{
    const struct zj_instance *in = c->in;

    c->wish = zj_alloc_n(&c->arena, (size_t)in->n_wishes, sizeof *c->wish);
    for (int i = 0; i < in->n_wishes; i++)
        c->wish[i] = in->wish[i];
    qsort(c->wish, (size_t)in->n_wishes, sizeof *c->wish, compare_wish);
    c->wish_of = zj_alloc_n(&c->arena, (size_t)in->n_teachers + 1, sizeof *c->wish_of);
    for (int t = 0, i = 0; t <= in->n_teachers; t++) {
        while (i < in->n_wishes && c->wish[i].teacher < t)
            i++;
        c->wish_of[t] = i;
    }
}

void sec_ctx_init(struct sec_ctx *c, const struct zj_instance *in, const struct zj_policy *pol,
                  const struct zj_postings *keep)
{
    sec_ctx_init_without(c, in, pol, keep, NULL);
}

void sec_ctx_init_without(struct sec_ctx *c, const struct zj_instance *in, const struct zj_policy *pol,
                          const struct zj_postings *keep, const struct mc_waivers *waived)
{
    *c = (struct sec_ctx){.in = in, .pol = pol, .keep = keep, .waived = waived};
    c->backbone = zj_intern_find(&in->words, "backbone");
    c->in_keep = zj_alloc_n(&c->arena, (size_t)in->n_teachers, 1);
    for (int i = 0; keep && i < keep->n; i++)
        c->in_keep[keep->v[i].teacher] = 1;
    read_past(c);
    read_wishes(c);
}

bool sec_ctx_over(const struct sec_ctx *c)
{
    return !c->patient && ((c->stop && *c->stop) || (c->deadline && lp_clock_ms() >= c->deadline));
}

void sec_ctx_release(struct sec_ctx *c)
{
    zj_arena_release(&c->arena);
}

/* ---- filters ------------------------------------------------------------------------------ */

bool sec_posting_passes(const struct sec_ctx *c, const struct zj_filter *f, const struct zj_posting *p)
{
    return f->empty || (mc_teacher_passes(c->in, f, p->teacher, c->in->term[p->start].start, p->subject) &&
                        mc_host_passes(c->in, f, p->to));
}

bool sec_past_passes(const struct sec_ctx *c, const struct zj_filter *f, const struct sec_past *h)
{
    return f->empty ||
           (mc_teacher_passes(c->in, f, h->teacher, h->start, h->subject) && mc_host_passes(c->in, f, h->to));
}

bool sec_kind_in(const struct zj_rule *r, int word)
{
    return mc_any_or_has(&r->kinds, word);
}

bool sec_applies(const struct sec_ctx *c, const struct zj_rule *r, const struct zj_posting *p)
{
    return sec_kind_in(r, c->pol->kind[p->kind].name) && sec_posting_passes(c, &r->where, p);
}

bool sec_bars_at_host(enum zj_rule_id id)
{
    return id == ZJ_R_scope || id == ZJ_R_distance;
}

bool sec_waived_for(const struct sec_ctx *c, const struct zj_rule *r, const struct zj_posting *p)
{
    return c->waived && mc_waived(c->waived, r->id, r->index, c->in->school[p->from].id) &&
           (!sec_bars_at_host(r->id) || mc_waived(c->waived, r->id, r->index, c->in->school[p->to].id));
}

bool sec_active(const struct zj_posting *p, int term)
{
    return p->start <= term && term < p->start + p->terms;
}

bool sec_past_active(const struct sec_past *h, int term)
{
    return h->first <= term && term <= h->last;
}

int sec_wish(const struct sec_ctx *c, int teacher, int school)
{
    for (int i = c->wish_of[teacher]; i < c->wish_of[teacher + 1]; i++) {
        if (c->wish[i].to == school)
            return c->wish[i].level;
    }
    return 0;
}

bool sec_is_backbone(const struct sec_ctx *c, int teacher)
{
    return c->backbone >= 0 && zj_ids_has(&c->in->teacher[teacher].rank, c->backbone);
}

bool sec_kept(const struct sec_ctx *c, const struct zj_posting *p)
{
    for (int i = 0; c->in_keep[p->teacher] && i < c->keep->n; i++) {
        const struct zj_posting *k = &c->keep->v[i];
        if (k->teacher == p->teacher && k->kind == p->kind && k->to == p->to && k->start == p->start &&
            k->terms == p->terms && k->subject == p->subject)
            return true;
    }
    return false;
}

/* ---- periods ------------------------------------------------------------------------------ */

int sec_n_periods(const struct sec_ctx *c, enum zj_per per)
{
    return per == ZJ_PER_TERM ? c->in->n_terms : per == ZJ_PER_YEAR ? c->in->n_years : 1;
}

void sec_period(const struct sec_ctx *c, enum zj_per per, int i, int *first, int *last)
{
    *first = per == ZJ_PER_TERM ? i : 0;
    *last = per == ZJ_PER_TERM ? i : c->in->n_terms - 1;
    if (per != ZJ_PER_YEAR)
        return;
    while (c->in->term[*first].year_index < i)
        ++*first;
    while (c->in->term[*last].year_index > i)
        --*last;
}

const char *sec_period_text(const struct sec_ctx *c, enum zj_per per, int i)
{
    int first, last;

    if (per == ZJ_PER_HORIZON)
        return "horizon";
    sec_period(c, per, i, &first, &last);
    return per == ZJ_PER_TERM ? c->in->term[first].id : c->in->term[first].year;
}

int32_t sec_year_start(const struct sec_ctx *c, int y)
{
    int first, last;

    sec_period(c, ZJ_PER_YEAR, y, &first, &last);
    return c->in->term[first].start;
}

int64_t sec_permille(int64_t a, enum zj_round round)
{
    return round == ZJ_ROUND_DOWN ? a / 1000 : round == ZJ_ROUND_UP ? (a + 999) / 1000 : (a + 500) / 1000;
}
