/*
 * table_files.h - which files of an instance's folder are tables.
 */
#ifndef ZJ_IO_TABLE_FILES_H
#define ZJ_IO_TABLE_FILES_H

#include "solver/io/rows.h"

/*
 * Which tables have a file in the folder. Any other file that ends in .csv is
 * reported, with the table it may have meant to be: a misspelt teacher.csv must not
 * be passed over. Other names, and those that begin with a dot, are left alone.
 * False when the folder cannot be read, which is reported.
 */
bool zj_find_table_files(const char *folder, bool present[ZJ_N_TABLES], struct zj_diag *d);

#endif
