#include "solver/io/repair.h"

#include "solver/base/i18n.h"

#include <string.h>

/* Why a cell of this kind cannot be what the column holds; NULL = it can, as far as its kind says. */
static const char *unfit(const struct zj_column *c, enum zj_raw_kind kind)
{
    switch (kind) {
    case ZJ_RAW_FAILED:
        return _("the formula in the cell failed; put in a value");
    case ZJ_RAW_PENDING:
        return _("the cell holds a formula without a value; open the workbook in a spreadsheet program and "
                 "save it");
    case ZJ_RAW_NUMBER:
        if (c->type == ZJ_TYPE_DATE || c->type == ZJ_TYPE_CLOCK)
            return _(
                "the cell holds a number that is not shown as a date or time; give it that format, or read "
                "with '--lenient'");
        if (zj_type_is_text(c->type))
            return _(
                "the cell holds a number, which loses leading zeros; format it as text and type it again, or "
                "read with '--lenient'");
        return NULL;
    case ZJ_RAW_DATE:
        if (c->type == ZJ_TYPE_DATE || c->type == ZJ_TYPE_CLOCK)
            return NULL;
        return _(
            "the cell holds a date or time, not what the column holds; format it as text and type it again, "
            "or read with '--lenient'");
    case ZJ_RAW_BOOLEAN:
        return c->type == ZJ_TYPE_NUMBER ? NULL
                                         : _("the cell holds true or false; put in a value of the column");
    default:
        return NULL;
    }
}

/* Who reads over the shoulder must not learn names of people or their circumstances. */
static bool is_private(const struct zj_column *c)
{
    return c->type == ZJ_TYPE_TEXT || c->type == ZJ_TYPE_FLAGS;
}

static void tell(const struct zj_repair *how, const char *text, const char *mended)
{
    struct zj_diag *d = how->b->d;

    if (is_private(how->column))
        zj_diag_add(d, ZJ_NOTE, "repaired", how->at, _("the way it is written was put right"));
    else if (!*mended)
        zj_diag_add(d, ZJ_NOTE, "repaired", how->at, _("'%s' was read as a blank cell"),
                    zj_quote(how->b, text));
    else
        zj_diag_add(d, ZJ_NOTE, "repaired", how->at, _("'%s' was read as '%s'"), zj_quote(how->b, text),
                    mended);
}

const char *zj_repair_cell(const struct zj_repair *how, enum zj_raw_kind kind, const char *text)
{
    const char *why = unfit(how->column, kind);

    if (how->b->lenient && kind != ZJ_RAW_FAILED && kind != ZJ_RAW_PENDING) {
        const char *mended = zj_mend(how, kind, text);
        if (mended && strcmp(mended, text) != 0)
            tell(how, text, mended);
        else if (mended && why)
            zj_diag_add(how->b->d, ZJ_NOTE, "repaired", how->at,
                        _("the number was read as text, as it stands"));
        if (mended)
            return mended;
    }
    if (!why)
        return text;
    zj_diag_add(how->b->d, ZJ_ERROR, "wrong_kind", how->at, "%s", why);
    return NULL;
}
