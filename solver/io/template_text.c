#include "solver/io/template_text.h"

#include "solver/base/i18n.h"

#include <string.h>

const char zj_template_instance[] =
    "{\n"
    "  \"format\": \"zoujiao-instance/1\",\n"
    "  \"name\": \"example\",\n"
    "  \"source\": \"\",\n"
    "  \"synthetic\": [],\n"
    "  \"terms\": [\n"
    "    {\"id\": \"2026A\", \"year\": \"2026-2027\", \"start\": \"2026-09-01\", \"end\": \"2027-01-22\"},\n"
    "    {\"id\": \"2026B\", \"year\": \"2026-2027\", \"start\": \"2027-02-22\", \"end\": \"2027-07-02\"}\n"
    "  ],\n"
    "  \"week\": {\n"
    "    \"days\": [\"Mon\", \"Tue\", \"Wed\", \"Thu\", \"Fri\"],\n"
    "    \"periods\": [\n"
    "      {\"id\": 1, \"start\": \"08:20\", \"end\": \"09:00\", \"session\": \"am\"},\n"
    "      {\"id\": 2, \"start\": \"09:10\", \"end\": \"09:50\", \"session\": \"am\"},\n"
    "      {\"id\": 3, \"start\": \"10:20\", \"end\": \"11:00\", \"session\": \"am\"},\n"
    "      {\"id\": 4, \"start\": \"11:10\", \"end\": \"11:50\", \"session\": \"am\"},\n"
    "      {\"id\": 5, \"start\": \"14:30\", \"end\": \"15:10\", \"session\": \"pm\"},\n"
    "      {\"id\": 6, \"start\": \"15:20\", \"end\": \"16:00\", \"session\": \"pm\"}\n"
    "    ]\n"
    "  },\n"
    "  \"policy\": \"policy.json\"\n"
    "}\n";

const char zj_template_policy[] =
    "{\n"
    "  \"format\": \"zoujiao-policy/1\",\n"
    "  \"name\": \"example\",\n"
    "  \"travel\": {\"detour_permille\": 1400, \"kmh\": 40, \"settle_minutes\": 5},\n"
    "  \"defaults\": {\"max_week\": 16, \"max_day\": 4, \"priority\": 1},\n"
    "  \"kinds\": [\n"
    "    {\"kind\": \"support_post\", \"direction\": \"lead_to_member\", \"terms\": [1, 2], \"start_terms\": "
    "null,\n"
    "     \"fills_load\": true, \"posts\": null},\n"
    "    {\"kind\": \"shadowing\", \"direction\": \"member_to_lead\", \"terms\": [1], \"start_terms\": "
    "null,\n"
    "     \"fills_load\": false, \"posts\": [\"teacher\", \"middle\"]}\n"
    "  ],\n"
    "  \"rules\": [\n"
    "    {\"rule\": \"exempt\", \"flags\": [\"pregnant\", \"nursing\", \"ill\"]},\n"
    "    {\"rule\": \"age_limit\", \"kind\": \"shadowing\", \"max\": {\"M\": 50, \"F\": 45}, \"inclusive\": "
    "false},\n"
    "    {\"rule\": \"scope\", \"within\": \"community\"},\n"
    "    {\"rule\": \"quota\", \"kind\": \"support_post\", \"over\": \"sender\", \"per\": \"year\", \"max\": "
    "2},\n"
    "    {\"rule\": \"one_teacher\"},\n"
    "    {\"rule\": \"spread\", \"max_day\": 1, \"hard\": false, \"weight\": 1}\n"
    "  ]\n"
    "}\n";

const struct zj_example zj_examples[] = {
#define ZJ_EXAMPLE_TABLE(table, columns, rows) {ZJ_TAB_##table, columns, rows},
#include "solver/io/example.def"
#undef ZJ_EXAMPLE_TABLE
};
const int zj_n_examples = (int)(sizeof zj_examples / sizeof zj_examples[0]);

const char *zj_header_name(struct zj_arena *a, int column)
{
    char alias[64];

    if (strcmp(zj_i18n_lang(), "zh") != 0)
        return zj_columns[column].name;
    return zj_strdup(a, zj_first_alias(zj_columns[column].aliases, alias));
}
