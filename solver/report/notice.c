#include "solver/report/notice.h"

#include "solver/base/i18n.h"

static const char style[] =
    "body{max-width:60rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff;"
    "font:16px/1.7 \"Noto Serif CJK SC\",\"Source Han Serif SC\",SimSun,\"Songti SC\",serif}\n"
    "h1{text-align:center;font-size:1.6rem;line-height:1.4}\n"
    "table{border-collapse:collapse;width:100%;font-size:.95rem}\n"
    "th,td{border:1px solid #333;padding:.3rem .5rem;text-align:center}\n"
    ".issue{text-align:right;margin-top:2.5rem}\n"
    ".blank{display:inline-block;min-width:12rem;border-bottom:1px solid #333}\n"
    ".scroll{overflow-x:auto}\n"
    "table{min-width:52rem}\n"
    "td:nth-child(8),th:nth-child(8),td:nth-child(9),tbody th{white-space:nowrap}\n"
    "@page{size:A4 landscape;margin:15mm}\n"
    "@media "
    "print{body{max-width:none;margin:0;padding:0;font-size:11pt;line-height:1.4}.scroll{overflow:visible}"
    "table{min-width:0}"
    "thead{display:table-header-group}tr{break-inside:avoid}}\n";

/* A text, or a line to write on. */
static void put_or_blank(struct rep_markup *m, const char *text)
{
    if (text)
        rep_put(m, "%s", text);
    else
        rep_put(m, "<span class=\"blank\">&#160;</span>");
}

static void put_head(struct rep_markup *m, const char *title)
{
    rep_put(m,
            "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\"/>\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
            "<title>%s</title>\n<style>",
            zj_i18n_lang()[0] == 'z' ? "zh-CN" : "en", title);
    rep_put_bytes(m, style, sizeof style - 1);
    rep_put(m, "</style>\n</head>\n<body>\n<main>\n<h1>%s</h1>\n", title);
}

static void put_lines(struct rep_markup *m, const struct rep_notice_line *line, int n)
{
    const char *const *heads = rep_notice_heads();

    rep_put(m,
            "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"%s\">\n<table>\n<thead><tr>",
            _("public notice"));
    for (int k = 0; k < REP_NOTICE_COLUMNS; k++)
        rep_put(m, "<th scope=\"col\">%s</th>", heads[k]);
    rep_put(m, "</tr></thead>\n<tbody>\n");
    for (int i = 0; i < n; i++) {
        const struct rep_notice_line *l = &line[i];
        rep_put(m,
                "<tr><td>%d</td><th scope=\"row\">%s</th><td>%s</td><td>%s</td><td>%s</td><td>%s</td>"
                "<td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>\n",
                i + 1, l->name, l->sex, l->subject, l->title, l->from, l->to, l->kind, l->time, l->remarks);
    }
    rep_put(m, "</tbody>\n</table>\n</div>\n");
}

void rep_notice(struct rep_markup *page, const struct rep_case *r, int days, const char *contact)
{
    struct zj_arena a = {NULL};
    struct rep_notice_line *line;
    const int n = rep_notice_lines(r, &a, &line);
    const bool lessons = r->plan->model == ZJ_TIMETABLE;

    put_head(page, lessons ? _("Public notice of travelling teachers") : _("Public notice of postings"));
    rep_put(page, "<p>");
    rep_say(
        page,
        ngettext("After applications, recommendations and review, the following %d arrangement is proposed "
                 "and made public.",
                 "After applications, recommendations and review, the following %d arrangements are "
                 "proposed and made public.",
                 (unsigned long)n),
        n);
    rep_put(page, "</p>\n");
    put_lines(page, line, n);
    rep_put(page, "<p>");
    rep_say(page,
            ngettext("The notice stands for %d working day. Objections may be raised in that time with:",
                     "The notice stands for %d working days. Objections may be raised in that time with:",
                     (unsigned long)days),
            days);
    rep_put(page, " ");
    put_or_blank(page, contact);
    rep_put(page, "</p>\n<p class=\"issue\">");
    put_or_blank(page, r->office);
    rep_put(page, "<br/>\n");
    put_or_blank(page, r->date);
    rep_put(page, "</p>\n</main>\n</body>\n</html>\n");
    zj_arena_release(&a);
}
