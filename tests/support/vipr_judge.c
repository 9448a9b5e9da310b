#include "tests/support/vipr_judge.h"

#include "solver/base/mem.h"

#include <glpk.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct reader {
    const char *text;
    struct vipr_word *word;
    int n, at;
    bool huge; /* a number is beyond what floating point can judge */
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool vipr_is(const char *text, const struct vipr_word *w, const char *word)
{
    return strlen(word) == w->n && memcmp(text + w->at, word, w->n) == 0;
}

struct vipr_word *vipr_words(const char *text, size_t length, int *n)
{
    struct vipr_word *list = NULL;
    int cap = 0;
    bool comment = false, proof = false;

    *n = 0;
    for (size_t i = 0; i < length;) {
        if (text[i] == '\n')
            comment = false;
        if (is_blank(text[i])) {
            i++;
            continue;
        }
        struct vipr_word w = {.at = i};
        while (i < length && !is_blank(text[i]))
            i++;
        w.n = i - w.at;
        if (text[w.at] == '%' || vipr_is(text, &w, "VER"))
            proof = false;
        comment |= text[w.at] == '%' && !proof;
        w.comment = comment;
        w.proof = proof;
        if (vipr_is(text, &w, "DER") && !comment)
            proof = true;
        ZJ_GROW(list, *n, cap);
        list[(*n)++] = w;
    }
    return list;
}

static const struct vipr_word *next(struct reader *r)
{
    static const struct vipr_word none = {0, 0, false, false};

    return r->at < r->n ? &r->word[r->at++] : &none;
}

static bool next_is(struct reader *r, const char *word)
{
    return vipr_is(r->text, next(r), word);
}

/* A number such as -3/4 or 0.25; infinite for "inf" and "-inf". */
static double number(struct reader *r)
{
    char text[400];
    const struct vipr_word *w = next(r);
    size_t n = w->n < sizeof text - 1 ? w->n : sizeof text - 1;

    memcpy(text, r->text + w->at, n);
    text[n] = '\0';
    char *bar = strchr(text, '/');
    double v = bar ? atof(text) / atof(bar + 1) : atof(text);
    r->huge |= isfinite(v) ? fabs(v) > 1e9 || (v != 0 && fabs(v) < 1e-6) : !strstr(text, "inf");
    return v;
}

static void skip_comments(struct reader *r)
{
    while (r->at < r->n && r->word[r->at].comment)
        r->at++;
}

/* ---- a part ------------------------------------------------------------------------------------------ */

struct part {
    glp_prob *p;
    bool infeasible;
    double lo, hi;
    int *idx; /* from 1, as GLPK has it */
    double *val;
};

/* n pairs; with a count before them. */
static int read_list(struct reader *r, struct part *part)
{
    int n = (int)number(r);

    for (int k = 1; k <= n; k++) {
        part->idx[k] = 1 + (int)number(r);
        part->val[k] = number(r);
    }
    return n;
}

static void read_objective(struct reader *r, struct part *part)
{
    next(r); /* OBJ */
    glp_set_obj_dir(part->p, next_is(r, "min") ? GLP_MIN : GLP_MAX);
    int n = read_list(r, part);
    for (int k = 1; k <= n; k++)
        glp_set_obj_coef(part->p, part->idx[k], part->val[k]);
}

static int objective_as_row(struct part *part)
{
    int n = 0;

    for (int j = 1; j <= glp_get_num_cols(part->p); j++) {
        if (glp_get_obj_coef(part->p, j) == 0)
            continue;
        part->idx[++n] = j;
        part->val[n] = glp_get_obj_coef(part->p, j);
    }
    return n;
}

static void read_rows(struct reader *r, struct part *part)
{
    next(r); /* CON */
    int n = (int)number(r);

    next(r); /* bounds among them */
    for (int i = 1; i <= n; i++) {
        next(r); /* name */
        const struct vipr_word *sense = next(r);
        int type = r->text[sense->at] == 'L' ? GLP_UP : r->text[sense->at] == 'G' ? GLP_LO : GLP_FX;
        double rhs = number(r);
        bool is_objective = vipr_is(r->text, &r->word[r->at], "OBJ");
        int length = is_objective ? objective_as_row(part) : 0;
        if (is_objective)
            next(r);
        else
            length = read_list(r, part);
        glp_add_rows(part->p, 1);
        glp_set_mat_row(part->p, i, length, part->idx, part->val);
        glp_set_row_bnds(part->p, i, type, rhs, rhs);
    }
}

static void read_part(struct reader *r, struct part *part)
{
    *part = (struct part){.p = glp_create_prob(), .lo = -INFINITY, .hi = INFINITY};
    skip_comments(r);
    r->at += 3; /* VER 1.0 VAR */
    int n = (int)number(r);
    r->at += n;
    part->idx = zj_calloc((size_t)n + 2, sizeof *part->idx);
    part->val = zj_calloc((size_t)n + 2, sizeof *part->val);
    if (n)
        glp_add_cols(part->p, n);
    for (int j = 1; j <= n; j++)
        glp_set_col_bnds(part->p, j, GLP_FR, 0, 0);
    next(r); /* INT */
    for (int k = (int)number(r); k > 0; k--)
        glp_set_col_kind(part->p, 1 + (int)number(r), GLP_IV);
    read_objective(r, part);
    read_rows(r, part);
    next(r); /* RTP */
    part->infeasible = next_is(r, "infeas");
    if (!part->infeasible) {
        part->lo = number(r);
        part->hi = number(r);
    }
    while (r->at < r->n && !r->word[r->at].proof && !r->word[r->at].comment)
        r->at++;
    while (r->at < r->n && r->word[r->at].proof)
        r->at++;
}

