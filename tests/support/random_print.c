#include "solver/data/travel.h"
#include "tests/support/random_instance.h"

#include <stddef.h>

struct printer {
    const struct random_case *c;
    FILE *out;
};

static const char *date(int32_t day, char buf[16])
{
    return day == ZJ_NO_DATE ? "-" : zj_date_text(day, buf);
}

static void number(const struct printer *p, const char *name, int v)
{
    if (v != ZJ_NONE)
        fprintf(p->out, " %s=%d", name, v);
}

static void words(const struct printer *p, const char *name, const struct zj_ids *ids)
{
    for (int i = 0; i < ids->n; i++)
        fprintf(p->out, "%s%s", i ? "|" : name, zj_word(&p->c->in, ids->v[i]));
}

static void numbers(const struct printer *p, const char *name, const struct zj_ids *ids)
{
    for (int i = 0; i < ids->n; i++)
        fprintf(p->out, "%s%d", i ? "|" : name, ids->v[i]);
}

static void range(const struct printer *p, const char *name, const struct zj_range *r)
{
    if (!r->set)
        return;
    fprintf(p->out, " %s[", name);
    number(p, "from", r->lo);
    number(p, "to", r->hi);
    fprintf(p->out, " ]");
}

static void filter(const struct printer *p, const char *name, const struct zj_filter *f)
{
    if (f->empty)
        return;
    fprintf(p->out, " %s{", name);
    numbers(p, " sex=", &f->sex);
    numbers(p, " post=", &f->post);
    numbers(p, " applied=", &f->applied);
    words(p, " rank=", &f->rank);
    words(p, " title=", &f->title);
    words(p, " flags=", &f->flags);
    words(p, " subject=", &f->subject);
    range(p, "age", &f->age);
    range(p, "service_years", &f->service_years);
    range(p, "years_here", &f->years_here);
    numbers(p, " school#", &f->school);
    words(p, " community=", &f->community);
    numbers(p, " stage=", &f->stage);
    numbers(p, " school_kind=", &f->school_kind);
    words(p, " traits=", &f->traits);
    numbers(p, " role=", &f->role);
    numbers(p, " host_school#", &f->host_school);
    words(p, " host_community=", &f->host_community);
    numbers(p, " host_stage=", &f->host_stage);
    numbers(p, " host_school_kind=", &f->host_school_kind);
    words(p, " host_traits=", &f->host_traits);
    numbers(p, " host_role=", &f->host_role);
    fprintf(p->out, " }");
}

static void rule(const struct printer *p, const struct zj_rule *r)
{
    char buf[16];

    fprintf(p->out, "rule %d %s %s w=%d", r->index, zj_rule_name(r->id), r->hard ? "hard" : "soft",
            r->weight);
    filter(p, "where", &r->where);
    words(p, " kinds=", &r->kinds);
    filter(p, "filter", &r->filter);
    filter(p, "mentor", &r->mentor);
    number(p, "max_age.M", r->max_age[ZJ_MALE]);
    number(p, "max_age.F", r->max_age[ZJ_FEMALE]);
    words(p, " flags=", &r->flags);
    number(p, "retire_within_years", r->retire_within_years);
    for (int i = 0; i < ZJ_N_RETIRE; i++)
        if (r->table[i].set)
            fprintf(p->out, " table%d=%d/%d/%d", i, r->table[i].base, r->table[i].step, r->table[i].cap);
    fprintf(p->out, " from=%s", date(r->table_from, buf));
    numbers(p, " states=", &r->states);
    fprintf(
        p->out,
        " inclusive=%d within=%d over=%d per=%d count=%d direction=%d by=%d unit=%d round=%d base=%d even=%d",
        r->inclusive, (int)r->within, (int)r->over, (int)r->per, (int)r->count, (int)r->direction, (int)r->by,
        (int)r->unit, (int)r->round, (int)r->backbone_base, r->even);
    number(p, "min", r->min);
    number(p, "max", r->max);
    number(p, "tolerance", r->tolerance);
    number(p, "max_away_permille", r->max_away_permille);
    words(p, " subjects=", &r->subjects);
    number(p, "years", r->years);
    number(p, "permille", r->permille);
    number(p, "backbone_permille", r->backbone_permille);
    numbers(p, " posts=", &r->posts);
    number(p, "terms", r->terms);
    number(p, "max_minutes", r->max_minutes);
    number(p, "max_metres", r->max_metres);
    fprintf(p->out, "\n");
}

