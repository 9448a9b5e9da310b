/*
 * test_certify.c - small certificates by hand: what is accepted, refuted, or malformed, and where.
 */
#include "solver/certify/certify.h"
#include "tests/support/cmocka.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* min x + y, 2 x + 2 y >= 3, 0 <= x, y <= 5: the optimum is 2. Lines 1 to 13. */
#define PROGRAM                                                                                              \
    "VER 1.0\nVAR 2\nx y\nINT 2\n0 1\nOBJ min\n2 0 1 1 1\nCON 5 4\n"                                         \
    "a G 0 1 0 1\nb L 5 1 0 1\nc G 0 1 1 1\nd L 5 1 1 1\ne G 3 2 0 2 1 2\n"
#define SOLVED PROGRAM "RTP range 2 2\nSOL 1\ns 1 0 2\n"

/* 2 x >= 1 and 2 x <= 1 with x in 0..3: no solution. Lines 1 to 14. */
#define EMPTY                                                                                                \
    "VER 1.0\nVAR 1\nx\nINT 1\n0\nOBJ min\n0\nCON 4 2\na G 0 1 0 1\nb L 3 1 0 1\nc G 1 1 0 2\nd L 1 1 0 2\n" \
    "RTP infeas\nSOL 0\n"
#define BRANCHED                                                                                             \
    "f L 0 1 0 1 { asm } -1\ng G 1 0 { lin 2 2 1 4 -2 } -1\nh G 1 1 0 1 { asm } -1\n"                        \
    "i G 1 0 { lin 2 6 2 3 -1 } -1\n"

struct example {
    const char *text;
    enum zj_status status;
    int line;         /* of the problem, 0 = none */
    const char *says; /* part of it */
};

static void check(const struct example *e, int n)
{
    for (int i = 0; i < n; i++) {
        struct zj_certified what;
        struct zj_diag d = {0};
        enum zj_status status = zj_certify("x", e[i].text, strlen(e[i].text), &what, &d);
        bool right = status == e[i].status && d.n_errors == (status != ZJ_OK) &&
                     (status == ZJ_OK ||
                      (d.problem[0].line == e[i].line && strstr(d.problem[0].text, e[i].says) != NULL));
        if (!right) {
            zj_diag_print(&d, stderr, 0);
            fail_msg("example %d gives %d, not %d at line %d with '%s':\n%s", i, (int)status,
                     (int)e[i].status, e[i].line, e[i].says, e[i].text);
        }
        zj_certified_release(&what);
        zj_diag_release(&d);
    }
}

#define CHECK(list) check(list, (int)(sizeof(list) / sizeof *(list)))

static void accepts_what_is_proved(void **state)
{
    static const struct example list[] = {
        {SOLVED "DER 1\nf G 2 OBJ { rnd 1 4 1/2 } -1\n", ZJ_OK, 0, NULL},
        {SOLVED "DER 1\nf G 2 2 0 1 1 1 { rnd 1 4 0.5 } -1\n", ZJ_OK, 0, NULL},
        {"% a comment\n%another\n" SOLVED "DER 1\nf G 2 OBJ { rnd 1 4 1/2 } -1", ZJ_OK, 0, NULL},
        {SOLVED "DER 2\nf G 3/2 OBJ { lin 1 4 1/2 } 6\ng G 2 OBJ { rnd 1 5 1 } -1\n", ZJ_OK, 0, NULL},
        {PROGRAM "RTP range -inf 4\nSOL 2\ns 1 0 5\nt 2 0 2 1 2\nDER 0\n", ZJ_OK, 0, NULL},
        {PROGRAM "RTP range 1 inf\nSOL 0\nDER 1\nf G 1 OBJ { lin 1 4 1/2 } -1\n", ZJ_OK, 0, NULL},
        {EMPTY "DER 5\n" BRANCHED "j G 1 0 { uns 5 4 7 6 } -1\n", ZJ_OK, 0, NULL},
        {EMPTY "DER 1\nf G 1 0 { rnd 2 2 1/2 3 -1/2 } -1\n", ZJ_VIOLATED, 16, "does not follow"},
        {EMPTY "DER 2\nf G 1 1 0 1 { rnd 1 2 1/2 } -1\ng L -1 0 { lin 2 3 1 4 -2 } -1\n", ZJ_OK, 0, NULL},
        {"VER 1.1\nVAR 1\nz\nINT 0\nOBJ max\n1 0 1/3\nCON 1 0\nc L 7/2 1 0 1\nRTP range 7/6 7/6\nSOL 1\n"
         "s 1 0 7/2\nDER 1\nd L 7/6 OBJ { lin 1 0 1/3 } -1\n",
         ZJ_OK, 0, NULL},
        {"VER 1.0\nVAR 0\nINT 0\nOBJ min\n0\nCON 0 0\nRTP range 0 0\nSOL 1\ns 0\nDER 0\n", ZJ_OK, 0, NULL},
    };

    (void)state;
    CHECK(list);
}

