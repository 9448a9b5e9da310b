/*
 * cons_room.c - lessons at one time fit the rooms of the school.             usually HARD
 *
 * Policy  one sports ground holds two classes, one computer room holds one.
 * Sets    (school, day, position); the blocks of the school with one of the subjects.
 * Vars    the board: how many of their lessons stand at the position.
 * Rows    lessons <= capacity. Hard: a position that is full is not offered. Soft: each lesson more counts
 *         one.
 * Size    one count for each (rule, school, day, position).
 * Check   solver/verify/timetable/check_room.c, which shares no code with this file.
 */
#include "models/timetable/rules.h"

/* The room of the rule at the school, made when there is none yet. */
static int room_at(struct board_base *s, const struct zj_rule *r, int from, int school)
{
    int i = from;

    while (i < s->n_rooms && s->room[i].school != school)
        i++;
    if (i == s->n_rooms) {
        s->room[s->n_rooms++] = (struct board_room){.school = school,
                                                    .capacity = r->capacity,
                                                    .weight = r->hard ? 0 : r->weight,
                                                    .first = s->n_room_counts};
        s->n_room_counts += s->n_days * s->bells[school]->n;
    }
    return i;
}

void tt_room_learn(struct board_base *s)
{
    const struct zj_policy *pol = s->p->pol;
    int n_rules = 0;

    for (int i = 0; i < pol->n_lesson_rules; i++)
        n_rules += pol->lesson_rule[i].id == ZJ_R_room;
    s->room = zj_alloc_n(&s->arena, (size_t)n_rules * (size_t)s->in->n_schools, sizeof *s->room);
    for (int i = 0; i < pol->n_lesson_rules; i++) {
        const struct zj_rule *r = &pol->lesson_rule[i];
        const int from = s->n_rooms;
        for (int b = 0; b < s->n_blocks && r->id == ZJ_R_room; b++)
            if (tt_rule_speaks_of_block(s->p, r, b)) {
                board_ids_add(s, &s->task[b].room, room_at(s, r, from, s->task[b].school));
                s->task[b].no_room |= r->hard && r->capacity == 0;
            }
    }
}
