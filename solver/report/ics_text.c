#include "solver/report/ics_text.h"

#include "solver/base/date.h"
#include "solver/base/i18n.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_BYTES = 75, UTC_OFFSET = 8 * 60 };

/* A content line, folded between characters. */
static void put_line(struct rep_ics *c, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
static void put_line(struct rep_ics *c, const char *fmt, ...)
{
    va_list args;
    int room = MOST_BYTES;

    va_start(args, fmt);
    const char *text = zj_vprintf(&c->arena, fmt, args);
    va_end(args);
    while (*text) {
        int n = 1;
        while (((unsigned char)text[n] & 0xC0) == 0x80)
            n++;
        if (n > room) {
            fputs("\r\n ", c->out);
            room = MOST_BYTES - 1;
        }
        fwrite(text, 1, (size_t)n, c->out);
        room -= n;
        text += n;
    }
    fputs("\r\n", c->out);
}

/* As a value of type TEXT; control characters have no place there. */
static const char *escaped(struct rep_ics *c, const char *text)
{
    char *all = zj_alloc(&c->arena, 2 * strlen(text) + 1), *to = all;

    for (; *text; text++) {
        const unsigned char ch = (unsigned char)*text;
        if (ch < ' ' && ch != '\n')
            continue;
        if (strchr("\\;,\n", ch))
            *to++ = '\\';
        *to++ = ch == '\n' ? 'n' : *text;
    }
    *to = '\0';
    return all;
}

/* "20260901" and "20260901T082000". */
static const char *day_text(struct rep_ics *c, int32_t date)
{
    int year, month, day;

    zj_date_to_ymd(date, &year, &month, &day);
    return zj_printf(&c->arena, "%04d%02d%02d", year, month, day);
}

static const char *time_text(struct rep_ics *c, int32_t date, int minutes)
{
    return zj_printf(&c->arena, "%sT%02d%02d00", day_text(c, date), minutes / 60, minutes % 60);
}

void rep_ics_open(struct rep_ics *c, const char *owner, int32_t stamp, const char *tag)
{
    *c = (struct rep_ics){.owner = owner, .tag = tag, .stamp = stamp};
    c->out = open_memstream(&c->bytes, &c->n);
    if (!c->out)
        zj_out_of_memory();
    put_line(c, "BEGIN:VCALENDAR");
    put_line(c, "VERSION:2.0");
    put_line(c, "PRODID:-//zoujiao//zoujiao//%s", zj_i18n_lang()[0] == 'z' ? "ZH" : "EN");
    put_line(c, "CALSCALE:GREGORIAN");
    put_line(c, "X-WR-CALNAME:%s", escaped(c, owner));
    put_line(c, "BEGIN:VTIMEZONE");
    put_line(c, "TZID:Asia/Shanghai");
    put_line(c, "BEGIN:STANDARD");
    put_line(c, "DTSTART:19700101T000000");
    put_line(c, "TZOFFSETFROM:+0800");
    put_line(c, "TZOFFSETTO:+0800");
    put_line(c, "TZNAME:CST");
    put_line(c, "END:STANDARD");
    put_line(c, "END:VTIMEZONE");
}

char *rep_ics_close(struct rep_ics *c, size_t *n)
{
    put_line(c, "END:VCALENDAR");
    if (fclose(c->out) != 0)
        zj_out_of_memory();
    zj_arena_release(&c->arena);
    *n = c->n;
    return c->bytes;
}

void rep_ics_begin(struct rep_ics *c, const char *summary, const char *place, const char *details)
{
    put_line(c, "BEGIN:VEVENT");
    put_line(c, "UID:%.16s-%s-%d@zoujiao", c->tag, c->owner, ++c->n_events);
    put_line(c, "DTSTAMP:%sT000000Z", day_text(c, c->stamp));
    put_line(c, "SUMMARY:%s", escaped(c, summary));
    put_line(c, "LOCATION:%s", escaped(c, place));
    put_line(c, "DESCRIPTION:%s", escaped(c, details));
}

void rep_ics_times(struct rep_ics *c, int32_t date, int start, int end)
{
    put_line(c, "DTSTART;TZID=Asia/Shanghai:%s", time_text(c, date, start));
    put_line(c, "DTEND;TZID=Asia/Shanghai:%s", time_text(c, date, end));
}

void rep_ics_days(struct rep_ics *c, int32_t first, int32_t last)
{
    put_line(c, "DTSTART;VALUE=DATE:%s", day_text(c, first));
    put_line(c, "DTEND;VALUE=DATE:%s", day_text(c, last + 1));
    put_line(c, "TRANSP:TRANSPARENT");
}

void rep_ics_repeat(struct rep_ics *c, int32_t last, int start)
{
    const int utc = start - UTC_OFFSET; /* the end of a repetition is written in UTC */

    put_line(c, "RRULE:FREQ=WEEKLY;UNTIL=%sZ",
             time_text(c, utc < 0 ? last - 1 : last, utc < 0 ? utc + 24 * 60 : utc));
}

void rep_ics_except(struct rep_ics *c, int32_t date, int start)
{
    put_line(c, "EXDATE;TZID=Asia/Shanghai:%s", time_text(c, date, start));
}

void rep_ics_end(struct rep_ics *c)
{
    put_line(c, "END:VEVENT");
}
