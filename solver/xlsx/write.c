#include "solver/xlsx/write.h"

#include "solver/base/date.h"
#include "solver/base/file.h"
#include "solver/base/i18n.h"
#include "solver/base/mem.h"
#include "solver/base/text.h"
#include "solver/xlsx/book_parts.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

enum { ROW_HEIGHT = 18, LINE_HEIGHT = 15 }; /* points: of a row with one line, of each further line */
enum { MAX_BREAKS = 1000, MAX_HELP = 255 }; /* the library's limits: page breaks, letters of a message */

struct xlsx_tab {
    struct xlsx_out *out;
    lxw_worksheet *sheet;
};

struct xlsx_out {
    lxw_workbook *book;
    lxw_format *format[XLSX_N_STYLES];
    struct zj_arena arena;
    int fd; /* of a file without a name, into which the library writes */
};

/* What the library cannot hold is a lack of memory: the texts and names given to it are within its limits. */
static void check(lxw_error e)
{
    if (e == LXW_ERROR_MEMORY_MALLOC_FAILED)
        zj_out_of_memory();
}

static lxw_format *new_format(struct xlsx_out *o, bool framed)
{
    lxw_format *f = workbook_add_format(o->book);

    if (!f)
        zj_out_of_memory();
    format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
    if (framed) {
        format_set_border(f, LXW_BORDER_THIN);
        format_set_text_wrap(f);
    }
    return f;
}

static void make_formats(struct xlsx_out *o)
{
    lxw_format **f = o->format;

    for (int s = 0; s < XLSX_N_STYLES; s++)
        f[s] = new_format(o, s <= XLSX_NEEDED);
    format_set_align(f[XLSX_CENTRE], LXW_ALIGN_CENTER);
    format_set_align(f[XLSX_CENTRE], LXW_ALIGN_VERTICAL_CENTER);
    for (int s = XLSX_HEADER; s <= XLSX_NEEDED; s++) {
        format_set_bold(f[s]);
        format_set_align(f[s], LXW_ALIGN_CENTER);
        format_set_align(f[s], LXW_ALIGN_VERTICAL_CENTER);
        format_set_bg_color(f[s], s == XLSX_HEADER ? 0xE7E6E6 : 0xFFE699);
    }
    format_set_bold(f[XLSX_TITLE]);
    format_set_font_size(f[XLSX_TITLE], 14);
    format_set_font_size(f[XLSX_NOTE], 9);
    format_set_text_wrap(f[XLSX_NOTE]);
    format_set_num_format(f[XLSX_AS_TEXT], "@");
    format_set_num_format(f[XLSX_AS_DATE], "yyyy-mm-dd");
    format_set_num_format(f[XLSX_AS_TIME], "hh:mm");
}

struct xlsx_out *xlsx_out_new(const char *title)
{
    struct xlsx_out *o = zj_calloc(1, sizeof *o);
    lxw_doc_properties properties = {.created = 946684800}; /* 2000-01-01: the clock is not asked */
    char path[64];

    o->fd = memfd_create("workbook", MFD_CLOEXEC);
    if (o->fd < 0)
        zj_out_of_memory();
    snprintf(path, sizeof path, "/proc/self/fd/%d", o->fd);
    o->book = workbook_new(path);
    if (!o->book)
        zj_out_of_memory();
    properties.title = zj_printable(&o->arena, title);
    check(workbook_set_properties(o->book, &properties));
    make_formats(o);
    return o;
}

/* What the library wrote, moved to where it belongs. */
static enum zj_status move(struct xlsx_out *o, const char *path, struct zj_err *err)
{
    off_t size = lseek(o->fd, 0, SEEK_END);

    if (size <= 0)
        return zj_fail(err, ZJ_EIO, _("cannot write '%s': %s"), path, strerror(errno));
    char *bytes = mmap(NULL, (size_t)size, PROT_READ, MAP_SHARED, o->fd, 0);
    if (bytes == MAP_FAILED)
        zj_out_of_memory();
    enum zj_status st = zj_file_write(path, bytes, (size_t)size, err);
    munmap(bytes, (size_t)size);
    return st;
}

