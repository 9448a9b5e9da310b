/*
 * builder.h - the state behind rows.h, shared by the files that fill the instance.
 *
 * A row is parsed cell by cell into value[] (cells.c), then one of the fillers
 * checks it as a whole and appends it to its array. The array being filled is on
 * the heap; when the table is closed it moves into the instance's arena.
 */
#ifndef ZJ_IO_BUILDER_H
#define ZJ_IO_BUILDER_H

#include "solver/io/columns.h"
#include "solver/io/keys.h"

/* What a cell says, by type of its column. */
struct zj_value {
    bool given; /* the cell is there and not blank */
    /*
     * NUMBER; DATE; VALUE: enum value; CLOCK: minutes; DEGREES: microdegrees; SCHOOL, TEACHER,
     * TERM, DAY: index; WORD: number of the word; PERIODS: first id. Not given: ZJ_NONE
     * (ZJ_NO_DATE) for numbers and dates, -1 for the rest.
     */
    int number;
    int to;            /* PERIODS: last id */
    const char *text;  /* the cell, borrowed */
    struct zj_ids ids; /* WORDS, RANKS, FLAGS: words, in the instance's arena */
};

/* parent_id may name a school of a later row: looked up when the table is closed. */
struct zj_parent_ref {
    int school;
    char *id; /* arena */
    int line, column;
    const char *field;
};

/* Classes 1..n of one school and grade that exist by number ("classes"), named <school_id>-<grade>-<k>. */
struct zj_class_group {
    int school;
    int n;    /* the most that any subject's row has */
    int line; /* of the row that has the most */
};

struct zj_builder {
    struct zj_instance *in;
    struct zj_diag *d;

    enum zj_table_id table;        /* the open one */
    int first_column, n_columns;   /* its columns */
    const char *file[ZJ_N_TABLES]; /* NULL = the table was never opened */
    bool incomplete[ZJ_N_TABLES];  /* rows were lost: ids that point here may be right */
    bool lost_terms, lost_week;    /* the same of instance.json: terms, days and periods */
    bool lenient;                  /* repair what can only mean one thing */
    bool from_1904;                /* the workbook counts days from 1904-01-01 */
    const struct zj_row *row;      /* the row being read */
    struct zj_value value[ZJ_N_COLUMNS];
    bool bad_row;        /* a problem of the row was reported */
    int n_rows;          /* of the open table, refused ones included */
    int first_error;     /* d->n_errors when the table was opened */
    int cap;             /* of the array being filled */
    struct zj_keys keys; /* primary keys of the open table; value = line */

    struct zj_parent_ref *parent;
    int n_parents, cap_parents;
    /*
     * What demand rows are known by: (school, subject, grade) for a whole school,
     * (class, subject, KEY_CLASS), (class, 0, KEY_OWNER), (group, subject, KEY_GROUP).
     */
    struct zj_keys demand_keys;   /* value = row of in->demand */
    struct zj_intern group_names; /* "<school_id>-<grade>" */
    struct zj_class_group *group; /* by number in group_names */
    int cap_groups;
    int n_suggestions; /* nearest ids searched for so far */
    char quote[256];
};

/* cells.c: parse a cell into value[column]; reports what is wrong. */
void zj_cell_read(struct zj_builder *b, int column);
/* The place of a cell of the current row, or of the row itself when the column is not there. */
struct zj_place zj_cell_place(const struct zj_builder *b, int column);
/* A text short enough for a message; the result lives until the next call. */
const char *zj_quote(struct zj_builder *b, const char *text);

/* Report that no teacher, class or school has the id, naming the nearest. */
void zj_report_unknown(struct zj_builder *b, const struct zj_place *at, enum zj_who who, const char *id);

/* cell_refs.c: index of the period in the week, or -1; then the row is bad, and why is reported. */
int zj_cell_find_period(struct zj_builder *b, int column, int id);

/* Report a problem of the current row, at one of its columns (-1: at the row). */
#define ZJ_ROW_ERROR(b, column, code, ...)                                                                   \
    do {                                                                                                     \
        struct zj_place zj_at = zj_cell_place((b), (column));                                                \
        (b)->bad_row = true;                                                                                 \
        zj_diag_add((b)->d, ZJ_ERROR, (code), &zj_at, __VA_ARGS__);                                          \
    } while (0)

/*
 * Add the row's id, its key, to the ids of schools or teachers. Its index, or -1: the cell is
 * blank, or the id stands in an earlier row, which is reported.
 */
int zj_take_id(struct zj_builder *b, int column, struct zj_intern *ids);
/* Report the row when an earlier row of the table has the same key: the values of these two columns. */
bool zj_is_repeated(struct zj_builder *b, int column, int other_column);

/* The fillers: one for each table, called with the parsed row. */
#define ZJ_TABLE(table, ...) void zj_add_##table(struct zj_builder *b);
#define ZJ_COLUMN(table, name, ...)
#include "solver/io/tables.def"
#undef ZJ_TABLE
#undef ZJ_COLUMN
/* Checks over all rows of a table, when it is closed. */
void zj_check_schools(struct zj_builder *b);
void zj_check_bells(struct zj_builder *b);
void zj_check_demand(struct zj_builder *b);

/* fill_demand.c: does some class have this id? */
bool zj_class_exists(const struct zj_builder *b, const char *id);
/* The school of a class by its id; -1 when it does not exist, or only in rows that were lost. */
int zj_class_school(const struct zj_builder *b, const char *id);
/* Does the class have the subject (a word)? True, too, when rows of demand were lost. */
bool zj_class_has(const struct zj_builder *b, const char *id, int subject);
/* Report the row when the class of this cell does not exist. */
bool zj_class_known(struct zj_builder *b, int column);

#endif
