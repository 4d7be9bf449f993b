/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-log-view.h"
#include "rituals-fixture.h"

/* A log of many wins, and what can be seen of it. */

#define FEW 120
#define MANY 9000

typedef struct {
  GtkWidget *row;
  const char *text; /* NULL: the head */
  float y;
  float height;
} Shown;

void add_many (RitualsFixture *fixture, guint n);
GtkWidget *show_page (RitualsFixture *fixture);
GtkWidget *find_shown_win (GtkWidget *page, const char *text); /* its row's inside; NULL: it is not shown */
GtkWidget *find_win (GtkWidget *page, const char *text);       /* the same, once it has had time to come */
GArray *look_until_whole (GtkWidget *view);
GtkAdjustment *get_adjustment (GtkWidget *view);
void assert_number (const Shown *shown, guint number);
Shown *get_last (GArray *shown);
GtkWidget *get_focused_row (RitualsFixture *fixture);
const char *get_focused_text (RitualsFixture *fixture);
int get_focused_number (RitualsFixture *fixture);

#define assert_focused_number(fixture, number) g_assert_cmpint (get_focused_number (fixture), ==, number)