enum zj_status xlsx_out_save(struct xlsx_out *o, const char *path, struct zj_err *err)
{
    lxw_error e = workbook_close(o->book); /* frees it, whatever it returns */
    enum zj_status st;

    o->book = NULL;
    check(e);
    if (e == LXW_NO_ERROR)
        st = move(o, path, err);
    else
        st = zj_fail(err, ZJ_EIO, _("cannot write '%s': %s"), path, lxw_strerror(e));
    xlsx_out_free(o);
    return st;
}

void xlsx_out_free(struct xlsx_out *o)
{
    if (o->book)
        lxw_workbook_free(o->book);
    close(o->fd);
    zj_arena_release(&o->arena);
    free(o);
}

struct xlsx_tab *xlsx_tab_new(struct xlsx_out *o, const char *name)
{
    struct xlsx_tab *t = zj_alloc(&o->arena, sizeof *t);

    t->out = o;
    t->sheet = workbook_add_worksheet(o->book, name);
    if (!t->sheet)
        zj_out_of_memory();
    worksheet_set_default_row(t->sheet, ROW_HEIGHT, LXW_FALSE);
    return t;
}

static lxw_format *format_of(const struct xlsx_tab *t, enum xlsx_style style)
{
    return t->out->format[style];
}

void xlsx_put_text(struct xlsx_tab *t, int row, int column, const char *text, enum xlsx_style style)
{
    struct zj_arena *a = &t->out->arena;
    const char *shown = xlsx_escaped(a, zj_printable(a, text));

    check(worksheet_write_string(t->sheet, (lxw_row_t)row, (lxw_col_t)column, shown, format_of(t, style)));
}

void xlsx_put_lines(struct xlsx_tab *t, int row, int column, const char *text, enum xlsx_style style)
{
    struct zj_arena *a = &t->out->arena;
    const char *shown = "";

    for (const char *s = text; s; s = strchr(s, '\n')) {
        s += s > text; /* behind the end of the line before */
        const char *line = xlsx_escaped(a, zj_printable(a, zj_strndup(a, s, strcspn(s, "\n"))));
        shown = s > text ? zj_printf(a, "%s\n%s", shown, line) : line;
    }
    check(worksheet_write_string(t->sheet, (lxw_row_t)row, (lxw_col_t)column, shown, format_of(t, style)));
}

void xlsx_put_number(struct xlsx_tab *t, int row, int column, double number, enum xlsx_style style)
{
    check(worksheet_write_number(t->sheet, (lxw_row_t)row, (lxw_col_t)column, number, format_of(t, style)));
}

void xlsx_put_date(struct xlsx_tab *t, int row, int column, int32_t date)
{
    lxw_datetime d = {0};

    zj_date_to_ymd(date, &d.year, &d.month, &d.day);
    check(worksheet_write_datetime(t->sheet, (lxw_row_t)row, (lxw_col_t)column, &d,
                                   format_of(t, XLSX_AS_DATE)));
}

void xlsx_put_time(struct xlsx_tab *t, int row, int column, int minutes)
{
    lxw_datetime d = {.hour = minutes / 60, .min = minutes % 60};

    check(worksheet_write_datetime(t->sheet, (lxw_row_t)row, (lxw_col_t)column, &d,
                                   format_of(t, XLSX_AS_TIME)));
}

void xlsx_set_column(struct xlsx_tab *t, int column, double width, enum xlsx_style style)
{
    check(worksheet_set_column(t->sheet, (lxw_col_t)column, (lxw_col_t)column, width,
                               style == XLSX_PLAIN ? NULL : format_of(t, style)));
}

void xlsx_set_lines(struct xlsx_tab *t, int row, int lines)
{
    if (lines > 1)
        check(worksheet_set_row(t->sheet, (lxw_row_t)row, ROW_HEIGHT + LINE_HEIGHT * (lines - 1), NULL));
}

