/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-application.h"
#include "bridge-bus.h"
#include "bridge-desktop-notifier.h"
#include "bridge-folder-lock.h"
#include "bridge-scheduler.h"
#include "bridge-window-process.h"

G_BEGIN_DECLS

/* For the files of the service only. */

/* The notice with which a person tries whether reminders arrive, and what a click on it opens. */
#define BRIDGE_TEST_NOTICE "test"

/* What may give trouble, each over with its own next success; the first of them is what people are told of. */
typedef enum {
  BRIDGE_TROUBLE_SPACE,     /* it cannot be opened */
  BRIDGE_TROUBLE_LOCK,      /* another process reminds */
  BRIDGE_TROUBLE_SCHEDULER,
  BRIDGE_TROUBLE_AUTOSTART,
  BRIDGE_TROUBLE_WINDOW,
  BRIDGE_TROUBLE_ANSWER,    /* a button's work could not be written */
  BRIDGE_N_TROUBLES,
} BridgeTrouble;

struct _BridgeApplication
{
  GApplication parent_instance;

  char *folder;
  BridgeClock *clock;
  BridgeLaunchMode mode;
  BridgeSpace *space; /* NULL: could not be opened, tried again at each activation */
  gint64 reopen_at;   /* UTC ms: and then; or BRIDGE_NEVER */
  gint64 reopen_ms;   /* how long it was waited for that */
  BridgeDesktopNotifier *notifier;
  BridgeScheduler *scheduler;
  BridgeFolderLock *lock; /* who has it reminds */
  guint test;             /* source: what comes back from a test is waited for */
  guint forget;           /* source: the space has gone */
  BridgeBus *bus;
  BridgeWindowProcess *window;
  GVariant *platform_data; /* of the call being answered */
  char *troubles[BRIDGE_N_TROUBLES]; /* sentences, or NULL */
  gboolean held;
  guint signals[2];
  int exit_status;
};

void bridge_application_set_trouble (BridgeApplication *self, BridgeTrouble trouble, const char *message);
gboolean bridge_application_open_space (BridgeApplication *self, GError **error);
void bridge_application_present (BridgeApplication *self, const char *target);
void bridge_application_test_answered (BridgeApplication *self, const char *id, const char *what);

/* bridge-application-actions.c */
void bridge_application_add_actions (BridgeApplication *self);

G_END_DECLS
