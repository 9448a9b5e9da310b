#include "solver/io/instance_json.h"

#include "solver/base/i18n.h"
#include "solver/io/instance_parts.h"

#include <string.h>

const char *zj_head_text(struct zj_head_reader *r, int node)
{
    const char *text = zj_json_string(r->j, node);

    return text ? zj_strdup(&r->in->arena, text) : "";
}

static void read_name(struct zj_head_reader *r, int node)
{
    r->in->name = zj_head_text(r, node);
}

/* For people; may be empty. */
static void read_source(struct zj_head_reader *r, int node)
{
    const char *text = json_string_value(r->j->node[node].value);

    r->in->source = text ? zj_strdup(&r->in->arena, text) : zj_head_text(r, node);
}

static void read_format(struct zj_head_reader *r, int node)
{
    zj_json_format(r->j, r->j->node[node].parent, "zoujiao-instance/1");
}

/* Names of tables, each once. */
static void read_synthetic(struct zj_head_reader *r, int node)
{
    struct zj_json *j = r->j;
    struct zj_instance *in = r->in;

    if (!zj_json_expect_array(j, node, ZJ_N_TABLES))
        return;
    in->synthetic.v = zj_alloc_n(&in->arena, (size_t)zj_json_n_items(j, node), sizeof *in->synthetic.v);
    for (int i = zj_json_first(j, node); i >= 0; i = zj_json_after(j, i)) {
        const char *name = zj_json_string(j, i);
        if (!name)
            continue;
        int word = zj_intern(&in->words, &in->arena, name);
        if (zj_table_find(name) < 0)
            zj_diag_add(j->d, ZJ_ERROR, "unknown_table", zj_json_at(j, i),
                        _("there is no table '%s'; the nearest known name is '%s'"), name,
                        zj_table_nearest(name));
        else if (zj_ids_has(&in->synthetic, word))
            zj_diag_add(j->d, ZJ_ERROR, "twice", zj_json_at(j, i),
                        _("the same value stands twice in the list"));
        else
            in->synthetic.v[in->synthetic.n++] = word;
    }
}

static void read_policy(struct zj_head_reader *r, int node)
{
    if (json_is_object(r->j->node[node].value))
        r->policy->embedded = true;
    else
        r->policy->path = zj_json_string(r->j, node) ? zj_head_text(r, node) : NULL;
}

static void read_reading(struct zj_head_reader *r, int node)
{
    r->policy->reading = zj_json_string(r->j, node) ? zj_head_text(r, node) : NULL;
}

static const struct {
    const char *name;
    bool required;
    void (*read)(struct zj_head_reader *r, int node);
    void (*lost)(struct zj_builder *b); /* for what tables point to, else NULL */
} members[] = {
    {"format", true, read_format, NULL},        {"name", true, read_name, NULL},
    {"source", false, read_source, NULL},       {"terms", true, zj_read_terms, zj_builder_lost_terms},
    {"synthetic", false, read_synthetic, NULL}, {"week", false, zj_read_week, zj_builder_lost_week},
    {"policy", false, read_policy, NULL},       {"reading", false, read_reading, NULL},
};
enum { N_MEMBERS = sizeof members / sizeof members[0] };

/* One member, given or not; the tables are told when what they point to was lost. */
static void read_member(struct zj_head_reader *r, int m, struct zj_builder *b)
{
    int errors = r->j->d->n_errors;
    const char *name = members[m].name;
    int node = members[m].required ? zj_json_require(r->j, 0, name) : zj_json_given(r->j, 0, name);

    if (node >= 0)
        members[m].read(r, node);
    if (r->j->d->n_errors > errors && members[m].lost)
        members[m].lost(b);
}

static void read_head(struct zj_head_reader *r, bool one_file, struct zj_builder *b)
{
    const char *names[N_MEMBERS + ZJ_N_TABLES];
    int n_names = N_MEMBERS;

    for (int m = 0; m < N_MEMBERS; m++) {
        names[m] = members[m].name;
        read_member(r, m, b);
    }
    for (int i = 0; i < ZJ_N_TABLES; i++) {
        enum zj_table_id t = (enum zj_table_id)i;
        int node = zj_json_member(r->j, 0, zj_table_name(t));
        names[n_names++] = zj_table_name(t);
        if (node >= 0 && !one_file)
            zj_diag_add(r->j->d, ZJ_ERROR, "stray_table", zj_json_at_key(r->j, node),
                        _("in a folder the table stands in its own file, %s"), zj_table_file(t));
    }
    zj_json_known_members(r->j, 0, names, n_names);
}

/* The head, with `one_file` the tables as well; `origins` as in zj_read_instance_head(), or NULL. */
static enum zj_status read_instance(const char *bytes, size_t n, const char *file, bool one_file,
                                    const struct zj_json_origins *origins, struct zj_instance *in,
                                    struct zj_builder *b, struct zj_policy_source *policy, struct zj_diag *d)
{
    struct zj_json j;
    int errors = d->n_errors;

    *policy = (struct zj_policy_source){NULL, NULL, false};
    in->name = in->source = "";
    for (int w = 0; w < 7; w++)
        in->day_of_weekday[w] = -1;
    if (zj_json_load(&j, bytes, n, file, d) == ZJ_OK) {
        struct zj_head_reader r = {&j, in, policy};
        j.origins = origins;
        read_head(&r, one_file, b);
        if (one_file)
            zj_read_json_tables(&j, b);
    } else {
        zj_builder_lost_terms(b);
        zj_builder_lost_week(b);
    }
    zj_json_release(&j);
    return d->n_errors > errors ? ZJ_EDATA : ZJ_OK;
}

enum zj_status zj_read_instance_json(const char *bytes, size_t n, const char *file, bool one_file,
                                     struct zj_instance *in, struct zj_builder *b,
                                     struct zj_policy_source *policy, struct zj_diag *d)
{
    return read_instance(bytes, n, file, one_file, NULL, in, b, policy, d);
}

enum zj_status zj_read_instance_head(const char *bytes, size_t n, const char *file,
                                     const struct zj_json_origins *origins, struct zj_instance *in,
                                     struct zj_builder *b, struct zj_policy_source *policy, struct zj_diag *d)
{
    return read_instance(bytes, n, file, false, origins, in, b, policy, d);
}
