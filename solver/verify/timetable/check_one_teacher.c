/*
 * check_one_teacher.c - a class has one teacher in a subject.
 *
 * Policy    All lessons that a class has in a subject are given by one teacher. Lessons that nobody gives do
 *           not matter here.
 * Place     (class, subject) with lessons, that `where` and `subjects` select.
 * Counted   need = 1; have = teachers.
 * Shortfall Teachers beyond the first.
 * Units     Teachers.
 * Example   Class timetables name one teacher for each subject.
 */
#include "solver/verify/timetable/week.h"

static int teachers(const struct vf_week *w, int block)
{
    int n = 0;

    for (int i = 0; i < vf_placed(w, block); i++) {
        bool again = false;

        for (int k = 0; k < i && !again; k++)
            again = vf_of_block(w, block, k)->teacher == vf_of_block(w, block, i)->teacher;
        n += !again;
    }
    return n;
}

void check_lessons_one_teacher(struct vf_week *w, const struct zj_rule *r)
{
    for (int b = 0; b < w->in->n_blocks; b++) {
        int n = teachers(w, b);

        if (n > 0 && vf_speaks_of_block(w, r, b))
            vf_tell_block(w, r, b, 1, n, n - 1);
    }
}
