/*
 * tiny_facts.c - the lines of tiny.h that belong to the instance, and the kinds.
 */
#include "tests/support/tiny_words.h"

#include "solver/io/values.h"

#include <string.h>

static int term_item(struct tiny *t, const char *item)
{
    return tiny_term(t, item);
}

static int post_item(struct tiny *t, const char *item)
{
    (void)t;
    return tiny_found(zj_value_find(ZJ_VS_post, item), "no such post", item);
}

static int value(enum zj_value_set set, const char *text, int other)
{
    return text ? tiny_found(zj_value_find(set, text), "no such value", text) : other;
}

static int32_t date_option(const struct tiny_line *line, const char *key)
{
    const char *text = tiny_option(line, key);

    return text ? tiny_date(text) : ZJ_NO_DATE;
}

void tiny_set_terms(struct tiny *t, int n)
{
    struct zj_instance *in = &t->in;

    in->n_terms = n;
    in->n_years = (n + 1) / 2;
    in->term = zj_alloc_n(&in->arena, (size_t)n, sizeof *in->term);
    for (int i = 0; i < n; i++) {
        int year = 2026 + i / 2;
        bool spring = i % 2 == 1;

        in->term[i] = (struct zj_term){
            .id = zj_printf(&in->arena, "%d%c", year, spring ? 'B' : 'A'),
            .year = zj_printf(&in->arena, "%d-%d", year, year + 1),
            .start = spring ? zj_date_from_ymd(year + 1, 2, 20) : zj_date_from_ymd(year, 9, 1),
            .end = spring ? zj_date_from_ymd(year + 1, 7, 5) : zj_date_from_ymd(year + 1, 1, 20),
            .year_index = i / 2,
        };
    }
}

static void add_term(struct tiny *t, const struct tiny_line *line)
{
    struct zj_instance *in = &t->in;
    struct zj_term term = {.id = zj_strdup(&in->arena, line->word[1]),
                           .year = zj_strdup(&in->arena, line->word[2]),
                           .start = tiny_date(line->word[3]),
                           .end = tiny_date(line->word[4])};

    if (in->n_terms > 0 && strcmp(in->term[in->n_terms - 1].year, term.year) == 0)
        in->n_years--;
    term.year_index = in->n_years++;
    in->term = tiny_room(&in->arena, in->term, in->n_terms, sizeof *in->term);
    in->term[in->n_terms++] = term;
}

static void add_school(struct tiny *t, const struct tiny_line *line)
{
    struct zj_instance *in = &t->in;
    const char *campus = tiny_option(line, "campus");

    in->school = tiny_room(&in->arena, in->school, in->n_schools, sizeof *in->school);
    in->school[in->n_schools] = (struct zj_school){
        .id = zj_strdup(&in->arena, line->word[1]),
        .name = "",
        .stage = (enum zj_stage)value(ZJ_VS_stage, tiny_option(line, "stage"), ZJ_PRIMARY),
        .community = strcmp(line->word[3], "-") == 0 ? -1 : tiny_word(t, line->word[3]),
        .role = (enum zj_role)value(ZJ_VS_role, line->word[2], 0),
        .traits = tiny_list(t, tiny_option(line, "traits"), tiny_word),
        .kind = value(ZJ_VS_school_kind, tiny_option(line, "kind"), -1),
        .campus = campus ? tiny_word(t, campus) : -1,
        .parent = -1,
        .line = in->n_schools + 2,
    };
    in->n_schools++;
}

static void add_teacher(struct tiny *t, const struct tiny_line *line)
{
    struct zj_instance *in = &t->in;
    const char *title = tiny_option(line, "title");
    enum zj_sex sex = (enum zj_sex)value(ZJ_VS_sex, line->word[3], 0);

    in->teacher = tiny_room(&in->arena, in->teacher, in->n_teachers, sizeof *in->teacher);
    in->teacher[in->n_teachers] = (struct zj_teacher){
        .id = zj_strdup(&in->arena, line->word[1]),
        .name = "",
        .sex = sex,
        .birth = tiny_date(line->word[4]),
        .school = tiny_school(t, line->word[2]),
        .subjects = tiny_list(t, line->word[5], tiny_word),
        .post = (enum zj_post)value(ZJ_VS_post, tiny_option(line, "post"), ZJ_TEACHER),
        .rank = tiny_list(t, tiny_option(line, "rank"), tiny_word),
        .title = title ? tiny_word(t, title) : -1,
        .service_since = date_option(line, "service"),
        .here_since = date_option(line, "here"),
        .max_week = tiny_number_option(line, "load", 12),
        .max_day = tiny_number_option(line, "max_day", ZJ_NONE),
        .max_schools_week = tiny_number_option(line, "schools_week", ZJ_NONE),
        .max_schools_day = tiny_number_option(line, "schools_day", ZJ_NONE),
        .flags = tiny_list(t, tiny_option(line, "flags"), tiny_word),
        .away = tiny_option(line, "away") != NULL,
        .applied = (enum zj_applied)value(ZJ_VS_applied, tiny_option(line, "applied"), ZJ_APPLIED_NONE),
        .retire_class = (enum zj_retire_class)value(ZJ_VS_retire_class, tiny_option(line, "class"),
                                                    sex == ZJ_MALE ? ZJ_RETIRE_M : ZJ_RETIRE_F55),
        .line = in->n_teachers + 2,
    };
    in->n_teachers++;
}

