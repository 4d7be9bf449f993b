/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

#define BRIDGE_TYPE_LINES_WINDOW (bridge_lines_window_get_type ())
G_DECLARE_DERIVABLE_TYPE (BridgeLinesWindow, bridge_lines_window, BRIDGE, LINES_WINDOW, AdwWindow)

#define BRIDGE_LINES_MAX_GROUPS 8

/* What the lines of such a window are. Functions get the space, and a line, its group or its id. */
typedef struct {
  BridgeKinds kinds;     /* what changes them */
  int n_groups;
  gboolean own;          /* a ritual of one is the speaker’s own */
  const char *question;  /* what is typed, for screen readers; to be translated */
  int max_length;        /* characters */
  const char *(*get_group_label) (int group);
  GPtrArray *(*list) (BridgeSpace *space); /* (transfer full) of lines, in their order */
  int (*get_group) (gpointer line);
  const char *(*get_text) (gpointer line);
  gpointer (*find) (BridgeSpace *space, const char *id, GError **error);                           /* (transfer full) */
  BridgeRitual *(*peek_ritual) (BridgeSpace *space, gpointer line);                                /* (nullable) */
  char *(*dup_quiet) (gpointer line, const char *ritual_title);                                    /* (nullable) its title */
  gboolean (*may_remove) (BridgeSpace *space, gpointer line);
  gboolean (*remove) (BridgeSpace *space, const char *id, GError **error);
  gboolean (*link) (BridgeSpace *space, const char *id, const char *ritual_id, GError **error);
} BridgeLinesWhat;

/**
 * BridgeLinesWindow:
 * @what: what its lines are; of the class
 * @add: (transfer full): stores a line of the chosen group
 * @updated: (nullable): it shows what there is now
 * @has_words: whether something is typed that is not stored; of the class
 *
 * A window with a short list in groups: a field to add to it, and from each line a ritual can be made. A subclass says what the
 * lines are and in which order the parts stand. What is typed and not added is asked about before it closes.
 */
struct _BridgeLinesWindowClass {
  AdwWindowClass parent_class;

  const BridgeLinesWhat *what;
  gpointer (*add) (BridgeLinesWindow *self, int group, const char *text, GError **error);
  void (*updated) (BridgeLinesWindow *self, guint n);
  gboolean (*has_words) (BridgeLinesWindow *self);
};

/* (transfer none) the column, with two sentences on top */
GtkBox *bridge_lines_window_begin (BridgeLinesWindow *self, BridgeSpace *space, const char *line, const char *sentence);
BridgeSpace *bridge_lines_window_get_space (BridgeLinesWindow *self); /* (transfer none) */
/* The parts of it, each once, and then what is in them. (transfer none) */
GtkEntry *bridge_lines_window_add_entry (BridgeLinesWindow *self);
void bridge_lines_window_add_groups (BridgeLinesWindow *self); /* chips */
GtkWidget *bridge_lines_window_get_chip (BridgeLinesWindow *self, int group);
GtkWidget *bridge_lines_window_add_chips (BridgeLinesWindow *self); /* an empty row */
GtkWidget *bridge_lines_add_chip (GtkWidget *chips, GtkWidget *group, const char *label);
void bridge_lines_window_add_lists (BridgeLinesWindow *self);
void bridge_lines_window_update (BridgeLinesWindow *self);
int bridge_lines_window_get_group (BridgeLinesWindow *self); /* that is chosen */

G_END_DECLS
