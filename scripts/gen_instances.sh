#!/bin/sh
# gen_instances.sh - the table of shipped instances in instances/README.md, counted from their files.
set -eu
cd "$(dirname "$0")/../instances"

# Lines of a table without its header; 0 when there is none.
rows() {
    if [ -f "$1" ]; then
        awk 'NR > 1 && NF { n++ } END { print n + 0 }' "$1"
    else
        echo 0
    fi
}

# A table that may be left out.
table() {
    if [ -f "$1" ]; then echo "$1"; else echo /dev/null; fi
}

# Communities of schools.csv, and the classes and weekly lessons that demand.csv gives to a timetable.
counts() {
    awk -F, '
        FNR == 1 { delete at; for (i = 1; i <= NF; i++) at[$i] = i; next }
        FILENAME ~ /schools/ { if ($at["community_id"] != "") community[$at["community_id"]]; next }
        !NF { next }
        "class_id" in at && $at["class_id"] != "" { class[$at["class_id"]]; lessons += $at["periods_per_week"]; next }
        "classes" in at && $at["classes"] != "" {
            for (k = 1; k <= $at["classes"]; k++) class[$at["school_id"] "-" $at["grade"] "-" k]
            lessons += $at["periods_per_week"] * $at["classes"]
        }
        END { for (c in community) m++; for (c in class) n++; printf "%d | %d | %d", m, n, lessons }
    ' "$1/schools.csv" "$(table "$1/demand.csv")"
}

echo "| folder | schools | teachers | communities | classes | their lessons a week |"
echo "|---|---|---|---|---|---|"
for folder in */; do
    folder=${folder%/}
    case $folder in tiny-* | policies) continue ;; esac
    echo "| \`$folder\` | $(rows "$folder/schools.csv") | $(rows "$folder/teachers.csv") | $(counts "$folder") |"
done
echo
# Tiny ones whose names begin so.
tiny() {
    find . -maxdepth 1 -name "tiny-$1*" | wc -l
}
others=$(($(tiny tt-) + $(tiny pair-) + $(tiny calendar-)))
printf 'And %d tiny ones for secondments, %d for timetables, ' $(($(tiny '') - others)) "$(tiny tt-)"
echo "$(tiny pair-) for pairings, $(tiny calendar-) for calendars."
