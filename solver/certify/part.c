#include "solver/certify/part.h"

#include "solver/base/i18n.h"

#include <stdlib.h>
#include <string.h>

const struct cert_vector *cert_left(const struct cert_part *p, const struct cert_row *row)
{
    return row->is_objective ? &p->objective : &row->left;
}

void cert_part_release(struct cert_part *p)
{
    for (int i = 0; i < p->n_rows; i++) {
        mpq_clear(p->row[i].rhs);
        cert_vector_clear(&p->row[i].left);
        free(p->row[i].assumed);
    }
    for (int k = 0; k < p->pairs.cap; k++)
        mpq_clear(p->pairs.val[k]);
    for (int j = 0; p->x && j < p->n_columns; j++)
        mpq_clear(p->x[j]);
    mpq_clears(p->lo, p->hi, p->best, NULL);
    cert_vector_clear(&p->objective);
    cert_sum_clear(&p->sum);
    free(p->row);
    free(p->pairs.idx);
    free(p->pairs.val);
    free(p->x);
    free(p->mark);
    zj_arena_release(&p->arena);
}

static void grow_pairs(struct cert_pairs *q)
{
    int cap = q->cap;

    ZJ_GROW(q->idx, q->n, cap);
    ZJ_GROW(q->val, q->n, q->cap);
    for (int k = q->n; k < cap; k++)
        mpq_init(q->val[k]);
}

/* Has the index not yet stood in this list? */
static bool is_new(struct cert_part *p, int index)
{
    while (index >= p->n_marks) {
        int old = p->n_marks;
        p->n_marks = old ? 2 * old : 256;
        p->mark = zj_realloc(p->mark, (size_t)p->n_marks, sizeof *p->mark);
        memset(p->mark + old, 0, (size_t)(p->n_marks - old) * sizeof *p->mark);
    }
    bool fresh = p->mark[index] != p->list;
    p->mark[index] = p->list;
    return fresh;
}

bool cert_read_pairs(struct cert_part *p, struct cert_scan *s, int n, int limit)
{
    int index;

    p->pairs.n = 0;
    p->list++;
    while (p->pairs.n < n) {
        if (p->pairs.n == p->pairs.cap)
            grow_pairs(&p->pairs);
        if (!cert_index(s, limit, &index))
            return false;
        if (!is_new(p, index))
            return cert_fail(s, ZJ_EDATA, s->word.line, s->word.column,
                             _("the index %d stands in this list before"), index);
        if (!cert_number(s, p->pairs.val[p->pairs.n]))
            return false;
        p->pairs.idx[p->pairs.n++] = index;
    }
    return true;
}

static bool read_vector(struct cert_part *p, struct cert_scan *s, struct cert_vector *v)
{
    int n;

    if (!cert_count(s, &n) || !cert_read_pairs(p, s, n, p->n_columns))
        return false;
    cert_vector_init(v, n, p->pairs.idx, (const mpq_t *)p->pairs.val);
    return true;
}

bool cert_read_row(struct cert_part *p, struct cert_scan *s)
{
    if (!cert_next(s)) /* its name; anything */
        return false;
    ZJ_GROW(p->row, p->n_rows, p->cap_rows);
    struct cert_row *row = &p->row[p->n_rows++];
    *row = (struct cert_row){.line = s->word.line, .last_use = -1};
    mpq_init(row->rhs);
    if (!cert_next(s))
        return false;
    if (!cert_is(&s->word, "L") && !cert_is(&s->word, "E") && !cert_is(&s->word, "G"))
        return cert_bad_word(s, _("a sense: L, E or G"));
    row->sense = s->word.text[0] == 'L' ? -1 : s->word.text[0] == 'G';
    if (!cert_number(s, row->rhs))
        return false;
    row->is_objective = cert_peek(s) == 'O';
    return row->is_objective ? cert_expect(s, "OBJ") : read_vector(p, s, &row->left);
}

/* ---- sections ------------------------------------------------------------------------------------ */

static bool read_version(struct cert_part *p, struct cert_scan *s)
{
    if (!cert_expect(s, "VER"))
        return false;
    p->line = s->word.line;
    if (!cert_next(s))
        return false;
    return cert_is(&s->word, "1.0") || cert_is(&s->word, "1.1") ||
           cert_bad_word(s, _("a version of the format that is known here: 1.0 or 1.1"));
}

static bool read_columns(struct cert_part *p, struct cert_scan *s)
{
    int n, j;

    if (!cert_expect(s, "VAR") || !cert_count(s, &p->n_columns))
        return false;
    p->name = zj_alloc_n(&p->arena, (size_t)p->n_columns, sizeof *p->name);
    p->integer = zj_alloc_n(&p->arena, (size_t)p->n_columns, sizeof *p->integer);
    for (j = 0; j < p->n_columns; j++) {
        if (!cert_next(s))
            return false;
        p->name[j] = zj_strndup(&p->arena, s->word.text, s->word.n);
    }
    if (!cert_expect(s, "INT") || !cert_count(s, &n))
        return false;
    while (n-- > 0) {
        if (!cert_index(s, p->n_columns, &j))
            return false;
        p->integer[j] = true;
    }
    cert_sum_init(&p->sum, p->n_columns);
    return true;
}

static bool read_objective(struct cert_part *p, struct cert_scan *s)
{
    if (!cert_expect(s, "OBJ") || !cert_next(s))
        return false;
    if (!cert_is(&s->word, "min") && !cert_is(&s->word, "max"))
        return cert_bad_word(s, _("'min' or 'max'"));
    p->maximise = cert_is(&s->word, "max");
    return read_vector(p, s, &p->objective);
}

