/*
 * roff.h - text for man pages (mdoc).
 */
#ifndef ZJ_CLI_ROFF_H
#define ZJ_CLI_ROFF_H

/*
 * Print a text as lines of mdoc: a hyphen that is typed is \-; a line must not begin with a dot or an
 * apostrophe; sentences begin on lines of their own.
 */
void cli_roff_text(const char *text);
/*
 * Print a page that the program writes as Markdown: headings, paragraphs and tables. The heading of level 1
 * is left out; a row of a table becomes an item: its first cell is the tag, the others follow, each with the
 * title of its column; cells that are blank or "-" are left out.
 */
void cli_roff_markdown(const char *markdown);

#endif