static void places(const struct printer *p)
{
    const struct zj_instance *in = &p->c->in;
    char a[16], b[16];

    for (int t = 0; t < in->n_terms; t++)
        fprintf(p->out, "term %s year#%d %s..%s\n", in->term[t].id, in->term[t].year_index,
                date(in->term[t].start, a), date(in->term[t].end, b));
    for (int i = 0; i < in->n_schools; i++) {
        const struct zj_school *s = &in->school[i];
        fprintf(p->out, "school %s stage=%d community=%s role=%s kind=%d minutes:", s->id, (int)s->stage,
                zj_word(in, s->community), s->role == ZJ_LEAD ? "lead" : "member", s->kind);
        for (int j = 0; j < in->n_schools; j++)
            fprintf(p->out, zj_minutes(in, i, j) == ZJ_NONE ? " -" : " %d/%d", zj_minutes(in, i, j),
                    zj_metres(in, i, j));
        fprintf(p->out, "\n");
    }
}

static void people(const struct printer *p)
{
    const struct zj_instance *in = &p->c->in;
    char a[16], b[16], c[16];

    for (int i = 0; i < in->n_teachers; i++) {
        const struct zj_teacher *t = &in->teacher[i];
        fprintf(p->out,
                "teacher %s %s born %s home %s post=%d class=%d service %s here %s max_week=%d applied=%d",
                t->id, t->sex == ZJ_MALE ? "M" : "F", date(t->birth, a), in->school[t->school].id,
                (int)t->post, (int)t->retire_class, date(t->service_since, b), date(t->here_since, c),
                t->max_week, (int)t->applied);
        words(p, " subjects=", &t->subjects);
        words(p, " rank=", &t->rank);
        words(p, " flags=", &t->flags);
        fprintf(p->out, " title=%s\n", zj_word(in, t->title));
    }
    for (int i = 0; i < in->n_history; i++) {
        const struct zj_history *h = &in->history[i];
        fprintf(p->out, "history %s %s %s>%s %s..%s", in->teacher[h->teacher].id, zj_word(in, h->kind),
                in->school[h->from].id, in->school[h->to].id, date(h->start, a), date(h->end, b));
        number(p, "terms", h->terms);
        fprintf(p->out, "\n");
    }
}

static void rows(const struct printer *p)
{
    const struct zj_instance *in = &p->c->in;

    for (int i = 0; i < in->n_demand; i++)
        fprintf(p->out, "demand %s %s %d x %d\n", in->school[in->demand[i].school].id,
                zj_word(in, in->demand[i].subject), in->demand[i].periods, in->demand[i].classes);
    for (int i = 0; i < in->n_wishes; i++)
        fprintf(p->out, "wish %s %s %d\n", in->teacher[in->wish[i].teacher].id, in->school[in->wish[i].to].id,
                in->wish[i].level);
    if (in->has_pairings)
        fprintf(p->out, "pairings.csv with %d rows\n", in->n_pairings);
    for (int i = 0; i < in->n_pairings; i++)
        fprintf(p->out, "pair %s %s\n", in->school[in->pairing[i].lead].id,
                in->school[in->pairing[i].member].id);
    for (int i = 0; i < in->n_pins; i++) {
        const struct zj_pin *x = &in->pin[i];
        fprintf(p->out, "pin %s teacher#%d kind=%s from#%d to#%d start#%d subject=%s",
                x->forbid ? "forbid" : "must", x->teacher, zj_word(in, x->kind), x->from, x->to,
                x->start_term, zj_word(in, x->subject));
        number(p, "terms", x->terms);
        fprintf(p->out, "\n");
    }
}

void random_case_print(const struct random_case *c, FILE *out)
{
    const struct printer p = {c, out};

    fprintf(out, "seed %llu\n", (unsigned long long)c->seed);
    places(&p);
    people(&p);
    rows(&p);
    for (int i = 0; i < c->pol.n_kinds; i++) {
        const struct zj_kind *k = &c->pol.kind[i];
        fprintf(out, "kind %s direction=%d fills_load=%d", zj_word(&c->in, k->name), (int)k->direction,
                k->fills_load);
        numbers(&p, " lengths=", &k->lengths);
        numbers(&p, " start_terms#", &k->start_terms);
        numbers(&p, " posts=", &k->posts);
        fprintf(out, "\n");
    }
    for (int i = 0; i < c->pol.n_rules; i++)
        rule(&p, &c->pol.rule[i]);
    fprintf(out, "objective:");
    for (int i = 0; i < ZJ_N_TIERS; i++)
        fprintf(out, " %s", zj_tier_name(c->pol.objective[i]));
    fprintf(out, "\n");
}

void random_postings_print(const struct random_case *c, const struct zj_postings *p, FILE *out)
{
    for (int i = 0; i < p->n; i++) {
        const struct zj_posting *x = &p->v[i];
        fprintf(out, "  %s %s %s>%s %s x%d %s\n", c->in.teacher[x->teacher].id,
                zj_word(&c->in, c->pol.kind[x->kind].name), c->in.school[x->from].id, c->in.school[x->to].id,
                c->in.term[x->start].id, x->terms, zj_word(&c->in, x->subject));
    }
}