static void refutes_what_does_not_follow(void **state)
{
    static const struct example list[] = {
        {SOLVED "DER 1\nf G 2 OBJ { lin 1 4 1/2 } -1\n", ZJ_VIOLATED, 18, "does not follow"},
        {SOLVED "DER 1\nf G 2 OBJ { rnd 1 4 1/3 } -1\n", ZJ_VIOLATED, 18, "not whole"},
        {SOLVED "DER 1\nf G 2 OBJ { rnd 1 4 -1/2 } -1\n", ZJ_VIOLATED, 18, "does not follow"},
        {SOLVED "DER 1\nf G 2 OBJ { rnd 2 4 1/2 0 -1 } -1\n", ZJ_VIOLATED, 18, "wrong sign"},
        {SOLVED "DER 1\nf G 3/2 OBJ { lin 1 4 1/2 } -1\n", ZJ_VIOLATED, 18, "not what is to be proved"},
        {SOLVED "DER 0\n", ZJ_VIOLATED, 13, "not what is to be proved"},
        {SOLVED "DER 1\nf G 2 OBJ { asm } -1\n", ZJ_VIOLATED, 18, "rests on the assumption of line 18"},
        {SOLVED "DER 3\nf G 3/2 OBJ { lin 1 4 1/2 } 5\ng G 0 1 0 1 { asm } -1\nh G 2 OBJ { rnd 1 5 1 } -1\n",
         ZJ_VIOLATED, 20, "not used after row 5"},
        {PROGRAM "RTP range 2 2\nSOL 1\ns 1 0 1\n", ZJ_VIOLATED, 16, "breaks the constraint of line 13"},
        {PROGRAM "RTP range 2 2\nSOL 1\ns 2 0 3/2 1 1\n", ZJ_VIOLATED, 16, "not whole"},
        {PROGRAM "RTP range 2 2\nSOL 1\ns 1 0 3\n", ZJ_VIOLATED, 16, "as good as the range"},
        {PROGRAM "RTP range 2 2\nSOL 0\n", ZJ_VIOLATED, 15, "no solution shows"},
        {PROGRAM "RTP infeas\nSOL 0\nDER 1\nf G 1 0 { lin 2 1 -1 0 1 } -1\n", ZJ_VIOLATED, 17,
         "does not follow"},
        {EMPTY "DER 4\n" BRANCHED, ZJ_VIOLATED, 19, "rests on the assumption of line 18"},
        {EMPTY "DER 5\n" BRANCHED "j G 1 0 { uns 5 4 5 4 } -1\n", ZJ_VIOLATED, 20, "every case"},
        {EMPTY "DER 5\n" BRANCHED "j G 1 0 { uns 5 6 7 4 } -1\n", ZJ_VIOLATED, 20, "rests on"},
        {EMPTY "DER 5\n" BRANCHED "j G 2 1 0 1 { uns 5 4 6 6 } -1\n", ZJ_VIOLATED, 20, "does not follow"},
        /* x <= 1/2 or x >= 3/2 leaves out x = 1; x <= 0 or x >= 1 leaves out 1/2 when x need not be whole */
        {"VER 1.0\nVAR 1\nx\nINT 1\n0\nOBJ min\n1 0 1\nCON 1 0\nc E 1 1 0 1\nRTP infeas\nSOL 0\nDER 5\n"
         "d L 1/2 1 0 1 { asm } -1\ne G 1 0 { lin 2 0 2 1 -2 } -1\nf G 3/2 1 0 1 { asm } -1\n"
         "g G 1 0 { lin 2 0 -2 3 2 } -1\nh G 1 0 { uns 2 1 4 3 } -1\n",
         ZJ_VIOLATED, 17, "every case"},
        {"VER 1.0\nVAR 1\nx\nINT 0\nOBJ min\n1 0 1\nCON 1 0\nc E 1/2 1 0 1\nRTP infeas\nSOL 0\nDER 5\n"
         "d L 0 1 0 1 { asm } -1\ne G 1 0 { lin 2 0 2 1 -2 } -1\nf G 1 1 0 1 { asm } -1\n"
         "g G 1 0 { lin 2 0 -2 3 2 } -1\nh G 1 0 { uns 2 1 4 3 } -1\n",
         ZJ_VIOLATED, 16, "every case"},
        /* rounding over a column that need not be whole */
        {"VER 1.0\nVAR 1\nx\nINT 0\nOBJ min\n1 0 1\nCON 1 0\nc G 1/2 1 0 1\nRTP range 1 inf\nSOL 0\nDER 1\n"
         "d G 1 OBJ { rnd 1 0 1 } -1\n",
         ZJ_VIOLATED, 12, "cannot be rounded"},
    };

    (void)state;
    CHECK(list);
}

