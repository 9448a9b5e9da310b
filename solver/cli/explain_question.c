/*
 * explain_question.c - what is asked: the operands of `zoujiao explain`, and what they name.
 */
#include "solver/base/i18n.h"
#include "solver/base/text.h"
#include "solver/cli/explain.h"
#include "solver/cli/output.h"

#include <string.h>

const char *const cli_questions[CLI_N_QUESTIONS] = {"why-not", "why", "worth"};

enum { AT_QUESTION = 2, AT_TEACHER, AT_PLACE, AT_TERM };

enum zj_status cli_read_question(const struct cli_args *a, enum cli_question *question)
{
    static const int least[CLI_N_QUESTIONS] = {5, 4, 3}, most[CLI_N_QUESTIONS] = {6, 4, 3};
    int i = 0;

    while (i < CLI_N_QUESTIONS && strcmp(a->operand[AT_QUESTION], cli_questions[i]) != 0)
        i++;
    if (i == CLI_N_QUESTIONS)
        return cli_fail(a, ZJ_EUSAGE, NULL, _("'%s' is no question; expected why-not, why or worth"),
                        a->operand[AT_QUESTION]);
    if (a->n_operands < least[i] || a->n_operands > most[i])
        return cli_fail(a, ZJ_EUSAGE, NULL,
                        i == CLI_WHY_NOT
                            ? _("why-not wants a teacher, a school (or class), and perhaps a term")
                        : i == CLI_WHY ? _("why wants a teacher, and nothing else")
                                       : _("worth wants nothing else"));
    if (a->kind && i != CLI_WHY_NOT)
        return cli_fail(a, ZJ_EUSAGE, NULL, _("'--kind' goes with why-not"));
    if (a->output && (i == CLI_WORTH || !cli_is_file(a->output)))
        return cli_fail(a, ZJ_EUSAGE, NULL,
                        _("'--output' names a file for the plan of why-not or why; the answer itself goes to "
                          "standard output"));
    *question = (enum cli_question)i;
    return cli_check_output(a, a->output);
}

/* Keep the id if it is nearer than what was found so far. */
static void nearer(const char *asked, const char *id, int *least, const char **best)
{
    int distance = zj_edit_distance(asked, id, *least);

    if (distance < *least) {
        *least = distance;
        *best = id;
    }
}

static enum zj_status find_teacher(const struct cli_args *a, const struct zj_instance *in, int *teacher)
{
    const char *id = a->operand[AT_TEACHER], *best = NULL;
    int least = 4;

    *teacher = zj_find_teacher(in, id);
    for (int t = 0; *teacher < 0 && t < in->n_teachers; t++)
        nearer(id, in->teacher[t].id, &least, &best);
    if (*teacher >= 0)
        return ZJ_OK;
    if (best)
        return cli_fail(a, ZJ_EUSAGE, NULL, _("no teacher has the id '%s'; did you mean '%s'?"), id, best);
    return cli_fail(a, ZJ_EUSAGE, NULL, _("no teacher has the id '%s'"), id);
}

static enum zj_status find_place(const struct cli_args *a, const struct cli_explained *e,
                                 struct ex_question *q)
{
    const struct zj_instance *in = e->x->in;
    const char *id = a->operand[AT_PLACE], *best = NULL;
    bool of_lessons = e->x->plan->model == ZJ_TIMETABLE;
    int least = 4;

    q->school = zj_find_school(in, id);
    if (of_lessons && q->school < 0)
        q->class_id = cli_find_class(in, id);
    if (q->school >= 0 || q->class_id >= 0)
        return ZJ_OK;
    for (int s = 0; s < in->n_schools; s++)
        nearer(id, in->school[s].id, &least, &best);
    for (int b = 0; of_lessons && b < in->n_blocks; b++)
        nearer(id, zj_word(in, in->block[b].class_id), &least, &best);
    if (best)
        return cli_fail(a, ZJ_EUSAGE, NULL,
                        of_lessons ? _("no school or class has the id '%s'; did you mean '%s'?")
                                   : _("no school has the id '%s'; did you mean '%s'?"),
                        id, best);
    return cli_fail(a, ZJ_EUSAGE, NULL,
                    of_lessons ? _("no school or class has the id '%s'") : _("no school has the id '%s'"),
                    id);
}