static void add_kind(struct tiny *t, const struct tiny_line *line)
{
    struct zj_policy *pol = &t->pol;

    pol->kind = tiny_room(&pol->arena, pol->kind, pol->n_kinds, sizeof *pol->kind);
    pol->kind[pol->n_kinds++] = (struct zj_kind){
        .name = tiny_word(t, line->word[1]),
        .direction = (enum zj_direction)tiny_direction(line->word[2]),
        .lengths = tiny_list(t, line->word[3], tiny_number_item),
        .start_terms = tiny_list(t, tiny_option(line, "starts"), term_item),
        .fills_load = tiny_option(line, "fills") != NULL,
        .posts = tiny_list(t, tiny_option(line, "posts"), post_item),
    };
}

static void add_demand(struct tiny *t, const struct tiny_line *line)
{
    struct zj_instance *in = &t->in;
    const char *class_id = tiny_option(line, "class"), *grade = tiny_option(line, "grade");
    const char *teacher = tiny_option(line, "teacher");

    in->demand = tiny_room(&in->arena, in->demand, in->n_demand, sizeof *in->demand);
    in->demand[in->n_demand] = (struct zj_demand){
        .school = tiny_school(t, line->word[1]),
        .subject = tiny_word(t, line->word[2]),
        .periods = tiny_number(line->word[3]),
        .classes = tiny_number_option(line, "classes", 1),
        .class_id = class_id ? tiny_word(t, class_id) : -1,
        .grade = grade ? tiny_word(t, grade) : -1,
        .max_per_day = tiny_number_option(line, "max_per_day", ZJ_NONE),
        .teacher = teacher ? tiny_teacher(t, teacher) : -1,
        .priority = tiny_number_option(line, "priority", ZJ_NONE),
        .line = in->n_demand + 2,
    };
    in->n_demand++;
}

static void add_road(struct tiny *t, const struct tiny_line *line)
{
    struct zj_instance *in = &t->in;
    int from = tiny_school(t, line->word[1]), to = tiny_school(t, line->word[2]);

    if (strcmp(line->word[3], "none") == 0) {
        t->closed = tiny_room(&in->arena, t->closed, t->n_closed, sizeof *t->closed);
        t->closed[t->n_closed][0] = from;
        t->closed[t->n_closed++][1] = to;
        return;
    }
    in->travel = tiny_room(&in->arena, in->travel, in->n_travel, sizeof *in->travel);
    in->travel[in->n_travel] = (struct zj_travel){
        .from = from,
        .to = to,
        .minutes = tiny_number(line->word[3]),
        .metres = line->n > 4 ? tiny_number(line->word[4]) : 1000,
        .line = in->n_travel + 2,
    };
    in->n_travel++;
}

static void add_activity(struct tiny *t, const struct tiny_line *line)
{
    struct zj_instance *in = &t->in;
    const char *grade = tiny_option(line, "grade");

    in->activity = tiny_room(&in->arena, in->activity, in->n_activities, sizeof *in->activity);
    in->activity[in->n_activities] = (struct zj_activity){
        .teacher = tiny_teacher(t, line->word[1]),
        .kind = tiny_word(t, line->word[2]),
        .date = tiny_date(line->word[3]),
        .quantity = tiny_number(line->word[4]),
        .unit = (enum zj_log_unit)value(ZJ_VS_log_unit, line->word[5], 0),
        .grade = grade ? tiny_word(t, grade) : -1,
        .line = in->n_activities + 2,
    };
    in->n_activities++;
}

static void add_history(struct tiny *t, const struct tiny_line *line)
{
    struct zj_instance *in = &t->in;

    in->history = tiny_room(&in->arena, in->history, in->n_history, sizeof *in->history);
    in->history[in->n_history] = (struct zj_history){
        .teacher = tiny_teacher(t, line->word[1]),
        .kind = tiny_word(t, line->word[2]),
        .from = tiny_school(t, line->word[3]),
        .to = tiny_school(t, line->word[4]),
        .start = tiny_date(line->word[5]),
        .end = strcmp(line->word[6], "-") == 0 ? ZJ_NO_DATE : tiny_date(line->word[6]),
        .terms = tiny_number_option(line, "terms", ZJ_NONE),
        .line = in->n_history + 2,
    };
    in->n_history++;
}

static void add_wish(struct tiny *t, const struct tiny_line *line)
{
    struct zj_instance *in = &t->in;

    in->wish = tiny_room(&in->arena, in->wish, in->n_wishes, sizeof *in->wish);
    in->wish[in->n_wishes] = (struct zj_wish){.teacher = tiny_teacher(t, line->word[1]),
                                              .to = tiny_school(t, line->word[2]),
                                              .level = tiny_number(line->word[3]),
                                              .line = in->n_wishes + 2};
    in->n_wishes++;
}

