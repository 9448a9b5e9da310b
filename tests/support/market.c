#include "tests/support/market.h"

#include "solver/data/travel.h"

#include <string.h>

void market_open(struct market *m, const struct zj_instance *in, const struct zj_policy *pol)
{
    memset(m, 0, sizeof *m);
    m->in = in;
    for (int i = 0; i < m->in->n_preferences; i++)
        m->rank[m->in->preference[i].from][m->in->preference[i].to] = m->in->preference[i].rank;
    for (int k = 0; k < pol->n_pairing_rules; k++)
        if (pol->pairing_rule[k].id == ZJ_R_size)
            m->room[pol->pairing_rule[k].where.school.v[0]] = pol->pairing_rule[k].members_max;
    for (int s = 0; s < MARKET_MAX_SCHOOLS; s++)
        m->lead_of[s] = -1;
}

/* The member of the lead that it likes least, and how many it has. */
static int worst_of(const struct market *m, int lead, int *n)
{
    int worst = -1;

    *n = 0;
    for (int s = 0; s < m->in->n_schools; s++) {
        if (m->lead_of[s] != lead)
            continue;
        ++*n;
        if (worst < 0 || m->rank[lead][s] > m->rank[lead][worst])
            worst = s;
    }
    return worst;
}

/* Would the lead rather have the member than what it has? */
static bool takes(const struct market *m, int lead, int member)
{
    int n, worst = worst_of(m, lead, &n);

    return n < m->room[lead] || (worst >= 0 && m->rank[lead][member] < m->rank[lead][worst]);
}

void market_propose(struct market *m)
{
    int next[MARKET_MAX_SCHOOLS] = {0}; /* the last rank tried */

    for (bool moved = true; moved;) {
        moved = false;
        for (int s = 0; s < m->in->n_schools; s++) {
            int best = -1;

            if (m->in->school[s].role != ZJ_MEMBER || m->lead_of[s] >= 0)
                continue;
            for (int l = 0; l < m->in->n_schools; l++)
                if (m->rank[s][l] > next[s] && (best < 0 || m->rank[s][l] < m->rank[s][best]))
                    best = l;
            if (best < 0)
                continue;
            next[s] = m->rank[s][best];
            moved = true;
            if (!takes(m, best, s))
                continue;
            int n, worst = worst_of(m, best, &n);
            if (n == m->room[best])
                m->lead_of[worst] = -1;
            m->lead_of[s] = best;
        }
    }
}

bool market_is_blocked(const struct market *m)
{
    for (int s = 0; s < m->in->n_schools; s++)
        for (int l = 0; l < m->in->n_schools; l++) {
            int now = m->lead_of[s];

            if (m->rank[s][l] > 0 && m->rank[l][s] > 0 && m->in->school[s].role == ZJ_MEMBER && now != l &&
                (now < 0 || m->rank[s][now] > m->rank[s][l]) && takes(m, l, s))
                return true;
        }
    return false;
}

int market_alone(const struct market *m, int64_t *minutes)
{
    int n = 0;

    *minutes = 0;
    for (int s = 0; s < m->in->n_schools; s++) {
        if (m->in->school[s].role != ZJ_MEMBER)
            continue;
        n += m->lead_of[s] < 0;
        *minutes += m->lead_of[s] < 0 ? 0 : zj_minutes(m->in, m->lead_of[s], s);
    }
    return n;
}
