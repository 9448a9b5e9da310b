#include "models/calendar/places.h"

#include "models/common/filter.h"

bool cal_names(const struct zj_rule *r, int event)
{
    return r->events.n == 0 || zj_ids_has(&r->events, event);
}

const char *cal_activities(struct cal_model *m, const struct zj_rule *r)
{
    const char *text = "";

    for (int i = 0; i < r->events.n; i++)
        text = zj_printf(&m->arena, "%s%s%s", text, i ? "+" : "",
                         zj_word(m->in, m->pol->event[r->events.v[i]].name));
    return text;
}

bool cal_selects(const struct cal_model *m, const struct zj_rule *r, const struct zj_group *g)
{
    if (g->member >= 0)
        return mc_school_passes(m->in, &r->where, g->member);
    for (int i = 0; i < g->schools.n; i++)
        if (mc_school_passes(m->in, &r->where, g->schools.v[i]))
            return true;
    return false;
}

bool cal_is_community(const struct cal_model *m, int word)
{
    for (int s = 0; s < m->in->n_schools; s++)
        if (m->in->school[s].community == word)
            return true;
    return false;
}

bool cal_takes_part(const struct zj_group *g, int host, int school)
{
    return host == school || zj_ids_has(&g->schools, school);
}

/* ---- places ------------------------------------------------------------------------------------------ */

static struct zj_ids one_school(struct cal_model *m, int school)
{
    struct zj_ids list = {1, zj_alloc_n(&m->arena, 1, sizeof(int))};

    list.v[0] = school;
    return list;
}

/* The schools of a community (word), or of the county (-1). */
static struct zj_ids schools_of(struct cal_model *m, int community)
{
    struct zj_ids list = {0, zj_alloc_n(&m->arena, (size_t)m->in->n_schools, sizeof(int))};

    for (int s = 0; s < m->in->n_schools; s++)
        if (community < 0 || m->in->school[s].community == community)
            list.v[list.n++] = s;
    return list;
}

static const struct cal_spot nowhere = {-1, -1, -1, -1, -1};

static void add_place(struct cal_places *p, const char *text, struct zj_ids schools, struct cal_spot spot)
{
    p->spot[p->n] = spot;
    p->text[p->n] = text;
    p->schools[p->n++] = schools;
}

/* One place for the county, or each community, of which `where` selects any school. */
static void add_areas(struct cal_places *p, struct cal_model *m, const struct zj_rule *r, int *of_word)
{
    for (int s = 0; s < m->in->n_schools; s++) {
        int word = r->level == ZJ_LEVEL_COUNTY ? -1 : m->in->school[s].community;
        int *at = &of_word[word < 0 ? m->in->words.n : word];

        if (*at >= 0 || (word < 0 && r->level != ZJ_LEVEL_COUNTY) || !mc_school_passes(m->in, &r->where, s))
            continue;
        *at = p->n;
        struct cal_spot spot = nowhere;
        spot.word = word;
        add_place(p, word < 0 ? "county" : zj_word(m->in, word), schools_of(m, word), spot);
    }
}

static void add_pair(struct cal_places *p, struct cal_model *m, const struct zj_rule *r, int *pair, int lead,
                     int member)
{
    int *at = &pair[lead * m->in->n_schools + member];

    if (*at >= 0 || !mc_school_passes(m->in, &r->where, member))
        return;
    *at = p->n;
    struct cal_spot spot = nowhere;
    spot.lead = lead;
    spot.member = member;
    add_place(p, zj_printf(&m->arena, "%s>%s", m->in->school[lead].id, m->in->school[member].id),
              one_school(m, member), spot);
}

/* The rows of pairings, or leads and members of one community. */
static void add_pairs(struct cal_places *p, struct cal_model *m, const struct zj_rule *r, int *pair)
{
    const struct zj_instance *in = m->in;

    for (int i = 0; i < in->n_pairings; i++)
        add_pair(p, m, r, pair, in->pairing[i].lead, in->pairing[i].member);
    for (int a = 0; a < in->n_schools && !in->has_pairings; a++)
        for (int b = 0; b < in->n_schools && in->school[a].role == ZJ_LEAD; b++)
            if (in->school[b].role == ZJ_MEMBER && in->school[a].community >= 0 &&
                in->school[a].community == in->school[b].community)
                add_pair(p, m, r, pair, a, b);
}

static void add_schools(struct cal_places *p, struct cal_model *m, const struct zj_rule *r)
{
    for (int s = 0; s < m->in->n_schools; s++) {
        enum zj_role role = m->in->school[s].role;

        if ((r->level == ZJ_LEVEL_LEAD && role != ZJ_LEAD) ||
            (r->level == ZJ_LEVEL_MEMBER && role != ZJ_MEMBER) || !mc_school_passes(m->in, &r->where, s))
            continue;
        p->at_school[s] = p->n;
        struct cal_spot spot = nowhere;
        spot.school = s;
        add_place(p, m->in->school[s].id, one_school(m, s), spot);
    }
}

/* What the levels look up: by word, or by two schools. */
struct lookup {
    int *of_word, *pair;
};

