/*
 * rotation.h - schools that take their turn: as host or in the chair.
 */
#ifndef MODELS_CALENDAR_ROTATION_H
#define MODELS_CALENDAR_ROTATION_H

#include "models/calendar/model.h"

/* Which schools an entry rotates in one community. */
struct cal_candidates {
    int *v; /* arena */
    int n;
    int max_gap; /* longest run without one of them */
};

/*
 * Schools of the lists (hosts or chairs) of the groups that the entry names in the community, if `where`
 * selects them; in order of schools.
 */
void cal_candidates(struct cal_model *m, const struct zj_rule *r, int community, bool chairs,
                    struct cal_candidates *c);
/* The rows of one entry, over the turns given: those of hosts, or of chairs. */
void cal_rotate(struct cal_model *m, const struct zj_rule *r, const struct cal_turns *turns, bool chairs);

/*
 * Turns of the chairs. Which groups' chairs the program must decide: the others are dealt out when the days
 * stand.
 */
void cal_decide_chairs(struct cal_model *m);
bool cal_deals_chairs(struct cal_model *m, const struct zj_rule *r, int community);
void cal_add_chairs(struct cal_model *m);
/* Give every occurrence of the calendar, which is sorted, its chair; x: by column. */
void cal_deal_chairs(struct cal_model *m, const int64_t *x, struct zj_calendar *calendar);
/* Give cells by days, one for each occurrence, their hosts in turn, as often as before. */
void cal_deal_hosts(struct cal_model *m, struct cal_cell *v, int n);
void cal_turns_add(struct cal_turns *t, const struct cal_turn *x);

#endif
