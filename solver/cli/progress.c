#include "solver/cli/progress.h"

#include "solver/base/i18n.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const double plain_every = 30; /* seconds */
static const double first_after = 1;  /* a quick solve shows nothing */

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

/* What the stage is called; the texts of stages are English words of the model. */
static const char *stage_text(const char *stage)
{
    if (strcmp(stage, "read") == 0)
        return _("building the model");
    if (strcmp(stage, "couple") == 0)
        return _("joining the communities");
    if (strcmp(stage, "place") == 0)
        return _("placing the lessons");
    return stage;
}

static void print_values(const struct sec_progress *now)
{
    if (now->value != ZJ_NO_VALUE)
        fprintf(stderr, _(" | value %lld"), (long long)now->value);
    if (now->bound != ZJ_NO_VALUE)
        fprintf(stderr, _(" | bound %lld"), (long long)now->bound);
    if (now->value != ZJ_NO_VALUE && now->bound != ZJ_NO_VALUE && now->value > now->bound) {
        double size = now->value < 0 ? -(double)now->value : (double)now->value;
        fprintf(stderr, _(" | gap %.1f%%"),
                100 * ((double)now->value - (double)now->bound) / (size < 1 ? 1 : size));
    }
}

void cli_progress_show(void *ctx, const struct sec_progress *now)
{
    struct cli_progress *p = ctx;

    if ((!p->in_place && !p->plain) || now->elapsed < p->next)
        return;
    if (p->plain)
        p->next = now->elapsed + plain_every;
    if (p->in_place)
        fputc('\r', stderr);
    fprintf(stderr, _("%s | %.0f s"), stage_text(now->stage), now->elapsed);
    if (now->total > 1)
        fprintf(stderr, _(" | part %d of %d"), now->done, now->total);
    print_values(now);
    fputs(p->in_place ? "\033[K" : "\n", stderr);
    fflush(stderr);
    p->shown = true;
}

void cli_progress_lessons(void *ctx, const struct tt_progress *now)
{
    const struct sec_progress same = {now->stage, now->elapsed, now->value,
                                      now->bound, now->done,    now->total};

    cli_progress_show(ctx, &same);
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