static void locates_what_is_malformed(void **state)
{
    static const struct example list[] = {
        {"", ZJ_EDATA, 1, "too early"},
        {"VER 2.0\n", ZJ_EDATA, 1, "known here"},
        {"VAR 1\n", ZJ_EDATA, 1, "not 'VER'"},
        {"VER 1.0\nVAR -1\n", ZJ_EDATA, 2, "not a count"},
        {"VER 1.0\nVAR 999999999\nx\n", ZJ_EDATA, 2, "cannot stand"},
        {"VER 1.0\nVAR 9999999999\nx\n", ZJ_EDATA, 2, "not a count"},
        {"VER 1.0\nVAR 2\nx", ZJ_EDATA, 3, "too early"},
        {"VER 1.0\nVAR 1\nx\nINT 1\n1\nOBJ", ZJ_EDATA, 5, "too large"},
        {"VER 1.0\nVAR 1\nx\nINT 1\n0\nOBJ up 0", ZJ_EDATA, 6, "'min' or 'max'"},
        {"VER 1.0\nVAR 1\nx\nINT 1\n0\nOBJ min\n2 0 1 0 1", ZJ_EDATA, 7, "stands in this list before"},
        {"VER 1.0\nVAR 1\nx\nINT 1\n0\nOBJ min\n1 0 1/0\n", ZJ_EDATA, 7, "exact number"},
        {"VER 1.0\nVAR 1\nx\nINT 1\n0\nOBJ min\n1 0 1e5\n", ZJ_EDATA, 7, "exact number"},
        {"VER 1.0\nVAR 1\nx\nINT 1\n0\nOBJ min\n1 0 1.\n", ZJ_EDATA, 7, "exact number"},
        {"VER 1.0\nVAR 1\nx\001\n", ZJ_EDATA, 3, "control character"},
        {PROGRAM "RTP maybe\n", ZJ_EDATA, 14, "'infeas' or 'range'"},
        {PROGRAM "RTP range 3 2\n", ZJ_EDATA, 14, "empty"},
        {PROGRAM "RTP range x 2\n", ZJ_EDATA, 14, "a bound of the optimum"},
        {SOLVED "DER 1\nf G 2 OBJ { rnd 1 5 1 } -1\n", ZJ_EDATA, 18, "too large"},
        {SOLVED "DER 1\nf H 2 OBJ { asm } -1\n", ZJ_EDATA, 18, "L, E or G"},
        {SOLVED "DER 1\nf G 2 OBJ { sol } -1\n", ZJ_EDATA, 18, "a reason"},
        {SOLVED "DER 1\nf G 2 OBJ { lin weak { 0 } 1 4 1/2 } -1\n", ZJ_EDATA, 18, "not a count"},
        {SOLVED "DER 1\nf G 2 OBJ { rnd 1 4 1/2 ]", ZJ_EDATA, 18, "not '}'"},
        {SOLVED "DER 1\nf G 2 OBJ { rnd 1 4 1/2 } -2\n", ZJ_EDATA, 18, "index or -1"},
        {SOLVED "DER 1\nf G 2 OBJ { rnd 1 4 1/2 } -1\nmore", ZJ_EDATA, 19, "nothing may follow"},
        {"% zoujiao-certificate 2\n", ZJ_EDATA, 1, "should read"},
        {"% zoujiao-certificate 1\n% who knows\n", ZJ_EDATA, 2, "not known here"},
        {"% zoujiao-certificate 1\n% blocks 1\nVER", ZJ_EDATA, 3, "% answer"},
        {"% zoujiao-certificate 1\n% answer optimal\nVER", ZJ_EDATA, 3, "% blocks"},
        {"% zoujiao-certificate 1\n% answer optimal\n% blocks 1\nVER", ZJ_EDATA, 2, "has aims"},
        {"% zoujiao-certificate 1\n% aim a sum 1/0\n", ZJ_EDATA, 2, "% aim"},
        {"% zoujiao-certificate 1\n% aim a sum 1\n% aim a sum 1\n", ZJ_EDATA, 3, "named before"},
    };

    (void)state;
    CHECK(list);
}

