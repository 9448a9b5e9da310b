#include "solver/lint/lessons.h"

#include "solver/base/i18n.h"
#include "solver/data/filter.h"
#include "solver/data/travel.h"
#include "solver/data/week.h"
#include "solver/lint/report.h"

#include <stdlib.h>
#include <string.h>

enum { MANY_WAYS = 500 * 1000 * 1000 }; /* teachers x schools x schools that are still looked at */

struct lessons {
    const struct zj_instance *in;
    const struct zj_policy *pol;
    struct zj_diag *d;
    bool *wanted;   /* by block: a hard need asks for every lesson */
    bool **reaches; /* by teacher: schools that can be come to; NULL = not looked at yet */
};

/* The rule speaks of the block: its `where` and its `subjects`. */
static bool speaks_of(const struct zj_instance *in, const struct zj_rule *r, const struct zj_block *b)
{
    return (r->subjects.n == 0 || zj_ids_has(&r->subjects, b->subject)) &&
           (r->where.subject.n == 0 || zj_ids_has(&r->where.subject, b->subject)) &&
           zj_school_passes(in, &r->where, b->school);
}

static bool speaks_of_teacher(const struct zj_instance *in, const struct zj_rule *r, int teacher)
{
    const struct zj_view view = {.teacher = teacher,
                                 .school = in->teacher[teacher].school,
                                 .host = -1,
                                 .subject = -1,
                                 .day = in->term[0].start};

    return zj_passes(in, &r->where, &view);
}

static void find_wanted(struct lessons *x)
{
    x->wanted = zj_calloc((size_t)x->in->n_blocks, sizeof *x->wanted);
    for (int k = 0; k < x->pol->n_lesson_rules; k++) {
        const struct zj_rule *r = &x->pol->lesson_rule[k];
        for (int b = 0; b < x->in->n_blocks && r->id == ZJ_R_need && r->hard; b++)
            x->wanted[b] = x->wanted[b] || speaks_of(x->in, r, &x->in->block[b]);
    }
}

static enum zj_severity severity_of(const struct lessons *x, int block)
{
    return x->wanted[block] ? ZJ_ERROR : ZJ_WARNING;
}

static const struct zj_place *row_of(const struct lessons *x, const struct zj_block *b)
{
    return lint_at_row(x->in->demand_file, x->in->demand[b->demand].line);
}

/* Does a hard `avoid` forbid the period to the block? */
static bool is_avoided(const struct lessons *x, const struct zj_block *b, int period)
{
    for (int k = 0; k < x->pol->n_lesson_rules; k++) {
        const struct zj_rule *r = &x->pol->lesson_rule[k];
        if (r->id == ZJ_R_avoid && r->hard && speaks_of(x->in, r, b) &&
            (zj_ids_has(&r->periods, period) || (r->only.n > 0 && !zj_ids_has(&r->only, period))))
            return true;
    }
    return false;
}

/* Cells of the week open to the class (to the block's lessons, when `of_block`), at most `most` a day. */
static int open_cells(const struct lessons *x, const struct zj_block *b, bool of_block, int most)
{
    const struct zj_day_plan *bells = &x->in->bells[b->school];
    int n = 0;

    for (int day = 0; day < x->in->n_days; day++) {
        int open = 0;
        for (int p = 0; p < bells->n; p++)
            open += !zj_class_busy(x->in, b->class_id, b->school, day, &bells->v[p]) &&
                    !(of_block && is_avoided(x, b, bells->v[p].id));
        n += open < most ? open : most;
    }
    return n;
}

/* Lessons of a class in a subject: more than the periods that are open to them. */
static void check_block_room(struct lessons *x, int block)
{
    const struct zj_block *b = &x->in->block[block];
    int most = b->max_per_day == ZJ_NONE ? INT32_MAX : b->max_per_day;
    int open = open_cells(x, b, true, most);

    if (b->periods > open)
        zj_diag_add(x->d, severity_of(x, block), "no_room", row_of(x, b),
                    _("%s/%s: %d lessons a week, but max_per_day, busy periods and hard rules 'avoid' leave "
                      "room for %d"),
                    zj_word(x->in, b->class_id), zj_word(x->in, b->subject), b->periods, open);
}

