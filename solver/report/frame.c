#include "solver/report/frame.h"

#include "solver/base/i18n.h"
#include "solver/report/draw/svg.h"
#include "solver/report/html/assets.h"
#include "solver/report/parts.h"

enum { FOOT = 56, LONG_SIDE = 1600, SHORT_SIDE = 1131, MARGIN = 60, BELOW = 90 };

void rep_all_pictures(struct rep_pictures *p, const struct rep_case *r)
{
    for (int chapter = REP_MAP; chapter < REP_N_CHAPTERS; chapter++)
        rep_pictures_add(p, r, (enum rep_chapter)chapter);
}

static void open_frame(struct rep_markup *m, int width, int height)
{
    rep_put(m, " viewBox=\"0 0 %d %d\">\n<style>", width, height);
    rep_put_bytes(m, rep_picture_css, rep_picture_css_n);
    rep_put(m, "</style>\n");
    rep_svg_rect(m, 0, 0, width, height, "paper");
}

static void put_picture(struct rep_markup *m, const struct rep_picture *p, int x, int y, int width,
                        int height)
{
    rep_put(m, "<svg x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\">\n", x, y, width, height);
    rep_put_bytes(m, p->svg.bytes, p->svg.n);
    rep_put(m, "</svg>\n");
}

static const char *name_of(const struct rep_case *r)
{
    return r->pol->name ? r->pol->name : r->in->name ? r->in->name : "";
}

void rep_frame_screen(struct rep_markup *m, const struct rep_case *r, const struct rep_picture *p)
{
    const int height = p->drawing.height + FOOT;

    rep_put(m, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\"", REP_DRAW_WIDTH,
            height);
    open_frame(m, REP_DRAW_WIDTH, height);
    put_picture(m, p, 0, 0, REP_DRAW_WIDTH, p->drawing.height);
    rep_svg_text(m, REP_DRAW_WIDTH - 20, height - 20, "soft", REP_END, REP_DRAW_WIDTH - 40, name_of(r));
    rep_put(m, "</svg>\n");
}

void rep_frame_sheet(struct rep_markup *m, const struct rep_case *r, const struct rep_picture *p)
{
    const bool upright = p->drawing.height > REP_DRAW_WIDTH;
    const int width = upright ? SHORT_SIDE : LONG_SIDE, height = upright ? LONG_SIDE : SHORT_SIDE;
    struct zj_arena a = {0};

    rep_put(m, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%dmm\" height=\"%dmm\"",
            upright ? 210 : 297, upright ? 297 : 210);
    open_frame(m, width, height);
    put_picture(m, p, MARGIN, MARGIN, width - 2 * MARGIN, height - MARGIN - BELOW);
    rep_svg_text(m, MARGIN, height - 40, "", REP_START, 0,
                 zj_printf(&a, "%s%s", _("Issued by: "), r->office ? r->office : REP_BLANK));
    rep_svg_text(m, width / 2, height - 40, "", REP_MIDDLE, 0,
                 zj_printf(&a, "%s%s", _("Date: "), r->date ? r->date : REP_BLANK));
    rep_svg_text(m, width - MARGIN, height - 40, "", REP_END, 0, _("(seal)"));
    rep_put(m, "</svg>\n");
    zj_arena_release(&a);
}
