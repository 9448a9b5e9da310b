/*
 * random_folder.c - a random case as the files that the program reads.
 */
#include "tests/support/random_folder.h"

#include <sys/stat.h>

#include <errno.h>
#include <stdlib.h>

/* A table of the folder; ends the program when it cannot be written. */
static FILE *table(const char *folder, const char *name, const char *header)
{
    char path[512];

    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *f = fopen(path, "w");
    if (!f) {
        perror(path);
        abort();
    }
    fputs(header, f);
    return f;
}

static void end(FILE *f)
{
    if (fclose(f) != 0)
        abort();
}

/* A cell, and the comma before it unless it is the first. */
static void number(FILE *f, int v)
{
    if (v == ZJ_NONE)
        fputc(',', f);
    else
        fprintf(f, ",%d", v);
}

static void date(FILE *f, int32_t day)
{
    char buf[16];

    fprintf(f, ",%s", day == ZJ_NO_DATE ? "" : zj_date_text(day, buf));
}

static void words(FILE *f, const struct zj_instance *in, const struct zj_ids *ids)
{
    for (int i = 0; i < ids->n; i++)
        fprintf(f, "%c%s", i ? ';' : ',', zj_word(in, ids->v[i]));
    if (ids->n == 0)
        fputc(',', f);
}

static const char *token(enum zj_value_set set, int value)
{
    return value < 0 ? "" : zj_value_token(set, value);
}

static void schools(const struct zj_instance *in, const char *folder)
{
    FILE *f = table(folder, "schools.csv", "school_id,name,stage,community_id,role,kind,campus_id,traits\n");

    for (int i = 0; i < in->n_schools; i++) {
        const struct zj_school *s = &in->school[i];
        fprintf(f, "%s,%s,%s,%s,%s,%s,%s", s->id, s->name, token(ZJ_VS_stage, (int)s->stage),
                zj_word(in, s->community), token(ZJ_VS_role, (int)s->role), token(ZJ_VS_school_kind, s->kind),
                zj_word(in, s->campus));
        words(f, in, &s->traits);
        fputc('\n', f);
    }
    end(f);
    f = table(folder, "travel.csv", "from,to,minutes,metres\n");
    for (int i = 0; i < in->n_travel; i++)
        fprintf(f, "%s,%s,%d,%d\n", in->school[in->travel[i].from].id, in->school[in->travel[i].to].id,
                in->travel[i].minutes, in->travel[i].metres);
    end(f);
    f = table(folder, "bells.csv", "school_id,period,start,end\n");
    for (int i = 0; i < in->n_bells; i++) {
        const struct zj_period *p = &in->bell[i].period;
        fprintf(f, "%s,%d,%02d:%02d,%02d:%02d\n", in->school[in->bell[i].school].id, p->id, p->start / 60,
                p->start % 60, p->end / 60, p->end % 60);
    }
    end(f);
}

static void teachers(const struct zj_instance *in, const char *folder)
{
    FILE *f = table(folder, "teachers.csv",
                    "teacher_id,name,school_id,sex,post,applied,title,retire_class,birth_date,service_since,"
                    "here_since,subjects,rank,flags,max_week,max_day,max_schools_week,max_schools_day\n");

    for (int i = 0; i < in->n_teachers; i++) {
        const struct zj_teacher *t = &in->teacher[i];
        fprintf(f, "%s,%s,%s,%s,%s,%s,%s,%s", t->id, t->name, in->school[t->school].id,
                token(ZJ_VS_sex, (int)t->sex), token(ZJ_VS_post, (int)t->post),
                token(ZJ_VS_applied, (int)t->applied), zj_word(in, t->title),
                token(ZJ_VS_retire_class, (int)t->retire_class));
        date(f, t->birth);
        date(f, t->service_since);
        date(f, t->here_since);
        words(f, in, &t->subjects);
        words(f, in, &t->rank);
        words(f, in, &t->flags);
        number(f, t->max_week);
        number(f, t->max_day);
        number(f, t->max_schools_week);
        number(f, t->max_schools_day);
        fputc('\n', f);
    }
    end(f);
}

static void demand(const struct zj_instance *in, const char *folder)
{
    FILE *f =
        table(folder, "demand.csv",
              "school_id,subject,class_id,grade,teacher_id,periods_per_week,classes,max_per_day,priority\n");

    for (int i = 0; i < in->n_demand; i++) {
        const struct zj_demand *d = &in->demand[i];
        fprintf(f, "%s,%s,%s,%s,%s,%d", in->school[d->school].id, zj_word(in, d->subject),
                zj_word(in, d->class_id), zj_word(in, d->grade),
                d->teacher < 0 ? "" : in->teacher[d->teacher].id, d->periods);
        number(f, d->class_id < 0 ? d->classes : ZJ_NONE);
        number(f, d->max_per_day);
        number(f, d->priority);
        fputc('\n', f);
    }
    end(f);
}

