/*
 * rooms.c - constraints on rooms give every activity its building, and every class its school.
 *
 * Rooms themselves are no part of an instance. Where the rooms of some activities are fewer than the classes
 * and the teachers that could want them at one time, they become a rule `room`.
 */
#include "solver/base/i18n.h"
#include "solver/fet/handlers.h"

#include <stdlib.h>
#include <string.h>

enum { BITS = 64, SEVERAL = -2 };

static bool has_room(const uint64_t *rooms, int r)
{
    return rooms[r / BITS] >> r % BITS & 1;
}

static int count_rooms(const struct tr *t, const uint64_t *rooms)
{
    int n = 0;

    for (int w = 0; w < t->n_room_words; w++)
        n += __builtin_popcountll(rooms[w]);
    return n;
}

static uint64_t *new_rooms(struct tr *t)
{
    return zj_alloc_n(&t->arena, (size_t)t->n_room_words, sizeof(uint64_t));
}

/* The rooms that a constraint names; NULL when it cannot be used. */
static uint64_t *read_rooms(struct tr *t, const struct fet_constraint *c)
{
    uint64_t *rooms = new_rooms(t);
    const struct xml_node *i = xml_child(c->at, "Room");

    if (!i && !fet_need(&t->f, c->at, "Preferred_Room", NULL))
        return NULL;
    for (i = i ? i : xml_child(c->at, "Preferred_Room"); i; i = xml_again(i)) {
        int r = fet_refer(&t->f, i, &t->f.rooms);
        if (r < 0)
            return NULL;
        if (t->f.room[r].is_virtual) {
            tr_refuse(t, c->at, c->at->name, N_("a virtual room, which stands for several"));
            return NULL;
        }
        rooms[r / BITS] |= (uint64_t)1 << r % BITS;
    }
    return rooms;
}

/* Home rooms are those of activities with this one set of students alone, or this one teacher alone. */
static bool speaks_of(const struct tr *t, const struct tr_filter *x, int kind, int piece)
{
    const struct fet_activity *a = &t->f.activity[piece];

    if (kind == TR_HOME_OF_STUDENTS)
        return t->piece[piece].used && a->sets.n == 1 && a->sets.v[0] == x->set;
    return tr_concerns(t, x, piece);
}

/* Preferred rooms: all constraints hold at once. Home rooms add up, and are for activities without those. */
void tr_rooms(struct tr *t, const struct fet_constraint *c, int kind)
{
    struct tr_filter filter;
    uint64_t *rooms = read_rooms(t, c);

    if (!rooms || !tr_must_hold(t, c) || !tr_read_filter(t, c->at, &filter))
        return;
    for (int i = 0; i < t->f.n_activities; i++) {
        struct tr_piece *p = &t->piece[i];
        uint64_t **have = kind == TR_PREFERRED ? &p->rooms : &p->home;
        if (!speaks_of(t, &filter, kind, i))
            continue;
        bool first = !*have;
        if (first)
            *have = new_rooms(t);
        for (int w = 0; w < t->n_room_words; w++) {
            if (first || kind != TR_PREFERRED)
                (*have)[w] |= rooms[w];
            else
                (*have)[w] &= rooms[w];
        }
        if (!p->rooms_by || (first && kind == TR_PREFERRED))
            p->rooms_by = c->at;
    }
}

static int students_of(const struct tr *t, int piece)
{
    const struct fet_activity *a = &t->f.activity[piece];
    int n = 0;

    for (int i = 0; i < a->sets.n && a->students < 0; i++)
        n += t->f.set[a->sets.v[i]].students;
    return a->students < 0 ? n : a->students;
}

/* The rooms that are left for an activity, and their building. */
static void choose(struct tr *t, int piece)
{
    struct tr_piece *p = &t->piece[piece];
    int building = -1, n = 0;

    if (!p->rooms)
        p->rooms = p->home;
    for (int r = 0; r < t->f.rooms.n && p->rooms; r++) {
        if (!has_room(p->rooms, r))
            continue;
        if (t->f.room[r].capacity < students_of(t, piece)) {
            p->rooms[r / BITS] &= ~((uint64_t)1 << r % BITS);
            continue;
        }
        if (n++ > 0 && t->f.room[r].building != building)
            building = SEVERAL;
        else if (n == 1)
            building = t->f.room[r].building;
    }
    if (p->rooms && n == 0)
        tr_refuse(t, p->rooms_by, p->rooms_by->name,
                  N_("an activity is left without a room that is large enough"));
    else if (building == SEVERAL)
        tr_refuse(t, p->rooms_by, p->rooms_by->name,
                  N_("an activity may choose from rooms of several buildings"));
    else if (building < 0 && t->f.buildings.n > 0)
        tr_refuse(t, t->f.activity[piece].at, "Activity", N_("an activity whose building is not known"));
    p->building = t->f.buildings.n == 0 ? 0 : building;
}

static void settle_class(struct tr *t, int piece)
{
    const struct tr_piece *p = &t->piece[piece];
    struct tr_class *k = &t->class_[p->class_id];

    if (k->building < 0)
        k->building = p->building;
    else if (p->building >= 0 && k->building != p->building)
        tr_refuse(t, t->f.activity[piece].at, "Students",
                  N_("a lesson of a class in another building than others"));
}

