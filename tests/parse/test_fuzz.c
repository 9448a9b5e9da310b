/*
 * test_fuzz.c - thousands of damaged instances: each is read or refused, nothing else.
 *
 * Each round damages one file of base/ in a few places, by its number alone, so that a
 * failure names the round to repeat. The sanitizers watch; this program checks that the
 * status agrees with the problems told and that every problem has a place and a sentence.
 */
#include "solver/base/i18n.h"
#include "solver/io/read.h"
#include "tests/support/cmocka.h"
#include "tests/support/program.h"
#include "tests/support/rng.h"

#include <dirent.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { N_ROUNDS = 4000, MAX_FILES = 16, MAX_BYTES = 16 * 1024 };

static struct file {
    char name[64];
    char v[MAX_BYTES];
    size_t n;
} base[MAX_FILES];
static int n_base;

/* What breaks parsers: quotes, marks, blanks, ends of lines, numbers at the edge, other scripts. */
static const char *const tokens[] = {
    "\"",
    "\"\"",
    ",",
    ",,",
    "\r",
    "\n",
    "\r\n",
    "\t",
    ";",
    "；",
    "、",
    "　",
    "\xEF\xBB\xBF",
    "\xFF\xFE",
    "\x84\x31\x95\x33",
    "\xD1\xA7\xD0\xA3",
    "\x80",
    "\xC0\xAF",
    "\xED\xA0\x80",
    "\xF4\x90\x80\x80",
    "𠮷",
    "-1",
    "0",
    "2147483648",
    "99999999999999999999",
    "1e9",
    "*",
    "1-4",
    "2026-02-29",
    "S001",
    "T001",
    "x_a",
    "{",
    "}",
    "[",
    "]",
    ":",
    "null",
    "\\u0000",
    "\\ud800",
    "%s%n",
};

static void load_base(void)
{
    DIR *dir = opendir("tests/parse/base");
    struct dirent *e;

    while (dir && (e = readdir(dir)) && n_base < MAX_FILES) {
        struct file *f = &base[n_base];
        char path[512];
        snprintf(path, sizeof path, "tests/parse/base/%s", e->d_name);
        FILE *in = e->d_name[0] == '.' ? NULL : fopen(path, "rb");
        if (!in)
            continue;
        snprintf(f->name, sizeof f->name, "%.60s", e->d_name);
        f->n = fread(f->v, 1, sizeof f->v / 4, in);
        fclose(in);
        n_base++;
    }
    if (dir)
        closedir(dir);
}

static void write_file(const struct file *f)
{
    FILE *out = fopen(scratch_path(f->name), "wb");

    if (!out || fwrite(f->v, 1, f->n, out) != f->n || fclose(out) != 0)
        fail_msg("cannot write %s", f->name);
}

static void to_gb18030(struct file *f)
{
    static char out[MAX_BYTES];
    char *from = f->v, *to = out;
    size_t left = f->n, room = sizeof out;
    iconv_t cd = iconv_open("GB18030", "UTF-8");

    if (iconv(cd, &from, &left, &to, &room) != (size_t)-1) {
        f->n = (size_t)(to - out);
        memcpy(f->v, out, f->n);
    }
    iconv_close(cd);
}

static size_t position(struct rng *r, const struct file *f)
{
    return (size_t)rng_in(r, 0, (int)f->n);
}

static void insert(struct file *f, size_t at, const char *bytes, size_t n)
{
    if (f->n + n > sizeof f->v)
        return;
    memmove(f->v + at + n, f->v + at, f->n - at);
    memcpy(f->v + at, bytes, n);
    f->n += n;
}

static void cut(struct file *f, size_t at, size_t n)
{
    if (n > f->n - at)
        n = f->n - at;
    memmove(f->v + at, f->v + at + n, f->n - at - n);
    f->n -= n;
}

/* Damage the file in one place. */
static void damage(struct rng *r, struct file *f)
{
    size_t at = position(r, f);
    char copy[64];

    switch (rng_in(r, 0, 6)) {
    case 0: /* another byte */
        if (at < f->n)
            f->v[at] = (char)rng_in(r, 0, 255);
        break;
    case 1: /* a bit turned over */
        if (at < f->n)
            f->v[at] = (char)(f->v[at] ^ 1 << rng_in(r, 0, 7));
        break;
    case 2:
        cut(f, at, (size_t)rng_in(r, 1, 20));
        break;
    case 3: { /* a piece twice */
        size_t n = f->n - at < sizeof copy ? f->n - at : sizeof copy;
        memcpy(copy, f->v + at, n);
        insert(f, position(r, f), copy, n);
        break;
    }
    case 4: /* the end is lost */
        if (rng_chance(r, 20))
            f->n = at;
        break;
    default: {
        const char *token = tokens[rng_in(r, 0, (int)(sizeof tokens / sizeof tokens[0]) - 1)];
        insert(f, at, token, strlen(token));
    }
    }
}

/* Read the damaged instance; the answer must be consistent. */
static void check_answer(int round, const char *encoding)
{
    struct zj_read_options opt = {.encoding = encoding};
    struct zj_instance in;
    struct zj_policy pol;
    struct zj_diag d = {0};
    char *text;
    size_t size;
    enum zj_status st = zj_read_instance(scratch(), &opt, &in, &pol, &d);

    if (st != ZJ_OK && st != ZJ_EDATA && st != ZJ_ENOINPUT)
        fail_msg("round %d: status %d", round, (int)st);
    if ((st == ZJ_OK) != (d.n_errors == 0))
        fail_msg("round %d: status %d with %d errors", round, (int)st, d.n_errors);
    for (int i = 0; i < d.n; i++)
        if (!d.problem[i].file || !d.problem[i].text[0] || !d.problem[i].code)
            fail_msg("round %d: problem %d has no file or no text", round, i);
    FILE *out = open_memstream(&text, &size);
    zj_diag_print(&d, out, 50);
    zj_diag_print_json(&d, out);
    fclose(out);
    free(text);
    zj_instance_release(&in);
    zj_policy_release(&pol);
    zj_diag_release(&d);
}

static void damaged_instances_are_read_or_refused(void **state)
{
    static struct file f;

    (void)state;
    load_base();
    assert_true(n_base >= 13);
    for (int i = 0; i < n_base; i++)
        write_file(&base[i]);
    for (int round = 0; round < N_ROUNDS; round++) {
        struct rng r = rng_make((uint64_t)round, 3);
        int i = rng_in(&r, 0, n_base - 1);
        f = base[i];
        if (rng_chance(&r, 25))
            to_gb18030(&f);
        for (int n = rng_in(&r, 1, 4); n > 0; n--)
            damage(&r, &f);
        write_file(&f);
        check_answer(round, rng_chance(&r, 10) ? "GB18030" : NULL);
        write_file(&base[i]);
    }
    scratch_remove();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(damaged_instances_are_read_or_refused),
    };

    zj_i18n_init("en");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