/* Blocks of a class stand together. All its lessons, and those that a hard need asks for. */
static void check_class_room(struct lessons *x, int first, int end)
{
    const struct zj_block *b = &x->in->block[first];
    int all = 0, wanted = 0, open = open_cells(x, b, false, INT32_MAX);

    for (int i = first; i < end; i++) {
        all += x->in->block[i].periods;
        wanted += x->wanted[i] ? x->in->block[i].periods : 0;
    }
    if (end - first > 1 && all > open)
        zj_diag_add(x->d, wanted > open ? ZJ_ERROR : ZJ_WARNING, "no_room", row_of(x, b),
                    _("class %s: %d lessons a week in all, but only %d periods are open"),
                    zj_word(x->in, b->class_id), all, open);
}

static void check_rooms(struct lessons *x)
{
    const struct zj_block *b = x->in->block;

    for (int i = 0, end; i < x->in->n_blocks; i = end) {
        for (end = i; end < x->in->n_blocks && b[end].class_id == b[i].class_id; end++)
            check_block_room(x, end);
        check_class_room(x, i, end);
    }
}

/* The longest way that hard travel_limits let the teacher go: [1] from and to the home school, [0] else. */
static void leg_limits(const struct lessons *x, int teacher, int minutes[2], int metres[2])
{
    minutes[0] = minutes[1] = metres[0] = metres[1] = INT32_MAX;
    for (int k = 0; k < x->pol->n_lesson_rules; k++) {
        const struct zj_rule *r = &x->pol->lesson_rule[k];
        if (r->id != ZJ_R_travel_limit || !r->hard || !speaks_of_teacher(x->in, r, teacher))
            continue;
        for (int home = 0; home <= r->from_home; home++) {
            if (r->max_leg_minutes != ZJ_NONE && r->max_leg_minutes < minutes[home])
                minutes[home] = r->max_leg_minutes;
            if (r->max_leg_metres != ZJ_NONE && r->max_leg_metres < metres[home])
                metres[home] = r->max_leg_metres;
        }
    }
}

/* The schools to which the teacher can come at all, from school to school. */
static bool *reach_of(const struct lessons *x, int teacher)
{
    const struct zj_instance *in = x->in;
    int minutes[2], metres[2], n = 1, home = in->teacher[teacher].school;
    bool *reached = zj_calloc((size_t)in->n_schools, sizeof *reached);
    int *queue = zj_calloc((size_t)in->n_schools, sizeof *queue);

    leg_limits(x, teacher, minutes, metres);
    reached[home] = true;
    queue[0] = home;
    for (int i = 0; i < n; i++) {
        for (int s = 0; s < in->n_schools; s++) {
            int from = queue[i], way = zj_minutes(in, from, s);
            bool at_home = zj_same_campus(in, from, home) || zj_same_campus(in, s, home);
            bool near = zj_same_campus(in, from, s) || (way != ZJ_NONE && way <= minutes[at_home] &&
                                                        zj_metres(in, from, s) <= metres[at_home]);
            if (reached[s] || !near)
                continue;
            reached[s] = true;
            queue[n++] = s;
        }
    }
    free(queue);
    return reached;
}

static bool reaches(struct lessons *x, int teacher, int school)
{
    if (!x->reaches[teacher])
        x->reaches[teacher] = reach_of(x, teacher);
    return x->reaches[teacher][school];
}

