#!/bin/sh
# run_tests.sh PROGRAM... - run cmocka programs side by side and count their tests.
#
# Prints one line a program, the full log of each that failed, and at last
# `N passed, N failed`. A test that never reported (the program died before it)
# counts as failed. Exit 1 when anything failed.
#
# ZJ_JOBS          programs at a time (default: the number of cores)
# ZJ_TEST_TIMEOUT  seconds one program may take (default 900)
# ZJ_TEST_SKIP     names of programs to leave out, such as "test_brute test_kill"
set -u

# The log of a program; programs of two folders may have one name.
log_of() {
    echo "$1/$(echo "$2" | tr / _).log"
}

if [ "${1-}" = --one ]; then # internal: --one FOLDER PROGRAM
    log=$(log_of "$2" "$3")
    CMOCKA_MESSAGE_OUTPUT=tap timeout "${ZJ_TEST_TIMEOUT:-900}" "$3" >"$log" 2>&1
    code=$?
    awk -v code="$code" -v program="$3" '
        /^1\.\.[0-9]+$/ { planned += substr($0, 4) }
        /^ok [0-9]/ { passed++ }
        /^not ok [0-9]+ # SKIP/ { skipped++; next }
        /^not ok [0-9]/ { reported++ }
        END {
            failed = planned - passed - skipped
            if (reported > failed) failed = reported
            if (failed == 0 && code != 0) failed = 1
            word = failed ? "FAIL" : "ok"
            note = skipped ? ", " skipped " skipped" : ""
            if (code == 124) note = note ", out of time"
            else if (failed && reported < failed) note = note ", ended early with exit code " code
            printf "%-4s %s: %d passed, %d failed%s\n", word, program, passed, failed, note
        }' "$log"
    exit 0
fi

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

for program in "$@"; do
    case " ${ZJ_TEST_SKIP-} " in
    *" $(basename "$program") "*) echo "left out: $program" ;;
    *) printf '%s\n' "$program" >>"$work/list" ;;
    esac
done
touch "$work/list"
xargs -r -n 1 -P "${ZJ_JOBS:-$(nproc)}" "$0" --one "$work" <"$work/list" | tee "$work/summary"

grep '^FAIL' "$work/summary" | sed 's/^FAIL //; s/: .*//' | while read -r program; do
    echo "---- $program"
    cat "$(log_of "$work" "$program")"
done
awk '{ for (i = 2; i <= NF; i++) { if ($i ~ /^passed/) p += $(i - 1); if ($i ~ /^failed/) f += $(i - 1) } }
     END { printf "%d passed, %d failed\n", p, f; exit f > 0 }' "$work/summary"
