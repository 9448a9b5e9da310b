#!/bin/sh
# check_top.sh - the top of the tree is fixed: what git holds there is on this list.
set -eu
cd "$(dirname "$0")/.."

git rev-parse --git-dir >/dev/null 2>&1 || exit 0 # an archive without its history
git -c core.quotePath=off ls-files | cut -d/ -f1 | LC_ALL=C sort -u | awk '
    BEGIN {
        split(".ci .clang-format .editorconfig .gitignore LICENSE Makefile README.md instances models scripts " \
              "solver tests", names, " ")
        for (i in names) known[names[i]] = 1
    }
    !($0 in known) { print $0 ": does not belong at the top of the tree"; bad = 1 }
    END { exit bad }
'
