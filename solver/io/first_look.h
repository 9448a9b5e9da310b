/*
 * first_look.h - what a path is that cannot be an instance, said before anything is read: to somebody who
 * named the wrong folder, one table, or a plan, with what to do next.
 */
#ifndef ZJ_IO_FIRST_LOOK_H
#define ZJ_IO_FIRST_LOOK_H

#include "solver/base/diag.h"

/*
 * ZJ_OK: it may be one. ZJ_ENOINPUT when there is nothing of the name, or a folder without instance.json,
 * ZJ_EDATA when it is a file of another kind; then d holds one problem.
 */
enum zj_status zj_first_look(const char *path, struct zj_diag *d) ZJ_MUST_CHECK;

#endif
