/*
 * import.h - a FET file as an instance, and a timetable that FET found as lessons of it.
 */
#ifndef ZJ_FET_IMPORT_H
#define ZJ_FET_IMPORT_H

#include "solver/base/diag.h"
#include "solver/base/folder.h"
#include "solver/data/plan.h"

enum { FET_MAX_FILES = 10 };

/* The files of the instance's folder, and what is in them. */
struct fet_instance {
    struct zj_arena arena;
    struct zj_folder_file file[FET_MAX_FILES];
    int n_files;
    int n_schools, n_teachers, n_classes, n_lessons;
};

/*
 * Translate the text of a FET file. `file` is its name in messages, `ignore` (may be NULL) the constraints to
 * leave out, with commas. ZJ_EDATA, with everything in `d` that is wrong or cannot be expressed. *out is
 * initialised here and released by the caller always.
 */
enum zj_status fet_import(const char *bytes, size_t n, const char *file, const char *ignore,
                          struct fet_instance *out, struct zj_diag *d) ZJ_MUST_CHECK;
void fet_instance_release(struct fet_instance *x);

/* Text with the name it has in messages. */
struct fet_source {
    const char *bytes, *file;
    size_t n;
};

/*
 * The lessons of a timetable (FET's NAME_activities.xml) for the FET file, which must have become `in`,
 * with the same `ignore`. What FET left out is left out. ZJ_EDATA, with the problems in `d`; lessons
 * are appended to *out.
 */
enum zj_status fet_read_timetable(const struct fet_source *fet, const struct fet_source *timetable,
                                  const char *ignore, const struct zj_instance *in, struct zj_lessons *out,
                                  struct zj_diag *d) ZJ_MUST_CHECK;

#endif
