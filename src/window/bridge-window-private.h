/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-window.h"

#include "bridge-adaptive-bin.h"
#include "bridge-fit-label.h"
#include "bridge-person-button.h"

G_BEGIN_DECLS

/* For bridge-window.c, bridge-window-actions.c and bridge-window-persons.c. */

typedef enum {
  BRIDGE_PAGE_TODAY,
  BRIDGE_PAGE_RITUALS,
  BRIDGE_PAGE_CELEBRATE,
  BRIDGE_N_PAGES,
} BridgePage;

typedef struct {
  const char *name;
  GtkWidget *(*create) (BridgeSpace *space);
} BridgeWindowPage;

extern const BridgeWindowPage bridge_window_pages[BRIDGE_N_PAGES];

struct _BridgeWindow
{
  AdwApplicationWindow parent_instance;

  GSettings *settings; /* (nullable): not installed */
  BridgeSpace *space;  /* (nullable): not opened */
  BridgeServiceLink *link;
  char *absence_id;    /* (nullable): the days away that the strip speaks of */
  GtkWidget *first_run;
  GtkWidget *cover;    /* (nullable): shown in place of everything, between two people */
  char *target;        /* (nullable): what was asked for meanwhile */
  GtkWidget *pages[BRIDGE_N_PAGES]; /* each made when it is first shown */

  BridgeAdaptiveBin *adaptive_bin;
  GtkWidget *frame; /* all but the cover */
  AdwBin *cover_bin;
  GtkStack *title_stack;
  BridgeFitLabel *window_title; /* asks for no room: on a phone the buttons have it first */
  GtkWidget *add_button;
  BridgePersonButton *person_button;
  GtkWidget *menu_button;
  GMenuModel *add_menu;
  GMenuModel *primary_menu;
  GtkWidget *strip;
  GtkLabel *strip_label;
  GtkWidget *strip_button;
  GtkWidget *toast_overlay;
  GtkStack *main_stack;
  AdwViewStack *view_stack;
  AdwBin *today_bin;
  AdwBin *rituals_bin;
  AdwBin *celebrate_bin;
  AdwStatusPage *trouble_page;
  GtkWidget *again_button;
  AdwViewSwitcherBar *switcher_bar;
};

gboolean bridge_window_shows_pages (BridgeWindow *self);
BridgePage bridge_window_get_page (BridgeWindow *self);
/* (transfer none) (nullable): no space */
GtkWidget *bridge_window_ensure_page (BridgeWindow *self, BridgePage page);
void bridge_window_forget_pages (BridgeWindow *self);
void bridge_window_update (BridgeWindow *self);
void bridge_window_class_install_actions (GtkWidgetClass *widget_class);

void bridge_window_follow_persons (BridgeWindow *self);
void bridge_window_hand_over_action (GtkWidget *widget, const char *name, GVariant *parameter);

G_END_DECLS
