#!/bin/sh
# check_headers.sh - every rule has its files, and they open with the words that explain it.
#
# models/*/cons_<rule>.c            Policy, Sets, Vars, Rows, Size, Check
# solver/verify/*/check_<rule>.c    a sentence, Policy, Place, Shortfall
# Prints each thing that is missing; exit 1 when there is one.
set -eu
cd "$(dirname "$0")/.."

missing=$(mktemp)
trap 'rm -f "$missing"' EXIT

# The comment at the top of the file: up to the first line that ends it.
head_words() {
    file=$1
    shift
    for word in "$(basename "$file") - " "$@"; do
        sed '/\*\//q' "$file" | grep -q "^ \* *$word" || echo "$file: the header does not say '$word'"
    done
}

rule_files() {
    for file in models/*/cons_*.c; do
        [ ! -e "$file" ] || head_words "$file" Policy Sets Vars Rows Size Check
    done
    for file in solver/verify/*/check_*.c; do
        [ ! -e "$file" ] || head_words "$file" Policy Place Shortfall
    done
    sed -n 's/^ZJ_RULE(\([a-z_]*\), ST\{0,1\}P\{0,1\},.*/\1/p' solver/data/rules.def | while read -r rule; do
        for file in "models/secondment/cons_$rule.c" "solver/verify/secondment/check_$rule.c" \
            "tests/rules/test_$rule.c"; do
            [ -e "$file" ] || echo "$file: missing; rules.def names the rule '$rule'"
        done
    done
}

# The rules of timetables: those of lesson_rules.def, and those of rules.def that both models use.
lesson_rule_files() {
    {
        sed -n 's/^ZJ_RULE(\([a-z_]*\), T,.*/\1 \1/p' solver/data/lesson_rules.def
        sed -n 's/^ZJ_RULE(\([a-z_]*\), STP\{0,1\},.*/\1 lessons_\1/p' solver/data/rules.def
    } | while read -r rule test; do
        for file in "solver/verify/timetable/check_$rule.c" "tests/rules/test_$test.c"; do
            [ -e "$file" ] || echo "$file: missing; the rules of timetables have '$rule'"
        done
    done
}

# The rules of pairings: those of pairing_rules.def, and those of rules.def that pairings use too.
pairing_rule_files() {
    {
        sed -n 's/^ZJ_RULE(\([a-z_]*\), P,.*/\1/p' solver/data/pairing_rules.def
        sed -n 's/^ZJ_RULE(\([a-z_]*\), ST\{0,1\}P,.*/\1/p' solver/data/rules.def
    } | while read -r rule; do
        for file in "models/pairing/cons_$rule.c" "solver/verify/pairing/check_$rule.c" \
            "tests/rules/test_pairing_$rule.c"; do
            [ -e "$file" ] || echo "$file: missing; the rules of pairings have '$rule'"
        done
    done
}

# The rules of service credit plan nothing: they have no rows.
credit_rule_files() {
    sed -n 's/^ZJ_RULE(\([a-z_]*\), K,.*/\1/p' solver/data/credit_rules.def | while read -r rule; do
        file=solver/verify/credit/count_$rule.c
        if [ -e "$file" ]; then
            head_words "$file" Policy Counted Given
        else
            echo "$file: missing; credit_rules.def names the rule '$rule'"
        fi
    done
}

# The rules of calendars.
calendar_rule_files() {
    sed -n 's/^ZJ_RULE(\([a-z_]*\), C,.*/\1/p' solver/data/calendar_rules.def | while read -r rule; do
        for file in "models/calendar/cons_$rule.c" "solver/verify/calendar/check_$rule.c" \
            "tests/rules/test_calendar_$rule.c"; do
            [ -e "$file" ] || echo "$file: missing; the rules of calendars have '$rule'"
        done
    done
}

{
    credit_rule_files
    rule_files
    lesson_rule_files
    pairing_rule_files
    calendar_rule_files
} >"$missing"
cat "$missing"
[ ! -s "$missing" ]
