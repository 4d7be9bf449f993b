/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

/* A service that is there, with what it says about itself: on the bus of the test. */
typedef struct {
  GDBusConnection *bus;
  GDBusNodeInfo *info;
  const char *folder;
  const char *server;
  const char *refusal; /* (nullable): what a test is answered with */
  const char *trouble; /* (nullable): why it does not remind */
  const char *version; /* (nullable): what a window is refused with, where the service is of another version */
  gint64 next;
} FakeService;

void fake_service_start (FakeService *service, const char *folder);
void fake_service_stop (FakeService *service);
void fake_service_tell_answer (FakeService *service, const char *what);
