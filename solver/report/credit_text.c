/*
 * credit_text.c - the accounts for a person at a terminal. Teachers appear by id only.
 */
#include "solver/base/i18n.h"
#include "solver/base/text.h"
#include "solver/report/credit.h"
#include "solver/report/parts.h"
#include "solver/report/table.h"

#include <inttypes.h>
#include <string.h>

enum { TEACHER_LINES = 60, UNCOUNTED_LINES = 10 };

const char *rep_years_text(struct zj_arena *a, int64_t units)
{
    enum { DIGITS = 4, SCALE = 10000 };
    int64_t whole = units / ZJ_CREDIT_YEAR, rest = units % ZJ_CREDIT_YEAR;
    char *text = zj_printf(a, "%" PRId64 ".%0*" PRId64, whole, DIGITS, rest * (SCALE / ZJ_CREDIT_YEAR));
    size_t n = strlen(text);

    while (text[n - 1] == '0')
        text[--n] = '\0';
    if (text[n - 1] == '.')
        text[--n] = '\0';
    return text;
}

static const char *what_text(const struct zj_credit_line *line)
{
    static const char *const texts[ZJ_N_CREDIT_WHAT] = {
        [ZJ_CR_DAYS] = N_("days of visits"),           [ZJ_CR_STUDIO_YEARS] = N_("years in a studio"),
        [ZJ_CR_PERIODS] = N_("online periods"),        [ZJ_CR_POSTINGS] = N_("terms on postings"),
        [ZJ_CR_HOME] = N_("terms at the home school"), [ZJ_CR_SENIOR] = N_("terms on postings"),
    };

    if (line->what != ZJ_CR_PROMOTION)
        return gettext(texts[line->what]);
    return line->rule->account == ZJ_RURAL ? _("years of rural service") : _("years of support posts");
}

/* Accounts hold small units; people read years. */
static const char *amount(struct zj_arena *a, const struct zj_credit_line *line, int64_t n)
{
    if (line->what == ZJ_CR_PROMOTION)
        return rep_years_text(a, n);
    return zj_printf(a, "%" PRId64, n);
}

static const char *missing_text(struct zj_arena *a, const struct zj_credit_line *line)
{
    int64_t missing = zj_credit_missing(line);

    if (line->unknown)
        return _("here_since is blank");
    if (missing > 0)
        return amount(a, line, missing);
    if (line->what == ZJ_CR_SENIOR && !line->goes_on)
        return _("no longer there");
    return "";
}

static void add_years(struct rep_table *t, const struct rep_credit *r, const struct zj_credit_line *line)
{
    for (int i = line->first_year; i < line->first_year + line->n_years; i++) {
        const struct zj_credit_year *year = &r->credit->year[i];
        char day[16];
        rep_heading(t,
                    year->counts ? _("    year from %s: %lld of %d visits, grade %s: counts")
                                 : _("    year from %s: %lld of %d visits, grade %s: does not count"),
                    zj_date_text(year->start, day), (long long)year->visits, line->rule->visits_each_year,
                    year->grade >= 0 ? zj_word(r->in, year->grade) : "-");
    }
}

static void add_line(struct rep_table *t, const struct rep_credit *r, const struct zj_credit_line *line)
{
    rep_cell(t, "  %s", zj_rule_name(line->rule->id));
    rep_cell(t, "rules[%d]", line->rule->index);
    rep_cell(t, "%s", what_text(line));
    rep_cell(t, "%s", amount(&t->arena, line, line->have));
    rep_cell(t, "%s", line->need == ZJ_NO_CREDIT_NEED ? "" : amount(&t->arena, line, line->need));
    rep_cell(t, "%s", missing_text(&t->arena, line));
    rep_cell(t, "%s", line->given ? rep_years_text(&t->arena, line->given) : line->met ? _("met") : "");
    add_years(t, r, line);
}

static void add_teacher(struct rep_table *t, const struct rep_credit *r, int teacher)
{
    const struct zj_teacher *who = &r->in->teacher[teacher];
    const int64_t *account = r->credit->account[teacher];

    rep_heading(t, _("%s at %s: %s years of support posts, %s years of rural service"), who->id,
                r->in->school[who->school].id, rep_years_text(&t->arena, account[ZJ_SERVICE]),
                rep_years_text(&t->arena, account[ZJ_RURAL]));
}

