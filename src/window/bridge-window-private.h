/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-window.h"

#include "bridge-adaptive-bin.h"
#include "bridge-fit-label.h"
#include "bridge-person-button.h"

G_BEGIN_DECLS

/* For the files of the window itself. */

typedef enum {
  BRIDGE_PAGE_TODAY,
  BRIDGE_PAGE_RITUALS,
  BRIDGE_PAGE_BOUNDARIES,
  BRIDGE_PAGE_CELEBRATE,
  BRIDGE_PAGE_REFLECT,
  BRIDGE_N_PAGES,
} BridgePage;

typedef struct {
  const char *name;
  GtkWidget *(*create) (BridgeSpace *space);
} BridgeWindowPage;

extern const BridgeWindowPage bridge_window_pages[BRIDGE_N_PAGES];

gboolean bridge_window_is_page (const char *name);

struct _BridgeWindow
{
  AdwApplicationWindow parent_instance;

  GSettings *settings; /* (nullable): not installed */
  BridgeSpace *space;  /* (nullable): not opened */
  BridgeServiceLink *link;
  char *absence_id;    /* (nullable): the days away that the strip speaks of */
  char *pause_left;    /* (nullable): the pause whose screen was left for the planner */
  gboolean strip_is_pause;
  guint celebrate_idle;
  GtkWidget *form;     /* (nullable) (weak): of the follow-up or the look back */
  GPtrArray *put_away; /* (nullable): dialogs that are out of sight, for a pause or for whoever wrote there */
  GCancellable *exporting; /* (nullable): while the log is being saved */
  GtkWidget *first_run;
  GtkWidget *cover;    /* (nullable): shown in place of everything, between two people */
  char *target;        /* (nullable): what was asked for meanwhile */
  gboolean ask_later;  /* who is here, once the time to calm down is over or gives the window back */
  GtkWidget *pages[BRIDGE_N_PAGES]; /* each made when it is first shown */

  BridgeAdaptiveBin *adaptive_bin;
  GtkWidget *frame; /* all but the cover */
  AdwBin *cover_bin;
  GtkWidget *header_bar;
  GtkStack *title_stack;
  GtkWidget *switcher;
  GtkWidget *compact_switcher;
  BridgeFitLabel *window_title; /* asks for no room: on a phone the buttons have it first */
  GtkWidget *add_button;
  BridgePersonButton *person_button;
  GtkWidget *pause_button;
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
  AdwBin *boundaries_bin;
  AdwBin *celebrate_bin;
  AdwBin *reflect_bin;
  AdwStatusPage *trouble_page;
  GtkWidget *again_button;
  AdwViewSwitcherBar *switcher_bar;
};

gboolean bridge_window_shows_pages (BridgeWindow *self);
BridgePage bridge_window_get_page (BridgeWindow *self);
/* (transfer none) (nullable): no space */
GtkWidget *bridge_window_ensure_page (BridgeWindow *self, BridgePage page);
void bridge_window_focus_page (BridgeWindow *self); /* where it was in there, or at the beginning */
void bridge_window_show_pages (BridgeWindow *self);
void bridge_window_forget_pages (BridgeWindow *self);
void bridge_window_update (BridgeWindow *self);
void bridge_window_update_switcher (BridgeWindow *self);
void bridge_window_celebrate_soon (BridgeWindow *self); /* where a milestone has its number */
void bridge_window_class_install_actions (GtkWidgetClass *widget_class);

void bridge_window_follow_persons (BridgeWindow *self);
void bridge_window_lift_cover (BridgeWindow *self); /* for a pause; who is here is asked afterwards */
void bridge_window_ask_after_pause (BridgeWindow *self);
void bridge_window_leave_action (GtkWidget *widget, const char *name, GVariant *parameter);
void bridge_window_hand_over_action (GtkWidget *widget, const char *name, GVariant *parameter);

/* The log as files */
void bridge_window_stop_export (BridgeWindow *self); /* leaves nothing half written */
void bridge_window_export_log_action (GtkWidget *widget, const char *name, GVariant *parameter);

/* What stands above it */
void bridge_window_follow_dialogs (BridgeWindow *self);
void bridge_window_follow_popovers (void);
void bridge_window_put_away (BridgeWindow *self);
void bridge_window_end_put_away (BridgeWindow *self, gboolean bring_back);

/* The pause */
gboolean bridge_window_shows_pause (BridgeWindow *self);
gboolean bridge_window_shows_calm (BridgeWindow *self);
gboolean bridge_window_shows_talk (BridgeWindow *self); /* which can be paused again */
void bridge_window_show_pause (BridgeWindow *self);
void bridge_window_leave_pause (BridgeWindow *self);
void bridge_window_open_pause (BridgeWindow *self); /* what its strip opens */
void bridge_window_update_pause (BridgeWindow *self);
void bridge_window_update_pause_actions (BridgeWindow *self);
/* (transfer full) (nullable); @button: (transfer none) (nullable) */
char *bridge_window_dup_pause_strip (BridgeWindow *self, const char **button);
void bridge_window_class_install_pause_actions (GtkWidgetClass *widget_class);

G_END_DECLS