static void add_pair(struct tiny *t, const struct tiny_line *line)
{
    struct zj_instance *in = &t->in;

    in->has_pairings = true;
    in->pairing = tiny_room(&in->arena, in->pairing, in->n_pairings, sizeof *in->pairing);
    in->pairing[in->n_pairings] = (struct zj_pairing){.lead = tiny_school(t, line->word[1]),
                                                      .member = tiny_school(t, line->word[2]),
                                                      .form = tiny_form(tiny_option(line, "form")),
                                                      .round = tiny_number_option(line, "round", 0),
                                                      .line = in->n_pairings + 2};
    in->n_pairings++;
}

static void add_pin(struct tiny *t, const struct tiny_line *line)
{
    if (tiny_option(line, "calendar")) {
        tiny_add_calendar_pin(t, line);
        return;
    }
    struct zj_instance *in = &t->in;
    const char *teacher = tiny_option(line, "teacher"), *kind = tiny_option(line, "kind");
    const char *from = tiny_option(line, "from"), *to = tiny_option(line, "to");
    const char *start = tiny_option(line, "start"), *subject = tiny_option(line, "subject");
    const char *school = tiny_option(line, "school"), *class_id = tiny_option(line, "class");
    const char *day = tiny_option(line, "day"), *lead = tiny_option(line, "lead");
    const char *member = tiny_option(line, "member");
    bool lesson = tiny_option(line, "lesson") != NULL, pair = tiny_option(line, "pair") != NULL;

    in->pin = tiny_room(&in->arena, in->pin, in->n_pins, sizeof *in->pin);
    in->pin[in->n_pins] = (struct zj_pin){
        .model = pair     ? ZJ_PAIRING
                 : lesson ? ZJ_TIMETABLE
                          : ZJ_SECONDMENT,
        .forbid = tiny_option(line, "forbid") != NULL,
        .teacher = teacher ? tiny_teacher(t, teacher) : -1,
        .kind = kind ? tiny_word(t, kind) : -1,
        .from = from ? tiny_school(t, from) : -1,
        .to = to ? tiny_school(t, to) : -1,
        .start_term = start ? tiny_term(t, start) : -1,
        .terms = tiny_number_option(line, "terms", ZJ_NONE),
        .subject = subject ? tiny_word(t, subject) : -1,
        .school = school ? tiny_school(t, school) : -1,
        .class_id = class_id ? tiny_word(t, class_id) : -1,
        .day = day ? tiny_day(t, day) : -1,
        .period = tiny_number_option(line, "period", ZJ_NONE),
        .lead = lead ? tiny_school(t, lead) : -1,
        .member = member ? tiny_school(t, member) : -1,
        .activity = -1,
        .session = -1,
        .date = ZJ_NO_DATE,
        .line = in->n_pins + 2,
    };
    in->n_pins++;
}

static void set_settle(struct tiny *t, const struct tiny_line *line)
{
    t->pol.settle_minutes = tiny_number(line->word[1]);
}

void tiny_read_line(struct tiny *t, const struct tiny_line *line)
{
    static const struct {
        const char *name;
        int words; /* at least */
        void (*add)(struct tiny *t, const struct tiny_line *line);
    } facts[] = {
        {"school", 4, add_school},
        {"teacher", 6, add_teacher},
        {"kind", 4, add_kind},
        {"demand", 4, add_demand},
        {"road", 4, add_road},
        {"history", 7, add_history},
        {"wish", 4, add_wish},
        {"pair", 3, add_pair},
        {"term", 5, add_term},
        {"pin", 1, add_pin},
        {"rule", 2, tiny_add_rule},
        {"days", 2, tiny_add_days},
        {"period", 2, tiny_add_period},
        {"bell", 5, tiny_add_bell},
        {"busy", 5, tiny_add_busy},
        {"sync", 5, tiny_add_sync},
        {"log", 6, add_activity},
        {"settle", 2, set_settle},
        {"prefer", 4, tiny_add_preference},
        {"activity", 2, tiny_add_event},
        {"off", 2, tiny_add_holiday},
        {"work", 2, tiny_add_holiday},
        {"vacation", 3, tiny_add_vacation},
        {"guides", 3, tiny_add_mentoring},
        {"rooms", 4, tiny_add_rooms},
        {"lesson", 6, tiny_add_lesson},
    };

    if (strcmp(line->word[0], "terms") == 0) {
        tiny_set_terms(t, tiny_number(line->word[1]));
        return;
    }
    if (strcmp(line->word[0], "objective") == 0) {
        tiny_set_objective(t, line->word[1]);
        return;
    }
    for (size_t i = 0; i < sizeof facts / sizeof facts[0]; i++) {
        if (strcmp(line->word[0], facts[i].name) != 0)
            continue;
        if (line->n < facts[i].words)
            tiny_wrong("too few words", line->word[0]);
        facts[i].add(t, line);
        return;
    }
    tiny_wrong("no such fact", line->word[0]);
}
