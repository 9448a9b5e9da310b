#include "solver/base/i18n.h"
#include "solver/certify/part.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_DEN_BITS = 1 << 16 };

/* What a combination of rows amounts to; its left side is the part's sum. */
struct combination {
    int sense;
    mpq_t rhs;
};

static bool is_falsehood(int sense, const mpq_t rhs)
{
    return sense == 0 ? mpq_sgn(rhs) != 0 : sense * mpq_sgn(rhs) > 0;
}

/* With equal left sides: does `sense rhs` say at least what the row says? */
static bool side_dominates(int sense, const mpq_t rhs, const struct cert_row *row)
{
    int cmp = mpq_cmp(rhs, row->rhs);

    if (row->sense == 0)
        return sense == 0 && cmp == 0;
    return (sense == row->sense || sense == 0) && row->sense * cmp >= 0;
}

static bool row_dominates(const struct cert_part *p, const struct cert_row *a, const struct cert_row *b)
{
    if (cert_left(p, a)->n == 0 && is_falsehood(a->sense, a->rhs))
        return true;
    return cert_vector_equal(cert_left(p, a), cert_left(p, b)) && side_dominates(a->sense, a->rhs, b);
}

static bool may_use(const struct cert_part *p, struct cert_scan *s, int index)
{
    int last = p->row[index].last_use;

    if (last < 0 || last >= p->n_rows - 1)
        return true;
    return cert_fail(s, ZJ_VIOLATED, s->word.line, 0,
                     _("row %d says that it is not used after row %d, and row %d uses it"), index, last,
                     p->n_rows - 1);
}

/* ---- what is assumed ------------------------------------------------------------------------------- */

static int by_number(const void *a, const void *b)
{
    const int *p = a, *q = b;

    return (*p > *q) - (*p < *q);
}

static void assume(struct cert_row *row, const struct cert_row *from, int without)
{
    int n = row->n_assumed;

    row->assumed = zj_realloc(row->assumed, (size_t)(n + from->n_assumed) + 1, sizeof *row->assumed);
    for (int k = 0; k < from->n_assumed; k++) {
        if (from->assumed[k] != without)
            row->assumed[n++] = from->assumed[k];
    }
    qsort(row->assumed, (size_t)n, sizeof *row->assumed, by_number);
    row->n_assumed = 0;
    for (int k = 0; k < n; k++) {
        if (k == 0 || row->assumed[k] != row->assumed[k - 1])
            row->assumed[row->n_assumed++] = row->assumed[k];
    }
}

/* ---- lin and rnd ----------------------------------------------------------------------------------- */

/* The denominator over which the whole combination can be added up. */
static bool common_denominator(struct cert_part *p, struct cert_scan *s, int line, mpz_t den)
{
    mpz_t one;

    mpz_init(one);
    mpz_set_ui(den, 1);
    for (int k = 0; k < p->pairs.n && mpz_sizeinbase(den, 2) <= MAX_DEN_BITS; k++) {
        mpz_mul(one, mpq_denref(p->pairs.val[k]), cert_left(p, &p->row[p->pairs.idx[k]])->den);
        mpz_lcm(den, den, one);
    }
    mpz_clear(one);
    return mpz_sizeinbase(den, 2) <= MAX_DEN_BITS ||
           cert_fail(s, ZJ_EDATA, line, 0, _("the common denominator of the multipliers is too large"));
}

/* All inequalities must point the same way. */
static bool find_sense(struct cert_part *p, struct cert_scan *s, int line, struct combination *c)
{
    c->sense = 0;
    for (int k = 0; k < p->pairs.n; k++) {
        int sense = mpq_sgn(p->pairs.val[k]) * p->row[p->pairs.idx[k]].sense;
        if (sense != 0 && c->sense != 0 && sense != c->sense)
            return cert_fail(s, ZJ_VIOLATED, line, 0, _("the multiplier of row %d has the wrong sign"),
                             p->pairs.idx[k]);
        c->sense = c->sense ? c->sense : sense;
    }
    return true;
}

