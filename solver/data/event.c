#include "solver/data/event.h"

#include "solver/data/filter.h"

#include <stdlib.h>

/* The groups of one activity on their way: a heap array, copied into the arena at the end. */
struct maker {
    const struct zj_instance *in;
    struct zj_arena *a;
    const struct zj_event *event;
    struct zj_group *v;
    int n, cap;
};

int zj_find_event(const struct zj_policy *pol, int word)
{
    for (int e = 0; e < pol->n_events; e++)
        if (pol->event[e].name == word)
            return e;
    return -1;
}

static bool takes_part(const struct maker *m, int school)
{
    return zj_school_passes(m->in, &m->event->where, school);
}

static struct zj_ids room_for(struct maker *m, int n)
{
    return (struct zj_ids){0, zj_alloc_n(m->a, (size_t)n, sizeof(int))};
}

static void add_once(struct zj_ids *list, int v)
{
    if (!zj_ids_has(list, v))
        list->v[list->n++] = v;
}

/* Is the school on that side of the group? Of a pair its own lead and member are meant. */
static bool is_on_side(const struct maker *m, const struct zj_group *g, enum zj_side side, int school)
{
    if (side == ZJ_SIDE_NONE || side == ZJ_SIDE_ANY)
        return side == ZJ_SIDE_ANY;
    if (g->lead >= 0)
        return school == (side == ZJ_SIDE_LEAD ? g->lead : g->member);
    return m->in->school[school].role == (side == ZJ_SIDE_LEAD ? ZJ_LEAD : ZJ_MEMBER);
}

static struct zj_ids those_on_side(struct maker *m, const struct zj_group *g, enum zj_side side,
                                   const struct zj_ids *schools)
{
    struct zj_ids list = room_for(m, schools->n);

    for (int i = 0; i < schools->n; i++)
        if (is_on_side(m, g, side, schools->v[i]))
            list.v[list.n++] = schools->v[i];
    return list;
}

/* The other schools of the community: where somebody of the school may spend a day. */
static struct zj_ids neighbours(struct maker *m, int school)
{
    struct zj_ids list = room_for(m, m->in->n_schools);
    int community = m->in->school[school].community;

    for (int s = 0; s < m->in->n_schools && community >= 0; s++)
        if (s != school && m->in->school[s].community == community)
            list.v[list.n++] = s;
    return list;
}

static void set_sides(struct maker *m, struct zj_group *g)
{
    struct zj_ids places = g->schools;

    if (m->event->over == ZJ_BY_TEACHER)
        places = neighbours(m, g->schools.v[0]);
    else if (m->event->over == ZJ_BY_MENTOR)
        places.n = 1; /* the school of the one who is guided stands first */
    g->hosts = those_on_side(m, g, m->event->host, &places);
    g->chairs = those_on_side(m, g, m->event->chair, &g->schools);
}

/* Those who are occupied: the mentor and the other, the one away, or whom `who` names. */
static void set_people(struct maker *m, struct zj_group *g)
{
    const struct zj_instance *in = m->in;

    g->people = room_for(m, in->n_teachers);
    if (g->mentor >= 0)
        add_once(&g->people, g->mentor);
    if (g->teacher >= 0)
        add_once(&g->people, g->teacher);
    for (int t = 0; t < in->n_teachers && m->event->has_who && g->teacher < 0; t++) {
        int home = in->teacher[t].school;
        const struct zj_view view = {t, home, -1, -1, in->term[0].start};
        if (zj_ids_has(&g->schools, home) && zj_passes(in, &m->event->who, &view) &&
            (g->subject < 0 || zj_ids_has(&in->teacher[t].subjects, g->subject)))
            g->people.v[g->people.n++] = t;
    }
}

/* A group whose schools, subject and grade are set; none without a school on a side that is asked for. */
static void finish_group(struct maker *m, struct zj_group g)
{
    const struct zj_instance *in = m->in;

    set_sides(m, &g);
    if ((m->event->host != ZJ_SIDE_NONE && g.hosts.n == 0) ||
        (m->event->chair != ZJ_SIDE_NONE && g.chairs.n == 0))
        return;
    set_people(m, &g);
    if (g.grade >= 0)
        g.text = zj_printf(m->a, "%s/%s", g.text, zj_word(in, g.grade));
    if (g.subject >= 0)
        g.text = zj_printf(m->a, "%s/%s", g.text, zj_word(in, g.subject));
    ZJ_GROW(m->v, m->n, m->cap);
    m->v[m->n++] = g;
}

static bool is_asked(const struct maker *m, int subject)
{
    return m->event->subjects.n == 0 || zj_ids_has(&m->event->subjects, subject);
}

/* One group for each subject, or grade and subject, that the tables have at its schools. */
static void split_by_demand(struct maker *m, const struct zj_group *g)
{
    const struct zj_instance *in = m->in;
    bool by_grade = m->event->by == ZJ_SPLIT_GRADE_SUBJECT;
    int first = m->n;

    for (int d = 0; d < in->n_demand; d++) {
        struct zj_group part = *g;
        bool is_new = zj_ids_has(&g->schools, in->demand[d].school) && is_asked(m, in->demand[d].subject) &&
                      (!by_grade || in->demand[d].grade >= 0);
        part.subject = in->demand[d].subject;
        part.grade = by_grade ? in->demand[d].grade : -1;
        for (int i = first; i < m->n && is_new; i++)
            is_new = m->v[i].subject != part.subject || m->v[i].grade != part.grade;
        if (is_new)
            finish_group(m, part);
    }
}

