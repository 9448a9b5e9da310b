#include "tests/support/random_timetable.h"

void random_lessons_print(const struct random_case *c, const struct zj_lessons *p, FILE *out)
{
    const struct zj_instance *in = &c->in;

    for (int i = 0; i < p->n; i++) {
        const struct zj_lesson *x = &p->v[i];
        fprintf(out, "  %s %s %s %s %s %d\n", in->teacher[x->teacher].id, in->school[x->school].id,
                zj_word(in, x->class_id), zj_word(in, x->subject), in->day[x->day], x->period);
    }
}