static bool add_up(struct cert_part *p, struct cert_scan *s, int line, struct combination *c)
{
    struct cert_row *to = &p->row[p->n_rows - 1];
    mpz_t den;
    mpq_t term;

    if (!find_sense(p, s, line, c))
        return false;
    mpz_init(den);
    bool good = common_denominator(p, s, line, den);
    cert_sum_begin(&p->sum, den);
    mpz_clear(den);
    mpq_init(term);
    for (int k = 0; k < p->pairs.n && good; k++) {
        const struct cert_row *row = &p->row[p->pairs.idx[k]];
        good = may_use(p, s, p->pairs.idx[k]);
        cert_sum_add(&p->sum, p->pairs.val[k], cert_left(p, row));
        mpq_mul(term, p->pairs.val[k], row->rhs);
        mpq_add(c->rhs, c->rhs, term);
        if (row->n_assumed && mpq_sgn(p->pairs.val[k]) != 0)
            assume(to, row, -1);
    }
    mpq_clear(term);
    return good;
}

static bool round_rhs(struct cert_part *p, struct cert_scan *s, int line, struct combination *c)
{
    if (!cert_sum_is_integral(&p->sum, p->integer))
        return cert_fail(s, ZJ_VIOLATED, line, 0,
                         _("a sum whose coefficients or columns are not whole cannot be rounded"));
    if (c->sense < 0)
        mpz_fdiv_q(mpq_numref(c->rhs), mpq_numref(c->rhs), mpq_denref(c->rhs));
    else if (c->sense > 0)
        mpz_cdiv_q(mpq_numref(c->rhs), mpq_numref(c->rhs), mpq_denref(c->rhs));
    if (c->sense != 0)
        mpz_set_ui(mpq_denref(c->rhs), 1);
    return true;
}

static bool check_combination(struct cert_part *p, struct cert_scan *s, bool rounded)
{
    const struct cert_row *to = &p->row[p->n_rows - 1];
    struct combination c = {.sense = 0};
    int n, line = to->line;

    if (!cert_count(s, &n) || !cert_read_pairs(p, s, n, p->n_rows - 1))
        return false;
    mpq_init(c.rhs);
    bool good = add_up(p, s, line, &c) && (!rounded || round_rhs(p, s, line, &c));
    bool follows =
        good && ((cert_sum_is_zero(&p->sum) && is_falsehood(c.sense, c.rhs)) ||
                 (cert_sum_equals(&p->sum, cert_left(p, to)) && side_dominates(c.sense, c.rhs, to)));
    mpq_clear(c.rhs);
    return follows ||
           cert_fail(s, ZJ_VIOLATED, line, 0, _("row %d does not follow from those it names"), p->n_rows - 1);
}

/* ---- uns ------------------------------------------------------------------------------------------- */

/* Do a x <= b and a x >= b + 1 leave no whole number between them? */
static bool is_split(const struct cert_part *p, const struct cert_row *a, const struct cert_row *b)
{
    const struct cert_vector *v = cert_left(p, a);
    const struct cert_row *low = a->sense < 0 ? a : b, *high = a->sense < 0 ? b : a;
    mpz_t next;

    if (low->sense >= 0 || high->sense <= 0 || !cert_vector_equal(v, cert_left(p, b)) ||
        mpz_cmp_ui(v->den, 1) != 0 || mpz_cmp_ui(mpq_denref(low->rhs), 1) != 0 ||
        mpz_cmp_ui(mpq_denref(high->rhs), 1) != 0)
        return false;
    for (int k = 0; k < v->n; k++) {
        if (!p->integer[v->idx[k]])
            return false;
    }
    mpz_init(next);
    mpz_add_ui(next, mpq_numref(low->rhs), 1);
    bool adjoin = mpz_cmp(next, mpq_numref(high->rhs)) == 0;
    mpz_clear(next);
    return adjoin;
}

