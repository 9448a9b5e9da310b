#!/bin/sh
# embed.sh FILE - print C source that holds the file's bytes: rep_<name>_<suffix>[] and rep_<name>_<suffix>_n.
set -eu
name=rep_$(basename "$1" | tr . _)
printf '#include "solver/report/html/assets.h"\n\nconst char %s[] = {\n' "$name"
od -An -v -tu1 "$1" | sed 's/[0-9][0-9]*/&,/g'
printf '0};\nconst size_t %s_n = sizeof %s - 1;\n' "$name" "$name"
