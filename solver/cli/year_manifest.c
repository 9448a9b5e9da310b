/*
 * year_manifest.c - what a year consists of: for programs manifest.json, for people a table.
 */
#include "solver/base/i18n.h"
#include "solver/cli/version.h"
#include "solver/cli/year.h"
#include "solver/report/table.h"

#include <inttypes.h>
#include <string.h>

static const char format[] = "zoujiao-year/1";
const char year_manifest_name[] = "manifest.json";

/* What a timetable was asked for besides, so that the calendar has room; null: nothing. */
static json_t *meetings_json(const struct year *y, const char *term)
{
    const struct zj_instance *in = &y->staff.c.in;
    json_t *all = json_array();

    for (int i = 0; term && i < y->n_meetings; i++) {
        const struct year_meeting *x = &y->meeting[i];
        if (strcmp(in->term[x->term].id, term) == 0)
            json_array_append_new(
                all, json_pack("{s:s, s:s, s:s, s:s, s:i}", "mentor_id", in->teacher[x->mentor].id,
                               "teacher_id", in->teacher[x->teacher].id, "school_id",
                               in->school[x->school].id, "day", in->day[x->day], "period", x->period));
    }
    return all;
}

static json_t *part_json(const struct year *y, const struct year_part *p)
{
    json_t *o = json_pack("{s:s, s:s?, s:s, s:i, s:s?, s:s?}", "part", p->name, "term", p->term, "status",
                          p->status, "exit", (int)p->exit, "file", p->file, "reason", p->reason);

    json_t *meetings = meetings_json(y, p->term);
    if (json_array_size(meetings) > 0)
        json_object_set(o, "revised_for", meetings);
    json_decref(meetings);
    if (p->aims) {
        json_object_set(o, "objective", p->aims);
        json_object_set_new(o, "gap_permille", json_integer(p->gap_permille));
        json_object_set_new(o, "stopped_by", p->stopped_by ? json_string(p->stopped_by) : json_null());
    }
    return o;
}

/* What was asked for, where it was. */
static json_t *limits_json(const struct cli_args *a)
{
    return json_pack("{s:o, s:o, s:i}", "time_ms", a->time_limit ? json_integer(a->time_limit) : json_null(),
                     "nodes", a->node_limit ? json_integer(a->node_limit) : json_null(), "gap_permille",
                     a->gap);
}

char *year_manifest(const struct year *y)
{
    const struct zj_instance *in = &y->staff.c.in;
    json_t *parts = json_array(), *files = json_array();

    for (int i = 0; i < y->n; i++) {
        const struct year_part *p = &y->part[i];
        json_array_append_new(parts, part_json(y, p));
        if (p->file)
            json_array_append_new(files, json_pack("{s:s, s:I, s:s}", "name", p->file, "bytes",
                                                   (json_int_t)p->n, "sha256", p->sha256));
    }
    json_t *all = json_pack("{s:s, s:s, s:{s:s?, s:s}, s:s, s:o, s:i, s:o, s:o}", "format", format, "program",
                            ZJ_PROGRAM " " ZJ_VERSION, "instance", "name", in->name, "sha256", in->sha256,
                            "year", in->term[0].year, "limits", limits_json(y->a), "exit", (int)year_exit(y),
                            "parts", parts, "files", files);
    char *text = json_dumps(all, JSON_INDENT(2));
    size_t n = strlen(text);

    json_decref(all);
    text = zj_realloc(text, n + 2, 1);
    memcpy(text + n, "\n", 2);
    return text;
}

/* "need 12, travel 340/338": values, and bounds where they differ. */
static const char *aims_text(struct zj_arena *a, const struct year_part *p)
{
    const char *text = "";
    const json_t *aim;
    size_t i;

    json_array_foreach(p->aims, i, aim)
    {
        const json_t *value = json_object_get(aim, "value"), *bound = json_object_get(aim, "bound");
        const char *tier = json_string_value(json_object_get(aim, "tier"));
        if (!json_is_integer(value))
            continue;
        text = zj_printf(a, "%s%s%s %" PRId64, text, *text ? ", " : "", tier,
                         (int64_t)json_integer_value(value));
        if (json_is_integer(bound) && json_integer_value(bound) != json_integer_value(value))
            text = zj_printf(a, "%s/%" PRId64, text, (int64_t)json_integer_value(bound));
    }
    return text;
}

/* The words of manifest.json as people read them. */
static const char *word_text(const char *word)
{
    static const char *const words[] = {
        N_("pairing"), N_("secondment"), N_("timetable"),  N_("calendar"),  N_("credit"),
        N_("optimal"), N_("feasible"),   N_("infeasible"), N_("unknown"),   N_("interrupted"),
        N_("kept"),    N_("broken"),     N_("counted"),    N_("not_asked"),
    };

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strcmp(word, words[i]) == 0)
            return _(words[i]);
    }
    return word;
}

void year_print(FILE *out, const struct year *y)
{
    const char *const titles[] = {_("part"), _("term"), _("status"), _("exit"), _("file"), ""};
    struct rep_table t;

    REP_TABLE_INIT(&t, titles);
    for (int i = 0; i < y->n; i++) {
        const struct year_part *p = &y->part[i];
        rep_cell(&t, "%s", word_text(p->name));
        rep_cell(&t, "%s", p->term ? p->term : "");
        rep_cell(&t, "%s", word_text(p->status));
        rep_cell(&t, "%d", (int)p->exit);
        rep_cell(&t, "%s", p->file ? p->file : "");
        rep_cell(&t, "%s", p->reason ? _(p->reason) : aims_text(&t.arena, p));
    }
    rep_table_print(&t, out, 0);
    rep_table_release(&t);
    fprintf(out, _("the year is in %s\n"), y->a->output);
}

/* The manifest of the folder; NULL when it has none of this program. The caller releases it. */
static json_t *read_manifest(const char *folder, struct zj_arena *a)
{
    json_t *all = json_load_file(zj_printf(a, "%s/%s", folder, year_manifest_name), 0, NULL);
    const char *kind = json_string_value(json_object_get(all, "format"));

    if (kind && strcmp(kind, format) == 0)
        return all;
    json_decref(all);
    return NULL;
}

/* The file's name; NULL when it is none, or leads elsewhere. */
static const char *name_of(const json_t *object, const char *member)
{
    const char *name = json_string_value(json_object_get(object, member));

    return name && !strchr(name, '/') ? name : NULL;
}

const char **year_old_files(const char *folder, struct zj_arena *a, int *n)
{
    json_t *all = read_manifest(folder, a), *file;
    const json_t *files = json_object_get(all, "files");
    const char **names = all ? zj_alloc_n(a, json_array_size(files) + 1, sizeof *names) : NULL;
    size_t i;

    *n = 0;
    if (names)
        names[(*n)++] = year_manifest_name;
    json_array_foreach(files, i, file)
    {
        const char *name = name_of(file, "name");
        if (name)
            names[(*n)++] = zj_strdup(a, name);
    }
    json_decref(all);
    return names;
}

const char **year_plans(const char *folder, struct zj_arena *a, int *n)
{
    json_t *all = read_manifest(folder, a), *part;
    const json_t *parts = json_object_get(all, "parts");
    const char **paths = all ? zj_alloc_n(a, json_array_size(parts) + 1, sizeof *paths) : NULL;
    size_t i;

    *n = 0;
    json_array_foreach(parts, i, part)
    {
        const char *name = name_of(part, "file");
        if (name && json_object_get(part, "objective")) /* the accounts of service are no plan */
            paths[(*n)++] = zj_printf(a, "%s/%s", folder, name);
    }
    json_decref(all);
    return paths;
}