/* A number that is the same for all so far, -1 = none yet, or SEVERAL. */
static void note(int *one, int value)
{
    *one = *one == -1 || *one == value ? value : SEVERAL;
}

static int group_of(struct tr *t, int piece)
{
    const struct tr_piece *p = &t->piece[piece];
    int g = 0;

    while (g < t->n_groups &&
           memcmp(t->group[g].rooms, p->rooms, (size_t)t->n_room_words * sizeof *p->rooms) != 0)
        g++;
    if (g == t->n_groups) {
        ZJ_GROW(t->group, t->n_groups, t->cap_groups);
        t->group[t->n_groups++] = (struct tr_group){.rooms = p->rooms,
                                                    .at = p->rooms_by,
                                                    .capacity = count_rooms(t, p->rooms),
                                                    .building = p->building,
                                                    .root = g};
    }
    return g;
}

static int root_of(const struct tr *t, int g)
{
    while (t->group[g].root != g)
        g = t->group[g].root;
    return g;
}

/* Groups that have rooms in common get one root. */
static void join_groups(struct tr *t)
{
    for (int a = 0; a < t->n_groups; a++) {
        for (int b = 0; b < a; b++) {
            bool share = false;
            for (int w = 0; w < t->n_room_words; w++)
                share = share || (t->group[a].rooms[w] & t->group[b].rooms[w]);
            if (share)
                t->group[root_of(t, a)].root = root_of(t, b);
        }
    }
}

/* How many different values `of` has among the pieces of a group. */
static int count_different(const struct tr *t, int group, int n_values, bool of_teachers)
{
    bool *seen = zj_calloc((size_t)n_values, sizeof *seen);
    int n = 0;

    for (int i = 0; i < t->f.n_activities; i++) {
        int value = of_teachers ? t->piece[i].teacher : t->piece[i].class_id;
        if (t->piece[i].group != group || seen[value])
            continue;
        seen[value] = true;
        n++;
    }
    free(seen);
    return n;
}

/* Where sets of rooms overlap without being equal, only one class or one teacher in all of them is simple. */
static void refuse_overlaps(struct tr *t)
{
    int *one_class = zj_malloc((size_t)t->n_groups * sizeof *one_class);
    int *one_teacher = zj_malloc((size_t)t->n_groups * sizeof *one_teacher);

    for (int g = 0; g < t->n_groups; g++)
        one_class[g] = one_teacher[g] = -1;
    for (int i = 0; i < t->f.n_activities; i++) {
        if (t->piece[i].group < 0)
            continue;
        note(&one_class[root_of(t, t->piece[i].group)], t->piece[i].class_id);
        note(&one_teacher[root_of(t, t->piece[i].group)], t->piece[i].teacher);
    }
    for (int g = 0; g < t->n_groups; g++) {
        int root = root_of(t, g);
        if (root != g && one_class[root] == SEVERAL && one_teacher[root] == SEVERAL)
            tr_refuse(t, t->group[g].at, t->group[g].at->name,
                      N_("activities choose from sets of rooms that overlap"));
    }
    free(one_class);
    free(one_teacher);
}

static void make_groups(struct tr *t)
{
    for (int i = 0; i < t->f.n_activities; i++)
        if (t->piece[i].used && t->piece[i].rooms)
            t->piece[i].group = group_of(t, i);
    join_groups(t);
    refuse_overlaps(t);
    for (int g = 0; g < t->n_groups; g++)
        t->group[g].needed = count_different(t, g, t->n_classes, false) > t->group[g].capacity &&
                             count_different(t, g, t->f.teachers.n, true) > t->group[g].capacity;
    for (int i = 0; i < t->f.n_activities; i++)
        if (t->piece[i].group >= 0 && !t->group[t->piece[i].group].needed)
            t->piece[i].group = -1;
}

static void count_hours(struct tr *t, int piece)
{
    const struct tr_piece *p = &t->piece[piece];

    if (p->building >= 0)
        t->teacher[p->teacher].hours[p->building] += t->f.activity[piece].duration;
}

void tr_place_rooms(struct tr *t)
{
    for (int i = 0; i < t->f.n_activities; i++) {
        if (!t->piece[i].used)
            continue;
        choose(t, i);
        settle_class(t, i);
        count_hours(t, i);
    }
    make_groups(t);
}

void tr_room_busy(struct tr *t, const struct fet_constraint *c, int argument)
{
    const struct xml_node *name = fet_need(&t->f, c->at, "Room", NULL);
    struct fet_cells busy = {{0}}, open = t->all;
    int r = name ? fet_refer(&t->f, name, &t->f.rooms) : -1;

    (void)argument;
    if (r < 0 || !tr_must_hold(t, c) || !tr_read_cells(t, c->at, "Not_Available_Time", &busy))
        return;
    for (int d = 0; d < FET_MAX_DAYS; d++)
        open.day[d] &= ~busy.day[d];
    for (int i = 0; i < t->f.n_activities; i++) {
        struct tr_piece *p = &t->piece[i];
        if (!p->used || !p->rooms || !has_room(p->rooms, r))
            continue;
        if (count_rooms(t, p->rooms) > 1) {
            tr_refuse(t, c->at, c->at->name, N_("one of several rooms that activities choose from"));
            return;
        }
        struct fet_cells starts = fet_cells_starts(&open, t->f.activity[i].duration);
        fet_cells_keep(&p->starts, &starts);
        if (!p->times)
            p->times = c->at;
    }
}
