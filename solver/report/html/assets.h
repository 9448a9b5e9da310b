/*
 * assets.h - the style sheets and the script of the page, as the build embeds them (scripts/embed.sh).
 * ASCII; a NUL follows the last byte.
 */
#ifndef ZJ_REPORT_HTML_ASSETS_H
#define ZJ_REPORT_HTML_ASSETS_H

#include <stddef.h>

extern const char rep_page_css[], rep_picture_css[], rep_page_js[];
extern const size_t rep_page_css_n, rep_picture_css_n, rep_page_js_n;

#endif
