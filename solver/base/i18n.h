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
#include <stdbool.h>

#define _(text)  gettext(text)
#define N_(text) text /* marked for translation here, translated where it is printed */

/* Is it "zh" or "en", alone or as the name of a locale begins: zh_CN, en-GB, zh_CN.UTF-8? */
bool zj_i18n_speaks(const char *lang);
/* Choose the language: one that is spoken, or NULL for the locale's. Call once, early. */
void zj_i18n_init(const char *lang);
/* "zh" or "en": the language in use. */
const char *zj_i18n_lang(void);

#endif