static bool read_rows(struct cert_part *p, struct cert_scan *s)
{
    int n, bounds;

    if (!cert_expect(s, "CON") || !cert_count(s, &n) || !cert_next(s))
        return false;
    s->at = (size_t)(s->word.text - s->bytes); /* the number of bounds says nothing, but is a number */
    s->line = s->word.line;
    s->column = s->word.column;
    if (!cert_index(s, n + 1, &bounds))
        return false;
    while (p->n_rows < n) {
        if (!cert_read_row(p, s))
            return false;
    }
    p->n_given = n;
    return true;
}

/* A side of the range, or "-inf" / "inf". */
static bool read_side(struct cert_scan *s, const char *none, bool *has, mpq_t out)
{
    if (!cert_next(s))
        return false;
    *has = !cert_is(&s->word, none);
    return !*has || cert_parse_number(&s->word, out) ||
           cert_bad_word(s, _("a bound of the optimum: a number, -inf or inf"));
}

static bool read_claim(struct cert_part *p, struct cert_scan *s)
{
    if (!cert_expect(s, "RTP") || !cert_next(s))
        return false;
    p->infeasible = cert_is(&s->word, "infeas");
    if (p->infeasible)
        return true;
    if (!cert_is(&s->word, "range"))
        return cert_bad_word(s, _("'infeas' or 'range'"));
    if (!read_side(s, "-inf", &p->has_lo, p->lo) || !read_side(s, "inf", &p->has_hi, p->hi))
        return false;
    if (p->has_lo && p->has_hi && mpq_cmp(p->lo, p->hi) > 0)
        return cert_fail(s, ZJ_EDATA, s->word.line, s->word.column, _("the range to prove is empty"));
    return true;
}

/* ---- solutions ----------------------------------------------------------------------------------- */

static bool holds(const struct cert_part *p, const struct cert_row *row, const mpq_t *x)
{
    mpq_t left;

    mpq_init(left);
    cert_vector_product(cert_left(p, row), x, left);
    int cmp = mpq_cmp(left, row->rhs);
    mpq_clear(left);
    return row->sense == 0 ? cmp == 0 : row->sense * cmp >= 0;
}

static bool check_solution(const struct cert_part *p, struct cert_scan *s, const mpq_t *x, int line)
{
    for (int j = 0; j < p->n_columns; j++) {
        if (p->integer[j] && mpz_cmp_ui(mpq_denref(x[j]), 1) != 0)
            return cert_fail(s, ZJ_VIOLATED, line, 0, _("the solution gives %s a value that is not whole"),
                             p->name[j]);
    }
    for (int i = 0; i < p->n_given; i++) {
        if (!holds(p, &p->row[i], x))
            return cert_fail(s, ZJ_VIOLATED, line, 0, _("the solution breaks the constraint of line %d"),
                             p->row[i].line);
    }
    return true;
}

static bool read_solution(struct cert_part *p, struct cert_scan *s, mpq_t *x)
{
    int n;

    if (!cert_next(s)) /* its name; anything */
        return false;
    int line = s->word.line;
    if (!cert_count(s, &n) || !cert_read_pairs(p, s, n, p->n_columns))
        return false;
    for (int k = 0; k < n; k++)
        mpq_set(x[p->pairs.idx[k]], p->pairs.val[k]);
    return check_solution(p, s, (const mpq_t *)x, line);
}

static void take_solution(struct cert_part *p, mpq_t *x)
{
    mpq_t value;

    mpq_init(value);
    cert_vector_product(&p->objective, (const mpq_t *)x, value);
    int cmp = mpq_cmp(value, p->best);
    if (p->n_solutions == 0 || (p->maximise ? cmp > 0 : cmp < 0))
        mpq_set(p->best, value);
    mpq_clear(value);
    if (p->n_solutions++ > 0) {
        for (int j = 0; j < p->n_columns; j++)
            mpq_clear(x[j]);
        free(x);
    } else {
        p->x = x;
    }
}

/* A finite bound on the side that solutions show must be reached by one. */
static bool check_shown(const struct cert_part *p, struct cert_scan *s)
{
    bool wanted = p->maximise ? p->has_lo : p->has_hi;

    if (p->infeasible || !wanted)
        return true;
    if (p->n_solutions == 0)
        return cert_fail(s, ZJ_VIOLATED, s->word.line, 0, _("no solution shows that the range is reached"));
    if (p->maximise ? mpq_cmp(p->best, p->lo) < 0 : mpq_cmp(p->best, p->hi) > 0)
        return cert_fail(s, ZJ_VIOLATED, s->word.line, 0, _("no solution is as good as the range says"));
    return true;
}

static bool read_solutions(struct cert_part *p, struct cert_scan *s)
{
    int n;

    if (!cert_expect(s, "SOL") || !cert_count(s, &n))
        return false;
    while (n-- > 0) {
        mpq_t *x = zj_calloc((size_t)p->n_columns + 1, sizeof *x);
        for (int j = 0; j < p->n_columns; j++)
            mpq_init(x[j]);
        bool good = read_solution(p, s, x);
        take_solution(p, x);
        if (!good)
            return false;
    }
    return check_shown(p, s);
}

bool cert_part_check(struct cert_part *p, struct cert_scan *s)
{
    *p = (struct cert_part){.list = 0};
    mpq_inits(p->lo, p->hi, p->best, NULL);
    return read_version(p, s) && read_columns(p, s) && read_objective(p, s) && read_rows(p, s) &&
           read_claim(p, s) && read_solutions(p, s) && cert_derive(p, s);
}
