#include "solver/io/pin_checks.h"

#include "solver/base/i18n.h"
#include "solver/data/event.h"
#include "solver/data/week.h"

#include <stdlib.h>
#include <string.h>

enum { N_FIELDS = 6, NEIGHBOURS = 20 };

/* A pin as a tuple (teacher, school, class, subject, day, period); -1 = anything. */
struct fields {
    int v[N_FIELDS];
    int pin;
};

/* A lesson that a pin demands, as far as it is known who gives or has it, and when. */
struct demanded {
    const struct zj_pin *pin;
    int who;        /* teacher, or class (word) */
    int start, end; /* minutes after 00:00 */
};

struct pins {
    const struct zj_instance *in;
    const struct zj_policy *pol;
    const char *file;
    struct zj_diag *d;
    int *class_school;  /* by word: the school of the class, or -1 */
    struct fields *ban; /* what must not stand, in order */
    int n_bans;
};

static struct zj_place place_of(const struct pins *p, const struct zj_pin *x)
{
    return (struct zj_place){p->file, x->line, 0, NULL};
}

/* The school where the pinned lesson is, or -1. */
static int school_of(const struct pins *p, const struct zj_pin *x)
{
    return x->school >= 0 ? x->school : x->class_id >= 0 ? p->class_school[x->class_id] : -1;
}

static struct fields fields_of(const struct zj_pin *x, int pin)
{
    return (struct fields){
        {x->teacher, x->school, x->class_id, x->subject, x->day, x->period == ZJ_NONE ? -1 : x->period}, pin};
}

static int compare_fields(const void *a, const void *b)
{
    const struct fields *x = a, *y = b;

    for (int i = 0; i < N_FIELDS; i++)
        if (x->v[i] != y->v[i])
            return x->v[i] < y->v[i] ? -1 : 1;
    return 0;
}

/* Is there any class that has what the pin names? */
static void check_taught(const struct pins *p, const struct zj_pin *x)
{
    int school = school_of(p, x);
    struct zj_place at = place_of(p, x);

    if (x->subject < 0 || x->class_id >= 0) /* of a class the reader of the row has said so already */
        return;
    for (int b = 0; b < p->in->n_blocks; b++)
        if (p->in->block[b].subject == x->subject && (school < 0 || p->in->block[b].school == school))
            return;
    if (school >= 0)
        zj_diag_add(p->d, ZJ_ERROR, "not_taught", &at, _("no class of the school '%s' has the subject '%s'"),
                    p->in->school[school].id, zj_word(p->in, x->subject));
    else
        zj_diag_add(p->d, ZJ_ERROR, "not_taught", &at, _("no class has the subject '%s'"),
                    zj_word(p->in, x->subject));
}

/* The period at the pin's school, or the base period when every school has that; else NULL. */
static const struct zj_period *period_of(const struct pins *p, const struct zj_pin *x)
{
    int school = school_of(p, x);

    if (x->period == ZJ_NONE)
        return NULL;
    if (school >= 0)
        return zj_period_at(p->in, school, x->period);
    for (int i = 0; i < p->in->n_periods && p->in->n_bells == 0; i++)
        if (p->in->period[i].id == x->period)
            return &p->in->period[i];
    return NULL;
}

/* The cell where the lesson must be exists, and is free. */
static void check_cell(const struct pins *p, const struct zj_pin *x)
{
    const struct zj_instance *in = p->in;
    const struct zj_period *period = period_of(p, x);
    struct zj_place at = place_of(p, x);
    int school = school_of(p, x);

    if (x->period != ZJ_NONE && school >= 0 && !period)
        zj_diag_add(p->d, ZJ_ERROR, "no_period", &at, _("the school '%s' has no period %d"),
                    in->school[school].id, x->period);
    if (!period || x->day < 0)
        return;
    if (x->teacher >= 0 && zj_teacher_busy(in, x->teacher, x->day, period))
        zj_diag_add(p->d, ZJ_ERROR, "busy", &at, _("the teacher '%s' is not free on %s, period %d"),
                    in->teacher[x->teacher].id, in->day[x->day], x->period);
    if (school >= 0 && zj_class_busy(in, -1, school, x->day, period))
        zj_diag_add(p->d, ZJ_ERROR, "busy", &at, _("the school '%s' is not free on %s, period %d"),
                    in->school[school].id, in->day[x->day], x->period);
    else if (x->class_id >= 0 && zj_class_busy(in, x->class_id, school, x->day, period))
        zj_diag_add(p->d, ZJ_ERROR, "busy", &at, _("the class '%s' is not free on %s, period %d"),
                    zj_word(in, x->class_id), in->day[x->day], x->period);
}

/* A pin that forbids every lesson that this one demands; -1 = none. */
static int ban_of(const struct pins *p, const struct zj_pin *x)
{
    const struct fields all = fields_of(x, 0);

    for (unsigned mask = 1; mask < 1u << N_FIELDS && p->n_bans > 0; mask++) {
        struct fields some = all;
        bool given = true;
        for (int i = 0; i < N_FIELDS; i++) {
            if (mask >> i & 1)
                given = given && all.v[i] >= 0;
            else
                some.v[i] = -1;
        }
        const struct fields *ban =
            given ? bsearch(&some, p->ban, (size_t)p->n_bans, sizeof some, compare_fields) : NULL;
        if (ban)
            return ban->pin;
    }
    return -1;
}

