/*
 * fill_sync.c - rows of sync: two classes, usually of two schools, that have a subject at the same time.
 */
#include "solver/base/i18n.h"
#include "solver/io/builder.h"

#define V(column) (&b->value[ZJ_COL_##column])

static void check_subject(struct zj_builder *b, int column)
{
    if (!zj_class_has(b, b->value[column].text, V(sync_subject)->number))
        ZJ_ROW_ERROR(b, ZJ_COL_sync_subject, "not_taught", _("the class '%s' does not have the subject '%s'"),
                     b->value[column].text, V(sync_subject)->text);
}

static void check_classes(struct zj_builder *b)
{
    bool fine = zj_class_known(b, ZJ_COL_sync_class_a);

    if (!zj_class_known(b, ZJ_COL_sync_class_b) || !fine)
        return;
    check_subject(b, ZJ_COL_sync_class_a);
    check_subject(b, ZJ_COL_sync_class_b);
    if (V(sync_class_a)->number == V(sync_class_b)->number)
        ZJ_ROW_ERROR(b, ZJ_COL_sync_class_b, "same_class", _("both are the class '%s'; expected two classes"),
                     V(sync_class_a)->text);
}

void zj_add_sync(struct zj_builder *b)
{
    struct zj_instance *in = b->in;

    if (!b->bad_row)
        check_classes(b);
    if (b->bad_row)
        return;
    int a = V(sync_class_a)->number, c = V(sync_class_b)->number, subject = V(sync_subject)->number;
    int line = zj_keys_add(&b->keys, a < c ? a : c, a < c ? c : a, subject, b->row->line);
    if (line >= 0) {
        ZJ_ROW_ERROR(b, ZJ_COL_sync_class_a, "repeated",
                     _("the two classes and the subject stand in line %d already"), line);
        return;
    }
    ZJ_GROW(in->sync, in->n_sync, b->cap);
    in->sync[in->n_sync++] = (struct zj_sync){a, c, subject, V(sync_periods)->number, b->row->line};
}