static void check_teachers_of(struct lessons *x, int block, bool ways_too)
{
    const struct zj_block *b = &x->in->block[block];
    bool any = false, comes = false;

    for (int t = 0; t < x->in->n_teachers && !comes; t++) {
        if (!zj_may_teach(x->in, x->pol, t, b))
            continue;
        any = true;
        comes = !ways_too || reaches(x, t, b->school);
    }
    if (!any)
        zj_diag_add(x->d, severity_of(x, block), "nobody_may_teach", row_of(x, b),
                    _("%s/%s: nobody may teach the subject there: no teacher of it is at home in the "
                      "community (rule 'scope')"),
                    x->in->school[b->school].id, zj_word(x->in, b->subject));
    else if (!comes)
        zj_diag_add(
            x->d, severity_of(x, block), "out_of_reach", row_of(x, b),
            _("%s/%s: no teacher of the subject can come there: no way is in travel.csv, or hard rules "
              "'travel_limit' forbid it"),
            x->in->school[b->school].id, zj_word(x->in, b->subject));
}

/* Like blocks have the same teachers: is there an earlier one of the same row, or school and subject? */
static bool is_like_an_earlier(const struct lessons *x, int block)
{
    const struct zj_block *v = x->in->block, *b = &v[block];

    for (int i = block - 1; i >= 0 && v[i].school == b->school; i--)
        if (v[i].subject == b->subject && v[i].teacher == b->teacher && (x->wanted[i] || !x->wanted[block]))
            return true;
    return false;
}

static void check_teachers(struct lessons *x)
{
    bool ways_too = (int64_t)x->in->n_teachers * x->in->n_schools * x->in->n_schools <= (int64_t)MANY_WAYS;

    if (!ways_too)
        zj_diag_add(x->d, ZJ_NOTE, "too_large", NULL,
                    _("the instance is too large to look at every way of every teacher; some pre-checks were "
                      "left out"));
    x->reaches = zj_calloc((size_t)x->in->n_teachers, sizeof *x->reaches);
    for (int b = 0; b < x->in->n_blocks; b++)
        if (!is_like_an_earlier(x, b))
            check_teachers_of(x, b, ways_too);
    for (int t = 0; t < x->in->n_teachers; t++)
        free(x->reaches[t]);
    free(x->reaches);
}

/* The greatest weekly load, by the table and hard rules. */
static int week_of(const struct lessons *x, int teacher)
{
    int most = x->in->teacher[teacher].max_week == ZJ_NONE ? INT32_MAX : x->in->teacher[teacher].max_week;

    for (int k = 0; k < x->pol->n_lesson_rules; k++) {
        const struct zj_rule *r = &x->pol->lesson_rule[k];
        if (r->id == ZJ_R_load && r->hard && r->max_week != ZJ_NONE && r->max_week < most &&
            speaks_of_teacher(x->in, r, teacher))
            most = r->max_week;
    }
    return most;
}

/* Lessons that are staffed already are more than their teacher may give. */
static void check_staffed(struct lessons *x)
{
    const struct zj_instance *in = x->in;
    int *all = zj_calloc((size_t)in->n_teachers, sizeof *all);
    int *wanted = zj_calloc((size_t)in->n_teachers, sizeof *wanted);

    for (int i = 0; i < in->n_blocks; i++) {
        const struct zj_block *b = &in->block[i];
        if (b->teacher < 0)
            continue;
        all[b->teacher] += b->periods;
        wanted[b->teacher] += x->wanted[i] ? b->periods : 0;
    }
    for (int t = 0; t < in->n_teachers; t++) {
        int most = all[t] > 0 ? week_of(x, t) : 0;
        if (all[t] > most)
            zj_diag_add(
                x->d, wanted[t] > most ? ZJ_ERROR : ZJ_WARNING, "overstaffed",
                lint_at_row(in->teachers_file, in->teacher[t].line),
                _("teacher %s: demand.csv gives %d lessons a week, but max_week or a hard rule 'load' "
                  "allows %d"),
                in->teacher[t].id, all[t], most);
    }
    free(all);
    free(wanted);
}

void zj_precheck_lessons(const struct zj_instance *in, const struct zj_policy *pol, struct zj_diag *d)
{
    struct lessons x = {.in = in, .pol = pol, .d = d};

    if (in->n_days == 0 || in->n_periods == 0 || in->n_blocks == 0)
        return;
    find_wanted(&x);
    check_rooms(&x);
    check_teachers(&x);
    check_staffed(&x);
    free(x.wanted);
}
