/*
 * pieces.c - cells of single days put together into months or weeks, and their order.
 */
#include "models/calendar/cells.h"

bool cal_is_part(const struct cal_model *m, const struct cal_cell *a, const struct cal_cell *b)
{
    return a->who == b->who && m->piece_of[a->date] == m->piece_of[b->date] && a->host == b->host &&
           a->cost == b->cost && a->pins == b->pins;
}

void cal_merge_cells(struct cal_model *m)
{
    int n = 0, first = 0; /* cells of the piece at hand begin there */
    struct cal_cell before = {.who = -1};

    for (int i = 0; i < m->n_cells; i++) {
        const struct cal_cell c = m->cell[i];
        bool again = c.who == before.who && m->piece_of[c.date] == m->piece_of[before.date];
        bool is_time =
            !again || c.date != before.date || c.session != before.session || c.period != before.period;
        first = again ? first : n;
        before = c;
        int k = first;
        while (k < n && !cal_is_part(m, &m->cell[k], &c))
            k++;
        if (k < n) {
            m->cell[k].most++;
        } else {
            m->cell[k] = c;
            m->cell[k].times = k > first ? m->cell[first].times : 0;
            n++;
        }
        m->cell[k].last = c.date;
        m->cell[k].weeks |= (uint64_t)1 << (m->week_of[c.date] - m->first_week[m->piece_of[c.date]]);
        for (int j = first; j < n; j++)
            m->cell[j].times += is_time;
    }
    m->n_cells = n;
}

int cal_compare_cells(const struct cal_cell *a, const struct cal_cell *b)
{
    const int p[] = {a->who, a->date, a->session, a->period, a->host};
    const int q[] = {b->who, b->date, b->session, b->period, b->host};

    for (size_t i = 0; i < sizeof p / sizeof p[0]; i++)
        if (p[i] != q[i])
            return p[i] < q[i] ? -1 : 1;
    return 0;
}
