/*
 * test_travel_limit.c - minutes and metres of a way, a day and a week, with and without the ways from home.
 */
#include "tests/support/judge.h"

static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "school S3 member G\n"
                             "school C1 member G campus=K\n"
                             "school C2 member G campus=K\n"
                             "road S1 S2 20 5000\n"
                             "road S2 S1 30 6000\n"
                             "road S1 S3 10 4000\n"
                             "road S2 S3 15 9000\n"
                             "teacher A S1 F 1990-01-01 x load=60\n"
                             "teacher B S2 M 1990-01-01 x load=60\n"
                             "teacher K C1 M 1990-01-01 x load=60\n"
                             "demand S1 x 20 class=a\n"
                             "demand S2 x 20 class=b\n"
                             "demand S3 x 20 class=c\n"
                             "demand C2 x 20 class=k\n";

static const struct judge_case cases[] = {
    {"a day at home has no ways", "rule travel_limit max_leg_minutes=0 max_week_metres=0\n", "A a x Mon 1", 0,
     0, NULL},
    {"the home campus has no ways", "rule travel_limit max_leg_minutes=0\n", "K k x Mon 1", 0, 0, NULL},
    {"a way as long as allowed", "rule travel_limit max_leg_minutes=30\n", "A b x Mon 1", 0, 1, "A Mon"},
    {"the way back is a minute too long", "rule travel_limit max_leg_minutes=29\n", "A b x Mon 1", 1, 1,
     "A Mon"},
    {"both ways are too long", "rule travel_limit max_leg_minutes=19\n", "A b x Mon 1", 2, 1, NULL},
    {"metres of a way", "rule travel_limit max_leg_metres=5999\n", "A b x Mon 1", 1, 1, NULL},
    {"metres of a way, met", "rule travel_limit max_leg_metres=6000\n", "A b x Mon 1", 0, 1, NULL},
    {"minutes of a day", "rule travel_limit max_day_minutes=50\n", "A b x Mon 1", 0, 1, NULL},
    {"minutes of a day, one too many: one day", "rule travel_limit max_day_minutes=49\n", "A b x Mon 1", 1, 1,
     NULL},
    {"metres of a day", "rule travel_limit max_day_metres=10999\n", "A b x Mon 1; A b x Tue 1", 2, 2,
     "A Tue"},
    {"a round trip of three ways", "rule travel_limit max_day_minutes=45\n", "A b x Mon 1; A c x Mon 7", 0, 1,
     NULL},
    {"minutes of a week", "rule travel_limit max_week_minutes=70\n", "A b x Mon 1; A c x Tue 1", 0, 1, "A"},
    {"minutes of a week, one too many", "rule travel_limit max_week_minutes=69\n", "A b x Mon 1; A c x Tue 1",
     1, 1, "A"},
    {"metres of a week", "rule travel_limit max_week_metres=18999\n", "A b x Mon 1; A c x Tue 1", 1, 1, "A"},
    {"six limits, six places",
     "rule travel_limit max_leg_minutes=30 max_day_minutes=50 max_week_minutes=50 max_leg_metres=6000 "
     "max_day_metres=11000 max_week_metres=11000\n",
     "A b x Mon 1", 0, 6, NULL},
    {"each of six is broken",
     "rule travel_limit max_leg_minutes=29 max_day_minutes=49 max_week_minutes=49 max_leg_metres=5999 "
     "max_day_metres=10999 max_week_metres=10999\n",
     "A b x Mon 1", 6, 6, NULL},
    {"home at noon without a lesson is no way", "rule travel_limit max_day_minutes=50\n",
     "A b x Mon 1; A b x Mon 7", 0, 1, NULL},
    {"home for a lesson is", "rule travel_limit max_day_minutes=99\n",
     "A b x Mon 1; A a x Mon 5; A b x Mon 7", 1, 1, NULL},

    {"not from home: no way counts", "rule travel_limit from_home=false max_day_minutes=0\n", "A b x Mon 1",
     0, 0, NULL},
    {"not from home: the way between", "rule travel_limit from_home=false max_day_minutes=15\n",
     "A b x Mon 1; A c x Mon 7", 0, 1, "A Mon"},
    {"not from home: the way between is too long", "rule travel_limit from_home=false max_leg_minutes=14\n",
     "A b x Mon 1; A c x Mon 7", 1, 1, NULL},
    {"not from home: a lesson at home, then out", "rule travel_limit from_home=false max_day_minutes=19\n",
     "A a x Mon 1; A b x Mon 7", 1, 1, NULL},
    {"not from home: out, then a lesson at home", "rule travel_limit from_home=false max_day_minutes=29\n",
     "A b x Mon 1; A a x Mon 7", 1, 1, NULL},
    {"the days at home add nothing", "rule travel_limit max_week_minutes=49\n", "A b x Mon 1; A a x Fri 1", 1,
     1, "A"},
    {"not from home: one way in the week", "rule travel_limit from_home=false max_week_minutes=14\n",
     "A b x Mon 1; A c x Mon 7", 1, 1, "A"},
    {"not from home: the week", "rule travel_limit from_home=false max_week_minutes=29\n",
     "A b x Mon 1; A c x Mon 7; A b x Tue 1; A c x Tue 7", 1, 1, "A"},
    {"`where`", "rule travel_limit max_day_minutes=0 where.sex=M\n", "A b x Mon 1; B a x Tue 1", 1, 1,
     "B Tue"},
    {"a road that nobody knows counts nothing", "road S2 S3 none\nrule travel_limit max_day_minutes=30\n",
     "A b x Mon 1; A c x Mon 7", 0, 1, NULL},
};

JUDGE_LESSONS_MAIN(travel_limit, false, county, cases)
