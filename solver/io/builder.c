#include "solver/io/builder.h"

#include "solver/base/i18n.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* Minutes and metres between any two schools are kept (travel.h): of 7000 they take 392 MB. */
enum { MAX_ROWS = 1000000, MAX_SCHOOLS = 7000, MAX_HOLIDAYS = 2000 };

/* How a table becomes an array of the instance. */
struct filler {
    void (*add)(struct zj_builder *b);
    void (*check)(struct zj_builder *b); /* NULL = nothing to check over all rows */
    size_t items, count, size; /* offsets of pointer and counter in struct zj_instance, bytes of an item */
    int max_rows;
};

#define FILLER(table, check, items, count, max_rows)                                                         \
    [ZJ_TAB_##table] = {zj_add_##table,                                                                      \
                        check,                                                                               \
                        offsetof(struct zj_instance, items),                                                 \
                        offsetof(struct zj_instance, count),                                                 \
                        sizeof *((struct zj_instance *)0)->items,                                            \
                        max_rows}

static const struct filler fillers[ZJ_N_TABLES] = {
    FILLER(schools, zj_check_schools, school, n_schools, MAX_SCHOOLS),
    FILLER(teachers, NULL, teacher, n_teachers, MAX_ROWS),
    FILLER(demand, zj_check_demand, demand, n_demand, MAX_ROWS),
    FILLER(travel, NULL, travel, n_travel, MAX_ROWS),
    FILLER(bells, zj_check_bells, bell, n_bells, MAX_ROWS),
    FILLER(busy, NULL, busy, n_busy, MAX_ROWS),
    FILLER(sync, NULL, sync, n_sync, MAX_ROWS),
    FILLER(wishes, NULL, wish, n_wishes, MAX_ROWS),
    FILLER(history, NULL, history, n_history, MAX_ROWS),
    FILLER(pairings, NULL, pairing, n_pairings, MAX_ROWS),
    FILLER(preferences, NULL, preference, n_preferences, MAX_ROWS),
    FILLER(holidays, NULL, holiday, n_holidays, MAX_HOLIDAYS),
    FILLER(mentors, NULL, mentoring, n_mentorings, MAX_ROWS),
    FILLER(rooms, NULL, room, n_rooms, MAX_ROWS),
    FILLER(pins, NULL, pin, n_pins, MAX_ROWS),
    FILLER(activities, NULL, activity, n_activities, MAX_ROWS),
};

struct zj_builder *zj_builder_new(struct zj_instance *in, struct zj_diag *d)
{
    struct zj_builder *b = zj_calloc(1, sizeof *b);

    b->in = in;
    b->d = d;
    return b;
}

void zj_builder_free(struct zj_builder *b)
{
    if (!b)
        return;
    zj_keys_release(&b->keys);
    zj_keys_release(&b->demand_keys);
    zj_intern_release(&b->group_names);
    free(b->group);
    free(b->parent);
    free(b);
}

void zj_builder_lost_terms(struct zj_builder *b)
{
    b->lost_terms = true;
}

void zj_builder_lost_week(struct zj_builder *b)
{
    b->lost_week = true;
}

void zj_builder_be_lenient(struct zj_builder *b)
{
    b->lenient = true;
}

void zj_builder_open(struct zj_builder *b, enum zj_table_id t, const char *file)
{
    b->table = t;
    b->first_column = zj_table_first_column(t);
    b->n_columns = zj_table_n_columns(t);
    b->file[t] = file;
    b->n_rows = 0;
    b->cap = 0;
    b->first_error = b->d->n_errors;
    zj_keys_release(&b->keys);
    if (t == ZJ_TAB_pairings)
        b->in->has_pairings = true;
}

static bool is_blank_row(const struct zj_row *row, int first, int n)
{
    for (int c = first; c < first + n; c++)
        if (row->cell[c].text && row->cell[c].text[0])
            return false;
    return true;
}

/* False when the table has all the rows, or all the problems, that anyone wants. */
static bool has_room(struct zj_builder *b)
{
    int max_rows = fillers[b->table].max_rows;

    if (++b->n_rows > max_rows) {
        ZJ_ROW_ERROR(b, -1, "too_many_rows", _("more than %d rows; the rest was not read"), max_rows);
        return false;
    }
    if (b->d->n_errors - b->first_error >= ZJ_MAX_PROBLEMS) {
        ZJ_ROW_ERROR(b, -1, "too_many_problems", _("more than %d problems; the rest was not read"),
                     ZJ_MAX_PROBLEMS);
        return false;
    }
    return true;
}

bool zj_builder_row(struct zj_builder *b, const struct zj_row *row)
{
    int first = b->first_column, n = b->n_columns;

    b->row = row;
    b->bad_row = false;
    if (!has_room(b)) {
        b->incomplete[b->table] = true;
        return false;
    }
    if (is_blank_row(row, first, n)) {
        ZJ_ROW_ERROR(b, -1, "blank_row", _("every cell of the row is blank"));
        return true;
    }
    for (int c = first; c < first + n; c++)
        zj_cell_read(b, c);
    fillers[b->table].add(b);
    return true;
}

void zj_builder_close(struct zj_builder *b, bool complete)
{
    const struct filler *f = &fillers[b->table];
    void *heap;
    int n;

    if (!complete)
        b->incomplete[b->table] = true;
    if (f->check)
        f->check(b);
    memcpy(&heap, (char *)b->in + f->items, sizeof heap);
    memcpy(&n, (char *)b->in + f->count, sizeof n);
    void *kept = zj_alloc_n(&b->in->arena, (size_t)n, f->size);
    if (n > 0)
        memcpy(kept, heap, (size_t)n * f->size);
    free(heap);
    memcpy((char *)b->in + f->items, &kept, sizeof kept);
}

int zj_take_id(struct zj_builder *b, int column, struct zj_intern *ids)
{
    if (!b->value[column].given) {
        b->incomplete[b->table] = true;
        return -1;
    }
    int i = zj_intern(ids, &b->in->arena, b->value[column].text);
    int line = zj_keys_add(&b->keys, i, 0, 0, b->row->line);
    if (line < 0)
        return i;
    ZJ_ROW_ERROR(b, column, "repeated", _("'%s' stands in line %d already"),
                 zj_quote(b, b->value[column].text), line);
    return -1;
}

bool zj_is_repeated(struct zj_builder *b, int column, int other_column)
{
    const struct zj_value *key = &b->value[column], *other = &b->value[other_column];
    int line = zj_keys_add(&b->keys, key->number, other->number, 0, b->row->line);

    if (line < 0)
        return false;
    ZJ_ROW_ERROR(b, column, "repeated", _("'%s, %s' stands in line %d already"), key->text, other->text,
                 line);
    return true;
}
