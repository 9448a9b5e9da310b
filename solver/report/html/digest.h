/*
 * digest.h - the hash by which a content security policy knows the page's own style and script.
 */
#ifndef ZJ_REPORT_HTML_DIGEST_H
#define ZJ_REPORT_HTML_DIGEST_H

#include <stddef.h>

enum { REP_DIGEST_SIZE = 45 }; /* SHA-256 in base64, with its NUL */

void rep_digest(const char *bytes, size_t n, char out[REP_DIGEST_SIZE]);

#endif
