/*
 * year.h - `zoujiao plan`: the parts of a year, one after the other, and the folder that they become.
 *
 * Everything is kept in memory until every part is there: then the folder appears whole, or not at all.
 */
#ifndef ZJ_CLI_YEAR_H
#define ZJ_CLI_YEAR_H

#include "solver/base/folder.h"
#include "solver/cli/answer.h"

#include <jansson.h>

enum { YEAR_MAX_PARTS = 64 };

struct year_part {
    const char *name;   /* "pairing", "secondment", "timetable", … */
    const char *term;   /* of a timetable; else NULL */
    const char *status; /* as in plans; "broken", "counted", "not_asked" */
    const char *reason; /* why it was not asked, in English and marked for translation; else NULL */
    enum zj_status exit;
    const char *file; /* without folder; NULL: it has none */
    char *bytes;      /* heap */
    size_t n;
    char sha256[65];
    json_t *aims; /* [{tier, value, bound}]; NULL: it has none */
    int gap_permille;
    const char *stopped_by; /* word, or NULL */
};

/* A lesson of a teacher that the timetable leaves where it is, with the mentor free to watch it. */
struct year_meeting {
    int term, mentor, teacher, school, day, period;
};

struct year {
    const struct cli_args *a;
    struct cli_answer staff;                 /* the case as the tables have it, and the plan of secondments */
    bool has_staff;                          /* there is such a plan */
    struct zj_arena arena;                   /* texts of the parts */
    struct zj_lessons lessons[ZJ_MAX_TERMS]; /* of the timetable of each term; empty where there is none */
    int64_t unmet[ZJ_MAX_TERMS], soft[ZJ_MAX_TERMS]; /* and its first aims */
    struct year_meeting *meeting; /* heap: what timetables were asked for, for the calendar's sake */
    int n_meetings, cap_meetings;
    int n_revisions; /* timetables that were made again, whether they stand or not */
    struct year_part part[YEAR_MAX_PARTS];
    int n;
    int64_t began; /* ms */
};

/* Run every part; the case is open. ZJ_OK also when a part has no plan; else a failure, already told. */
enum zj_status year_run(struct year *y) ZJ_MUST_CHECK;
/* The exit code: the greatest of the parts'. */
enum zj_status year_exit(const struct year *y);
void year_release(struct year *y);

/* manifest.json: program, instance, parts, and every file with its sha256. Heap. */
char *year_manifest(const struct year *y);
/* The parts as a table. */
void year_print(FILE *out, const struct year *y);
/*
 * The names of the files of a folder that an earlier run wrote, its manifest included; in the arena. NULL
 * when it has no manifest of this program: then nothing there may be replaced.
 */
const char **year_old_files(const char *folder, struct zj_arena *a, int *n);

/* The paths of the plans of such a folder, in the order of its parts; in the same way. */
const char **year_plans(const char *folder, struct zj_arena *a, int *n);

extern const char year_manifest_name[]; /* manifest.json */

#endif