/* ---- several parts ------------------------------------------------------------------------------------ */

/* Two blocks, two aims: x_B >= need_B, minimise x_B, then 10 - x_B's part of the largest, y_B >= b. */
#define HEADING(need, burden)                                                                                \
    "% zoujiao-certificate 1\n% instance i\n% answer optimal\n% blocks 2\n% aim need sum " need              \
    "\n% aim burden largest " burden "\n"
#define PART(block, aim, objective, row, range, der)                                                         \
    "% part " block " " aim "\nVER 1.0\nVAR 2\nx" block " y" block "\nINT 2\n0 1\nOBJ min\n1 " objective     \
    " 1\n"                                                                                                   \
    "CON " row "RTP range " range "\nSOL 1\ns 2 0 3 1 4\nDER " der
#define NEED(block)                                                                                          \
    PART(block, "need", "0", "2 0\nc G 3 1 0 1\nd G 4 1 1 1\n", "3 3", "1\ne G 3 OBJ { lin 1 0 1 } -1\n")
#define BURDEN(block)                                                                                        \
    PART(block, "burden", "1", "3 0\nc G 3 1 0 1\nd G 4 1 1 1\nf L 3 1 0 1\n", "4 4",                        \
         "1\ne G 4 OBJ { lin 1 1 1 } -1\n")
#define SHOWN(block)                                                                                         \
    PART(block, "burden", "1", "3 0\nc G 3 1 0 1\nd G 4 1 1 1\nf L 3 1 0 1\n", "-inf 4", "0\n")

