#include "tests/support/expected.h"

#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include <stdlib.h>
#include <string.h>

static void split(char *text, struct expected_line *l)
{
    l->n = 0;
    for (char *word; l->n < EXPECTED_MAX && (word = strsep(&text, "\t"));)
        l->field[l->n++] = word;
}

int expected_each(const char *path, int least, expected_check *check, void *ctx)
{
    char *text = slurp(path), *rest = text;
    struct expected_line head = {.n = 0}, l;
    int wrong = 0;

    assert_non_null(text);
    for (char *line; (line = strsep(&rest, "\n"));) {
        if (!*line || *line == '#')
            continue;
        if (head.n == 0) {
            split(line, &head);
            continue;
        }
        split(line, &l);
        assert_in_range(l.n, least, head.n);
        wrong += check(&head, &l, ctx);
    }
    free(text);
    return wrong;
}
