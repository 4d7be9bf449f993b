/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-scheduler.h"
#include "service-fixture.h"

G_BEGIN_DECLS

/* A space whose reminders are on, and what the scheduler shows of them. */
typedef struct {
  Fixture base;
  Recorder *recorder;
  BridgeScheduler *scheduler;
} Service;

void service_set_up (Service *service, gconstpointer solo); /* @solo not NULL: Ada alone */
void service_tear_down (Service *service, gconstpointer solo);
void service_start (Service *service);
void service_end (Service *service);
void service_restart (Service *service); /* gone, and back with what the file says */

void service_go_to (Service *service, const char *to);   /* time passes, every deadline on the way comes */
void service_jump_to (Service *service, const char *to); /* the clock is set */
void service_add_quiet_nights (Service *service); /* every day from 22:00 to 07:00 */
/* @until (nullable). Gives the id. */
char *service_add_absence (Service *service, const char *who, const char *from, const char *until);
void service_answer (Service *service, const char *name, BridgeOutcome outcome);
BridgeReminder *service_load (Service *service, const char *name, int lead); /* (transfer full) (nullable) */
void service_assert_state (Service *service, const char *name, int lead, BridgeReminderState state, const char *reason);

G_END_DECLS
