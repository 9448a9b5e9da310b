#include "solver/verify/calendar/spot.h"

#include "solver/data/dates.h"

#include <stdlib.h>

static void add(struct vf_spots *p, struct vf_spot s)
{
    ZJ_GROW(p->v, p->n, p->cap);
    p->v[p->n++] = s;
}

static const struct vf_spot nowhere = {.community = -1, .lead = -1, .member = -1, .school = -1, .event = -1};

static void add_pair(struct vf_year *y, const struct zj_rule *r, struct vf_spots *p, int lead, int member)
{
    struct vf_spot s = nowhere;

    if (!vf_school_passes(y->in, &r->where, member))
        return;
    s.level = ZJ_LEVEL_PAIR;
    s.lead = lead;
    s.member = member;
    s.text = zj_printf(&y->scratch, "%s>%s", y->in->school[lead].id, y->in->school[member].id);
    add(p, s);
}

/* The rows of pairings.csv; without that file every lead with every member of its community. */
static void list_pairs(struct vf_year *y, const struct zj_rule *r, struct vf_spots *p)
{
    const struct zj_instance *in = y->in;

    if (in->has_pairings) {
        for (int i = 0; i < in->n_pairings; i++)
            add_pair(y, r, p, in->pairing[i].lead, in->pairing[i].member);
        return;
    }
    for (int a = 0; a < in->n_schools; a++)
        for (int b = 0; b < in->n_schools; b++)
            if (in->school[a].role == ZJ_LEAD && in->school[b].role == ZJ_MEMBER &&
                in->school[a].community >= 0 && in->school[a].community == in->school[b].community)
                add_pair(y, r, p, a, b);
}

static void list_schools(struct vf_year *y, const struct zj_rule *r, struct vf_spots *p)
{
    for (int i = 0; i < y->in->n_schools; i++) {
        const struct zj_school *school = &y->in->school[i];
        struct vf_spot s = nowhere;

        if (!vf_school_passes(y->in, &r->where, i) ||
            (r->level == ZJ_LEVEL_LEAD && school->role != ZJ_LEAD) ||
            (r->level == ZJ_LEVEL_MEMBER && school->role != ZJ_MEMBER))
            continue;
        s.level = r->level;
        s.school = i;
        s.text = school->id;
        add(p, s);
    }
}

/* A community is selected when any of its schools is. */
static void list_communities(struct vf_year *y, const struct zj_rule *r, struct vf_spots *p)
{
    for (int i = 0; i < y->in->n_schools; i++) {
        struct vf_spot s = nowhere;
        bool listed = false;

        s.level = ZJ_LEVEL_COMMUNITY;
        s.community = y->in->school[i].community;
        for (int k = 0; k < p->n; k++)
            listed = listed || p->v[k].community == s.community;
        if (s.community < 0 || listed || !vf_school_passes(y->in, &r->where, i))
            continue;
        s.text = zj_word(y->in, s.community);
        add(p, s);
    }
}

static void list_groups(struct vf_year *y, const struct zj_rule *r, struct vf_spots *p)
{
    for (int e = 0; e < y->pol->n_events; e++) {
        for (int g = 0; vf_speaks_of(r, e) && g < y->pol->event[e].n_groups; g++) {
            struct vf_spot s = nowhere;

            s.level = ZJ_LEVEL_GROUP;
            s.event = e;
            s.group = &y->pol->event[e].group[g];
            s.text = s.group->text;
            if (vf_group_passes(y, r, s.group))
                add(p, s);
        }
    }
}

/* The county, unless `where` selects none of its schools. */
static void list_county(struct vf_year *y, const struct zj_rule *r, struct vf_spots *p)
{
    struct vf_spot s = nowhere;
    bool any = false;

    for (int i = 0; i < y->in->n_schools; i++)
        any = any || vf_school_passes(y->in, &r->where, i);
    s.level = ZJ_LEVEL_COUNTY;
    s.text = "county";
    if (any)
        add(p, s);
}

struct vf_spots vf_list_spots(struct vf_year *y, const struct zj_rule *r)
{
    struct vf_spots p = {0};

    switch (r->level) {
    case ZJ_LEVEL_COUNTY:
        list_county(y, r, &p);
        break;
    case ZJ_LEVEL_COMMUNITY:
        list_communities(y, r, &p);
        break;
    case ZJ_LEVEL_PAIR:
        list_pairs(y, r, &p);
        break;
    case ZJ_LEVEL_GROUP:
        list_groups(y, r, &p);
        break;
    default:
        list_schools(y, r, &p);
    }
    return p;
}

