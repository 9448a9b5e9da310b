# make            build/zoujiao             make check    build and run every test
# make asan       check under ASan+UBSan    make lint     layers, headers, format, catalogue
# make bench      solve and time instances  make format   lay out the C files
# make docs       generated parts of docs   make clean    remove what make built
# make install    DESTDIR= PREFIX=          make package  build/zoujiao_*.deb
#
# Variables: CC=gcc|clang  CFLAGS=  CPPFLAGS=  LDFLAGS=  OUT=build  PREFIX=/usr/local  WERROR=
#            BENCH= options of scripts/bench, such as "--seconds 600 county-45"
# One test: make build/tests/rules/test_quota && build/tests/rules/test_quota

CC      = gcc
CFLAGS  = -O2 -g
WERROR  = -Werror
PREFIX  = /usr/local
OUT     = build
DESTDIR =
ZSH_FUNCTIONS = $(PREFIX)/share/zsh/site-functions

ZJ_STD      = -std=c11
ZJ_WARN     = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
              -Wwrite-strings -Wvla -Wformat=2 -Wundef $(WERROR)
ZJ_CPPFLAGS = -I. -D_GNU_SOURCE -MMD -MP
ZJ_LIBS     = -lglpk -lgmp -lcsv -ljansson -lutf8proc -lmd -lexpat -lzip -lxlsxwriter -lm
TEST_LIBS   = -lcmocka -lical -lpng
ZJ_COMPILE  = $(CC) $(ZJ_STD) $(ZJ_WARN) $(ZJ_CPPFLAGS) $(CPPFLAGS) $(CFLAGS)

MAIN_SRC     = solver/cli/main.c
LIB_SRC      = $(sort $(filter-out $(MAIN_SRC),$(wildcard solver/*/*.c solver/*/*/*.c models/*/*.c)))
# Files that the pages hold; each becomes the array rep_<name>_<suffix> of bytes and its size.
ASSETS       = $(sort $(wildcard solver/report/html/*.css solver/report/html/*.js))
SUPPORT_SRC  = $(sort $(wildcard tests/support/*.c))
TEST_SRC     = $(sort $(wildcard tests/*/test_*.c))
PO           = $(sort $(wildcard scripts/po/*.po))

LIB          = $(OUT)/libzoujiao.a
LIB_OBJ      = $(LIB_SRC:%.c=$(OUT)/%.o) $(ASSETS:%=$(OUT)/%.o)
SUPPORT_OBJ  = $(SUPPORT_SRC:%.c=$(OUT)/%.o)
TESTS        = $(TEST_SRC:%.c=$(OUT)/%)
MO           = $(PO:scripts/po/%.po=$(OUT)/locale/%/LC_MESSAGES/zoujiao.mo)
FORMATS      = instance policy plan
ALL_C        = $(sort $(wildcard solver/*/*.[ch] solver/*/*/*.[ch] models/*/*.[ch] tests/*/*.[ch]))
OBJ          = $(LIB_OBJ) $(SUPPORT_OBJ) $(MAIN_SRC:%.c=$(OUT)/%.o) $(TEST_SRC:%.c=$(OUT)/%.o)

.PHONY: all tests check asan lint docs bench install package clean format help
.SECONDARY: $(OBJ)
.DELETE_ON_ERROR:

all: $(OUT)/zoujiao $(MO)

$(OUT)/zoujiao: $(OUT)/solver/cli/main.o $(LIB)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(ZJ_LIBS)

# Rebuilt from nothing, so that the object of a deleted source does not stay inside.
$(LIB): $(LIB_OBJ)
	@rm -f $@
	$(AR) rcs $@ $^

# Dependencies name $(OUT), so that they hold whether OUT is given as build or as a whole path.
$(OUT)/%.o: %.c
	@mkdir -p $(@D)
	$(ZJ_COMPILE) -MT '$$(OUT)/$*.o' -c -o $@ $<

$(ASSETS:%=$(OUT)/%.c): $(OUT)/%.c: % scripts/embed.sh
	@mkdir -p $(@D)
	scripts/embed.sh $< > $@

$(ASSETS:%=$(OUT)/%.o): $(OUT)/%.o: $(OUT)/%.c
	$(ZJ_COMPILE) -MT '$$(OUT)/$*.o' -c -o $@ $<

