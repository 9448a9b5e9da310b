#include "solver/io/json_text.h"

#include "solver/base/i18n.h"

#include <stdlib.h>
#include <string.h>

/* A place in the text that moves byte by byte and counts lines and characters. */
struct cursor {
    const char *text;
    size_t n, at;
    int line, column; /* of the byte at `at` */
};

static void advance(struct cursor *c)
{
    unsigned char byte = (unsigned char)c->text[c->at++];
    unsigned char next = (unsigned char)(c->at < c->n ? c->text[c->at] : '\0');

    if (byte == '\n') {
        c->line++;
        c->column = 1;
    } else if ((next & 0xC0) != 0x80) {
        c->column++;
    }
}

static bool is_at(const struct cursor *c, const char *any)
{
    return c->at < c->n && c->text[c->at] != '\0' && strchr(any, c->text[c->at]) != NULL;
}

static void skip_blanks(struct cursor *c)
{
    while (is_at(c, " \t\r\n"))
        advance(c);
}

/* From the opening quote to behind the closing one, or to the end of a text that has none. */
static void skip_string(struct cursor *c)
{
    advance(c);
    while (c->at < c->n && c->text[c->at] != '"') {
        if (c->text[c->at] == '\\' && c->at + 1 < c->n)
            advance(c);
        advance(c);
    }
    if (c->at < c->n)
        advance(c);
}

/* jansson recurses once a level: refuse deep nesting before it sees the text. */
static bool is_shallow(struct zj_json *j, size_t n)
{
    struct cursor c = {j->text, n, 0, 1, 1};
    int depth = 0;

    while (c.at < c.n) {
        if (is_at(&c, "\"")) {
            skip_string(&c);
            continue;
        }
        if (is_at(&c, "[{"))
            depth++;
        else if (is_at(&c, "]}"))
            depth--;
        if (depth > ZJ_JSON_MAX_DEPTH) {
            struct zj_place at = {j->file, c.line, c.column, NULL};
            zj_diag_add(j->d, ZJ_ERROR, "json_depth", &at, _("values are nested more than %d deep"),
                        ZJ_JSON_MAX_DEPTH);
            return false;
        }
        advance(&c);
    }
    return true;
}

static void report_syntax(struct zj_json *j, const json_error_t *e)
{
    struct zj_place at = {j->file, e->line > 0 ? e->line : 0, e->column > 0 ? e->column : 0, NULL};

    switch (json_error_code(e)) {
    case json_error_invalid_utf8:
        zj_diag_add(j->d, ZJ_ERROR, "json_encoding", &at, _("the text is not UTF-8; a JSON file must be"));
        break;
    case json_error_premature_end_of_input:
        zj_diag_add(j->d, ZJ_ERROR, "json_end", &at,
                    _("the text ends too early; a bracket or quote is missing"));
        break;
    case json_error_duplicate_key:
        zj_diag_add(j->d, ZJ_ERROR, "json_twice", &at, _("an object has the same member twice: %s"), e->text);
        break;
    case json_error_numeric_overflow:
        zj_diag_add(j->d, ZJ_ERROR, "json_number", &at, _("the number is too large"));
        break;
    case json_error_null_character:
    case json_error_null_byte_in_key:
        zj_diag_add(j->d, ZJ_ERROR, "json_nul", &at, _("a text holds the character U+0000"));
        break;
    default:
        zj_diag_add(j->d, ZJ_ERROR, "json_syntax", &at, _("this is not valid JSON: %s"), e->text);
    }
}

/* A value's place in the object or array around it. */
struct seat {
    int parent;
    const char *key;  /* of a member */
    int line, column; /* where the member's name begins */
    int index;        /* of an element */
};

static bool walk(struct zj_json *j, struct cursor *c, json_t *value, const struct seat *seat);

static bool walk_members(struct zj_json *j, struct cursor *c, json_t *object, int node)
{
    const char *key;
    json_t *value;

    /* jansson iterates in the order of the text. */
    json_object_foreach(object, key, value)
    {
        while (!is_at(c, "\""))
            advance(c);
        struct seat seat = {node, key, c->line, c->column, 0};
        skip_string(c);
        while (!is_at(c, ":"))
            advance(c);
        advance(c);
        if (!walk(j, c, value, &seat))
            return false;
    }
    return true;
}

