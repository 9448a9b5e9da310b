#include "solver/cli/roff.h"

#include "solver/base/mem.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_CELLS = 12 };

void cli_roff_text(const char *text)
{
    for (bool begins = true; *text; text++) {
        const bool ends = *text == '.' && text[1] == ' ';

        if (begins && (*text == '.' || *text == '\''))
            fputs("\\&", stdout);
        fputs(ends ? ".\n" : *text == '-' ? "\\-" : *text == '\\' ? "\\e" : (char[]){*text, '\0'}, stdout);
        text += ends; /* the blank */
        begins = ends;
    }
    putchar('\n');
}

/* ---- Markdown, as far as the program writes it -------------------------------------------------------- */

struct page {
    char *title[MOST_CELLS]; /* of the table that is being read; heap */
    int n_titles;
    bool in_table, in_list;
    bool after_text; /* a paragraph must be parted from what stands before */
};

/* Without the marks of code, and with \| as |. In place. */
static char *plain(char *text)
{
    char *to = text;

    for (const char *p = text; *p; p++) {
        if (*p == '`' || (*p == '\\' && p[1] == '|'))
            continue;
        *to++ = *p;
    }
    *to = '\0';
    return text;
}

static char *trimmed(char *text)
{
    text += strspn(text, " ");
    size_t n = strlen(text);
    while (n > 0 && text[n - 1] == ' ')
        text[--n] = '\0';
    return text;
}

/* The cells of a row "| a | b |", cut out of it; their number. */
static int cut(char *row, char **cell)
{
    int n = 0;

    for (char *p = row + 1; *p && n < MOST_CELLS;) {
        char *end = p;
        while (*end && !(*end == '|' && end[-1] != '\\'))
            end++;
        const bool last = *end == '\0';
        *end = '\0';
        cell[n++] = plain(trimmed(p));
        p = last ? end : end + 1;
    }
    return n;
}

static void end_table(struct page *g)
{
    if (g->in_list)
        puts(".El");
    for (int i = 0; i < g->n_titles; i++)
        free(g->title[i]);
    *g = (struct page){.after_text = g->after_text || g->in_list};
}

static bool says_something(const char *cell)
{
    return *cell && strcmp(cell, "-") != 0;
}

static void put_row(struct page *g, char *row)
{
    char *cell[MOST_CELLS];
    const int n = cut(row, cell);

    if (!g->in_table) {
        g->in_table = true;
        g->n_titles = n;
        for (int i = 0; i < n; i++)
            g->title[i] = strdup(cell[i]);
        return;
    }
    if (strncmp(cell[0], "---", 3) == 0)
        return;
    if (!g->in_list)
        puts(".Bl -tag -width Ds");
    g->in_list = true;
    fputs(".It \\&", stdout); /* no word of it is a macro */
    cli_roff_text(cell[0]);
    for (int i = 1; i < n && i < g->n_titles; i++) {
        char *text;
        if (!says_something(cell[i]))
            continue;
        if (asprintf(&text, "%s: %s.", g->title[i], cell[i]) < 0)
            zj_out_of_memory();
        cli_roff_text(text);
        free(text);
    }
}

static void put_line(struct page *g, char *line)
{
    if (*line == '|') {
        put_row(g, line);
        return;
    }
    end_table(g);
    const size_t level = strspn(line, "#");
    if (level > 1) {
        printf(level == 2 ? ".Sh " : ".Ss ");
        cli_roff_text(plain(trimmed(line + level)));
        g->after_text = false;
    } else if (level == 0 && *line) {
        if (g->after_text)
            puts(".Pp");
        cli_roff_text(plain(line));
        g->after_text = true;
    }
}

void cli_roff_markdown(const char *markdown)
{
    struct page g = {.after_text = true};
    char *text = strdup(markdown), *rest = text;

    if (!text)
        zj_out_of_memory();
    for (char *line; (line = strsep(&rest, "\n"));)
        put_line(&g, line);
    end_table(&g);
    free(text);
}
