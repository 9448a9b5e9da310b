#!/bin/sh
# gen_rules.sh - print the catalogue of rules as Markdown: rules.def and the headers of models/*/cons_<rule>.c.
set -eu
cd "$(dirname "$0")/.."
rules=solver/data/rules.def

# One line a rule, fields separated by tabs: id, usual, English, Chinese.
rule_lines() {
    tab=$(printf '\t')
    sed -n "s/^ZJ_RULE(\([a-z_]*\), ST\{0,1\}, \([A-Z]*\), \"\(.*\)\", \"\(.*\)\")$/\1$tab\2$tab\3$tab\4/p" "$rules"
}

# The opening comment without its frame, its title line and the line about the check.
header() {
    sed -n '/^ \*\//q; s/^ \* \{0,1\}//p' "$1" | sed '1,/^$/d; /^Check /d'
}

link() {
    printf '[%s](../%s)' "$1" "$2"
}

section() {
    cons=models/secondment/cons_$1.c
    printf '\n### %s\n\n> %s\n> (%s) %s\n\n```text\n' "$1" "$4" "$(echo "$2" | tr '[:upper:]' '[:lower:]')" "$3"
    header "$cons"
    printf '```\n\nRows %s, check %s, test %s' "$(link "cons_$1.c" "$cons")" \
        "$(link "check_$1.c" "solver/verify/secondment/check_$1.c")" "$(link "test_$1.c" "tests/rules/test_$1.c")"
    [ ! -d "instances/tiny-$1" ] || printf ', instance %s' "$(link "tiny-$1" "instances/tiny-$1/README.md")"
    printf '\n'
}

printf '## Catalogue of rules\n\n| rule | usually | statement | 含义 |\n|---|---|---|---|\n'
rule_lines | awk -F '\t' '{ printf "| [%s](#%s) | %s | %s | %s |\n", $1, $1, tolower($2), $3, $4 }'
rule_lines | while IFS="$(printf '\t')" read -r id usual english chinese; do
    section "$id" "$usual" "$english" "$chinese"
done
