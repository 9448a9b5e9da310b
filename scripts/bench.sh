#!/bin/sh
# bench.sh - solve every instance once and print seconds, exit code and the program's own last line.
set -u
cd "$(dirname "$0")/.." || exit 1
plan=$(mktemp) || exit 1
trap 'rm -f "$plan"' EXIT
program=${ZJ_BINARY:-build/zoujiao}

printf '%-40s %9s %5s\n' instance seconds exit
for instance in instances/*/instance.json; do
    [ -e "$instance" ] || continue
    folder=$(dirname "$instance")
    start=$(date +%s%N)
    "$program" secondment "$folder" --quiet --time-limit "${ZJ_BENCH_SECONDS:-600}" -o "$plan" >/dev/null 2>&1
    code=$?
    end=$(date +%s%N)
    printf '%-40s %5d.%03d %5d\n' "$folder" $(((end - start) / 1000000000)) $(((end - start) / 1000000 % 1000)) "$code"
done