static void add_group(struct maker *m, struct zj_group g)
{
    const struct zj_ids *subjects = &m->event->subjects;

    if (g.schools.n == 0)
        return;
    if (m->event->by == ZJ_SPLIT_NONE) {
        finish_group(m, g);
    } else if (m->event->by == ZJ_SPLIT_SUBJECT && subjects->n > 0) {
        for (int i = 0; i < subjects->n; i++) {
            g.subject = subjects->v[i];
            finish_group(m, g);
        }
    } else {
        split_by_demand(m, &g);
    }
}

static const struct zj_group nobody = {.community = -1,
                                       .lead = -1,
                                       .member = -1,
                                       .school = -1,
                                       .grade = -1,
                                       .subject = -1,
                                       .mentor = -1,
                                       .teacher = -1};

/* All schools that take part: of the community (word), or of the county (-1). */
static void add_schools_of(struct maker *m, int community)
{
    struct zj_group g = nobody;

    g.community = community;
    g.text = community < 0 ? "county" : zj_word(m->in, community);
    g.schools = room_for(m, m->in->n_schools);
    for (int s = 0; s < m->in->n_schools; s++)
        if ((community < 0 || m->in->school[s].community == community) && takes_part(m, s))
            g.schools.v[g.schools.n++] = s;
    add_group(m, g);
}

static void add_communities(struct maker *m)
{
    for (int s = 0; s < m->in->n_schools; s++) {
        int community = m->in->school[s].community, first = 0;

        while (m->in->school[first].community != community)
            first++;
        if (community >= 0 && first == s)
            add_schools_of(m, community);
    }
}

static void add_pair(struct maker *m, int lead, int member)
{
    const struct zj_school *a = &m->in->school[lead], *b = &m->in->school[member];
    struct zj_group g = nobody;

    if (!takes_part(m, member))
        return;
    g.community = b->community >= 0 ? b->community : a->community;
    g.lead = lead;
    g.member = member;
    g.schools = room_for(m, 2);
    add_once(&g.schools, lead);
    add_once(&g.schools, member);
    g.text = zj_printf(m->a, "%s>%s", a->id, b->id);
    add_group(m, g);
}

/* The rows of pairings; without that table every lead with every member of its community. */
static void add_pairs(struct maker *m)
{
    const struct zj_instance *in = m->in;

    for (int i = 0; i < in->n_pairings; i++)
        add_pair(m, in->pairing[i].lead, in->pairing[i].member);
    for (int a = 0; a < in->n_schools && !in->has_pairings; a++)
        for (int b = 0; b < in->n_schools && in->school[a].role == ZJ_LEAD; b++)
            if (in->school[b].role == ZJ_MEMBER && in->school[a].community >= 0 &&
                in->school[b].community == in->school[a].community)
                add_pair(m, a, b);
}

/* A group around one school, and perhaps another. */
static struct zj_group at_school(struct maker *m, int school, int other)
{
    struct zj_group g = nobody;

    g.community = m->in->school[school].community;
    g.schools = room_for(m, 2);
    add_once(&g.schools, school);
    add_once(&g.schools, other);
    return g;
}

static void add_each_school(struct maker *m)
{
    for (int s = 0; s < m->in->n_schools; s++) {
        struct zj_group g = at_school(m, s, s);

        g.school = s;
        g.text = m->in->school[s].id;
        if (takes_part(m, s))
            add_group(m, g);
    }
}

static void add_mentors(struct maker *m)
{
    for (int i = 0; i < m->in->n_mentorings; i++) {
        const struct zj_mentoring *x = &m->in->mentoring[i];
        const struct zj_teacher *mentor = &m->in->teacher[x->mentor], *mentee = &m->in->teacher[x->mentee];
        struct zj_group g = at_school(m, mentee->school, mentor->school);

        g.mentor = x->mentor;
        g.teacher = x->mentee;
        g.text = zj_printf(m->a, "%s>%s", mentor->id, mentee->id);
        if (takes_part(m, mentee->school))
            add_group(m, g);
    }
}

static void add_teachers(struct maker *m)
{
    const struct zj_instance *in = m->in;

    for (int t = 0; t < in->n_teachers; t++) {
        const struct zj_teacher *x = &in->teacher[t];
        const struct zj_view view = {t, x->school, -1, -1, in->term[0].start};
        struct zj_group g = at_school(m, x->school, x->school);

        g.teacher = t;
        g.text = x->id;
        if (takes_part(m, x->school) && (!m->event->has_who || zj_passes(in, &m->event->who, &view)))
            add_group(m, g);
    }
}

static void add_groups(struct maker *m)
{
    switch (m->event->over) {
    case ZJ_BY_COUNTY:
        add_schools_of(m, -1);
        break;
    case ZJ_BY_COMMUNITY:
        add_communities(m);
        break;
    case ZJ_BY_PAIR:
        add_pairs(m);
        break;
    case ZJ_BY_SCHOOL:
        add_each_school(m);
        break;
    case ZJ_BY_MENTOR:
        add_mentors(m);
        break;
    default:
        add_teachers(m);
    }
}

void zj_events_resolve(const struct zj_instance *in, struct zj_policy *pol)
{
    for (int e = 0; e < pol->n_events; e++) {
        struct maker m = {.in = in, .a = &pol->arena, .event = &pol->event[e]};

        add_groups(&m);
        pol->event[e].n_groups = m.n;
        pol->event[e].group = zj_alloc_n(&pol->arena, (size_t)m.n, sizeof *m.v);
        for (int g = 0; g < m.n; g++)
            pol->event[e].group[g] = m.v[g];
        free(m.v);
    }
}
