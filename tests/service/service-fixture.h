/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-notifier.h"
#include "bridge-space.h"

G_BEGIN_DECLS

/* A space in a folder of its own, and a clock that stands still: 2026-11-22T18:00 in Berlin. */
typedef struct {
  char *folder;
  BridgeClock *clock;
  BridgeSpace *space;
} Fixture;

void fixture_set_up (Fixture *fixture, gconstpointer user_data);      /* Ada and Ben */
void fixture_set_up_solo (Fixture *fixture, gconstpointer user_data); /* Ada */
void fixture_set_up_empty (Fixture *fixture, gconstpointer user_data);
void fixture_tear_down (Fixture *fixture, gconstpointer user_data);
void fixture_reopen (Fixture *fixture); /* closes the space and opens it again, as another process would */
const char *fixture_get_me (Fixture *fixture); /* the id of whose space it is */

/* @start "2026-11-23T19:00", @rule (nullable), @remind "10,0". Agreed. Gives the id. */
char *fixture_add_ritual (Fixture *fixture, const char *title, const char *start, const char *rule, const char *remind);
/* what asks something of the other one, too, is proposed and gets a yes */
void fixture_change_ritual (Fixture *fixture, const char *id, const char *property, ...) G_GNUC_NULL_TERMINATED;
void fixture_say_yes (Fixture *fixture, const char *ritual_id); /* whoever is asked */
void fixture_resume (Fixture *fixture, const char *ritual_id);  /* both want it */
char *fixture_name (const char *ritual_id, const char *start);
BridgeLocal local (const char *text);
gint64 utc (Fixture *fixture, const char *local_text);
void spin (void); /* what the main loop has to do now */

/* As on a full disk: no file of this process can grow. */
void set_disk_full (gboolean full);

/* A notifier that writes down what it is told. */
#define TYPE_RECORDER (recorder_get_type ())
G_DECLARE_FINAL_TYPE (Recorder, recorder, TEST, RECORDER, GObject)

Recorder *recorder_new (void);
void recorder_set_clock (Recorder *self, BridgeClock *clock); /* it writes down when, too */
gint64 recorder_get_time (Recorder *self, guint index);       /* UTC ms */
guint recorder_count (Recorder *self);
const BridgeNotice *recorder_get (Recorder *self, guint index);
guint recorder_count_of (Recorder *self, const char *id); /* how often shown */
gboolean recorder_is_standing (Recorder *self, const char *id);
void recorder_close (Recorder *self, const char *id); /* a person did */
void recorder_become_another (Recorder *self);         /* what stands is of a process before it */
void recorder_clear (Recorder *self);
void recorder_refuse (Recorder *self, gboolean refuse);
/* called instead of the next showing */
void recorder_crash (Recorder *self, void (*crash) (gpointer), gpointer user_data);

G_END_DECLS
