#include "solver/verify/place.h"

#include <stdlib.h>
#include <string.h>

struct vf_periods vf_list_periods(struct vf_check *c, enum zj_per per)
{
    const struct zj_instance *in = c->in;
    struct vf_periods p = {.v = zj_alloc_n(&c->scratch, (size_t)in->n_terms, sizeof *p.v)};

    for (int t = 0; t < in->n_terms; t++) {
        const struct zj_term *term = &in->term[t];
        bool same = t > 0 && (per == ZJ_PER_HORIZON ||
                              (per == ZJ_PER_YEAR && term->year_index == in->term[t - 1].year_index));

        if (same) {
            p.v[p.n - 1].last = t;
            continue;
        }
        p.v[p.n++] = (struct vf_period){t, t,
                                        per == ZJ_PER_TERM   ? term->id
                                        : per == ZJ_PER_YEAR ? term->year
                                                             : "horizon"};
    }
    return p;
}

static void add_place(struct vf_places *p, struct vf_place place)
{
    ZJ_GROW(p->v, p->n, p->cap);
    p->v[p->n++] = place;
}

static void add_pair(struct vf_check *c, struct vf_places *p, int lead, int member)
{
    add_place(p, (struct vf_place){.over = ZJ_OVER_PAIR,
                                   .lead = lead,
                                   .member = member,
                                   .text = zj_printf(&c->scratch, "%s>%s", c->in->school[lead].id,
                                                     c->in->school[member].id)});
}

/* The rows of pairings.csv; without that file every lead with every member of its community. */
static void list_pairs(struct vf_check *c, struct vf_places *p, const struct zj_filter *where)
{
    const struct zj_instance *in = c->in;

    if (in->has_pairings) {
        for (int i = 0; i < in->n_pairings; i++)
            if (vf_school_passes(in, where, in->pairing[i].member))
                add_pair(c, p, in->pairing[i].lead, in->pairing[i].member);
        return;
    }
    for (int a = 0; a < in->n_schools; a++) {
        if (in->school[a].role != ZJ_LEAD || in->school[a].community < 0)
            continue;
        for (int b = 0; b < in->n_schools; b++)
            if (in->school[b].role == ZJ_MEMBER && in->school[b].community == in->school[a].community &&
                vf_school_passes(in, where, b))
                add_pair(c, p, a, b);
    }
}

static void list_schools(struct vf_check *c, struct vf_places *p, enum zj_over over,
                         const struct zj_filter *where)
{
    for (int s = 0; s < c->in->n_schools; s++)
        if (vf_school_passes(c->in, where, s))
            add_place(p, (struct vf_place){.over = over, .school = s, .text = c->in->school[s].id});
}

static bool has_community(const struct vf_places *p, int community)
{
    for (int i = 0; i < p->n; i++)
        if (p->v[i].community == community)
            return true;
    return false;
}

/* A community is selected when any of its schools is. */
static void list_communities(struct vf_check *c, struct vf_places *p, const struct zj_filter *where)
{
    for (int s = 0; s < c->in->n_schools; s++) {
        int community = c->in->school[s].community;

        if (community >= 0 && vf_school_passes(c->in, where, s) && !has_community(p, community))
            add_place(p, (struct vf_place){.over = ZJ_OVER_COMMUNITY,
                                           .community = community,
                                           .text = zj_word(c->in, community)});
    }
}

struct vf_places vf_list_places(struct vf_check *c, enum zj_over over, const struct zj_filter *where)
{
    struct vf_places p = {0};

    switch (over) {
    case ZJ_OVER_PAIR:
        list_pairs(c, &p, where);
        break;
    case ZJ_OVER_SENDER:
    case ZJ_OVER_HOST:
        list_schools(c, &p, over, where);
        break;
    case ZJ_OVER_COMMUNITY:
        list_communities(c, &p, where);
        break;
    default:
        add_place(&p, (struct vf_place){.over = ZJ_OVER_COUNTY, .text = "county"});
    }
    return p;
}

bool vf_direction_is(const struct zj_instance *in, enum zj_direction d, int from, int to)
{
    enum zj_role home = in->school[from].role, host = in->school[to].role;

    switch (d) {
    case ZJ_LEAD_TO_MEMBER:
        return home == ZJ_LEAD && host == ZJ_MEMBER;
    case ZJ_MEMBER_TO_LEAD:
        return home == ZJ_MEMBER && host == ZJ_LEAD;
    default:
        return true;
    }
}

const char *vf_post_text(int post)
{
    static const char *const text[ZJ_N_POSTS] = {
        [ZJ_TEACHER] = "teacher", [ZJ_MIDDLE] = "middle", [ZJ_VICE] = "vice", [ZJ_PRINCIPAL] = "principal"};

    return text[post];
}

void vf_cells_add(struct vf_cells *cells, int school, int category, int term)
{
    ZJ_GROW(cells->v, cells->n, cells->cap);
    cells->v[cells->n++] = (struct vf_cell){school, category, term};
}

static int by_school(const void *pa, const void *pb)
{
    const struct vf_cell *a = pa, *b = pb;

    if (a->school != b->school)
        return a->school < b->school ? -1 : 1;
    if (a->term != b->term)
        return a->term < b->term ? -1 : 1;
    return (a->category > b->category) - (a->category < b->category);
}

void vf_cells_sort(struct vf_cells *cells)
{
    int kept = 0;

    if (cells->n > 0)
        qsort(cells->v, (size_t)cells->n, sizeof *cells->v, by_school);
    for (int i = 0; i < cells->n; i++)
        if (kept == 0 || by_school(&cells->v[kept - 1], &cells->v[i]) != 0)
            cells->v[kept++] = cells->v[i];
    cells->n = kept;
}

void vf_cells_release(struct vf_cells *cells)
{
    free(cells->v);
    memset(cells, 0, sizeof *cells);
}
