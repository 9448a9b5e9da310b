/*
 * tiny_pairs.c - the lines of tiny.h that belong to pairings, and plans of pairs.
 */
#include "tests/support/tiny_words.h"

#include "solver/data/travel.h"
#include "solver/io/values.h"

#include <stdlib.h>
#include <string.h>

void tiny_add_preference(struct tiny *t, const struct tiny_line *line)
{
    struct zj_instance *in = &t->in;

    in->preference = tiny_room(&in->arena, in->preference, in->n_preferences, sizeof *in->preference);
    in->preference[in->n_preferences] = (struct zj_preference){.from = tiny_school(t, line->word[1]),
                                                               .to = tiny_school(t, line->word[2]),
                                                               .rank = tiny_number(line->word[3]),
                                                               .line = in->n_preferences + 2};
    in->n_preferences++;
}

int tiny_form(const char *text)
{
    return text ? tiny_found(zj_value_find(ZJ_VS_form, text), "no such form", text) : -1;
}

struct zj_pairs tiny_pairs(const struct tiny *t, const char *text)
{
    struct zj_pairs plan = {0};
    char *copy = strdup(text), *rest = NULL;

    for (char *part = strtok_r(copy, ";", &rest); part; part = strtok_r(NULL, ";", &rest)) {
        struct tiny_line line = tiny_cut(part);

        if (line.n == 0)
            continue;
        if (line.n < 2)
            tiny_wrong("too few words", line.word[0]);
        int lead = tiny_school(t, line.word[0]), member = tiny_school(t, line.word[1]);
        const struct zj_pair p = {.lead = lead,
                                  .member = member,
                                  .form = tiny_form(tiny_option(&line, "form")),
                                  .round = tiny_number_option(&line, "round", 0),
                                  .metres = zj_metres(&t->in, lead, member),
                                  .minutes = zj_minutes(&t->in, lead, member)};
        zj_pairs_add(&plan, &p);
    }
    free(copy);
    return plan;
}
