/*
 * collide_impl.h - between the files of collide.h.
 */
#ifndef MODELS_SECONDMENT_COLLIDE_IMPL_H
#define MODELS_SECONDMENT_COLLIDE_IMPL_H

#include "models/secondment/collide.h"

struct mc_waivers sec_as_list(const struct sec_parts *p);
/* n times true; heap. */
bool *sec_all_of(int n);
/* A context for conflicts without the waived parts; `touch` as in context.h. */
void sec_open_context(const struct sec_collide *s, const struct mc_waivers *waived, const bool *touch,
                      struct sec_ctx *c);
void sec_set_limits(const struct sec_collide *s, struct sec_switches *w);
/* By school: does the place of one of the parts name it? Heap. */
bool *sec_touched(const struct zj_instance *in, const struct sec_parts *rows);
/* Cut `parts` down in a program of postings that touch the schools. `filters` false: only those in it. */
enum zj_status sec_cut_lifted(struct sec_collide *s, const struct mc_waivers *waived, const bool *touch,
                              bool filters, struct sec_parts *parts, enum mc_found *found,
                              struct zj_err *err) ZJ_MUST_CHECK;
/* History and parts, until neither makes the other smaller; *past: the rows of history.csv needed. */
enum zj_status sec_cut_both(struct sec_collide *s, const bool *touch, struct sec_parts *parts,
                            struct sec_parts *past, struct zj_err *err) ZJ_MUST_CHECK;

#endif