static bool check_unsplit(struct cert_part *p, struct cert_scan *s)
{
    struct cert_row *to = &p->row[p->n_rows - 1];
    int at[4], line = to->line;

    for (int k = 0; k < 4; k++) {
        if (!cert_index(s, p->n_rows - 1, &at[k]) || !may_use(p, s, at[k]))
            return false;
    }
    if (!row_dominates(p, &p->row[at[0]], to) || !row_dominates(p, &p->row[at[2]], to))
        return cert_fail(s, ZJ_VIOLATED, line, 0, _("row %d does not follow from those it names"),
                         p->n_rows - 1);
    if (!is_split(p, &p->row[at[1]], &p->row[at[3]]))
        return cert_fail(s, ZJ_VIOLATED, line, 0, _("rows %d and %d do not cover every case between them"),
                         at[1], at[3]);
    assume(to, &p->row[at[0]], at[1]);
    assume(to, &p->row[at[2]], at[3]);
    return true;
}

/* ---- the section ----------------------------------------------------------------------------------- */

static bool check_reason(struct cert_part *p, struct cert_scan *s)
{
    struct cert_row *to = &p->row[p->n_rows - 1];

    if (!cert_expect(s, "{") || !cert_next(s))
        return false;
    if (cert_is(&s->word, "asm")) {
        to->assumed = zj_calloc(1, sizeof *to->assumed);
        to->assumed[0] = p->n_rows - 1;
        to->n_assumed = 1;
    } else if (cert_is(&s->word, "lin") || cert_is(&s->word, "rnd")) {
        if (!check_combination(p, s, cert_is(&s->word, "rnd")))
            return false;
    } else if (cert_is(&s->word, "uns")) {
        if (!check_unsplit(p, s))
            return false;
    } else {
        return cert_bad_word(s, _("a reason that is known here: asm, lin, rnd or uns"));
    }
    return cert_expect(s, "}") && cert_last_use(s, &p->row[p->n_rows - 1].last_use);
}

/* Is it so already without any proof, as 0 >= -1? */
static bool is_plain(const struct cert_part *p, int sense, const mpq_t bound)
{
    return p->objective.n == 0 && sense * mpq_sgn(bound) <= 0;
}

static bool check_claim(struct cert_part *p, struct cert_scan *s)
{
    const struct cert_row *last = p->n_rows > 0 ? &p->row[p->n_rows - 1] : NULL;
    int line = last ? last->line : s->word.line, sense = p->maximise ? -1 : 1;
    const __mpq_struct *bound = p->maximise ? p->hi : p->lo;
    bool wanted = p->infeasible || (p->maximise ? p->has_hi : p->has_lo);

    if (!wanted || (!p->infeasible && is_plain(p, sense, bound)))
        return true;
    if (!last)
        return cert_fail(s, ZJ_VIOLATED, line, 0, _("nothing proves the claim of this part"));
    if (last->n_assumed > 0)
        return cert_fail(s, ZJ_VIOLATED, line, 0, _("the last row still rests on the assumption of line %d"),
                         p->row[last->assumed[0]].line);
    bool absurd = cert_left(p, last)->n == 0 && is_falsehood(last->sense, last->rhs);
    if (absurd || (!p->infeasible && cert_vector_equal(cert_left(p, last), &p->objective) &&
                   (last->sense == sense || last->sense == 0) && sense * mpq_cmp(last->rhs, bound) >= 0))
        return true;
    return cert_fail(s, ZJ_VIOLATED, line, 0, _("the last row is not what is to be proved"));
}

bool cert_derive(struct cert_part *p, struct cert_scan *s)
{
    int n;

    if (!cert_expect(s, "DER") || !cert_count(s, &n))
        return false;
    while (n-- > 0) {
        if (!cert_read_row(p, s) || !check_reason(p, s))
            return false;
    }
    return check_claim(p, s);
}
