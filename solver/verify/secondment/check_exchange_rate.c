/*
 * check_exchange_rate.c - each year a share of those who may go does go, good teachers among them.
 *
 * Policy    Those who start a posting in a year are at least `permille` of the base; those of rank backbone
 *           among them at least `backbone_permille` of the exchanged, or of the backbone of the base.
 * Place     Years. Base: teachers who pass `where` and `base` on the first day of the year; an empty base
 *           asks for nothing.
 * Counted   have = distinct teachers of the base who start a posting of the kinds in the year (those with
 *           rank backbone); need = the share, rounded up by default.
 * Shortfall Teachers missing. Two findings for each year when both shares are given.
 * Units     Teachers.
 * Example   County indicators of quality balance: 不低于符合交流条件教师总数的10%；骨干教师不低于交流轮岗
 *           教师总数的20%.
 */
#include "solver/verify/check.h"
#include "solver/verify/place.h"

struct numbers {
    int64_t base, base_backbone;
    int64_t exchanged, exchanged_backbone;
};

static struct numbers count(const struct vf_check *c, const struct zj_rule *r, int year, int32_t day)
{
    struct numbers n = {0};

    for (int t = 0; t < c->in->n_teachers; t++) {
        if (!vf_in_roster(c, r, t, day))
            continue;
        bool backbone = vf_is_backbone(c->in, t), goes = vf_starts_within(c, r, t, year, year);

        n.base++;
        n.base_backbone += backbone;
        n.exchanged += goes;
        n.exchanged_backbone += goes && backbone;
    }
    return n;
}

static void judge(struct vf_check *c, const struct zj_rule *r, const char *where, int permille, int64_t of,
                  int64_t have)
{
    int64_t need = vf_divide(vf_times(permille, of), 1000, r->round);

    vf_found(c, r, where, need, have, vf_over(need - have));
}

void check_exchange_rate(struct vf_check *c, const struct zj_rule *r)
{
    struct vf_periods years = vf_list_periods(c, ZJ_PER_YEAR);
    struct zj_arena *a = &c->v->arena;

    for (int y = 0; y < years.n; y++) {
        const char *year = years.v[y].text;
        struct numbers n = count(c, r, y, c->in->term[years.v[y].first].start);

        if (n.base > 0 && r->permille != ZJ_NONE)
            judge(c, r, zj_printf(a, "county %s", year), r->permille, n.base, n.exchanged);
        if (n.base > 0 && r->backbone_permille != ZJ_NONE)
            judge(c, r, zj_printf(a, "county/backbone %s", year), r->backbone_permille,
                  r->backbone_base == ZJ_BASE_ELIGIBLE ? n.base_backbone : n.exchanged, n.exchanged_backbone);
    }
}
