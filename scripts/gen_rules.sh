#!/bin/sh
# gen_rules.sh - print the catalogue of rules as Markdown: the lists of rules and the headers of models/*/cons_<rule>.c.
set -eu
cd "$(dirname "$0")/.."
tab=$(printf '\t')

# One line a rule of these sections of a list, fields separated by tabs: id, usual, English, Chinese.
rule_lines() {
    sed -n "s/^ZJ_RULE(\([a-z_]*\), \($2\), \([A-Z]*\), \"\(.*\)\", \"\(.*\)\")$/\1$tab\3$tab\4$tab\5/p" \
        "solver/data/$1.def"
}

# The opening comment without its frame, its title line and the line about the check.
header() {
    sed -n '/^ \*\//q; s/^ \* \{0,1\}//p' "$1" | sed '1,/^$/d; /^Check /d'
}

link() {
    printf '[%s](../%s)' "$1" "$2"
}

# model, heading, test, instance, then the fields of a line
section() {
    cons=models/$1/cons_$5.c
    printf '\n### %s\n\n> %s\n> (%s) %s\n\n```text\n' "$2" "$8" "$(echo "$6" | tr '[:upper:]' '[:lower:]')" "$7"
    header "$cons"
    printf '```\n\nRows %s, check %s, test %s' "$(link "cons_$5.c" "$cons")" \
        "$(link "check_$5.c" "solver/verify/$1/check_$5.c")" "$(link "$3.c" "tests/rules/$3.c")"
    [ ! -d "instances/$4" ] || printf ', instance %s' "$(link "$4" "instances/$4/README.md")"
    printf '\n'
}

# model, words before the id in headings, in names of tests, in names of instances; standard input: lines of rules
catalogue() {
    while IFS=$tab read -r id usual english chinese; do
        section "$1" "$2$id" "test_$3$id" "$4$id" "$id" "$usual" "$english" "$chinese"
    done
}

# standard input: lines of the rules of service credit, which have no rows
counts() {
    while IFS=$tab read -r id _ english chinese; do
        count=solver/verify/credit/count_$id.c
        printf '\n### %s\n\n> %s\n> %s\n\n```text\n' "$id" "$chinese" "$english"
        header "$count"
        printf '```\n\nCounted by %s, instance %s\n' "$(link "count_$id.c" "$count")" \
            "$(link tiny-credit instances/tiny-credit/README.md)"
    done
}

# words before the id in headings; standard input: lines of rules
table() {
    printf '| rule | usually | statement | 含义 |\n|---|---|---|---|\n'
    awk -F "$tab" -v before="$1" '{
        anchor = before $1
        gsub(" ", "-", anchor)
        printf "| [%s](#%s) | %s | %s | %s |\n", $1, anchor, tolower($2), $3, $4
    }'
}


printf '## Catalogue of the rules of secondments\n\n'
rule_lines rules 'ST\{0,1\}P\{0,1\}' | table ''
rule_lines rules 'ST\{0,1\}P\{0,1\}' | catalogue secondment '' '' tiny-
printf '\n## Catalogue of the rules of timetables\n\n'
rule_lines lesson_rules T | table ''
printf '\nRules of both models, as a timetable reads them:\n\n'
rule_lines rules 'STP\{0,1\}' | table 'timetable '
rule_lines lesson_rules T | catalogue timetable '' '' tiny-tt-
rule_lines rules 'STP\{0,1\}' | catalogue timetable "timetable: " lessons_ tiny-tt-
printf '\n## Catalogue of the rules of pairings\n\n'
rule_lines pairing_rules P | table 'pairing '
printf '\nRules of other models too, as a pairing reads them:\n\n'
rule_lines rules 'ST\{0,1\}P' | table 'pairing '
rule_lines pairing_rules P | catalogue pairing 'pairing: ' pairing_ tiny-pair-
rule_lines rules 'ST\{0,1\}P' | catalogue pairing 'pairing: ' pairing_ tiny-pair-
printf '\n## Catalogue of the rules of calendars\n\n'
rule_lines calendar_rules C | table 'calendar '
rule_lines calendar_rules C | catalogue calendar 'calendar: ' calendar_ tiny-calendar-
printf '\n## Catalogue of the rules of service credit\n\n'
rule_lines credit_rules K | table ''
rule_lines credit_rules K | counts
