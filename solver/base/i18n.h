/*
 * i18n.h - messages in English and Chinese through gettext.
 *
 * The English sentence is the key; scripts/po/zh_CN.po holds the Chinese. Write whole
 * sentences with printf places, never sentences built from parts. JSON keys,
 * codes and ids are never translated.
 */
#ifndef ZJ_BASE_I18N_H
#define ZJ_BASE_I18N_H

#include <libintl.h>

#define _(text)  gettext(text)
#define N_(text) text /* marked for translation here, translated where it is printed */

/* Choose the language: "zh", "en", or NULL for the locale's. Call once, early. */
void zj_i18n_init(const char *lang);
/* "zh" or "en": the language in use. */
const char *zj_i18n_lang(void);

#endif