static bool walk_elements(struct zj_json *j, struct cursor *c, json_t *array, int node)
{
    size_t i;
    json_t *value;

    json_array_foreach(array, i, value)
    {
        while (is_at(c, ", \t\r\n"))
            advance(c);
        struct seat seat = {.parent = node, .index = (int)i};
        if (!walk(j, c, value, &seat))
            return false;
    }
    return true;
}

/* From the opening to behind the closing bracket. */
static bool walk_inside(struct zj_json *j, struct cursor *c, json_t *value, int node)
{
    bool is_object = json_is_object(value);

    advance(c);
    if (is_object ? !walk_members(j, c, value, node) : !walk_elements(j, c, value, node))
        return false;
    while (!is_at(c, is_object ? "}" : "]"))
        advance(c);
    advance(c);
    return true;
}

/* Note where `value` stands, and everything inside it. False when a limit is passed. */
static bool walk(struct zj_json *j, struct cursor *c, json_t *value, const struct seat *seat)
{
    skip_blanks(c);
    if (j->n == ZJ_JSON_MAX_VALUES) {
        struct zj_place at = {j->file, c->line, c->column, NULL};
        zj_diag_add(j->d, ZJ_ERROR, "json_size", &at, _("more than %d values in one file"),
                    ZJ_JSON_MAX_VALUES);
        return false;
    }
    ZJ_GROW(j->node, j->n, j->cap);
    int i = j->n++;
    j->node[i] = (struct zj_json_node){.value = value,
                                       .key = seat->key,
                                       .parent = seat->parent,
                                       .index = seat->index,
                                       .line = c->line,
                                       .column = c->column,
                                       .key_line = seat->line,
                                       .key_column = seat->column,
                                       .at = (uint32_t)c->at};
    if (json_is_object(value) || json_is_array(value)) {
        if (!walk_inside(j, c, value, i))
            return false;
    } else if (json_is_string(value)) {
        skip_string(c);
    } else {
        while (c->at < c->n && !is_at(c, ",]} \t\r\n"))
            advance(c);
    }
    j->node[i].len = (uint32_t)(c->at - j->node[i].at);
    j->node[i].next = j->n;
    return true;
}

static bool strings_are_short(struct zj_json *j)
{
    bool fine = true;

    for (int i = 0; i < j->n; i++) {
        const struct zj_json_node *v = &j->node[i];
        bool long_key = v->key && strlen(v->key) > ZJ_JSON_MAX_STRING;
        if (!long_key && (!json_is_string(v->value) || json_string_length(v->value) <= ZJ_JSON_MAX_STRING))
            continue;
        struct zj_place at = {j->file, v->line, v->column, NULL};
        zj_diag_add(j->d, ZJ_ERROR, "json_string", &at, _("a text is longer than %d bytes"),
                    ZJ_JSON_MAX_STRING);
        fine = false;
    }
    return fine;
}

enum zj_status zj_json_load(struct zj_json *j, const char *bytes, size_t n, const char *file,
                            struct zj_diag *d)
{
    json_error_t e;

    if (n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        bytes += 3;
        n -= 3;
    }
    memset(j, 0, sizeof *j);
    j->file = file;
    j->text = bytes;
    j->d = d;
    if (!is_shallow(j, n))
        return ZJ_EDATA;
    json_set_alloc_funcs(zj_malloc, free);
    j->root = json_loadb(bytes, n, JSON_REJECT_DUPLICATES, &e);
    if (!j->root) {
        report_syntax(j, &e);
        return ZJ_EDATA;
    }
    struct cursor c = {bytes, n, 0, 1, 1};
    const struct seat top = {.parent = -1};
    if (!walk(j, &c, j->root, &top) || !strings_are_short(j))
        return ZJ_EDATA;
    if (!json_is_object(j->root)) {
        zj_diag_add(d, ZJ_ERROR, "json_type", zj_json_at(j, 0), _("expected an object { … }"));
        return ZJ_EDATA;
    }
    return ZJ_OK;
}

void zj_json_release(struct zj_json *j)
{
    json_decref(j->root);
    free(j->node);
    zj_arena_release(&j->arena);
    memset(j, 0, sizeof *j);
}
