/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-private-entry.h"

G_BEGIN_DECLS

/* For the files of BridgePrivateEntry. */

struct _BridgePrivateEntry
{
  GObject parent_instance;

  char *id;
  BridgePrivateKind kind;
  char *title;
  char *text;
  gint64 date;
  char *behaviour;
  char *circumstance;
  char *topic;
  char *reaction;
  int temperature;
  BridgeCourse course;
  int safety;
  char *scales;
  gboolean draft;
  char *draft_of;
  gint64 version;
  gint64 created_at;
  gint64 updated_at;
};

void bridge_private_entry_wipe_text (char **text);

G_END_DECLS
