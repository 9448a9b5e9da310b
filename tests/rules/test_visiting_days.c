/*
 * test_visiting_days.c - weekdays, days a week and lessons a visit.
 */
#include "tests/support/judge.h"

static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "school S3 member G\n"
                             "school C1 member G campus=K\n"
                             "school C2 member G campus=K\n"
                             "teacher A S1 F 1990-01-01 x load=60\n"
                             "teacher B S2 M 1990-01-01 x load=60\n"
                             "teacher K C2 M 1990-01-01 x load=60\n"
                             "demand S1 x 20 class=a\n"
                             "demand S2 x 20 class=b\n"
                             "demand S3 x 20 class=c\n"
                             "demand C1 x 20 class=k1\n"
                             "demand C2 x 20 class=k2\n";

static const struct judge_case cases[] = {
    {"home is no visit", "rule visiting_days weekday=Fri max_days=0 min_periods=9\n", "A a x Mon 1", 0, 0,
     NULL},
    {"the home campus is no visit", "rule visiting_days max_days=0\n", "K k1 x Mon 1", 0, 0, NULL},
    {"on the right day", "rule visiting_days weekday=Fri\n", "A b x Fri 1", 0, 1, "A S2"},
    {"on the wrong day", "rule visiting_days weekday=Fri\n", "A b x Thu 1", 1, 1, "A S2"},
    {"one day is wrong, however many lessons", "rule visiting_days weekday=Fri\n",
     "A b x Thu 1-4; A b x Fri 1", 1, 1, NULL},
    {"one of two days", "rule visiting_days weekday=Tue,Thu\n", "A b x Tue 1; A b x Thu 1; A b x Fri 1", 1, 1,
     NULL},
    {"at home on any day", "rule visiting_days weekday=Fri\n", "A a x Mon 1; A b x Fri 1", 0, 1, NULL},
    {"as many days as allowed", "rule visiting_days max_days=2\n", "A b x Mon 1; A b x Tue 1", 0, 1, "A S2"},
    {"a day too many", "rule visiting_days max_days=2\n", "A b x Mon 1; A b x Tue 1; A b x Wed 1", 1, 1,
     "A S2"},
    {"days, not visits", "rule visiting_days max_days=1\n", "A b x Mon 1; A a x Mon 3; A b x Mon 7", 0, 1,
     NULL},
    {"each school by itself", "rule visiting_days max_days=1\n", "A b x Mon 1; A c x Tue 1", 0, 2, "A S3"},
    {"each teacher by herself", "rule visiting_days max_days=1\n", "A c x Mon 1; B c x Tue 1", 0, 2, "B S3"},
    {"one campus is one school", "rule visiting_days max_days=1\n", "A k1 x Mon 1; A k2 x Tue 1", 1, 1,
     "A C1"},
    {"a campus bears its first school's name", "rule visiting_days max_days=1\n", "A k2 x Mon 1", 0, 1,
     "A C1"},
    {"a visit as long as asked", "rule visiting_days min_periods=2\n", "A b x Mon 1-2", 0, 1, NULL},
    {"a visit too short", "rule visiting_days min_periods=2\n", "A b x Mon 1", 1, 1, "A S2"},
    {"morning and afternoon are one visit", "rule visiting_days min_periods=2\n", "A b x Mon 1; A b x Mon 7",
     0, 1, NULL},
    {"a lesson elsewhere ends the visit", "rule visiting_days min_periods=2\n",
     "A b x Mon 1; A a x Mon 3; A b x Mon 7", 2, 1, NULL},
    {"each visit by itself", "rule visiting_days min_periods=2\n",
     "A b x Mon 1-2; A b x Tue 1; A b x Wed 5-7", 1, 1, NULL},
    {"two schools in one visit", "rule visiting_days min_periods=2\n", "A k1 x Mon 1; A k2 x Mon 2", 0, 1,
     NULL},
    {"another teacher's lesson does not help", "rule visiting_days min_periods=2\n",
     "A c x Mon 1; B c x Mon 2", 2, 2, NULL},
    {"all three, three places", "rule visiting_days weekday=Fri max_days=1 min_periods=2\n",
     "A b x Mon 1; A b x Tue 1", 5, 3, NULL},
    {"`where`: the teacher's home", "rule visiting_days max_days=0 where.school=S2\n",
     "A c x Mon 1; B c x Tue 1", 1, 1, "B S3"},
};

JUDGE_LESSONS_MAIN(visiting_days, false, county, cases)
