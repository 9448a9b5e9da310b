#!/bin/sh
# update-po.sh - bring scripts/po/zh_CN.po up to date with the messages in the sources.
#
# --check  change nothing; fail when a message is missing, untranslated or fuzzy
set -eu
cd "$(dirname "$0")/.."
po=scripts/po/zh_CN.po
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

find solver models -name '*.[ch]' -o -name '*.def' | LC_ALL=C sort |
    xgettext --from-code=UTF-8 --language=C --keyword=_ --keyword=N_ --flag=_:1:pass-c-format --sort-by-file \
        --no-wrap --add-location=file --package-name=zoujiao --add-comments=TRANSLATORS --files-from=- -o "$work/zoujiao.pot"
if [ "${1-}" != --check ]; then
    if [ -e "$po" ]; then
        msgmerge --quiet --update --backup=none --no-wrap --add-location=file --no-fuzzy-matching "$po" "$work/zoujiao.pot"
    else
        mkdir -p scripts/po
        msginit --no-translator --no-wrap --locale=zh_CN.UTF-8 -i "$work/zoujiao.pot" -o "$po"
    fi
    msgattrib --no-obsolete --no-wrap "$po" -o "$po"
    msgfmt --check --statistics -o /dev/null "$po"
    exit 0
fi

msgfmt --check -o /dev/null "$po"
msgmerge --quiet --no-wrap --no-fuzzy-matching "$po" "$work/zoujiao.pot" -o "$work/merged.po"
msgattrib --untranslated --no-obsolete --no-wrap "$work/merged.po" >"$work/open"
msgattrib --only-fuzzy --no-obsolete --no-wrap "$work/merged.po" >>"$work/open"
grep -A 3 '^#: ' "$work/open" || true
[ ! -s "$work/open" ]
