#include "solver/cli/progress.h"

#include "solver/base/i18n.h"
#include "solver/report/parts.h"
#include "solver/report/table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static const double plain_every = 30; /* seconds */
static const double first_after = 1;  /* a quick solve shows nothing */
static const double shown_every = 0.2;
static const int usual_width = 80; /* of a terminal that does not tell */

void cli_progress_init(struct cli_progress *p, bool quiet)
{
    const char *term = getenv("TERM");
    bool terminal = isatty(STDERR_FILENO) && term && strcmp(term, "dumb") != 0 && !getenv("CI");

    memset(p, 0, sizeof *p);
    p->quiet = quiet;
    p->in_place = terminal && !quiet;
    p->plain = !terminal && !quiet;
    p->next = p->in_place ? first_after : plain_every;
}

/* What stands before a parenthesis. */
static const char *without_unit(struct zj_arena *a, const char *text)
{
    const char *end = strstr(text, " (") ? strstr(text, " (") : strstr(text, "（");

    return end ? zj_strndup(a, text, (size_t)(end - text)) : text;
}

/* The aim that is worked on, or what comes before the aims, in words; without units. In the arena. */
static const char *stage_text(struct zj_arena *a, enum zj_model model, const char *stage)
{
    if (strcmp(stage, "read") == 0)
        return _("building the model");
    if (strcmp(stage, "couple") == 0)
        return _("joining the communities");
    if (strcmp(stage, "place") == 0)
        return _("placing the lessons");
    if (strcmp(stage, "events") == 0)
        return _("placing the activities");
    for (int t = 0; t < ZJ_MAX_TIERS; t++) {
        if (strcmp(stage, zj_tier_name((enum zj_tier)t)) == 0)
            return without_unit(a, rep_tier_text(model, (enum zj_tier)t));
    }
    return stage;
}

static void print_values(FILE *out, const struct sec_progress *now)
{
    if (now->value != ZJ_NO_VALUE)
        fprintf(out, _(" | value %lld"), (long long)now->value);
    if (now->bound != ZJ_NO_VALUE)
        fprintf(out, _(" | bound %lld"), (long long)now->bound);
    if (now->value != ZJ_NO_VALUE && now->bound != ZJ_NO_VALUE && now->value > now->bound) {
        double size = now->value < 0 ? -(double)now->value : (double)now->value;
        fprintf(out, _(" | gap %.1f%%"),
                100 * ((double)now->value - (double)now->bound) / (size < 1 ? 1 : size));
    }
}

/* Columns of the terminal. */
static int terminal_width(void)
{
    struct winsize size;

    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : usual_width;
}

static void print_line(const struct cli_progress *p, enum zj_model model, const struct sec_progress *now)
{
    struct zj_arena a = {0};
    char *line = NULL;
    size_t n;
    FILE *out = open_memstream(&line, &n);

    if (!out)
        zj_out_of_memory();
    fprintf(out, _("%s | %.0f s"), stage_text(&a, model, now->stage), now->elapsed);
    if (now->total > 1)
        fprintf(out, _(" | %d/%d"), now->done, now->total);
    print_values(out, now);
    fclose(out);
    if (p->in_place) /* a line that wraps could not be wiped */
        fprintf(stderr, "\r%s\033[K", rep_clip(&a, line, terminal_width() - 1));
    else
        fprintf(stderr, "%s\n", line);
    fflush(stderr);
    free(line);
    zj_arena_release(&a);
}

static void show(struct cli_progress *p, enum zj_model model, const struct sec_progress *now)
{
    if ((!p->in_place && !p->plain) || now->elapsed < p->next)
        return;
    p->next = now->elapsed + (p->plain ? plain_every : shown_every);
    print_line(p, model, now);
    p->shown = true;
}

void cli_progress_show(void *ctx, const struct sec_progress *now)
{
    show(ctx, ZJ_SECONDMENT, now);
}

void cli_progress_lessons(void *ctx, const struct tt_progress *now)
{
    const struct sec_progress same = {now->stage, now->elapsed, now->value,
                                      now->bound, now->done,    now->total};

    show(ctx, ZJ_TIMETABLE, &same);
}

void cli_progress_calendar(void *ctx, const struct cal_progress *now)
{
    const struct sec_progress same = {"events",    now->elapsed, ZJ_NO_VALUE,
                                      ZJ_NO_VALUE, now->done,    now->total};

    show(ctx, ZJ_CALENDAR, &same);
}

void cli_progress_large(void *ctx, int schools, int columns)
{
    const struct cli_progress *p = ctx;

    if (p->quiet)
        return;
    fprintf(
        stderr,
        _("note: teachers may be posted among %d schools, which makes one program of %d columns; the search "
          "may take very long or find nothing. A hard rule 'scope' parts the county into communities, "
          "'--terms' shortens the horizon, '--time-limit' ends the search.\n"),
        schools, columns);
}

void cli_progress_end(struct cli_progress *p)
{
    if (p->in_place && p->shown)
        fputs("\r\033[K", stderr);
    p->shown = false;
}
