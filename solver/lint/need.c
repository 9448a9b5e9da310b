#include "solver/lint/need.h"

#include "solver/base/i18n.h"
#include "solver/data/filter.h"
#include "solver/lint/report.h"

#include <stdlib.h>

struct lint_needs {
    const struct zj_instance *in;
    const struct zj_policy *pol;
    unsigned char *covered; /* by demand row: somebody teaches it there, or may be posted to */
    int *first, *next;      /* demand rows of each school, -1 = end */
};

/* Somebody may teach the subject at the school. */
static void cover(struct lint_needs *n, int school, int subject)
{
    for (int i = n->first[school]; i >= 0; i = n->next[i])
        n->covered[i] |= subject == n->in->demand[i].subject;
}

/* Does the posting of history fill load in a term of the horizon? */
static bool teaches_on(const struct lint_needs *n, const struct zj_history *h)
{
    int kind = zj_find_kind(n->pol, h->kind);

    return kind >= 0 && n->pol->kind[kind].fills_load &&
           (h->end == ZJ_NO_DATE || h->end >= n->in->term[0].start);
}

struct lint_needs *lint_needs_new(const struct zj_instance *in, const struct zj_policy *pol)
{
    struct lint_needs *n = zj_calloc(1, sizeof *n);

    n->in = in;
    n->pol = pol;
    n->covered = zj_calloc((size_t)in->n_demand, 1);
    n->first = zj_malloc((size_t)in->n_schools * sizeof *n->first);
    n->next = zj_malloc((size_t)in->n_demand * sizeof *n->next);
    for (int s = 0; s < in->n_schools; s++)
        n->first[s] = -1;
    for (int i = in->n_demand - 1; i >= 0; i--) {
        n->next[i] = n->first[in->demand[i].school];
        n->first[in->demand[i].school] = i;
    }
    for (int t = 0; t < in->n_teachers; t++)
        cover(n, in->teacher[t].school, in->teacher[t].subjects.v[0]);
    for (int i = 0; i < in->n_history; i++)
        if (teaches_on(n, &in->history[i]))
            cover(n, in->history[i].to, in->teacher[in->history[i].teacher].subjects.v[0]);
    return n;
}

void lint_needs_count(struct lint_needs *n, const struct lint_posting *p)
{
    if (n->pol->kind[p->kind].fills_load)
        cover(n, p->to, p->subject);
}

/* Is there a hard `need` that asks for the row? */
static bool must_be_covered(const struct lint_needs *n, const struct zj_demand *d)
{
    for (int k = 0; k < n->pol->n_rules; k++) {
        const struct zj_rule *r = &n->pol->rule[k];

        if (r->id == ZJ_R_need && r->hard && (r->subjects.n == 0 || zj_ids_has(&r->subjects, d->subject)) &&
            zj_school_passes(n->in, &r->where, d->school))
            return true;
    }
    return false;
}

/* Is it the first row of its school and subject? */
static bool is_first(const struct lint_needs *n, int row)
{
    const struct zj_demand *d = &n->in->demand[row];

    for (int i = n->first[d->school]; i != row; i = n->next[i])
        if (n->in->demand[i].subject == d->subject && n->in->demand[i].periods > 0)
            return false;
    return true;
}

void lint_needs_report(const struct lint_needs *n, struct zj_diag *d)
{
    for (int i = 0; i < n->in->n_demand; i++) {
        const struct zj_demand *row = &n->in->demand[i];

        if (row->periods == 0 || n->covered[i] || !is_first(n, i))
            continue;
        zj_diag_add(
            d, must_be_covered(n, row) ? ZJ_ERROR : ZJ_WARNING, "nobody_teaches",
            lint_at_row(n->in->demand_file, row->line),
            _("%s/%s: nobody teaches the subject there, and nobody who teaches it may be posted there"),
            n->in->school[row->school].id, zj_word(n->in, row->subject));
    }
}

void lint_needs_free(struct lint_needs *n)
{
    free(n->covered);
    free(n->first);
    free(n->next);
    free(n);
}

/* Periods of load and need of one subject in one area (a community, a school alone, or the county). */
struct balance {
    int area, subject;
    int64_t need, load;
    int line; /* of the first demand row */
};

/* Where the teachers of a school may come from. Communities are words; schools alone come after them. */
static int area_of(const struct zj_instance *in, bool inside, int school)
{
    if (!inside)
        return -1;
    return in->school[school].community >= 0 ? in->school[school].community : in->words.n + school;
}

static int by_area(const void *pa, const void *pb)
{
    const struct balance *a = pa, *b = pb;

    if (a->area != b->area)
        return a->area < b->area ? -1 : 1;
    if (a->subject != b->subject)
        return a->subject < b->subject ? -1 : 1;
    return (a->line > b->line) - (a->line < b->line);
}

/* Demand rows added up by area and subject; *n is how many are left. Heap. */
static struct balance *add_up(const struct zj_instance *in, bool inside, int *n)
{
    struct balance *v = zj_calloc((size_t)in->n_demand, sizeof *v);
    int kept = 0;

    for (int i = 0; i < in->n_demand; i++)
        v[i] = (struct balance){.area = area_of(in, inside, in->demand[i].school),
                                .subject = in->demand[i].subject,
                                .need = (int64_t)in->demand[i].periods * in->demand[i].classes,
                                .line = in->demand[i].line};
    if (in->n_demand > 0)
        qsort(v, (size_t)in->n_demand, sizeof *v, by_area);
    for (int i = 0; i < in->n_demand; i++) {
        if (kept > 0 && v[kept - 1].area == v[i].area && v[kept - 1].subject == v[i].subject)
            v[kept - 1].need += v[i].need;
        else
            v[kept++] = v[i];
    }
    *n = kept;
    return v;
}

/* The balance of an area and subject among n in order, or NULL. */
static struct balance *find(struct balance *v, int n, int area, int subject)
{
    int lo = 0, hi = n;

    while (lo < hi) {
        int mid = lo + (hi - lo) / 2;

        if (v[mid].area < area || (v[mid].area == area && v[mid].subject < subject))
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo < n && v[lo].area == area && v[lo].subject == subject ? &v[lo] : NULL;
}

static void add_loads(const struct zj_instance *in, bool inside, struct balance *v, int n)
{
    for (int t = 0; t < in->n_teachers; t++) {
        const struct zj_teacher *x = &in->teacher[t];

        for (int i = 0; x->max_week != ZJ_NONE && i < x->subjects.n; i++) {
            struct balance *b = find(v, n, area_of(in, inside, x->school), x->subjects.v[i]);

            if (b)
                b->load += x->max_week;
        }
    }
}

static const char *area_text(const struct zj_instance *in, int area)
{
    if (area < 0)
        return "county";
    return area < in->words.n ? zj_word(in, area) : in->school[area - in->words.n].id;
}

void lint_short_loads(const struct zj_instance *in, const struct zj_policy *pol, struct zj_diag *d)
{
    bool inside = lint_stays_inside(pol);
    int n;
    struct balance *v = add_up(in, inside, &n);

    add_loads(in, inside, v, n);
    for (int i = 0; i < n; i++)
        if (v[i].need > v[i].load)
            zj_diag_add(
                d, ZJ_WARNING, "short_load", lint_at_row(in->demand_file, v[i].line),
                _("%s/%s: %lld periods a week are needed, but all who teach the subject have %lld together"),
                area_text(in, v[i].area), zj_word(in, v[i].subject), (long long)v[i].need,
                (long long)v[i].load);
    free(v);
}
