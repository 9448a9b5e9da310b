/*
 * version.h - the name and number of this release.
 */
#ifndef ZJ_CLI_VERSION_H
#define ZJ_CLI_VERSION_H

#define ZJ_PROGRAM  "zoujiao"
#define ZJ_VERSION  "0.1.0"
#define ZJ_RELEASED "2026-09-01" /* the date on the man page; never the clock */

#endif