static enum vipr_truth solve(struct part *part)
{
    glp_iocp cp;

    if (glp_get_num_cols(part->p) == 0) /* every row says 0 on its left side */
        glp_add_cols(part->p, 1);
    glp_init_iocp(&cp);
    cp.msg_lev = GLP_MSG_OFF;
    cp.presolve = GLP_ON;
    cp.tm_lim = 3000;
    int rc = glp_intopt(part->p, &cp);
    int status = rc == GLP_ENOPFS ? GLP_NOFEAS : rc == 0 ? glp_mip_status(part->p) : GLP_UNDEF;
    double value = glp_mip_obj_val(part->p);
    if (status == GLP_NOFEAS)
        return part->infeasible || part->hi == INFINITY ? VIPR_TRUE : VIPR_FALSE;
    if (status != GLP_OPT)
        return rc == GLP_ENODFS && part->lo == -INFINITY ? VIPR_TRUE : VIPR_OPEN;
    if (part->infeasible)
        return VIPR_FALSE;
    double room = 1e-6 * (1 + fabs(value));
    return value >= part->lo - room && value <= part->hi + room ? VIPR_TRUE : VIPR_FALSE;
}

/* ---- the whole --------------------------------------------------------------------------------------- */

struct aim {
    bool largest;
    double value, shown;
};

struct heading {
    bool ours, infeasible;
    int n_blocks, n_aims;
    struct aim aim[16];
};

static void read_heading(struct reader *r, struct heading *h)
{
    *h = (struct heading){.n_blocks = 0};
    while (r->at < r->n && r->word[r->at].comment) {
        const struct vipr_word *w = next(r);
        h->ours |= vipr_is(r->text, w, "zoujiao-certificate");
        if (vipr_is(r->text, w, "part"))
            break;
        if (vipr_is(r->text, w, "answer"))
            h->infeasible = next_is(r, "infeasible");
        if (vipr_is(r->text, w, "blocks"))
            h->n_blocks = (int)number(r);
        if (vipr_is(r->text, w, "aim") && h->n_aims < 16) {
            struct aim *a = &h->aim[h->n_aims++];
            next(r);
            a->largest = next_is(r, "largest");
            a->value = number(r);
            a->shown = a->largest ? -INFINITY : 0;
        }
    }
    r->at = 0;
}

static enum vipr_truth judge_heading(const struct heading *h, int n_parts, bool any_infeasible)
{
    if (!h->ours)
        return VIPR_TRUE;
    if (h->infeasible)
        return any_infeasible ? VIPR_TRUE : VIPR_FALSE;
    if (any_infeasible || n_parts != h->n_blocks * h->n_aims)
        return VIPR_FALSE;
    for (int a = 0; a < h->n_aims; a++) {
        if (h->aim[a].value != h->aim[a].shown)
            return VIPR_FALSE;
    }
    return VIPR_TRUE;
}

enum vipr_truth vipr_judge(const char *text, size_t length)
{
    struct reader r = {.text = text};
    struct heading h;
    enum vipr_truth all = VIPR_TRUE;
    bool any_infeasible = false;
    int n_parts = 0;

    r.word = vipr_words(text, length, &r.n);
    read_heading(&r, &h);
    while (r.at < r.n && all == VIPR_TRUE) {
        struct part part;
        read_part(&r, &part);
        all = r.huge ? VIPR_OPEN : solve(&part);
        any_infeasible |= part.infeasible;
        if (h.n_aims) {
            struct aim *a = &h.aim[n_parts % h.n_aims];
            a->shown = a->largest ? fmax(a->shown, part.hi) : a->shown + part.hi;
        }
        n_parts++;
        glp_delete_prob(part.p);
        free(part.idx);
        free(part.val);
    }
    free(r.word);
    return all == VIPR_TRUE ? judge_heading(&h, n_parts, any_infeasible) : all;
}

/* ---- the same claims --------------------------------------------------------------------------------- */

/* Of comments only those count that say what is claimed. */
static bool counts(const char *text, const struct vipr_word *list, int n, int i)
{
    if (list[i].proof)
        return false;
    if (!list[i].comment)
        return true;
    int first = i;
    while (first > 0 && text[list[first].at] != '%')
        first--;
    const struct vipr_word *what = first + 1 < n ? &list[first + 1] : &list[first];
    return vipr_is(text, what, "answer") || vipr_is(text, what, "aim") || vipr_is(text, what, "blocks");
}

bool vipr_same_claims(const char *a, size_t n_a, const char *b, size_t n_b)
{
    int n, m, i = 0, j = 0;
    struct vipr_word *x = vipr_words(a, n_a, &n), *y = vipr_words(b, n_b, &m);
    bool same = true;

    while (same) {
        while (i < n && !counts(a, x, n, i))
            i++;
        while (j < m && !counts(b, y, m, j))
            j++;
        if (i == n || j == m)
            break;
        same = x[i].n == y[j].n && memcmp(a + x[i].at, b + y[j].at, x[i].n) == 0;
        i++;
        j++;
    }
    same = same && i == n && j == m;
    free(x);
    free(y);
    return same;
}
