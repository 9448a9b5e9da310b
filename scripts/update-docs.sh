#!/bin/sh
# update-docs.sh - write the generated parts of documents below their markers.
#
# models/README.md      <!-- rules -->       scripts/gen_rules.sh
# instances/README.md   <!-- instances -->   scripts/gen_instances.sh
# instances/README.md   <!-- policies -->    scripts/gen_packs.sh
# instances/README.md   <!-- dictionary -->  zoujiao dictionary
# A part ends at <!-- end of NAME -->, or with the page.
# --check  change nothing; fail when a part is not up to date
set -eu
cd "$(dirname "$0")/.."
program=${ZJ_BINARY:-build/zoujiao}
check=${1-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

update() {
    file=$1
    marker="<!-- $2 -->"
    after="<!-- end of $2 -->"
    shift 2
    sed "/^$marker\$/q" "$file" >"$work/new"
    grep -qx "$marker" "$work/new" || {
        echo "$file: the line '$marker' is missing"
        return 1
    }
    echo >>"$work/new"
    "$@" >>"$work/new"
    if grep -qx "$after" "$file"; then
        echo >>"$work/new"
        sed -n "/^$after\$/,\$p" "$file" >>"$work/new"
    fi
    cmp -s "$work/new" "$file" && return 0
    if [ "$check" = --check ]; then
        echo "$file: what stands below '$marker' is not up to date; run: make docs"
        return 1
    fi
    cat "$work/new" >"$file"
}

# Headings one level down: it stands inside a page.
dictionary() {
    "$program" dictionary --lang en | sed 's/^#/##/'
}

update models/README.md rules scripts/gen_rules.sh
update instances/README.md instances scripts/gen_instances.sh
update instances/README.md policies scripts/gen_packs.sh
update instances/README.md dictionary dictionary
