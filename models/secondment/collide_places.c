/*
 * collide_places.c - the schools that the places of parts name.
 */
#include "models/secondment/collide_impl.h"

#include <stdlib.h>
#include <string.h>

static void touch_school(const struct zj_instance *in, const char *text, size_t n, bool *touch, bool *any)
{
    for (int s = 0; s < in->n_schools; s++) {
        if (strlen(in->school[s].id) == n && memcmp(in->school[s].id, text, n) == 0)
            *any = touch[s] = true;
    }
}

static void touch_pin(const struct zj_instance *in, const char *where, bool *touch, bool *any)
{
    int line = atoi(strchr(where, ':') + 1);

    for (int i = 0; i < in->n_pins; i++) {
        const struct zj_pin *p = &in->pin[i];
        if (p->line != line)
            continue;
        int school = p->teacher >= 0 ? in->teacher[p->teacher].school : p->from >= 0 ? p->from : p->to;
        if (school >= 0)
            *any = touch[school] = true;
    }
}

/* "S001>S002 2026A", "S001/音乐 2026A", "S001", "T0007", a community, "county …", "pins.csv:3". */
static void touch_place(const struct zj_instance *in, const struct zj_conflict_part *part, bool *touch)
{
    const char *where = part->where;
    size_t n = strcspn(where, ">/ ");
    bool any = false;

    if (part->table) {
        touch_pin(in, where, touch, &any);
    } else {
        touch_school(in, where, n, touch, &any);
        if (where[n] == '>')
            touch_school(in, where + n + 1, strcspn(where + n + 1, "/ "), touch, &any);
    }
    int teacher = any || part->table ? -1 : zj_find_teacher(in, where);
    if (teacher >= 0)
        any = touch[in->teacher[teacher].school] = true;
    for (int s = 0; s < in->n_schools && !part->table && teacher < 0; s++) {
        const char *community = zj_word(in, in->school[s].community);
        size_t length = strlen(community);
        if (length > 0 && strncmp(where, community, length) == 0 && strchr("/ ", where[length]))
            any = touch[s] = true;
    }
    for (int s = 0; s < in->n_schools && !any; s++)
        touch[s] = true;
}

bool *sec_touched(const struct zj_instance *in, const struct sec_parts *rows)
{
    bool *touch = zj_calloc((size_t)in->n_schools + 1, sizeof *touch);

    for (int i = 0; i < rows->n; i++)
        touch_place(in, &rows->v[i], touch);
    return touch;
}
