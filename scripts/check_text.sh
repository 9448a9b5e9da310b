#!/bin/sh
# check_text.sh - plain rules of the source text: no tabs, no trailing blanks, 110 columns, no notes to ourselves.
set -eu
cd "$(dirname "$0")/.."

# shellcheck disable=SC2016 # awk's own $
find solver models tests -name '*.[ch]' -o -name '*.def' | LC_ALL=C sort | LC_ALL=C.UTF-8 xargs awk '
    function say(what) { printf "%s:%d: %s\n", FILENAME, FNR, what; bad = 1 }
    # mawk counts bytes: drop the continuation bytes of UTF-8 before measuring.
    { wide = $0; gsub(/[\200-\277]/, "", wide) }
    /\t/ { say("a tab") }
    / $/ { say("trailing blanks") }
    FILENAME !~ /\.def$/ && length(wide) > 110 { say("longer than 110 columns") }
    /(TODO|FIXME|(^|[^X])XXX([^X]|$))/ { say("a note to ourselves") }
    END { exit bad }
'
