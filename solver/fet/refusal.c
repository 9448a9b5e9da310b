/*
 * refusal.c - what cannot be expressed, counted by name and reason; and what the user asked to leave out.
 */
#include "solver/base/i18n.h"
#include "solver/fet/translate.h"

#include <string.h>

void tr_read_ignored(struct tr *t, const char *names)
{
    size_t most = 1;

    for (const char *s = names; *s; s++)
        most += *s == ',';
    t->ignored = zj_alloc_n(&t->arena, most, sizeof *t->ignored);
    while (*names) {
        size_t n = strcspn(names, ",");
        if (n > 0)
            t->ignored[t->n_ignored++].name = zj_strndup(&t->arena, names, n);
        names += n + (names[n] == ',');
    }
}

bool tr_is_ignored(struct tr *t, const char *name)
{
    for (int i = 0; i < t->n_ignored; i++) {
        if (strcmp(t->ignored[i].name, name) == 0) {
            t->ignored[i].n++;
            return true;
        }
    }
    return false;
}

void tr_refuse(struct tr *t, const struct xml_node *at, const char *name, const char *reason)
{
    for (int i = 0; i < t->n_refusals; i++) {
        struct tr_refusal *r = &t->refusal[i];
        if (strcmp(r->name, name) == 0 && r->reason == reason) {
            r->n++;
            return;
        }
    }
    ZJ_GROW(t->refusal, t->n_refusals, t->cap_refusals);
    t->refusal[t->n_refusals++] = (struct tr_refusal){name, reason, at, 1};
}

void tr_report_refusals(struct tr *t)
{
    for (int i = 0; i < t->n_refusals; i++) {
        const struct tr_refusal *r = &t->refusal[i];
        const struct zj_place at = {t->f.xml.file, r->at->line, r->at->column, r->name};
        zj_diag_add(t->d, ZJ_ERROR, "not_expressible", &at, _("%d that cannot be expressed: %s"), r->n,
                    gettext(r->reason));
    }
}
