/*
 * page.c - the frame of the page: head, policy of contents, contents, footer; and which sections it has.
 */
#include "solver/report/html.h"

#include "solver/base/i18n.h"
#include "solver/report/html/assets.h"
#include "solver/report/html/digest.h"
#include "solver/report/html/sections.h"

/* What a section is for: models that bring a plan, and answers that bring none. */
enum {
    SECONDMENT = 1U << ZJ_SECONDMENT,
    TIMETABLE = 1U << ZJ_TIMETABLE,
    PAIRING = 1U << ZJ_PAIRING,
    CALENDAR = 1U << ZJ_CALENDAR,
    FLOWS = SECONDMENT | TIMETABLE | PAIRING,
    ALL = FLOWS | CALENDAR,
    NO_PLAN = 1U << ZJ_N_MODELS
};

/* The sections in the order of the page. */
static const struct section {
    const char *id, *title;
    unsigned models;
    void (*put)(struct rep_markup *m, const struct rep_case *r);
} sections[] = {
    {"summary", N_("Summary"), ALL | NO_PLAN, rep_html_summary},
    {"conflict", N_("Why there is no plan"), NO_PLAN, rep_html_conflict},
    {"where", N_("Who goes where"), FLOWS, rep_html_map},
    {"pairs", N_("Pairs"), PAIRING, rep_html_pairs},
    {"calendar", N_("Calendar"), CALENDAR, rep_html_calendar},
    {"balance", N_("Load and gaps"), FLOWS, rep_html_balance},
    {"need", N_("Need and have"), ALL, rep_html_ladder},
    {"age", N_("Ages and limits"), SECONDMENT, rep_html_ages},
    {"terms", N_("Terms"), SECONDMENT, rep_html_terms},
    {"rules", N_("Rules"), ALL, rep_html_rules},
    {"proof", N_("Proof"), ALL | NO_PLAN, rep_html_proof},
    {"postings", N_("Postings"), SECONDMENT, rep_html_postings},
    {"teachers", N_("Timetables of teachers"), TIMETABLE, rep_html_teacher_weeks},
    {"schools", N_("Timetables of schools"), TIMETABLE, rep_html_school_weeks},
    {"classes", N_("Timetables of classes"), TIMETABLE, rep_html_class_weeks},
};
enum { N_SECTIONS = sizeof sections / sizeof sections[0] };

static bool has_section(const struct rep_case *r, const struct section *s)
{
    if (zj_has_plan(r->plan))
        return s->models & 1U << r->plan->model;
    return s->models & NO_PLAN && (s->put != rep_html_conflict || r->plan->status == ZJ_PLAN_INFEASIBLE);
}

static const char *title_of(const struct zj_plan *p)
{
    switch (p->model) {
    case ZJ_SECONDMENT:
        return _("Plan of secondments");
    case ZJ_TIMETABLE:
        return _("Timetable");
    case ZJ_PAIRING:
        return _("Pairing of schools");
    default:
        return _("Calendar of activities");
    }
}

/* Nothing but this very style and this very script; no request, no frame, no form that is sent. */
static void put_policy(struct rep_markup *m, const struct rep_markup *style)
{
    char of_style[REP_DIGEST_SIZE], of_script[REP_DIGEST_SIZE];

    rep_digest(style->bytes, style->n, of_style);
    rep_digest(rep_page_js, rep_page_js_n, of_script);
    rep_put(m,
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;; "
            "style-src &#39;sha256-%s&#39;; script-src &#39;sha256-%s&#39;; base-uri &#39;none&#39;; "
            "form-action &#39;none&#39;\"/>\n",
            of_style, of_script);
}

static void put_head(struct rep_markup *m, const struct rep_case *r)
{
    struct rep_markup style = {0};

    rep_put_bytes(&style, rep_picture_css, rep_picture_css_n);
    rep_put_bytes(&style, rep_page_css, rep_page_css_n);
    rep_put(m, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\"/>\n",
            zj_i18n_lang()[0] == 'z' ? "zh-CN" : "en");
    put_policy(m, &style);
    rep_put(m,
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
            "<meta name=\"color-scheme\" content=\"light dark\"/>\n"
            "<title>%s - %s</title>\n<style>",
            r->in->name ? r->in->name : "", title_of(r->plan));
    rep_put_bytes(m, style.bytes, style.n);
    rep_put(m, "</style>\n</head>\n");
    rep_markup_release(&style);
}

static void put_contents(struct rep_markup *m, const struct rep_case *r)
{
    rep_put(m, "<nav aria-label=\"%s\">\n<ul>\n", _("Contents"));
    for (int i = 0; i < N_SECTIONS; i++)
        if (has_section(r, &sections[i]))
            rep_put(m, "<li><a href=\"#%s\">%s</a></li>\n", sections[i].id, gettext(sections[i].title));
    rep_put(m, "</ul>\n</nav>\n");
}

/* The words that the script needs come with the page: they are translated here. */
static void put_main(struct rep_markup *m)
{
    rep_put(m, "<main id=\"main\" data-copy=\"%s\" data-copied=\"%s\" data-print=\"%s\" data-shown=\"%s\">\n",
            _("Copy as CSV"), _("Copied"), _("Print this"), _("tables and rows shown:"));
}

/* Who issues what is printed, and when: on paper only; the script copies it below every timetable. */
static void put_issue(struct rep_markup *m, const struct rep_case *r)
{
    rep_put(m, "<p class=\"issue\"><span>%s%s</span> <span>%s%s</span> <span>%s</span></p>\n",
            _("Issued by: "), r->office ? r->office : REP_BLANK, _("Date: "), r->date ? r->date : REP_BLANK,
            _("(seal)"));
}

void rep_html(struct rep_markup *m, const struct rep_case *r)
{
    const char *name = r->pol->name ? r->pol->name : r->in->name ? r->in->name : "";

    put_head(m, r);
    rep_put(m, "<body>\n<a class=\"skip\" href=\"#main\">%s</a>\n<header>\n<h1>%s</h1>\n<p>%s</p>\n",
            _("Skip to the content"), title_of(r->plan), name);
    put_contents(m, r);
    rep_put(m, "</header>\n");
    put_main(m);
    if (zj_has_plan(r->plan))
        rep_html_filter(m, r);
    for (int i = 0; i < N_SECTIONS; i++)
        if (has_section(r, &sections[i]))
            sections[i].put(m, r);
    put_issue(m, r);
    rep_put(m, "</main>\n");
    rep_put(m, "<script>");
    rep_put_bytes(m, rep_page_js, rep_page_js_n);
    rep_put(m, "</script>\n</body>\n</html>\n");
}
