/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-one-offs.h"
#include "scheduler-fixture.h"

G_BEGIN_DECLS

/* Promises and pauses that a scheduler reminds of. A promise is known by the name that its notification has. */
void one_offs_set_up (Service *service, gconstpointer user_data);
void one_offs_tear_down (Service *service, gconstpointer user_data);
char *one_offs_add (Service *service, const char *text, const char *due, const char *remind);
const char *one_offs_get_id (const char *name);
void one_offs_change (Service *service, const char *name, BridgePromiseEvent event);
void one_offs_re_agree (Service *service, const char *name, const char *due);
void one_offs_assert_row (Service *service, const char *name, const char *step, const char *state, const char *reason);
void one_offs_run_often (Service *service);
BridgePause *one_offs_call_pause (Service *service);
void one_offs_answer_pause (Service *service, BridgePerson *person, BridgeReadiness answer);
void one_offs_answer_both (Service *service, BridgeReadiness answer);

G_END_DECLS
