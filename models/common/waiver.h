/*
 * waiver.h - parts of the rules that do not bind for once, and the search for the few that collide.
 *
 * A part is a rule entry (or an implied rule) at a place, or a row of a table: what a person can change.
 * The more parts are in force, the fewer plans there are.
 */
#ifndef MODELS_COMMON_WAIVER_H
#define MODELS_COMMON_WAIVER_H

#include "solver/base/err.h"
#include "solver/data/plan.h"

struct mc_waivers {
    const struct zj_conflict_part *v;
    int n;
};

/* Is the part among them? `w` may be NULL: nothing is waived. */
bool mc_waived(const struct mc_waivers *w, enum zj_rule_id rule, int index, const char *where);
/* The row of the table ("history.csv") at this line. */
bool mc_waived_row(const struct mc_waivers *w, const char *table, int line);

enum mc_found { MC_COLLIDE, MC_AGREE, MC_OPEN }; /* no plan, proved; a plan; a limit came first */

/* Solve with the parts in[k] in force and the others waived. */
typedef enum zj_status mc_probe(void *ctx, const bool *in, enum mc_found *found, struct zj_err *err);

/*
 * The deletion filter. On entry in[k] are parts that collide; on return they are fewer and still do (the
 * last of them is a proved answer of the probe, or the entry). Parts with small numbers are tried
 * first, in halves. *minimal: every part that is left was waived alone, and the rest agreed.
 */
enum zj_status mc_shrink(int n, bool *in, mc_probe *probe, void *ctx, bool *minimal,
                         struct zj_err *err) ZJ_MUST_CHECK;
/* The same, one part after the other: for few parts, most of which are needed. */
enum zj_status mc_drop_each(int n, bool *in, mc_probe *probe, void *ctx, bool *minimal,
                            struct zj_err *err) ZJ_MUST_CHECK;

#endif