$(OUT)/tests/%: $(OUT)/tests/%.o $(SUPPORT_OBJ) $(LIB)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(TEST_LIBS) $(ZJ_LIBS)

$(OUT)/locale/%/LC_MESSAGES/zoujiao.mo: scripts/po/%.po
	@mkdir -p $(@D)
	msgfmt --check -o $@ $<

# Man pages and completions are printed by the program from its own command table.
$(OUT)/zoujiao.1: $(OUT)/zoujiao
	$(abspath $<) generate man --lang en > $@

$(OUT)/zoujiao.zh.1: $(OUT)/zoujiao $(MO)
	$(abspath $<) generate man --lang zh > $@

$(FORMATS:%=$(OUT)/zoujiao-%.5): $(OUT)/zoujiao-%.5: $(OUT)/zoujiao
	$(abspath $<) generate $* --lang en > $@

$(FORMATS:%=$(OUT)/zoujiao-%.zh.5): $(OUT)/zoujiao-%.zh.5: $(OUT)/zoujiao $(MO)
	$(abspath $<) generate $* --lang zh > $@

$(OUT)/zoujiao.bash $(OUT)/zoujiao.zsh $(OUT)/zoujiao.fish: $(OUT)/zoujiao.%: $(OUT)/zoujiao
	$(abspath $<) generate $* --lang en > $@

tests: all $(TESTS)

check: tests
	@ZJ_BINARY=$(OUT)/zoujiao scripts/run_tests.sh $(TESTS)

# WERROR= because gcc takes the sanitizer's own checks for null for arguments that are null. A small
# quarantine of freed memory, because every worker is a fork of all the memory there is.
asan:
	ASAN_OPTIONS="quarantine_size_mb=16:$$ASAN_OPTIONS" $(MAKE) check OUT=$(OUT)-asan WERROR= \
	    CFLAGS='-O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all'

GENERATED = $(addprefix $(OUT)/zoujiao.,1 zh.1 bash zsh fish) \
            $(foreach f,$(FORMATS),$(OUT)/zoujiao-$(f).5 $(OUT)/zoujiao-$(f).zh.5)

lint: $(GENERATED)
	@ZJ_BINARY=$(OUT)/zoujiao scripts/lint.sh $(OUT)

docs: all
	@ZJ_BINARY=$(OUT)/zoujiao scripts/update-docs.sh

bench: all
	@ZJ_BINARY=$(OUT)/zoujiao scripts/bench $(BENCH)

install: all $(GENERATED)
	install -D -m 755 $(OUT)/zoujiao $(DESTDIR)$(PREFIX)/bin/zoujiao
	install -D -m 644 $(OUT)/zoujiao.1 $(DESTDIR)$(PREFIX)/share/man/man1/zoujiao.1
	install -D -m 644 $(OUT)/zoujiao.zh.1 $(DESTDIR)$(PREFIX)/share/man/zh_CN/man1/zoujiao.1
	install -D -m 644 $(OUT)/zoujiao.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/zoujiao
	install -D -m 644 $(OUT)/zoujiao.zsh $(DESTDIR)$(ZSH_FUNCTIONS)/_zoujiao
	install -D -m 644 $(OUT)/zoujiao.fish $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/zoujiao.fish
	@for f in $(FORMATS); do \
	    install -D -m 644 $(OUT)/zoujiao-$$f.5 $(DESTDIR)$(PREFIX)/share/man/man5/zoujiao-$$f.5; \
	    install -D -m 644 $(OUT)/zoujiao-$$f.zh.5 $(DESTDIR)$(PREFIX)/share/man/zh_CN/man5/zoujiao-$$f.5; done
	@for mo in $(MO:$(OUT)/%=%); do \
	    install -D -m 644 "$(OUT)/$$mo" "$(DESTDIR)$(PREFIX)/share/$$mo"; done

package:
	@scripts/package $(OUT)

clean:
	rm -rf $(OUT) $(OUT)-asan

format:
	clang-format -i $(ALL_C)

help:
	@sed -n '/^# /s/^# //p; /^$$/q' Makefile

-include $(OBJ:.o=.d)