static void print_teachers(FILE *out, const struct rep_credit *r)
{
    const char *const titles[] = {_("rule"),  "",           _("counted"),      _("has"),
                                  _("needs"), _("missing"), _("gives (years)")};
    const struct zj_credit *c = r->credit;
    struct rep_table t;
    int last = -1;

    REP_TABLE_INIT(&t, titles);
    for (int i = 0; i < c->n_lines; i++) {
        const struct zj_credit_line *line = &c->line[i];
        if (r->teacher >= 0 && line->teacher != r->teacher)
            continue;
        if (line->teacher != last)
            add_teacher(&t, r, line->teacher);
        last = line->teacher;
        add_line(&t, r, line);
    }
    if (last < 0)
        fprintf(out, "%s\n", _("the rules have nothing to count"));
    else
        rep_table_print(&t, out, r->all ? 0 : TEACHER_LINES);
    rep_table_release(&t);
}

/* How many teachers the rule speaks of, and of how many it is met. */
static void count_teachers(const struct zj_credit *c, const struct zj_rule *rule, int *n, int *met)
{
    int last = -1;
    bool last_met = false;

    *n = *met = 0;
    for (int i = 0; i < c->n_lines; i++) {
        const struct zj_credit_line *line = &c->line[i];
        if (line->rule != rule)
            continue;
        *n += line->teacher != last;
        last_met = last_met && line->teacher == last;
        *met += line->met && !last_met;
        last_met = last_met || line->met;
        last = line->teacher;
    }
}

/* Each rule with its sentence: what it demands is the document's own words where the policy quotes them. */
static void print_rules(FILE *out, const struct rep_credit *r)
{
    struct zj_arena arena = {0};

    for (int k = 0; k < r->pol->n_credit_rules; k++) {
        const struct zj_rule *rule = &r->pol->credit_rule[k];
        const char *text = zj_printable(&arena, rep_rule_text(r->pol, rule->id, rule->index));
        int n, met;
        count_teachers(r->credit, rule, &n, &met);
        fprintf(out, _("rules[%d] %s: %d teachers, %d met"), rule->index, zj_rule_name(rule->id), n, met);
        fprintf(out, rule->quote ? "  «%s»" : "  %s", text);
        if (rule->document)
            fprintf(out, " (%s)", zj_printable(&arena, rule->document));
        fputc('\n', out);
    }
    zj_arena_release(&arena);
}

static const char *uncounted_text(enum zj_uncounted because)
{
    static const char *const texts[ZJ_N_UNCOUNTED] = {
        [ZJ_UNCOUNTED_KIND] = N_("no rule counts activities of this kind"),
        [ZJ_UNCOUNTED_UNIT] = N_("the rules count this kind in another unit"),
        [ZJ_UNCOUNTED_TEACHER] = N_("the rules do not speak of this teacher"),
        [ZJ_UNCOUNTED_LATER] = N_("it lies after the last day that is counted"),
    };

    return gettext(texts[because]);
}

static void print_uncounted(FILE *out, const struct rep_credit *r)
{
    const struct zj_credit *c = r->credit;
    struct zj_arena arena = {0};
    int n = 0;

    for (int i = 0; i < c->n_uncounted; i++) {
        const struct zj_activity *a = &r->in->activity[c->uncounted[i].activity];
        char day[16];
        if (r->teacher >= 0 && a->teacher != r->teacher)
            continue;
        if (n == 0)
            fprintf(out, "\n%s\n", _("rows of activities.csv that count for nothing:"));
        if (n++ < UNCOUNTED_LINES || r->all)
            fprintf(out, "  activities.csv:%d: %s %s %s: %s\n", a->line, r->in->teacher[a->teacher].id,
                    zj_printable(&arena, zj_word(r->in, a->kind)), zj_date_text(a->date, day),
                    uncounted_text(c->uncounted[i].because));
    }
    if (n > UNCOUNTED_LINES && !r->all)
        fprintf(out, _("  … and %d more\n"), n - UNCOUNTED_LINES);
    zj_arena_release(&arena);
}

void rep_print_credit(FILE *out, const struct rep_credit *r)
{
    struct zj_arena arena = {0};
    char day[16];

    fprintf(out, _("%s: service up to %s\n"), zj_printable(&arena, r->in->name ? r->in->name : ""),
            zj_date_text(r->credit->until, day));
    print_rules(out, r);
    fputc('\n', out);
    print_teachers(out, r);
    print_uncounted(out, r);
    zj_arena_release(&arena);
}
