/*
 * ledger.h - what every count_<rule>.c is given, and how it says what it counted.
 */
#ifndef ZJ_VERIFY_CREDIT_LEDGER_H
#define ZJ_VERIFY_CREDIT_LEDGER_H

#include "solver/data/credit.h"
#include "solver/verify/stay.h"

struct vf_ledger {
    const struct zj_instance *in;
    const struct zj_policy *pol;
    struct zj_credit *credit;
    struct zj_arena scratch;
    struct vf_stays stays;
    int *stay, *first_stay; /* stays by teacher and start; those of a teacher: [first[t], first[t + 1]) */
    int *row, *first_row;   /* rows of activities by teacher and date, in the same way */
};

/* Half-years of the stays of a teacher that an entry counts, up to the last day counted. */
struct vf_time {
    int64_t half_years;
    bool any;     /* is there such a stay? */
    bool goes_on; /* does one of them run on that day? */
};

/* One for each rule of credit_rules.def: the lines of a teacher, and what they put into the accounts. */
#define ZJ_RULE(id, ...) void count_##id(struct vf_ledger *l, const struct zj_rule *r, int teacher);
#include "solver/data/credit_rules.def"
#undef ZJ_RULE

/* Add the line to the credit, and what it gives to its account. */
void vf_ledger_add(struct vf_ledger *l, const struct zj_credit_line *line);

/*
 * Half-years from one day to another, both included: two for each completed year; of the days that are
 * left one for every 180, when at least 90 of them are reached. A school year of two terms is two.
 */
int64_t vf_half_years(int32_t start, int32_t end);

/* Whose time a stay is: of nobody who is asked, of another entry, of this one. */
enum vf_owner { VF_NOT_COUNTED, VF_COUNTED_ELSEWHERE, VF_COUNTED_HERE };
typedef enum vf_owner vf_owner_of(const struct vf_ledger *l, const struct zj_rule *r,
                                  const struct vf_stay *s);
/*
 * The stays of the teacher from `since` on, in the order of their starts. A day that lies in two of those
 * counted belongs to the one that began first.
 */
struct vf_time vf_time_of_stays(const struct vf_ledger *l, const struct zj_rule *r, int teacher,
                                int32_t since, vf_owner_of *owner);
/* The entry's kinds and its `where`. */
bool vf_stay_is_of(const struct vf_ledger *l, const struct zj_rule *r, const struct vf_stay *s);

/* Every row of the log that no entry of `credit` counts. */
void vf_list_uncounted(struct vf_ledger *l);

#endif
