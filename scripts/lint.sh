#!/bin/sh
# lint.sh FOLDER - the checks of `make lint`; the last line is `N passed, N failed`.
#
# FOLDER holds what the program prints about itself: man pages and completions. A check whose tool is not
# installed is named and left out.
set -u
cd "$(dirname "$0")/.." || exit 1
pages=$1
passed=0
failed=0
log=$(mktemp) || exit 1
trap 'rm -f "$log"' EXIT

check() {
    what=$1
    shift
    if "$@" >"$log" 2>&1; then
        passed=$((passed + 1))
        echo "ok   $what"
    else
        failed=$((failed + 1))
        echo "FAIL $what"
        head -n "${ZJ_LINT_LINES:-40}" "$log"
    fi
}

has() {
    command -v "$1" >/dev/null 2>&1 || {
        echo "left out: $1 is not installed"
        return 1
    }
}

c_files() {
    find solver models tests -name '*.[ch]' | LC_ALL=C sort
}

check 'dependency rule' scripts/check_layers.sh
check 'rule files and their headers' scripts/check_headers.sh
check 'source text' scripts/check_text.sh
check 'top of the tree' scripts/check_top.sh
check 'completion for bash' bash -n "$pages/zoujiao.bash"
for shell in zsh fish; do
    if has "$shell"; then
        check "completion for $shell" "$shell" -n "$pages/zoujiao.$shell"
    fi
done
check 'generated parts of documents' scripts/update-docs.sh --check
check 'Chinese catalogue is complete' scripts/update-po.sh --check
if has clang-format; then
    # shellcheck disable=SC2046 # file names have no blanks
    check 'format of C files' clang-format --dry-run -Werror $(c_files)
fi
if has shellcheck; then
    check 'shell scripts' shellcheck -x scripts/demo scripts/test scripts/package scripts/lib scripts/*.sh .ci/run
fi
if has mandoc; then
    for page in "$pages"/zoujiao*.[15]; do
        check "man page $(basename "$page")" mandoc -Tlint -Kutf-8 -W warning "$page"
    done
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
