/*
 * frame.h - a picture as a file of its own: SVG with its style, for a screen or for a sheet of A4.
 */
#ifndef ZJ_REPORT_FRAME_H
#define ZJ_REPORT_FRAME_H

#include "solver/report/pictures.h"

/* Every picture that the case has, in the order of the page. Release with rep_pictures_release(). */
void rep_all_pictures(struct rep_pictures *p, const struct rep_case *r);
/* 1080 wide, below it what the picture belongs to. */
void rep_frame_screen(struct rep_markup *m, const struct rep_case *r, const struct rep_picture *p);
/* One sheet of A4, upright when the picture is, below it who issues it and when. */
void rep_frame_sheet(struct rep_markup *m, const struct rep_case *r, const struct rep_picture *p);

#endif