/* Days that belong to one period of this kind have one key. */
static int key_of(const struct vf_year *y, enum zj_span span, const struct zj_date *d)
{
    switch (span) {
    case ZJ_SPAN_MONTH:
        return d->month;
    case ZJ_SPAN_TERM:
        return d->term;
    case ZJ_SPAN_YEAR:
        return y->in->term[d->term].year_index;
    default:
        return 0;
    }
}

static const char *text_of(struct vf_year *y, enum zj_span span, const struct zj_date *d)
{
    switch (span) {
    case ZJ_SPAN_MONTH:
        return zj_printf(&y->scratch, "%04d-%02d", d->month / 12, d->month % 12 + 1);
    case ZJ_SPAN_TERM:
        return y->in->term[d->term].id;
    case ZJ_SPAN_YEAR:
        return y->in->term[d->term].year;
    default:
        return "horizon";
    }
}

struct vf_stretches vf_list_stretches(struct vf_year *y, enum zj_span span, int month_min_days)
{
    const struct zj_instance *in = y->in;
    struct vf_stretches p = {zj_alloc_n(&y->scratch, (size_t)in->n_dates, sizeof *p.v), 0};

    for (int first = 0, end; first < in->n_dates; first = end) {
        const struct zj_date *d = &in->date[first];
        int key = key_of(y, span, d), school_days = 0;

        for (end = first; end < in->n_dates && key_of(y, span, &in->date[end]) == key; end++)
            school_days += zj_is_school_day(&in->date[end]);
        if (span == ZJ_SPAN_MONTH && school_days < month_min_days)
            continue;
        p.v[p.n++] = (struct vf_stretch){first, end - 1, text_of(y, span, d)};
    }
    return p;
}

bool vf_counts_at(const struct vf_year *y, const struct vf_spot *s, const struct zj_occurrence *x,
                  enum zj_as as)
{
    const struct zj_group *g = vf_group(y, x);

    switch (s->level) {
    case ZJ_LEVEL_COUNTY:
        return true;
    case ZJ_LEVEL_COMMUNITY:
        return g->community == s->community;
    case ZJ_LEVEL_PAIR:
        return g->lead == s->lead && g->member == s->member;
    case ZJ_LEVEL_GROUP:
        return g == s->group;
    default:
        return as == ZJ_AS_HOST ? x->host == s->school : zj_ids_has(&g->schools, s->school);
    }
}

int64_t vf_number_at(const struct vf_year *y, const struct zj_ids *events, const struct vf_spot *s,
                     const struct vf_stretch *t, enum zj_as as, enum zj_measure measure)
{
    int64_t n = 0;

    for (int i = 0; i < y->plan.n; i++) {
        const struct zj_occurrence *x = &y->plan.v[i];

        if (zj_ids_has(events, x->event) && vf_is_within(t, x) && vf_counts_at(y, s, x, as))
            n += measure == ZJ_OF_PERIODS ? vf_event(y, x)->periods : 1;
    }
    return n;
}

const char *vf_where_spot(struct vf_year *y, const struct zj_ids *events, const struct vf_spot *s,
                          const char *when)
{
    const char *what =
        s->event >= 0 ? zj_word(y->in, y->pol->event[s->event].name) : vf_events_text(y, events);

    return zj_printf(&y->v->arena, "%s %s %s", s->text, what, when);
}

void vf_check_months(struct vf_year *y, const struct zj_rule *r)
{
    struct zj_rule of_groups = *r;

    of_groups.level = ZJ_LEVEL_GROUP;
    struct vf_spots spots = vf_list_spots(y, &of_groups);
    struct vf_stretches months = vf_list_stretches(y, ZJ_SPAN_MONTH, r->month_min_days);
    for (int s = 0; s < spots.n; s++) {
        for (int t = 0; t < months.n; t++) {
            int64_t have =
                vf_number_at(y, &r->events, &spots.v[s], &months.v[t], ZJ_AS_PARTICIPANT, ZJ_OCCURRENCES);

            vf_tell(y->v, r, vf_where_spot(y, &r->events, &spots.v[s], months.v[t].text), r->min, have,
                    vf_over(r->min - have));
        }
    }
    free(spots.v);
}