static void wants(const struct zj_instance *in, const char *folder)
{
    FILE *f = table(folder, "wishes.csv", "teacher_id,to_school_id,level\n");

    for (int i = 0; i < in->n_wishes; i++)
        fprintf(f, "%s,%s,%d\n", in->teacher[in->wish[i].teacher].id, in->school[in->wish[i].to].id,
                in->wish[i].level);
    end(f);
    f = table(folder, "sync.csv", "class_a,class_b,subject,periods\n");
    for (int i = 0; i < in->n_sync; i++)
        fprintf(f, "%s,%s,%s,%d\n", zj_word(in, in->sync[i].class_a), zj_word(in, in->sync[i].class_b),
                zj_word(in, in->sync[i].subject), in->sync[i].periods);
    end(f);
    f = table(folder, "pins.csv", "model,forbid,teacher_id,school_id,class_id,subject,day,period\n");
    for (int i = 0; i < in->n_pins; i++) {
        const struct zj_pin *p = &in->pin[i];
        if (p->model != ZJ_TIMETABLE)
            continue;
        fprintf(f, "timetable,%d,%s,%s,%s,%s,%s", p->forbid, p->teacher < 0 ? "" : in->teacher[p->teacher].id,
                p->school < 0 ? "" : in->school[p->school].id, zj_word(in, p->class_id),
                zj_word(in, p->subject), p->day < 0 ? "" : in->day[p->day]);
        number(f, p->period);
        fputc('\n', f);
    }
    end(f);
}

static void facts(const struct zj_instance *in, const char *folder)
{
    FILE *f = table(folder, "busy.csv", "who,id,day,period\n");

    for (int i = 0; i < in->n_busy; i++) {
        const struct zj_busy *b = &in->busy[i];
        fprintf(f, "%s,%s,%s,", token(ZJ_VS_who, (int)b->who), b->id, b->day < 0 ? "*" : in->day[b->day]);
        if (b->from == 0)
            fputs("*\n", f);
        else
            fprintf(f, "%d-%d\n", b->from, b->to);
    }
    end(f);
    f = table(folder, "history.csv", "teacher_id,kind,from_school_id,to_school_id,start,end\n");
    for (int i = 0; i < in->n_history; i++) {
        const struct zj_history *h = &in->history[i];
        fprintf(f, "%s,%s,%s,%s", in->teacher[h->teacher].id, zj_word(in, h->kind), in->school[h->from].id,
                in->school[h->to].id);
        date(f, h->start);
        date(f, h->end);
        fputc('\n', f);
    }
    end(f);
}

static json_t *clock_text(int minutes)
{
    return json_sprintf("%02d:%02d", minutes / 60, minutes % 60);
}

static json_t *date_text(int32_t day)
{
    char buf[16];

    return json_string(zj_date_text(day, buf));
}

static void head(const struct zj_instance *in, const char *folder)
{
    char path[512];
    json_t *terms = json_array(), *days = json_array(), *periods = json_array();

    for (int i = 0; i < in->n_terms; i++)
        json_array_append_new(terms, json_pack("{ss ss so so}", "id", in->term[i].id, "year",
                                               in->term[i].year, "start", date_text(in->term[i].start), "end",
                                               date_text(in->term[i].end)));
    for (int i = 0; i < in->n_days; i++)
        json_array_append_new(days, json_string(in->day[i]));
    for (int i = 0; i < in->n_periods; i++) {
        const struct zj_period *p = &in->period[i];
        json_array_append_new(periods,
                              json_pack("{si so so ss}", "id", p->id, "start", clock_text(p->start), "end",
                                        clock_text(p->end), "session", in->session[p->session]));
    }
    json_t *root = json_pack("{ss ss ss s[] so s{so so} ss}", "format", "zoujiao-instance/1", "name",
                             in->name, "source", "random", "synthetic", "terms", terms, "week", "days", days,
                             "periods", periods, "policy", "policy.json");
    snprintf(path, sizeof path, "%s/instance.json", folder);
    if (!root || json_dump_file(root, path, JSON_INDENT(1)) != 0)
        abort();
    json_decref(root);
}

void random_folder_write(const struct random_case *c, const char *folder)
{
    const struct zj_instance *in = &c->in;

    if (mkdir(folder, 0777) != 0 && errno != EEXIST) {
        perror(folder);
        abort();
    }
    head(in, folder);
    schools(in, folder);
    teachers(in, folder);
    demand(in, folder);
    wants(in, folder);
    facts(in, folder);
    random_policy_write(c, folder);
}
