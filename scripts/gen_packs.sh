#!/bin/sh
# gen_packs.sh - the tables of policies in instances/README.md: what each holds, and what its instances come to.
set -eu
cd "$(dirname "$0")/.."
program=${ZJ_BINARY:-build/zoujiao}

# A member of a policy that stands on a line of its own.
member() {
    sed -n "s/^ \"$1\": \"\(.*\)\",\$/\1/p" "$2"
}

# Statements of the document: those that rules express, of all.
statements() {
    awk -F'\t' -v pack="$1" '
        $1 == pack { if (!($2 in all)) { all[$2]; n++ } if ($5 != "" && !($2 in said)) { said[$2]; m++ } }
        END { printf "%d of %d", m, n }
    ' instances/policies/coverage.tsv
}

# Names of the rules, each once, with the number of entries where there are several.
rules() {
    "$program" rules --policy "$1" --lang en | awk '
        $1 ~ /^[0-9]+$/ { if (!n[$2]++) order[++k] = $2 }
        END { for (i = 1; i <= k; i++) printf "%s`%s`%s", (i > 1 ? ", " : ""), order[i], (n[order[i]] > 1 ? " " n[order[i]] : "") }'
}

readings() {
    sed -n 's/.*"readings": \[\(.*\)\]}.*/\1/p' "$1" | tr -d '"' | awk '{ printf "%s%s", (NR > 1 ? "; " : ""), $0 }'
}

# Lines of a table of expected results that belong to a policy: those that name it, or whose instance does.
results() {
    awk -F'\t' -v OFS=' | ' '
        /^#/ { next }
        $1 == "instance" || $1 == "name" { for (i = 4; i <= NF; i++) title[i] = $i; next }
        {
            file = ""
            if (match($2, /policies\/[^ ]*\.json/)) file = substr($2, RSTART + 9, RLENGTH - 14)
            else {
                head = "instances/" $1 "/instance.json"
                while ((getline line < head) > 0)
                    if (match(line, /"\.\.\/policies\/[^"]*\.json"/)) file = substr(line, RSTART + 13, RLENGTH - 19)
                close(head)
            }
            if (file == "") next
            values = ""
            for (i = 4; i <= NF; i++)
                if (title[i] != "conflict") values = values (i > 4 ? ", " : "") title[i] " " $i
            command = $2
            sub(/ \{\}/, "", command)
            sub(/ --policy [^ ]*/, "", command)
            print "| `" file "`", "`" $1 "`", "`" command "`", $3, values " |"
        }' "$1"
}

echo "| scheme | policy | document | statements expressed | rules | readings (the first holds) |"
echo "|---|---|---|---|---|---|"
for file in instances/policies/*.json; do
    pack=$(basename "$file" .json)
    echo "| $(member name "$file") | \`$pack.json\` | $(member source "$file") | $(statements "$pack") | $(rules "$file") | $(readings "$file") |"
done
echo
echo "| policy | instance | command | status | values |"
echo "|---|---|---|---|---|"
for table in instances/expected.tsv instances/expected-timetable.tsv instances/expected-pairing.tsv instances/expected-calendar.tsv; do
    results "$table"
done | LC_ALL=C sort
