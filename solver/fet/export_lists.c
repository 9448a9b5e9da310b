/*
 * export_lists.c - a FET file: days, hours, subjects, teachers, students, activities, buildings and rooms.
 */
#include "solver/fet/export_parts.h"

#include <stdio.h>

enum { PLENTY = 30000 }; /* seats */

void fx_text(struct fx *x, const char *name, const char *text)
{
    fet_put(x->out, "<%s>", name);
    fet_put_xml(x->out, text);
    fet_put(x->out, "</%s>\n", name);
}

void fx_number(struct fx *x, const char *name, int n)
{
    fet_put(x->out, "<%s>%d</%s>\n", name, n, name);
}

void fx_hour(struct fx *x, const char *name, int hour)
{
    const struct zj_period *p = &x->grid.hour[hour];

    fet_put(x->out, "<%s>%02d:%02d-%02d:%02d</%s>\n", name, p->start / 60, p->start % 60, p->end / 60,
            p->end % 60, name);
}

int fx_building(const struct fx *x, int school)
{
    int first = 0;

    while (!zj_same_campus(x->in, first, school))
        first++;
    return first;
}

static void put_days_and_hours(struct fx *x)
{
    fet_put(x->out, "<Days_List>\n");
    fx_number(x, "Number_of_Days", x->in->n_days);
    for (int d = 0; d < x->in->n_days; d++) {
        fet_put(x->out, "<Day>\n");
        fx_text(x, "Name", x->in->day[d]);
        fet_put(x->out, "</Day>\n");
    }
    fet_put(x->out, "</Days_List>\n<Hours_List>\n");
    fx_number(x, "Number_of_Hours", x->grid.n);
    for (int h = 0; h < x->grid.n; h++) {
        fet_put(x->out, "<Hour>\n");
        fx_hour(x, "Name", h);
        fet_put(x->out, "</Hour>\n");
    }
    fet_put(x->out, "</Hours_List>\n");
}

static void put_subject(struct fx *x, const char *name)
{
    fet_put(x->out, "<Subject>\n");
    fx_text(x, "Name", name);
    fet_put(x->out, "<Comments></Comments>\n</Subject>\n");
}

static void put_people(struct fx *x)
{
    fet_put(x->out, "<Subjects_List>\n");
    put_subject(x, x->way);
    for (int w = 0; w < x->in->words.n; w++)
        if (x->taught[w])
            put_subject(x, zj_word(x->in, w));
    fet_put(x->out, "</Subjects_List>\n<Activity_Tags_List>\n</Activity_Tags_List>\n<Teachers_List>\n");
    for (int t = 0; t < x->in->n_teachers; t++) {
        if (!x->teaches[t])
            continue;
        fet_put(x->out, "<Teacher>\n");
        fx_text(x, "Name", x->in->teacher[t].id);
        fet_put(x->out, "<Target_Number_of_Hours>0</Target_Number_of_Hours>\n"
                        "<Qualified_Subjects>\n</Qualified_Subjects>\n<Comments></Comments>\n</Teacher>\n");
    }
    fet_put(x->out, "</Teachers_List>\n<Students_List>\n");
    for (int w = 0; w < x->in->words.n; w++) {
        if (x->class_school[w] < 0)
            continue;
        fet_put(x->out, "<Year>\n");
        fx_text(x, "Name", zj_word(x->in, w));
        fet_put(x->out, "<Number_of_Students>0</Number_of_Students>\n<Comments></Comments>\n</Year>\n");
    }
    fet_put(x->out, "</Students_List>\n");
}

static void put_activities(struct fx *x)
{
    fet_put(x->out, "<Activities_List>\n");
    for (int i = 0; i < x->n_activities; i++) {
        const struct fx_activity *a = &x->activity[i];
        fet_put(x->out, "<Activity>\n");
        fx_text(x, "Teacher", x->in->teacher[a->teacher].id);
        fx_text(x, "Subject", a->class_id >= 0 ? zj_word(x->in, a->subject) : x->way);
        if (a->class_id >= 0)
            fx_text(x, "Students", zj_word(x->in, a->class_id));
        fx_number(x, "Duration", a->duration);
        fx_number(x, "Total_Duration", a->duration);
        fx_number(x, "Id", i + 1);
        fet_put(x->out, "<Activity_Group_Id>0</Activity_Group_Id>\n<Active>true</Active>\n"
                        "<Comments></Comments>\n</Activity>\n");
    }
    fet_put(x->out, "</Activities_List>\n");
}

/* A building where no class has lessons is left out. */
static void put_buildings(struct fx *x)
{
    fet_put(x->out, "<Buildings_List>\n");
    for (int s = 0; s < x->in->n_schools; s++) {
        bool used = false;
        for (int w = 0; w < x->in->words.n; w++)
            used = used || (x->class_school[w] >= 0 && fx_building(x, x->class_school[w]) == s);
        if (!used)
            continue;
        fet_put(x->out, "<Building>\n");
        fx_text(x, "Name", x->in->school[s].id);
        fet_put(x->out, "<Comments></Comments>\n</Building>\n");
    }
    fet_put(x->out, "</Buildings_List>\n<Rooms_List>\n");
    for (int w = 0; w < x->in->words.n; w++) {
        if (x->class_school[w] < 0)
            continue;
        fet_put(x->out, "<Room>\n");
        fx_text(x, "Name", zj_word(x->in, w));
        fx_text(x, "Building", x->in->school[fx_building(x, x->class_school[w])].id);
        fx_number(x, "Capacity", PLENTY);
        fet_put(x->out, "<Virtual>false</Virtual>\n<Comments></Comments>\n</Room>\n");
    }
    fet_put(x->out, "</Rooms_List>\n");
}

void fx_put_lists(struct fx *x)
{
    fet_put(x->out, "<Mode>Official</Mode>\n");
    fx_text(x, "Institution_Name", x->in->name ? x->in->name : "");
    fet_put(x->out, "<Comments></Comments>\n");
    put_days_and_hours(x);
    put_people(x);
    put_activities(x);
    put_buildings(x);
}