static void check_ban(const struct pins *p, const struct zj_pin *x)
{
    struct zj_place at = place_of(p, x);
    int ban = ban_of(p, x);

    if (ban >= 0)
        zj_diag_add(p->d, ZJ_ERROR, "contradiction", &at,
                    _("the lesson must stand, but the row in line %d forbids it"), p->in->pin[ban].line);
}

static void check_activity(const struct pins *p, const struct zj_pin *x)
{
    struct zj_place at = place_of(p, x);

    if (x->activity >= 0 && zj_find_event(p->pol, x->activity) < 0)
        zj_diag_add(p->d, ZJ_ERROR, "unknown_activity", &at, _("the policy has no activity '%s'"),
                    zj_word(p->in, x->activity));
}

static int compare_demanded(const void *a, const void *b)
{
    const struct demanded *x = a, *y = b;
    const int p[] = {x->who, x->pin->day, x->start, x->pin->line};
    const int q[] = {y->who, y->pin->day, y->start, y->pin->line};

    for (int i = 0; i < 4; i++)
        if (p[i] != q[i])
            return p[i] < q[i] ? -1 : 1;
    return 0;
}

static bool differ(int a, int b)
{
    return a >= 0 && b >= 0 && a != b;
}

/* Can no single lesson be what both pins demand? */
static bool are_two_lessons(const struct pins *p, const struct zj_pin *x, const struct zj_pin *y)
{
    return differ(x->teacher, y->teacher) || differ(x->class_id, y->class_id) ||
           differ(x->subject, y->subject) || differ(x->period, y->period) ||
           differ(school_of(p, x), school_of(p, y));
}

/* Two lessons at one time, for one teacher (or class): the list holds those whose `who` is meant. */
static void check_clashes(const struct pins *p, struct demanded *v, int n, bool of_teachers)
{
    if (n > 1)
        qsort(v, (size_t)n, sizeof *v, compare_demanded);
    for (int i = 1; i < n; i++) {
        for (int k = i - 1; k >= 0 && k >= i - NEIGHBOURS; k--) {
            if (v[k].who != v[i].who || v[k].pin->day != v[i].pin->day)
                break;
            if (v[k].end <= v[i].start || !are_two_lessons(p, v[k].pin, v[i].pin))
                continue;
            struct zj_place at = place_of(p, v[i].pin);
            if (of_teachers)
                zj_diag_add(p->d, ZJ_ERROR, "contradiction", &at,
                            _("together with line %d it gives the teacher '%s' two lessons at one time"),
                            v[k].pin->line, p->in->teacher[v[i].who].id);
            else
                zj_diag_add(p->d, ZJ_ERROR, "contradiction", &at,
                            _("together with line %d it gives the class '%s' two lessons at one time"),
                            v[k].pin->line, zj_word(p->in, v[i].who));
            break;
        }
    }
}

static void check_each_clash(const struct pins *p, bool of_teachers)
{
    struct demanded *v = zj_calloc((size_t)p->in->n_pins, sizeof *v);
    int n = 0;

    for (int i = 0; i < p->in->n_pins; i++) {
        const struct zj_pin *x = &p->in->pin[i];
        const struct zj_period *period = period_of(p, x);
        int who = of_teachers ? x->teacher : x->class_id;
        if (x->model == ZJ_TIMETABLE && !x->forbid && who >= 0 && x->day >= 0 && period)
            v[n++] = (struct demanded){x, who, period->start, period->end};
    }
    check_clashes(p, v, n, of_teachers);
    free(v);
}

static void collect(struct pins *p)
{
    const struct zj_instance *in = p->in;

    p->class_school = zj_malloc((size_t)in->words.n * sizeof *p->class_school);
    p->ban = zj_calloc((size_t)in->n_pins, sizeof *p->ban);
    for (int w = 0; w < in->words.n; w++)
        p->class_school[w] = -1;
    for (int b = 0; b < in->n_blocks; b++) /* a pinned class is in demand.csv: it has a school */
        p->class_school[in->block[b].class_id] = in->block[b].school;
    for (int i = 0; i < in->n_pins; i++)
        if (in->pin[i].model == ZJ_TIMETABLE && in->pin[i].forbid)
            p->ban[p->n_bans++] = fields_of(&in->pin[i], i);
    if (p->n_bans > 1)
        qsort(p->ban, (size_t)p->n_bans, sizeof *p->ban, compare_fields);
}

void zj_check_pins(const struct zj_instance *in, const struct zj_policy *pol, const char *file,
                   struct zj_diag *d)
{
    struct pins p = {.in = in, .pol = pol, .file = file, .d = d};

    collect(&p);
    for (int i = 0; i < in->n_pins; i++) {
        const struct zj_pin *x = &in->pin[i];
        if (x->model == ZJ_CALENDAR)
            check_activity(&p, x);
        if (x->model != ZJ_TIMETABLE)
            continue;
        check_taught(&p, x);
        if (x->forbid)
            continue;
        check_cell(&p, x);
        check_ban(&p, x);
    }
    check_each_clash(&p, true);
    check_each_clash(&p, false);
    free(p.class_school);
    free(p.ban);
}
