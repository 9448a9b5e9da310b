/*
 * columns.h - the list of tables and columns (tables.def, head_tables.def) as data.
 */
#ifndef ZJ_IO_COLUMNS_H
#define ZJ_IO_COLUMNS_H

#include "solver/io/rows.h"
#include "solver/io/values.h"

enum zj_presence {
    ZJ_KEY,  /* the column must be there and no cell may be blank */
    ZJ_HEAD, /* the column must be there, a cell may be blank */
    ZJ_OPT   /* both may be left out */
};

/* What a cell holds; lo and hi of the column mean what the comment says. */
enum zj_cell_type {
    ZJ_TYPE_ID,      /* A-Z a-z 0-9 _ -; lo..hi characters */
    ZJ_TYPE_TEXT,    /* printable; lo..hi characters */
    ZJ_TYPE_WORD,    /* printable without , ; " ; lo..hi characters */
    ZJ_TYPE_WORDS,   /* words separated by ; ； or 、; none twice */
    ZJ_TYPE_RANKS,   /* as WORDS, with the aliases of the value set rank */
    ZJ_TYPE_FLAGS,   /* as WORDS, with the aliases of the value set flag */
    ZJ_TYPE_TRAITS,  /* as WORDS, with the aliases of the value set trait */
    ZJ_TYPE_VALUE,   /* a word of the value set lo */
    ZJ_TYPE_NUMBER,  /* whole number lo..hi */
    ZJ_TYPE_DATE,    /* YYYY-MM-DD, 1900..2100 */
    ZJ_TYPE_CLOCK,   /* HH:MM */
    ZJ_TYPE_DEGREES, /* decimal lo..hi, at most 6 decimals; kept as microdegrees */
    ZJ_TYPE_SCHOOL,  /* id of a school */
    ZJ_TYPE_PARENT,  /* id of a school of this same table, before or after the row */
    ZJ_TYPE_TEACHER, /* id of a teacher */
    ZJ_TYPE_TERM,    /* id of a term */
    ZJ_TYPE_DAY,     /* a day of the week, or * */
    ZJ_TYPE_PERIODS  /* 3, 1-4 or *; ids lo..hi */
};

struct zj_column {
    enum zj_table_id table;
    const char *name, *aliases; /* English; Chinese, separated by '|' */
    enum zj_presence presence;
    enum zj_cell_type type;
    int lo, hi;
    const char *blank; /* what a blank cell means; "" = nothing */
    const char *en, *zh;
};

struct zj_table {
    const char *name, *file, *chinese;
    bool must; /* the table must be there */
    const char *en, *zh;
};

extern const struct zj_column zj_columns[ZJ_N_ALL_COLUMNS];
extern const struct zj_table zj_tables[ZJ_N_ALL_TABLES];

/* The open value set whose aliases a list of the type RANKS, FLAGS or TRAITS knows. */
enum zj_value_set zj_open_set(enum zj_cell_type type);
/* Would a number in such a cell be wrong, or lose something: ids, words, dates? */
bool zj_type_is_text(enum zj_cell_type type);
/* "标签" of "标签|别名": the first Chinese name, copied into buf. */
const char *zj_first_alias(const char *aliases, char buf[64]);

#endif
