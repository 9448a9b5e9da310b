#include "solver/certify/certify.h"

#include "solver/base/i18n.h"
#include "solver/certify/join.h"

#include <stdlib.h>
#include <string.h>

/* GMP ends the process by a signal when memory runs out; mem.h does it better. */
static void *gmp_new(size_t n)
{
    return zj_malloc(n);
}

static void *gmp_resize(void *p, size_t old, size_t n)
{
    (void)old;
    return zj_realloc(p, n, 1);
}

static void gmp_free(void *p, size_t n)
{
    (void)n;
    free(p);
}

static void count(struct zj_certified *out, const struct cert_part *p)
{
    out->n_parts++;
    out->n_columns += p->n_columns;
    out->n_rows += p->n_given;
    out->n_derived += p->n_rows - p->n_given;
}

static bool at_end(struct cert_scan *s)
{
    return cert_peek(s) < 0 ||
           cert_fail(s, ZJ_EDATA, s->line, s->column, _("nothing may follow the last part"));
}

static const char *as_text(struct zj_arena *arena, bool has, const mpq_t v)
{
    if (!has)
        return NULL;
    char *text = mpq_get_str(NULL, 10, v);
    const char *kept = zj_strdup(arena, text);
    free(text);
    return kept;
}

static bool check_single(struct cert_scan *s, struct zj_certified *out)
{
    struct cert_part p;
    bool good = cert_part_check(&p, s) && at_end(s);

    count(out, &p);
    out->infeasible = p.infeasible;
    out->lo = as_text(&out->arena, p.has_lo, p.lo);
    out->hi = as_text(&out->arena, p.has_hi, p.hi);
    cert_part_release(&p);
    return good;
}

static bool check_infeasible(struct cert_scan *s, struct cert_heading *h, struct zj_certified *out)
{
    struct cert_part p;

    if (!cert_heading_part(h, s, 0, "infeasible"))
        return false;
    bool good = cert_part_check(&p, s);
    if (good && !p.infeasible)
        good = cert_fail(s, ZJ_VIOLATED, p.line, 0, _("the part does not say that there is no solution"));
    count(out, &p);
    cert_part_release(&p);
    return good && at_end(s);
}

static bool check_optimal(struct cert_scan *s, struct cert_heading *h, struct zj_certified *out)
{
    struct cert_join j;
    bool good = true;

    cert_join_init(&j, h);
    for (int b = 0; b < h->n_blocks && good; b++) {
        for (int a = 0; a < h->n_aims && good; a++) {
            struct cert_part p;
            if (!cert_heading_part(h, s, b + 1, h->aim[a].name)) {
                good = false;
                break;
            }
            good = cert_part_check(&p, s);
            count(out, &p);
            if (good)
                good = cert_join_part(&j, s, a, &p); /* takes it */
            else
                cert_part_release(&p);
        }
        cert_join_end_block(&j);
    }
    good = good && at_end(s) && cert_join_sum(&j, s);
    cert_join_release(&j);
    return good;
}

static void take_heading(struct zj_certified *out, const struct cert_heading *h)
{
    out->joined = true;
    out->infeasible = h->infeasible;
    out->instance = h->instance;
    out->sha256 = h->sha256;
    out->program = h->program;
    out->n_blocks = h->n_blocks;
    for (int a = 0; a < h->n_aims; a++) {
        ZJ_GROW(out->aim, out->n_aims, out->cap_aims);
        out->aim[out->n_aims++] = (struct zj_certified_aim){
            .name = h->aim[a].name,
            .value = as_text(&out->arena, true, h->aim[a].value),
            .largest = h->aim[a].largest,
        };
    }
}

enum zj_status zj_certify(const char *file, const char *bytes, size_t n, struct zj_certified *out,
                          struct zj_diag *d)
{
    struct cert_scan s = {.file = file, .bytes = bytes, .n = n, .line = 1, .column = 1, .diag = d};
    struct cert_heading h;

    mp_set_memory_functions(gmp_new, gmp_resize, gmp_free);
    memset(out, 0, sizeof *out);
    bool good = cert_heading_read(&h, &s, &out->arena);
    if (good && h.ours)
        take_heading(out, &h);
    if (good && !h.ours)
        check_single(&s, out);
    else if (good && h.infeasible)
        check_infeasible(&s, &h, out);
    else if (good)
        check_optimal(&s, &h, out);
    cert_heading_release(&h);
    return s.status;
}

void zj_certified_release(struct zj_certified *c)
{
    free(c->aim);
    zj_arena_release(&c->arena);
    memset(c, 0, sizeof *c);
}
