/*
 * parts.h - the sections of the summary of text.h. Each prints itself and the blank line before it.
 */
#ifndef ZJ_REPORT_PARTS_H
#define ZJ_REPORT_PARTS_H

#include "solver/report/text.h"

/* Lines that a table may take unless everything is asked for. */
enum { REP_POSTING_LINES = 16, REP_RULE_LINES = 20, REP_UNMET_LINES = 6, REP_CONFLICT_LINES = 20 };

void rep_print_postings(FILE *out, const struct rep_secondment *r);
void rep_print_rules(FILE *out, const struct rep_secondment *r);
void rep_print_unmet(FILE *out, const struct rep_secondment *r);
void rep_print_tiers(FILE *out, const struct rep_secondment *r);
void rep_print_conflict(FILE *out, const struct rep_secondment *r);

/* The sentence that demands the rule: the document's, or the rule's own in the language in use. */
const char *rep_rule_text(const struct zj_policy *pol, enum zj_rule_id rule, int index);
/* Lines for a table: `usual`, or 0 (no limit) when everything is asked for. */
int rep_limit(const struct rep_secondment *r, int usual);

#endif
