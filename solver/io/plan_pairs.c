/*
 * plan_pairs.c - what only a plan of a pairing has: members and their leads.
 */
#include "solver/base/i18n.h"
#include "solver/io/keys.h"
#include "solver/io/plan_parts.h"
#include "solver/io/values.h"

enum { MAX_PAIRS = 1000 * 1000, MAX_ROUND = 100, MAX_MINUTES = 1440, MAX_METRES = 2000000 };

/* One of the words of the set of forms; blank = none. */
static bool read_form(struct zj_plan_reader *r, int object, int *form)
{
    const char *words[ZJ_N_FORMS];
    int node = zj_json_given(r->j, object, "form");

    *form = -1;
    if (node < 0)
        return true;
    for (int f = 0; f < ZJ_N_FORMS; f++)
        words[f] = zj_value_token(ZJ_VS_form, f);
    return zj_json_choice(r->j, node, words, ZJ_N_FORMS, form);
}

static bool read_number(struct zj_plan_reader *r, int object, const char *member, int lo, int hi, int *out)
{
    int node = zj_json_given(r->j, object, member);

    return node < 0 || zj_json_int(r->j, node, lo, hi, out);
}

static void read_pair(struct zj_plan_reader *r, int node)
{
    struct zj_pair x = {.metres = ZJ_NONE, .minutes = ZJ_NONE};
    bool fine = zj_plan_id(r, node, "lead_id", zj_find_school, &x.lead);

    fine = zj_plan_id(r, node, "member_id", zj_find_school, &x.member) && fine;
    fine = read_form(r, node, &x.form) && fine;
    fine = read_number(r, node, "round", 1, MAX_ROUND, &x.round) && fine;
    fine = read_number(r, node, "metres", 0, MAX_METRES, &x.metres) && fine;
    fine = read_number(r, node, "minutes", 0, MAX_MINUTES, &x.minutes) && fine;
    if (!fine)
        return;
    if (zj_keys_add(&r->pair_keys, x.lead, x.member, 0, 1) >= 0)
        zj_diag_add(r->j->d, ZJ_ERROR, "twice", zj_json_at(r->j, node),
                    _("the pair of '%s' and '%s' stands twice"), r->in->school[x.lead].id,
                    r->in->school[x.member].id);
    else
        zj_pairs_add(&r->plan->pairs, &x);
}

void zj_plan_pairs(struct zj_plan_reader *r, int node)
{
    static const char *const names[] = {"lead_id", "member_id", "metres", "minutes", "form", "round"};

    if (zj_json_expect_array(r->j, node, MAX_PAIRS))
        zj_plan_each(r, node, names, 6, read_pair);
    zj_pairs_sort(&r->plan->pairs);
    zj_keys_release(&r->pair_keys);
}
