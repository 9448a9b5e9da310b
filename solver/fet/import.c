#include "solver/fet/import.h"

#include "solver/fet/tables.h"

#include <string.h>

#define BOM "\xEF\xBB\xBF" /* so that nobody has to guess the encoding */

/* The tables; those that may be absent are, when they have no rows. */
static const struct {
    const char *name;
    bool must;
    void (*put)(struct tr *t, struct fet_text *out);
} tables[] = {
    {"schools.csv", true, tr_put_schools}, {"teachers.csv", true, tr_put_teachers},
    {"demand.csv", true, tr_put_demand},   {"travel.csv", false, tr_put_travel},
    {"busy.csv", false, tr_put_busy},      {"pins.csv", false, tr_put_pins},
    {"sync.csv", false, tr_put_sync},
};
enum { N_TABLES = sizeof tables / sizeof tables[0] };

/* Take the text as a file of the folder; the text is empty then. */
static void add_file(struct fet_instance *x, const char *name, struct fet_text *text)
{
    x->file[x->n_files++] = (struct zj_folder_file){name, zj_strndup(&x->arena, text->s, text->n), text->n};
    fet_text_release(text);
}

static void add_tables(struct fet_instance *x, struct tr *t)
{
    for (int i = 0; i < N_TABLES; i++) {
        struct fet_text text = {NULL, 0, 0};
        fet_put(&text, "%s", BOM);
        tables[i].put(t, &text);
        const char *header = strchr(text.s, '\n');
        if (tables[i].must || header[1])
            add_file(x, tables[i].name, &text);
        else
            fet_text_release(&text);
    }
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

/* "Arabic.fet" -> "Arabic" */
static const char *instance_name(struct zj_arena *a, const char *file)
{
    const char *dot = strrchr(file, '.');

    return dot && dot > file ? zj_strndup(a, file, (size_t)(dot - file)) : file;
}

static void count(struct fet_instance *x, const struct tr *t)
{
    x->n_schools = t->n_buildings;
    x->n_classes = t->n_classes;
    for (int i = 0; i < t->f.teachers.n; i++)
        x->n_teachers += t->teacher[i].id != NULL;
    for (int i = 0; i < t->n_blocks; i++)
        x->n_lessons += t->block[i].ones + 2 * t->block[i].twos;
}

enum zj_status fet_import(const char *bytes, size_t n, const char *file, const char *ignore,
                          struct fet_instance *out, struct zj_diag *d)
{
    struct tr t;

    memset(out, 0, sizeof *out);
    enum zj_status status = tr_translate(&t, bytes, n, file, ignore, d);
    if (status == ZJ_OK) {
        const char *name = instance_name(&out->arena, base_name(file));
        struct fet_text text = {NULL, 0, 0};
        tr_put_head(&t, name, base_name(file), &text);
        add_file(out, "instance.json", &text);
        tr_put_policy(&t, name, base_name(file), &text);
        add_file(out, "policy.json", &text);
        add_tables(out, &t);
        count(out, &t);
    }
    tr_release(&t);
    return status;
}

void fet_instance_release(struct fet_instance *x)
{
    zj_arena_release(&x->arena);
}
