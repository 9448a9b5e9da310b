#include "tests/support/lines.h"

#include "tests/support/cmocka.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_LINES = 600 };

static bool has_begin(const char *line, const char *begins)
{
    return strncmp(line, begins, strlen(begins)) == 0;
}

char *lines_reversed(const char *text, const char *begins)
{
    char *out = calloc(1, strlen(text) + 2), *copy = strdup(text), *rest = copy, *line[MAX_LINES];
    int n = 0, last;

    for (char *l; (l = strsep(&rest, "\n"));)
        if (*l) {
            assert_in_range(n, 0, MAX_LINES - 1);
            line[n++] = l;
        }
    last = n - 1;
    for (int i = 0; i < n; i++) {
        const char *next = line[i];

        if (has_begin(next, begins)) {
            while (!has_begin(line[last], begins))
                last--;
            next = line[last--];
        }
        strcat(strcat(out, next), "\n");
    }
    free(copy);
    return out;
}

char *lines_doubled(const char *text, const char *begins)
{
    char *out = calloc(2, strlen(text) + 2), *copy = strdup(text), *rest = copy;

    for (char *l; (l = strsep(&rest, "\n"));) {
        if (!*l)
            continue;
        strcat(strcat(out, l), "\n");
        if (has_begin(l, begins))
            strcat(strcat(out, l), "\n");
    }
    free(copy);
    return out;
}
