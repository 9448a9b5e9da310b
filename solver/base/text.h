/*
 * text.h - text that came from outside, made fit for a terminal.
 */
#ifndef ZJ_BASE_TEXT_H
#define ZJ_BASE_TEXT_H

#include "solver/base/mem.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * A copy in the arena in which every byte of a control character (C0, DEL, C1), of a
 * line or paragraph separator, of a bidirectional control (U+202A-202E, U+2066-2069),
 * of a code point that is no character (U+FFFE and its like) or of broken UTF-8 is
 * shown as \xNN. The result is valid UTF-8 on one line.
 */
char *zj_printable(struct zj_arena *a, const char *text);

/* Changes (one letter added, lost or replaced) between two UTF-8 texts; `limit` + 1 when there are more. */
int zj_edit_distance(const char *a, const char *b, int limit);

#endif
