/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

/* A session bus that no other test is on, and its end: what stands between is the test. */
GTestDBus *own_bus_start (void);
void own_bus_stop (GTestDBus *bus);