/* The place of a group, of levels that are not single schools; -1 = none. */
static int place_of_group(struct cal_places *p, struct cal_model *m, const struct zj_rule *r,
                          const struct lookup *x, int w)
{
    const struct zj_group *g = m->who[w].g;
    struct cal_spot spot = nowhere;

    switch (r->level) {
    case ZJ_LEVEL_COUNTY:
        return x->of_word[m->in->words.n];
    case ZJ_LEVEL_COMMUNITY:
        return g->community < 0 ? -1 : x->of_word[g->community];
    case ZJ_LEVEL_PAIR:
        return g->lead < 0 ? -1 : x->pair[g->lead * m->in->n_schools + g->member];
    case ZJ_LEVEL_GROUP:
        if (!cal_selects(m, r, g))
            return -1;
        spot.who = w;
        add_place(p, g->text, g->member < 0 ? g->schools : one_school(m, g->member), spot);
        return p->n - 1;
    default:
        return -1;
    }
}

static void link_group(struct cal_places *p, struct cal_model *m, const struct zj_rule *r,
                       const struct lookup *x, int w, int *n)
{
    const struct zj_group *g = m->who[w].g;

    if (!cal_names(r, m->who[w].event))
        return;
    int at = place_of_group(p, m, r, x, w);
    if (at >= 0)
        p->list[(*n)++] = at;
    for (int i = 0; i < g->schools.n && !p->by_host; i++)
        if (p->at_school[g->schools.v[i]] >= 0)
            p->list[(*n)++] = p->at_school[g->schools.v[i]];
}

static int *minus_ones(struct cal_model *m, size_t n)
{
    int *v = zj_alloc_n(&m->arena, n + 1, sizeof *v);

    for (size_t i = 0; i <= n; i++)
        v[i] = -1;
    return v;
}

static void find_places(struct cal_places *p, struct cal_model *m, const struct zj_rule *r,
                        const struct lookup *x)
{
    switch (r->level) {
    case ZJ_LEVEL_COUNTY:
    case ZJ_LEVEL_COMMUNITY:
        add_areas(p, m, r, x->of_word);
        break;
    case ZJ_LEVEL_PAIR:
        add_pairs(p, m, r, x->pair);
        break;
    case ZJ_LEVEL_GROUP:
        break; /* with the groups */
    default:
        p->by_host = r->as == ZJ_AS_HOST;
        add_schools(p, m, r);
    }
}

/* A place belongs to the program when a group of it counts there, or may as a host. */
static void find_mine(struct cal_places *p, struct cal_model *m, const struct zj_rule *r)
{
    bool *taken = zj_alloc_n(&m->arena, (size_t)p->n + 1, sizeof *taken);

    p->mine = zj_alloc_n(&m->arena, (size_t)p->n + 1, sizeof *p->mine);
    for (int w = 0; w < m->n_who; w++) {
        int n = p->first[w + 1] - p->first[w];
        const struct zj_ids *hosts = &m->who[w].g->hosts;
        for (int i = 0; i < (p->by_host && cal_names(r, m->who[w].event) ? hosts->n : n); i++) {
            int place = p->by_host ? p->at_school[hosts->v[i]] : p->list[p->first[w] + i];
            if (place < 0)
                continue;
            taken[place] = true;
            p->mine[place] |= cal_has(m, w);
        }
    }
    for (int i = 0; i < p->n; i++)
        p->mine[i] |= !taken[i] && (!m->scope.only || m->scope.rest);
}

void cal_places_init(struct cal_places *p, struct cal_model *m, const struct zj_rule *r)
{
    const size_t s = (size_t)m->in->n_schools, pairs = r->level == ZJ_LEVEL_PAIR ? s * s : 0;
    const size_t most = pairs + s + (size_t)m->n_who + 1;
    const struct lookup x = {minus_ones(m, (size_t)m->in->words.n), minus_ones(m, pairs)};
    size_t links = 0;
    int n = 0;

    *p = (struct cal_places){.text = zj_alloc_n(&m->arena, most, sizeof *p->text),
                             .schools = zj_alloc_n(&m->arena, most, sizeof *p->schools),
                             .spot = zj_alloc_n(&m->arena, most, sizeof *p->spot),
                             .at_school = minus_ones(m, s)};
    find_places(p, m, r, &x);
    for (int w = 0; w < m->n_who; w++)
        links += (size_t)m->who[w].g->schools.n + 1;
    p->list = zj_alloc_n(&m->arena, links + 1, sizeof *p->list);
    p->first = zj_alloc_n(&m->arena, (size_t)m->n_who + 1, sizeof *p->first);
    for (int w = 0; w < m->n_who; w++) {
        p->first[w] = n;
        link_group(p, m, r, &x, w, &n);
    }
    p->first[m->n_who] = n;
    find_mine(p, m, r);
}

int cal_places_of(const struct cal_places *p, const struct cal_cell *c, int *one, const int **v)
{
    if (!p->by_host) {
        *v = p->list + p->first[c->who];
        return p->first[c->who + 1] - p->first[c->who];
    }
    *one = c->host < 0 ? -1 : p->at_school[c->host];
    *v = one;
    return *one >= 0;
}
