#include "solver/certify/join.h"

#include "solver/base/i18n.h"

#include <stdlib.h>
#include <string.h>

void cert_join_init(struct cert_join *j, const struct cert_heading *h)
{
    size_t n = (size_t)h->n_aims + 1;

    *j = (struct cert_join){.h = h,
                            .objective = zj_calloc(n, sizeof *j->objective),
                            .hi = zj_calloc(n, sizeof *j->hi),
                            .total = zj_calloc(n, sizeof *j->total),
                            .proved = zj_calloc(n, sizeof *j->proved),
                            .has_total = zj_calloc(n, sizeof *j->has_total),
                            .has_proved = zj_calloc(n, sizeof *j->has_proved)};
    for (int a = 0; a < h->n_aims; a++)
        mpq_inits(j->hi[a], j->total[a], j->proved[a], NULL);
}

void cert_join_end_block(struct cert_join *j)
{
    if (j->has_first)
        cert_part_release(&j->first);
    j->has_first = false;
    for (int a = 0; a < j->h->n_aims; a++)
        cert_vector_clear(&j->objective[a]);
}

void cert_join_release(struct cert_join *j)
{
    for (int a = 0; a < j->h->n_aims; a++)
        mpq_clears(j->hi[a], j->total[a], j->proved[a], NULL);
    zj_arena_release(&j->arena);
    free(j->objective);
    free(j->hi);
    free(j->total);
    free(j->proved);
    free(j->has_total);
    free(j->has_proved);
    free(j->name);
}

/* ---- one program with several aims ----------------------------------------------------------------- */

static bool same_columns(const struct cert_part *a, const struct cert_part *b)
{
    if (a->n_columns != b->n_columns)
        return false;
    for (int k = 0; k < a->n_columns; k++) {
        if (strcmp(a->name[k], b->name[k]) != 0 || a->integer[k] != b->integer[k] ||
            !mpq_equal(a->x[k], b->x[k]))
            return false;
    }
    return true;
}

static bool says(const struct cert_part *p, int row, int sense, const mpq_t rhs,
                 const struct cert_vector *left)
{
    return p->row[row].sense == sense && mpq_equal(p->row[row].rhs, rhs) &&
           cert_vector_equal(cert_left(p, &p->row[row]), left);
}

/* The rows of the block's first part, then one for each aim before this. */
static bool check_rows(struct cert_join *j, struct cert_scan *s, int aim, const struct cert_part *p)
{
    const struct cert_part *first = &j->first;

    if (p->n_given != first->n_given + aim)
        return cert_fail(
            s, ZJ_VIOLATED, p->line, 0,
            _("this part has %d constraints; those of its block and of the aims before it are %d"),
            p->n_given, first->n_given + aim);
    for (int i = 0; i < first->n_given; i++) {
        const struct cert_row *row = &first->row[i];
        if (!says(p, i, row->sense, row->rhs, cert_left(first, row)))
            return cert_fail(s, ZJ_VIOLATED, p->row[i].line, 0,
                             _("the constraint differs from that of line %d, of the same block"), row->line);
    }
    for (int a = 0; a < aim; a++) {
        const struct cert_aim *before = &j->h->aim[a];
        const struct cert_vector *left = a ? &j->objective[a] : &first->objective;
        if (!says(p, first->n_given + a, -1, before->largest ? before->value : j->hi[a], left))
            return cert_fail(s, ZJ_VIOLATED, p->row[first->n_given + a].line, 0,
                             _("the constraint does not hold the aim '%s' at its value"), before->name);
    }
    return true;
}

static bool check_range(struct cert_join *j, struct cert_scan *s, int aim, const struct cert_part *p)
{
    bool largest = j->h->aim[aim].largest;

    if (p->infeasible || p->maximise || p->n_solutions != 1 || !p->has_hi || !mpq_equal(p->best, p->hi))
        return cert_fail(s, ZJ_VIOLATED, p->line, 0,
                         _("the part should minimise, and end its range where its one solution is"));
    if (!largest && (!p->has_lo || !mpq_equal(p->lo, p->hi)))
        return cert_fail(s, ZJ_VIOLATED, p->line, 0,
                         _("the part does not say that its solution is a best one"));
    return true;
}

static void add_part(struct cert_join *j, int aim, const struct cert_part *p)
{
    mpq_set(j->hi[aim], p->hi);
    if (!j->h->aim[aim].largest)
        mpq_add(j->total[aim], j->total[aim], p->hi);
    else if (!j->has_total[aim] || mpq_cmp(p->hi, j->total[aim]) > 0)
        mpq_set(j->total[aim], p->hi);
    j->has_total[aim] = true;
    if (p->has_lo && (!j->has_proved[aim] || mpq_cmp(p->lo, j->proved[aim]) > 0)) {
        mpq_set(j->proved[aim], p->lo);
        j->has_proved[aim] = true;
    }
}

bool cert_join_part(struct cert_join *j, struct cert_scan *s, int aim, struct cert_part *p)
{
    bool good = check_range(j, s, aim, p);

    if (good && aim > 0) {
        good = same_columns(&j->first, p) ||
               cert_fail(s, ZJ_VIOLATED, p->line, 0,
                         _("columns or solution differ from those of the block's first part"));
        good = good && check_rows(j, s, aim, p);
    }
    for (int k = 0; k < p->n_columns && aim == 0; k++) {
        ZJ_GROW(j->name, j->n_names, j->cap_names);
        j->name[j->n_names++] = zj_strdup(&j->arena, p->name[k]);
    }
    if (good)
        add_part(j, aim, p);
    if (aim == 0) {
        j->first = *p;
        j->has_first = true;
        return good;
    }
    j->objective[aim] = p->objective;
    p->objective = (struct cert_vector){.n = 0};
    cert_part_release(p);
    return good;
}

/* ---- all blocks together --------------------------------------------------------------------------- */

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool blocks_are_apart(struct cert_join *j, struct cert_scan *s)
{
    if (j->n_names > 0)
        qsort(j->name, (size_t)j->n_names, sizeof *j->name, by_text);
    for (int k = 1; k < j->n_names; k++) {
        if (strcmp(j->name[k - 1], j->name[k]) == 0)
            return cert_fail(s, ZJ_VIOLATED, j->h->line, 0, _("two columns have the name '%.60s'"),
                             j->name[k]);
    }
    return true;
}

bool cert_join_sum(struct cert_join *j, struct cert_scan *s)
{
    for (int a = 0; a < j->h->n_aims; a++) {
        const struct cert_aim *aim = &j->h->aim[a];
        bool shown = mpq_equal(j->total[a], aim->value);
        bool proved = !aim->largest || (j->has_proved[a] && mpq_equal(j->proved[a], aim->value));
        if (!shown)
            return cert_fail(s, ZJ_VIOLATED, aim->line, 0, _("the parts show another value of the aim '%s'"),
                             aim->name);
        if (!proved)
            return cert_fail(s, ZJ_VIOLATED, aim->line, 0,
                             _("no part proves that the aim '%s' cannot be less"), aim->name);
    }
    return blocks_are_apart(j, s);
}
