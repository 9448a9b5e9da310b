#!/bin/sh
# check_layers.sh - every #include obeys scripts/layers.txt. Prints each breach; exit 1 when there is one.
set -eu
cd "$(dirname "$0")/.."

# shellcheck disable=SC2016 # awk's own $
find solver models tests -name '*.[ch]' | LC_ALL=C sort | xargs awk '
    function layer_of(path,    best, layer) {
        best = ""
        for (layer in allowed)
            if (index(path, layer "/") == 1 && length(layer) > length(best)) best = layer
        return best
    }
    function breach(what) { printf "%s:%d: %s\n", FILENAME, FNR, what; bad = 1 }

    FILENAME == "scripts/layers.txt" {
        if ($0 ~ /^#/ || $0 !~ /:/) next
        name = $0; sub(/:.*/, "", name)
        list = $0; sub(/[^:]*:/, "", list)
        if (name ~ /^</) { sub(/^ */, "", list); owner[name] = list }
        else allowed[name] = list " "
        next
    }
    FNR == 1 {
        layer = layer_of(FILENAME)
        if (layer == "") breach("the folder has no line in scripts/layers.txt")
    }
    /^# *include *"/ {
        split($0, part, "\"")
        to = layer_of(part[2])
        if (to == "") breach("include \"" part[2] "\" is not written from the root")
        else if (to != layer && index(allowed[layer], " * ") == 0 && index(allowed[layer], " " to " ") == 0)
            breach(layer " may not include " to " (" part[2] ")")
    }
    /^# *include *</ {
        header = $0; sub(/^[^<]*/, "", header); sub(/>.*/, ">", header)
        if ((header in owner) && index(" " owner[header] " ", " " layer " ") == 0 && layer != "tests")
            breach("only " owner[header] " may include " header)
    }
    END { exit bad }
' scripts/layers.txt
