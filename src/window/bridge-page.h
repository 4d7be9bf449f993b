/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-editor.h"

G_BEGIN_DECLS

/* The pages of the window. Each is an AdwBin with its own template, is given the space when made, and
 * builds nothing it does not show. */
#define BRIDGE_TYPE_TODAY_PAGE (bridge_today_page_get_type ())
G_DECLARE_FINAL_TYPE (BridgeTodayPage, bridge_today_page, BRIDGE, TODAY_PAGE, AdwBin)
GtkWidget *bridge_today_page_new (BridgeSpace *space);
void bridge_today_page_open_word (BridgeTodayPage *self, const char *name);
void bridge_today_page_open_promise (BridgeTodayPage *self, const char *id); /* asks for another date */

#define BRIDGE_TYPE_RITUALS_PAGE (bridge_rituals_page_get_type ())
G_DECLARE_FINAL_TYPE (BridgeRitualsPage, bridge_rituals_page, BRIDGE, RITUALS_PAGE, AdwBin)
GtkWidget *bridge_rituals_page_new (BridgeSpace *space);
void bridge_rituals_page_open_ritual (BridgeRitualsPage *self, const char *ritual_id); /* its detail */
void bridge_rituals_page_open_catalogue (BridgeRitualsPage *self);
gboolean bridge_rituals_page_go_back (BridgeRitualsPage *self);                        /* FALSE: at the list already */
void bridge_rituals_page_focus_search (BridgeRitualsPage *self);

#define BRIDGE_TYPE_BOUNDARIES_PAGE (bridge_boundaries_page_get_type ())
G_DECLARE_FINAL_TYPE (BridgeBoundariesPage, bridge_boundaries_page, BRIDGE, BOUNDARIES_PAGE, AdwBin)
GtkWidget *bridge_boundaries_page_new (BridgeSpace *space);
void bridge_boundaries_page_open_card (BridgeBoundariesPage *self, const char *id); /* in the list */
void bridge_boundaries_page_open_boundary (BridgeBoundariesPage *self, const char *id); /* its history */
void bridge_boundaries_page_open_catalogue (BridgeBoundariesPage *self);
gboolean bridge_boundaries_page_go_back (BridgeBoundariesPage *self); /* FALSE: at the list already */
void bridge_boundaries_page_focus_search (BridgeBoundariesPage *self);

#define BRIDGE_TYPE_CELEBRATE_PAGE (bridge_celebrate_page_get_type ())
G_DECLARE_FINAL_TYPE (BridgeCelebratePage, bridge_celebrate_page, BRIDGE, CELEBRATE_PAGE, AdwBin)
GtkWidget *bridge_celebrate_page_new (BridgeSpace *space);
void bridge_celebrate_page_focus_search (BridgeCelebratePage *self);
void bridge_celebrate_page_open_milestone (BridgeCelebratePage *self, const char *id);
gboolean bridge_celebrate_page_go_back (BridgeCelebratePage *self); /* FALSE: at the log already */

/* Modal editors: made, presented, and closed by themselves. @ritual / @win: (nullable): a new one. */
#define BRIDGE_TYPE_RITUAL_EDITOR (bridge_ritual_editor_get_type ())
G_DECLARE_FINAL_TYPE (BridgeRitualEditor, bridge_ritual_editor, BRIDGE, RITUAL_EDITOR, BridgeEditor)
/* a ritual without id is a new one, pre-filled. Signal "stored" (const char *ritual_id): as new, or proposed */
GtkWidget *bridge_ritual_editor_new (BridgeSpace *space, BridgeRitual *ritual, GtkWindow *parent);

#define BRIDGE_TYPE_WIN_EDITOR (bridge_win_editor_get_type ())
G_DECLARE_FINAL_TYPE (BridgeWinEditor, bridge_win_editor, BRIDGE, WIN_EDITOR, BridgeEditor)
/* a win without id is a new one, pre-filled */
GtkWidget *bridge_win_editor_new (BridgeSpace *space, BridgeWin *win, GtkWindow *parent);

#define BRIDGE_TYPE_PROMISE_EDITOR (bridge_promise_editor_get_type ())
G_DECLARE_FINAL_TYPE (BridgePromiseEditor, bridge_promise_editor, BRIDGE, PROMISE_EDITOR, BridgeEditor)
/* a promise without id is a new one, pre-filled */
GtkWidget *bridge_promise_editor_new (BridgeSpace *space, BridgePromise *promise, GtkWindow *parent);

#define BRIDGE_TYPE_BOUNDARY_EDITOR (bridge_boundary_editor_get_type ())
G_DECLARE_FINAL_TYPE (BridgeBoundaryEditor, bridge_boundary_editor, BRIDGE, BOUNDARY_EDITOR, BridgeEditor)
/* a boundary without id is a new one, pre-filled with @text and @review_on (NULL, BRIDGE_LOCAL_NONE: neither) */
GtkWidget *bridge_boundary_editor_new (BridgeSpace *space, BridgeBoundary *boundary, const char *text,
                                       BridgeLocal review_on, GtkWindow *parent);

G_END_DECLS
