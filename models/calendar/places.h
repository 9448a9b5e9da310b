/*
 * places.h - where and for how long a rule counts: places and spans of time.
 */
#ifndef MODELS_CALENDAR_PLACES_H
#define MODELS_CALENDAR_PLACES_H

#include "models/calendar/model.h"

/* What a place is; -1 = not that. All -1: the county. */
struct cal_spot {
    int word; /* community */
    int lead, member;
    int school;
    int who; /* group */
};

/* The places of an entry, and those where an occurrence of each group counts. */
struct cal_places {
    int n;
    const char **text; /* "G01", "S001>S003", "S003" */
    struct cal_spot *spot;
    struct zj_ids *schools; /* of a place; of a pair, or of a group of a pair, the member alone */
    int *first, *list;      /* list[first[w] .. first[w + 1] - 1]: places of group w */
    int *at_school;         /* by school: its place, or -1 */
    bool by_host;           /* the host's place counts, whatever the group */
    bool *mine;             /* by place: its rows belong to the program */
};

/* Arrays are in the model's arena. */
void cal_places_init(struct cal_places *p, struct cal_model *m, const struct zj_rule *r);
/* The places where the cell counts: *v, and their number. `one` is room for one of them. */
int cal_places_of(const struct cal_places *p, const struct cal_cell *c, int *one, const int **v);

/* The spans that an entry counts one by one. */
struct cal_spans {
    int n;
    const char **text;     /* "2026-09", "2026A", "2026-2027", "horizon" */
    int *of_date;          /* by day; -1: of none that binds */
    int *term, *last_term; /* the first and the last term of a span */
};

void cal_spans_init(struct cal_spans *s, struct cal_model *m, enum zj_span span, int month_min_days);

/*
 * Of an entry with `lessons`: periods that two classes have together at the place in the span, by the
 * timetables; of one subject, or of all (-1). 0 of other entries.
 */
int64_t cal_together(const struct cal_model *m, const struct zj_rule *r, const struct cal_spot *s,
                     const struct cal_spans *spans, int span, int subject);

/* Terms of rows on their way: sorted by row, in the order put. */
struct cal_term {
    int row, col;
    int64_t val;
    int nth;
};

struct cal_gather {
    struct cal_term *v; /* heap */
    int n, cap, at;
};

void cal_put(struct cal_gather *q, int row, int col, int64_t val);
/*
 * Put every cell that the entry names into row `place * spans + span` of each place where it counts, with
 * the number it counts for. by_subject: only cells of groups with a subject, each in row
 * `that * words + subject`, where it counts 1. Then sort.
 */
void cal_gather_places(const struct cal_model *m, const struct zj_rule *r, const struct cal_places *p,
                       const struct cal_spans *s, bool by_subject, struct cal_gather *q);
/* Sort; then rows are taken one after the other. */
void cal_gathered(struct cal_gather *q);
/*
 * Add the terms of the row, which comes after all rows taken before, to the row that was begun. Returns their
 * number.
 */
int cal_take(struct cal_gather *q, struct cal_model *m, int row);
/* Put the cell into row `school * stride + at` of every school that takes part in it or hosts it. */
void cal_put_schools(const struct cal_model *m, struct cal_gather *q, int c, int stride, int at);
/*
 * What a school may do in a week, as rows: one for each week, or by months one for each chain of months that
 * share weeks. `limit` ends the row that was begun and filled; weeks: how many of them have days for
 * its cells; most: how many occurrences these could be; chain: of several months, each of which has
 * had a row alone.
 */
typedef void cal_week_limit(struct cal_model *m, void *ctx, int64_t weeks, int64_t most, bool chain);
/* Rows of the school, whose cells are next in q: cal_put_schools(.., cal_n_weeks(m), cal_week_at(m, c)). */
void cal_limit_weeks(struct cal_model *m, struct cal_gather *q, int school, cal_week_limit *limit, void *ctx);
/* The week of a cell; by months the piece. Their number. */
int cal_week_at(const struct cal_model *m, int c);
int cal_n_weeks(const struct cal_model *m);
/* Leave out the rows below this one. */
void cal_skip(struct cal_gather *q, int row);
void cal_gather_release(struct cal_gather *q);

#endif