static enum zj_status find_term(const struct cli_args *a, const struct cli_explained *e,
                                struct ex_question *q)
{
    const struct zj_instance *in = e->x->in;
    const char *best = NULL;
    int least = 4;

    if (a->n_operands <= AT_TERM)
        return ZJ_OK;
    if (e->x->plan->model == ZJ_TIMETABLE)
        return cli_fail(a, ZJ_EUSAGE, NULL, _("a timetable is of one term; leave out '%s'"),
                        a->operand[AT_TERM]);
    q->start_term = zj_find_term(in, a->operand[AT_TERM]);
    for (int t = 0; q->start_term < 0 && t < in->n_terms; t++)
        nearer(a->operand[AT_TERM], in->term[t].id, &least, &best);
    if (q->start_term >= 0)
        return ZJ_OK;
    if (best)
        return cli_fail(a, ZJ_EUSAGE, NULL, _("no term has the id '%s'; did you mean '%s'?"),
                        a->operand[AT_TERM], best);
    return cli_fail(a, ZJ_EUSAGE, NULL, _("no term has the id '%s'"), a->operand[AT_TERM]);
}

static enum zj_status find_kind(const struct cli_args *a, const struct cli_explained *e,
                                struct ex_question *q)
{
    const struct zj_instance *in = e->x->in;
    const struct zj_policy *pol = e->x->pol;
    const char *best = NULL;
    int least = 4;

    if (!a->kind)
        return ZJ_OK;
    if (e->x->plan->model == ZJ_TIMETABLE)
        return cli_fail(a, ZJ_EUSAGE, NULL, _("'--kind' goes with plans of secondments"));
    q->kind = zj_find_kind(pol, zj_intern_find(&in->words, a->kind));
    for (int k = 0; q->kind < 0 && k < pol->n_kinds; k++)
        nearer(a->kind, zj_word(in, pol->kind[k].name), &least, &best);
    if (q->kind >= 0)
        return ZJ_OK;
    if (best)
        return cli_fail(a, ZJ_EUSAGE, NULL, _("no kind of postings is called '%s'; did you mean '%s'?"),
                        a->kind, best);
    return cli_fail(a, ZJ_EUSAGE, NULL, _("no kind of postings is called '%s'"), a->kind);
}

/* Places that no plan could send the teacher to, whatever the rules: there is nothing to explain. */
static enum zj_status check_place(const struct cli_args *a, const struct cli_explained *e,
                                  const struct ex_question *q)
{
    const struct zj_instance *in = e->x->in;
    int home = in->teacher[q->teacher].school;

    if (q->school < 0 || e->x->plan->model == ZJ_TIMETABLE)
        return ZJ_OK;
    if (q->school == home)
        return cli_fail(a, ZJ_EDATA, NULL, _("%s already works at %s, the home school"),
                        in->teacher[q->teacher].id, in->school[home].id);
    if (in->minutes[(size_t)home * (size_t)in->n_schools + (size_t)q->school] == ZJ_NONE)
        return cli_fail(a, ZJ_EDATA, NULL,
                        _("no way from %s to %s is known: travel.csv has no row for it, and schools.csv no "
                          "coordinates of both"),
                        in->school[home].id, in->school[q->school].id);
    return ZJ_OK;
}

enum zj_status cli_find_question(const struct cli_args *a, struct cli_explained *e)
{
    e->q = (struct ex_question){.teacher = -1, .school = -1, .start_term = -1, .kind = -1, .class_id = -1};
    if (e->question == CLI_WORTH)
        return ZJ_OK;
    ZJ_TRY(find_teacher(a, e->x->in, &e->q.teacher));
    if (e->question == CLI_WHY)
        return ZJ_OK;
    ZJ_TRY(find_place(a, e, &e->q));
    ZJ_TRY(find_term(a, e, &e->q));
    ZJ_TRY(find_kind(a, e, &e->q));
    return check_place(a, e, &e->q);
}
