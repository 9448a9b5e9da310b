/*
 * heading.c - the comment lines of a certificate that say what its parts are.
 */
#include "solver/base/i18n.h"
#include "solver/certify/join.h"

#include <stdlib.h>
#include <string.h>

/* Take the first word off a line. */
static struct cert_word cut(struct cert_word *line)
{
    struct cert_word w = *line;

    w.n = 0;
    while (w.n < line->n && w.text[w.n] != ' ' && w.text[w.n] != '\t')
        w.n++;
    size_t skip = w.n;
    while (skip < line->n && (line->text[skip] == ' ' || line->text[skip] == '\t'))
        skip++;
    line->text += skip;
    line->n -= skip;
    return w;
}

static bool bad_line(struct cert_scan *s, const char *expected)
{
    return cert_fail(s, ZJ_EDATA, s->word.line, 0, _("this comment should read '%s'"), expected);
}

static bool small_number(const struct cert_word *w, int *out)
{
    *out = 0;
    for (size_t i = 0; i < w->n; i++) {
        if (w->text[i] < '0' || w->text[i] > '9' || i > 6)
            return false;
        *out = 10 * *out + (w->text[i] - '0');
    }
    return *out > 0;
}

static const char *keep(struct cert_heading *h, const struct cert_word *w)
{
    return zj_strndup(h->arena, w->text, w->n);
}

static bool read_aim(struct cert_heading *h, struct cert_scan *s, struct cert_word rest)
{
    static const char form[] = "% aim NAME sum|largest VALUE";
    struct cert_word name = cut(&rest), how = cut(&rest);

    if (name.n == 0 || (!cert_is(&how, "sum") && !cert_is(&how, "largest")))
        return bad_line(s, form);
    ZJ_GROW(h->aim, h->n_aims, h->cap_aims);
    struct cert_aim *aim = &h->aim[h->n_aims++];
    *aim =
        (struct cert_aim){.name = keep(h, &name), .largest = cert_is(&how, "largest"), .line = s->word.line};
    mpq_init(aim->value);
    for (int a = 0; a < h->n_aims - 1; a++) {
        if (strcmp(h->aim[a].name, aim->name) == 0)
            return cert_fail(s, ZJ_EDATA, s->word.line, 0, _("the aim '%s' was named before"), aim->name);
    }
    return cert_parse_number(&rest, aim->value) || bad_line(s, form);
}

static bool read_answer(struct cert_heading *h, struct cert_scan *s, const struct cert_word *rest)
{
    h->infeasible = cert_is(rest, "infeasible");
    if ((!h->infeasible && !cert_is(rest, "optimal")) || h->line)
        return bad_line(s, "% answer optimal|infeasible");
    h->line = s->word.line;
    return true;
}

static bool read_part(struct cert_heading *h, struct cert_scan *s, struct cert_word rest)
{
    struct cert_word block = cut(&rest);

    if (h->block || !small_number(&block, &h->block) || rest.n == 0)
        return bad_line(s, "% part BLOCK AIM");
    h->what = keep(h, &rest);
    return true;
}

/* A line after its %. */
static bool read_line(struct cert_heading *h, struct cert_scan *s)
{
    struct cert_word rest = s->word, word = cut(&rest);

    if (cert_is(&word, "zoujiao-certificate")) {
        if (h->ours || !cert_is(&rest, "1"))
            return bad_line(s, "% zoujiao-certificate 1");
        h->ours = true;
        return true;
    }
    if (!h->ours || cert_is(&word, "note") || cert_is(&word, "alike"))
        return true;
    if (cert_is(&word, "part"))
        return read_part(h, s, rest);
    if (h->what)
        return bad_line(s, "% part BLOCK AIM");
    if (cert_is(&word, "instance"))
        h->instance = keep(h, &rest);
    else if (cert_is(&word, "sha256"))
        h->sha256 = keep(h, &rest);
    else if (cert_is(&word, "program"))
        h->program = keep(h, &rest);
    else if (cert_is(&word, "answer"))
        return read_answer(h, s, &rest);
    else if (cert_is(&word, "aim"))
        return read_aim(h, s, rest);
    else if (cert_is(&word, "blocks"))
        return (h->n_blocks == 0 && small_number(&rest, &h->n_blocks)) || bad_line(s, "% blocks NUMBER");
    else
        return cert_fail(s, ZJ_EDATA, s->word.line, 0, _("a comment of a kind that is not known here"));
    return true;
}

static bool read_comments(struct cert_heading *h, struct cert_scan *s)
{
    while (s->status == ZJ_OK && cert_peek(s) == '%') {
        s->at++;
        s->column++;
        cert_rest_of_line(s);
        if (!read_line(h, s))
            return false;
    }
    return s->status == ZJ_OK;
}

bool cert_heading_read(struct cert_heading *h, struct cert_scan *s, struct zj_arena *arena)
{
    *h = (struct cert_heading){.arena = arena};
    if (!read_comments(h, s))
        return false;
    if (!h->ours)
        return true;
    if (h->line == 0)
        return cert_fail(s, ZJ_EDATA, s->line, 0, _("the comment '%s' is missing"),
                         "% answer optimal|infeasible");
    if (h->n_blocks == 0)
        return cert_fail(s, ZJ_EDATA, s->line, 0, _("the comment '%s' is missing"), "% blocks NUMBER");
    if (h->infeasible != (h->n_aims == 0))
        return cert_fail(s, ZJ_EDATA, h->line, 0, _("an optimal answer has aims, another has none"));
    return true;
}

bool cert_heading_part(struct cert_heading *h, struct cert_scan *s, int block, const char *what)
{
    if (!read_comments(h, s))
        return false;
    bool right =
        h->block && (block == 0 ? h->block <= h->n_blocks : h->block == block) && strcmp(h->what, what) == 0;
    if (!right)
        return cert_fail(s, ZJ_VIOLATED, s->line, 0, _("the part of block %d about '%s' is missing here"),
                         block ? block : 1, what);
    h->block = 0;
    return true;
}

void cert_heading_release(struct cert_heading *h)
{
    for (int a = 0; a < h->n_aims; a++)
        mpq_clear(h->aim[a].value);
    free(h->aim);
}
