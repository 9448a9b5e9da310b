#include "solver/cli/horizon.h"

#include "solver/base/i18n.h"
#include "solver/cli/values.h"
#include "solver/data/dates.h"
#include "solver/data/event.h"

#include <stdlib.h>
#include <string.h>

/* The terms that stay: first .. first + n - 1. */
struct window {
    int first, n;
};

/* The term with this id, whose text ends before `end`; -1 when there is none. */
static int term_called(const struct zj_instance *in, const char *id, const char *end)
{
    size_t n = (size_t)(end - id);

    for (int t = 0; t < in->n_terms; t++) {
        if (strlen(in->term[t].id) == n && strncmp(in->term[t].id, id, n) == 0)
            return t;
    }
    return -1;
}

static enum zj_status read_window(const struct cli_args *a, const struct zj_instance *in, struct window *w)
{
    const char *dots = strstr(a->terms, "..");
    int64_t n = 0;

    if (dots) {
        int first = term_called(in, a->terms, dots), last = term_called(in, dots + 2, strchr(dots, '\0'));
        if (first < 0 || last < first)
            return cli_fail(a, ZJ_EUSAGE, NULL,
                            _("option '--%s': '%s' is not valid; expected terms from %s to %s, in order"),
                            "terms", a->terms, in->term[0].id, in->term[in->n_terms - 1].id);
        *w = (struct window){first, last - first + 1};
        return ZJ_OK;
    }
    if (cli_read_count(a->terms, &n) || n > in->n_terms)
        return cli_fail(
            a, ZJ_EUSAGE, NULL,
            _("option '--%s': '%s' is not valid; expected a number from 1 to %d or terms such as %s..%s"),
            "terms", a->terms, in->n_terms, in->term[0].id, in->term[in->n_terms - 1].id);
    *w = (struct window){0, (int)n};
    return ZJ_OK;
}

/* The term's index inside the window, or -1. */
static int moved(const struct window *w, int term)
{
    return term >= w->first && term < w->first + w->n ? term - w->first : -1;
}

static void cut_terms(struct zj_instance *in, const struct window *w)
{
    int first_year = in->term[w->first].year_index, next = w->first + w->n;
    struct zj_term *last = &in->term[next - 1];

    if (next < in->n_terms && last->vacation_until <= last->end)
        last->vacation_until = in->term[next].start - 1; /* the vacation stays, without the term after it */
    in->term += w->first;                                /* the arena owns the array */
    in->n_terms = w->n;
    for (int t = 0; t < in->n_terms; t++)
        in->term[t].year_index -= first_year;
    in->n_years = in->term[in->n_terms - 1].year_index + 1;
}

static void cut_kinds(struct zj_policy *pol, const struct window *w)
{
    for (int k = 0; k < pol->n_kinds; k++) {
        struct zj_kind *kind = &pol->kind[k];
        int left = 0;

        for (int i = 0; i < kind->start_terms.n; i++) {
            int t = moved(w, kind->start_terms.v[i]);
            if (t >= 0)
                kind->start_terms.v[left++] = t;
        }
        if (kind->start_terms.n > 0 && left == 0)
            kind->lengths.n = 0; /* an empty list of start terms would mean any */
        kind->start_terms.n = left;
    }
}

static void cut_pins(struct zj_instance *in, const struct window *w)
{
    int left = 0;

    for (int i = 0; i < in->n_pins; i++) {
        struct zj_pin pin = in->pin[i];
        if (pin.start_term >= 0) {
            pin.start_term = moved(w, pin.start_term);
            if (pin.start_term < 0)
                continue;
        }
        in->pin[left++] = pin;
    }
    in->n_pins = left;
}

static void cut_postings(struct zj_postings *p, const struct window *w)
{
    int left = 0;

    for (int i = 0; i < p->n; i++) {
        struct zj_posting x = p->v[i];
        x.start = moved(w, x.start);
        if (x.start >= 0)
            p->v[left++] = x;
    }
    p->n = left;
}

enum zj_status cli_cut_horizon(const struct cli_args *a, struct zj_instance *in, struct zj_policy *pol,
                               struct zj_postings *keep)
{
    struct window w = {0, 0};

    ZJ_TRY(read_window(a, in, &w));
    cut_terms(in, &w);
    cut_kinds(pol, &w);
    cut_pins(in, &w);
    zj_dates_resolve(in);
    zj_events_resolve(in, pol);
    if (keep)
        cut_postings(keep, &w);
    return ZJ_OK;
}
