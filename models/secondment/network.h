/*
 * network.h - types of teachers and the network of postings each type may take.
 */
#ifndef MODELS_SECONDMENT_NETWORK_H
#define MODELS_SECONDMENT_NETWORK_H

#include "models/secondment/model.h"

/*
 * Does a hard rule, or the kind itself, bar the posting? The rule's policy index goes to *by (-1:
 * implied).
 */
bool sec_barred(const struct sec_ctx *c, const struct zj_posting *p, int *by);
/* Does the kind go from the one school to the other at all, and is there a road? */
bool sec_has_road(const struct sec_ctx *c, int home, int host, int kind);
/* Can anybody of this home school be posted to the host by this kind, as far as schools alone decide? */
bool sec_may_host(const struct sec_ctx *c, int home, int host, int kind);

/*
 * Group the teachers of the block's schools into types. Two teachers are of one
 * type when no rule can tell them apart: same home school, subjects, load, post and
 * backbone standing, same answer to every filter of the policy on every first day
 * of term, and neither history, wishes, pins nor a kept plan names either of them.
 */
void sec_types_build(struct sec_model *m);
/*
 * Nodes and arcs of every type. A node's memory is what the rules ask to be
 * remembered; paths with equal memory share it. The burden is part of the
 * memory only where a further posting could pass the cap, m->fair_cap.
 */
void sec_network_build(struct sec_model *m);

#endif