static void joins_parts(void **state)
{
    static const struct example list[] = {
        {HEADING("6", "4") NEED("1") BURDEN("1") NEED("2") BURDEN("2"), ZJ_OK, 0, NULL},
        {HEADING("6", "4") NEED("1") SHOWN("1") "% alike a b\n% note c\n" NEED("2") BURDEN("2"), ZJ_OK, 0,
         NULL},
        {HEADING("6", "4") NEED("1") SHOWN("1") NEED("2") SHOWN("2"), ZJ_VIOLATED, 6, "cannot be less"},
        {HEADING("5", "4") NEED("1") BURDEN("1") NEED("2") BURDEN("2"), ZJ_VIOLATED, 5, "another value"},
        {HEADING("6", "3") NEED("1") BURDEN("1") NEED("2") BURDEN("2"), ZJ_VIOLATED, 6, "another value"},
        {HEADING("6", "4") NEED("1") BURDEN("1"), ZJ_VIOLATED, 40, "block 2 about 'need' is missing"},
        {HEADING("6", "4") NEED("1") BURDEN("1") BURDEN("2") NEED("2"), ZJ_VIOLATED, 41, "about 'need'"},
        {HEADING("6", "4") NEED("1") BURDEN("1") NEED("1") BURDEN("2"), ZJ_VIOLATED, 41, "block 2"},
        {HEADING("6", "4") NEED("1") BURDEN("1") NEED("2") BURDEN("2") NEED("2"), ZJ_EDATA, 73,
         "nothing may follow"},
        /* the first aim is not held, is held loosely, and the rows are others */
        {HEADING("6", "4") NEED("1") PART("1", "burden", "1", "2 0\nc G 3 1 0 1\nd G 4 1 1 1\n", "4 4",
                                          "1\ne G 4 OBJ { lin 1 1 1 } -1\n"),
         ZJ_VIOLATED, 24, "has 2 constraints"},
        {HEADING("6", "4") NEED("1") PART("1", "burden", "1", "3 0\nc G 3 1 0 1\nd G 4 1 1 1\nf L 4 1 0 1\n",
                                          "4 4", "1\ne G 4 OBJ { lin 1 1 1 } -1\n"),
         ZJ_VIOLATED, 34, "hold the aim 'need'"},
        {HEADING("6", "4") NEED("1") PART("1", "burden", "1", "3 0\nc G 2 1 0 1\nd G 4 1 1 1\nf L 3 1 0 1\n",
                                          "4 4", "1\ne G 4 OBJ { lin 1 1 1 } -1\n"),
         ZJ_VIOLATED, 32, "differs from that of line 16"},
        /* need is shown, not proved */
        {HEADING("6", "4") PART("1", "need", "0", "2 0\nc G 3 1 0 1\nd G 4 1 1 1\n", "-inf 3", "0\n"),
         ZJ_VIOLATED, 8, "a best one"},
        /* nothing to decide */
        {"% zoujiao-certificate 1\n% answer optimal\n% blocks 1\n% aim need sum 0\n% part 1 need\n"
         "VER 1.0\nVAR 0\nINT 0\nOBJ min\n0\nCON 0 0\nRTP range 0 0\nSOL 1\ns 0\nDER 0\n",
         ZJ_OK, 0, NULL},
        {"% zoujiao-certificate 1\n% answer infeasible\n% blocks 3\n% part 2 infeasible\n" EMPTY
         "DER 5\n" BRANCHED "j G 1 0 { uns 5 4 7 6 } -1\n",
         ZJ_OK, 0, NULL},
        {"% zoujiao-certificate 1\n% answer infeasible\n% blocks 3\n% part 4 infeasible\n" EMPTY, ZJ_VIOLATED,
         5, "is missing"},
        {"% zoujiao-certificate 1\n% answer infeasible\n% blocks 3\n% part 2 infeasible\n" SOLVED
         "DER 1\nf G 2 OBJ { rnd 1 4 1/2 } -1\n",
         ZJ_VIOLATED, 5, "no solution"},
    };
    static const char twice[] = HEADING("6", "4") NEED("1") BURDEN("1") NEED("2") BURDEN("2");

    (void)state;
    CHECK(list);
    char *same = strdup(twice); /* a column of the second block with the name of one of the first */
    for (char *x; (x = strstr(same, "\nx2 y2")) != NULL;)
        x[2] = '1';
    const struct example shared = {same, ZJ_VIOLATED, 3, "'x1'"};
    check(&shared, 1);
    free(same);
}

/* Digits without end, deep columns, a common denominator that grows: refused, soon, and without a crash. */
static void bears_huge_numbers(void **state)
{
    char *text = malloc(200000), digits[400];
    size_t n = 0;

    (void)state;
    for (int i = 0; i < 300; i++)
        digits[i] = '9';
    digits[300] = '\0';
    snprintf(text, 200000, PROGRAM "RTP range 2 %s\nSOL 1\ns 1 0 2\nDER 1\nf G 2 OBJ { rnd 1 4 1/2 } -1\n",
             digits);
    const struct example large = {text, ZJ_OK, 0, NULL};
    check(&large, 1);
    snprintf(text, 200000, PROGRAM "RTP range 2 9%s\n", digits);
    const struct example larger = {text, ZJ_EDATA, 14, "a bound of the optimum"};
    check(&larger, 1);
    n = (size_t)snprintf(text, 200000, "VER 1.0\nVAR 1\nx\nINT 1\n0\nOBJ min\n0\nCON 300 0\n");
    for (int i = 0; i < 300; i++)
        n += (size_t)snprintf(text + n, 200000 - n, "c G 0 1 0 1\n");
    n += (size_t)snprintf(text + n, 200000 - n, "RTP infeas\nSOL 0\nDER 1\nf G 1 0 { lin 300");
    digits[250] = '\0';
    for (int i = 0; i < 300; i++)
        n += (size_t)snprintf(text + n, 200000 - n, " %d 1/%d%s", i, 3 + 2 * i, digits);
    snprintf(text + n, 200000 - n, " } -1\n");
    const struct example growing = {text, ZJ_EDATA, 312, "common denominator"};
    check(&growing, 1);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(accepts_what_is_proved),    cmocka_unit_test(refutes_what_does_not_follow),
        cmocka_unit_test(locates_what_is_malformed), cmocka_unit_test(joins_parts),
        cmocka_unit_test(bears_huge_numbers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
