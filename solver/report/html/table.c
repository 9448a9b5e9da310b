#include "solver/base/i18n.h"
#include "solver/report/html/sections.h"

void rep_section_open(struct rep_markup *m, const char *id, const char *title)
{
    rep_put(m, "<section id=\"%s\" aria-labelledby=\"%s-h\">\n<h2 id=\"%s-h\">%s</h2>\n", id, id, id, title);
}

void rep_section_close(struct rep_markup *m)
{
    rep_put(m, "</section>\n");
}

void rep_page_table_open(struct rep_markup *m, const char *caption, const struct rep_column *column, int n)
{
    rep_put(m,
            "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"%s\">\n<table>\n"
            "<caption>%s</caption>\n<thead><tr>",
            caption, caption);
    for (int i = 0; i < n; i++)
        rep_put(m, column[i].number ? "<th scope=\"col\" class=\"n\">%s</th>" : "<th scope=\"col\">%s</th>",
                column[i].title);
    rep_put(m, "</tr></thead>\n<tbody>\n");
}

void rep_page_table_close(struct rep_markup *m)
{
    rep_put(m, "</tbody>\n</table>\n</div>\n");
}

void rep_number_cell(struct rep_markup *m, int64_t n)
{
    if (n == ZJ_NO_VALUE)
        rep_put(m, "<td class=\"n\"></td>");
    else
        rep_put(m, "<td class=\"n\">%lld</td>", (long long)n);
}

void rep_mark(struct rep_markup *m, bool good, const char *word)
{
    rep_put(m, good ? "<span class=\"good\">✓ %s</span>" : "<span class=\"bad\">✗ %s</span>", word);
}