void xlsx_freeze(struct xlsx_tab *t, int rows, int columns)
{
    worksheet_freeze_panes(t->sheet, (lxw_row_t)rows, (lxw_col_t)columns);
}

void xlsx_set_print(struct xlsx_tab *t, bool landscape, int first, int last, const char *footer)
{
    enum { A4 = 9 };

    worksheet_set_paper(t->sheet, A4);
    if (landscape)
        worksheet_set_landscape(t->sheet);
    worksheet_fit_to_pages(t->sheet, 1, 0);
    worksheet_set_margins(t->sheet, 0.5, 0.5, 0.6, 0.6);
    if (first >= 0)
        check(worksheet_repeat_rows(t->sheet, (lxw_row_t)first, (lxw_row_t)last));
    check(worksheet_set_footer(t->sheet, footer));
}

void xlsx_break_before(struct xlsx_tab *t, const int *rows, int n)
{
    lxw_row_t *breaks = zj_calloc((size_t)n + 1, sizeof *breaks);

    for (int i = 0; i < n && i < MAX_BREAKS; i++)
        breaks[i] = (lxw_row_t)rows[i];
    check(worksheet_set_h_pagebreaks(t->sheet, breaks));
    free(breaks);
}

void xlsx_put_note(struct xlsx_tab *t, int row, int column, const char *text)
{
    int lines = 1 + (int)strlen(text) / 60;

    for (const char *s = text; *s; s++)
        lines += *s == '\n';
    lxw_comment_options how = {.width = 320, .height = (uint16_t)(lines < 30 ? 30 + 16 * lines : 510)};
    check(worksheet_write_comment_opt(t->sheet, (lxw_row_t)row, (lxw_col_t)column, text, &how));
}

/* The longest beginning of the text that the library takes as a message. */
static char *message(struct xlsx_tab *t, const char *text)
{
    size_t n = strlen(text);

    if (n > MAX_HELP)
        for (n = MAX_HELP; n > 0 && ((unsigned char)text[n] & 0xC0) == 0x80;)
            n--;
    return zj_strndup(&t->out->arena, text, n);
}

static void allow(struct xlsx_tab *t, int column, int first, int last, lxw_data_validation *v,
                  const char *help)
{
    v->error_message = message(t, help);
    check(worksheet_data_validation_range(t->sheet, (lxw_row_t)first, (lxw_col_t)column, (lxw_row_t)last,
                                          (lxw_col_t)column, v));
}

void xlsx_allow_list(struct xlsx_tab *t, int column, int first, int last, const char **items,
                     const char *help)
{
    int n = 0;

    while (items[n])
        n++;
    char **list = zj_alloc_n(&t->out->arena, (size_t)n + 1, sizeof *list);
    for (int i = 0; i < n; i++)
        list[i] = zj_strdup(&t->out->arena, items[i]);
    lxw_data_validation v = {.validate = LXW_VALIDATION_TYPE_LIST, .value_list = list};
    allow(t, column, first, last, &v, help);
}

void xlsx_allow_numbers(struct xlsx_tab *t, int column, int first, int last, int lo, int hi, const char *help)
{
    lxw_data_validation v = {.validate = LXW_VALIDATION_TYPE_INTEGER,
                             .criteria = LXW_VALIDATION_CRITERIA_BETWEEN,
                             .minimum_number = lo,
                             .maximum_number = hi};

    allow(t, column, first, last, &v, help);
}

void xlsx_allow_dates(struct xlsx_tab *t, int column, int first, int last, const char *help)
{
    lxw_data_validation v = {.validate = LXW_VALIDATION_TYPE_DATE,
                             .criteria = LXW_VALIDATION_CRITERIA_BETWEEN,
                             .minimum_datetime = {.year = 1900, .month = 1, .day = 1},
                             .maximum_datetime = {.year = 2100, .month = 12, .day = 31}};

    allow(t, column, first, last, &v, help);
}
