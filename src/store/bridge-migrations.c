/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-migrations"

#include "config.h"

#include "bridge-migrations.h"

#include "bridge-statement.h"

/* What every row has: who it is everywhere (id), when it came and changed (UTC ms), on which installation, and
 * when it was removed (0: not), because Undo brings it back. seq is local to this file: full-text search and long
 * lists find rows by it. */
#define IDENTITY \
  "  seq INTEGER PRIMARY KEY," \
  "  id TEXT NOT NULL UNIQUE,"
#define STAMPS \
  "  created_at INTEGER NOT NULL," \
  "  updated_at INTEGER NOT NULL," \
  "  deleted_at INTEGER NOT NULL DEFAULT 0," \
  "  device TEXT NOT NULL"

/* A local time, "2026-11-23T19:00": text sorts as time does only while all of it is written alike. */
#define LOCAL(column) column " GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]*'"

static const char version_1[] =
  "CREATE TABLE settings ("
  "  seq INTEGER PRIMARY KEY,"
  "  name TEXT NOT NULL UNIQUE,"
  "  value TEXT NOT NULL,"
  STAMPS
  ") STRICT;"

  "CREATE TABLE persons ("
  IDENTITY
  "  name TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 60),"
  "  colour INTEGER NOT NULL CHECK (colour BETWEEN 0 AND 5),"
  "  position INTEGER NOT NULL CHECK (position IN (0, 1)),"
  STAMPS
  ") STRICT;"
  "CREATE UNIQUE INDEX persons_position ON persons (position) WHERE deleted_at = 0;"

  "CREATE TABLE rituals ("
  IDENTITY
  "  title TEXT NOT NULL CHECK (length (title) BETWEEN 1 AND 120),"
  "  when_then TEXT NOT NULL,"
  "  state TEXT NOT NULL CHECK (state IN ('draft', 'proposed', 'agreed', 'resting', 'ended')),"
  "  start TEXT NOT NULL CHECK (" LOCAL ("start") "),"
  "  rule TEXT,"
  "  times TEXT,"
  "  zone TEXT,"
  "  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 480),"
  "  who TEXT REFERENCES persons (id),"
  "  closeness INTEGER NOT NULL CHECK (closeness BETWEEN 1 AND 5),"
  "  smaller TEXT NOT NULL,"
  "  steps TEXT NOT NULL,"
  "  lead TEXT REFERENCES persons (id),"
  "  remind TEXT NOT NULL,"
  "  resting_until TEXT CHECK (" LOCAL ("resting_until") "),"
  "  reminding_since INTEGER NOT NULL,"
  "  template TEXT,"
  STAMPS
  ") STRICT;"

  "CREATE TABLE occurrences ("
  IDENTITY
  "  ritual_id TEXT NOT NULL REFERENCES rituals (id),"
  "  start TEXT NOT NULL CHECK (" LOCAL ("start") "),"
  "  moved_to TEXT CHECK (" LOCAL ("moved_to") "),"
  "  left_out INTEGER NOT NULL CHECK (left_out IN (0, 1)),"
  "  outcome TEXT NOT NULL CHECK (outcome IN ('none', 'kept', 'smaller', 'not-today')),"
  "  answered_at INTEGER NOT NULL,"
  STAMPS ","
  "  UNIQUE (ritual_id, start)"
  ") STRICT;"
  "CREATE INDEX occurrences_start ON occurrences (start);"
  "CREATE INDEX occurrences_moved ON occurrences (moved_to) WHERE moved_to IS NOT NULL;"

  "CREATE TABLE reminders ("
  IDENTITY
  "  ritual_id TEXT NOT NULL REFERENCES rituals (id),"
  "  start TEXT NOT NULL CHECK (" LOCAL ("start") "),"
  "  lead INTEGER NOT NULL CHECK (lead >= 0),"
  "  state TEXT NOT NULL CHECK (state IN ('pending', 'shown', 'snoozed', 'answered', 'folded', 'withdrawn')),"
  "  due_at INTEGER NOT NULL,"
  "  shown_at INTEGER NOT NULL,"
  "  snoozed_until INTEGER NOT NULL,"
  "  reason TEXT,"
  STAMPS ","
  "  UNIQUE (ritual_id, start, lead)"
  ") STRICT;"
  "CREATE INDEX reminders_start ON reminders (start);"
  "CREATE INDEX reminders_due ON reminders (due_at);"
  "CREATE INDEX reminders_open ON reminders (state) WHERE state IN ('pending', 'shown', 'snoozed');"

  "CREATE TABLE wins ("
  IDENTITY
  "  text TEXT NOT NULL CHECK (length (text) BETWEEN 1 AND 2000),"
  "  meant TEXT NOT NULL CHECK (length (meant) <= 2000),"
  "  kind TEXT NOT NULL CHECK (kind IN ('other', 'showing-up', 'listening', 'repair', 'laughter', 'calm-talk',"
  "    'tenderness', 'shared-activity', 'boundary-kept')),"
  "  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),"
  "  noticed_by TEXT REFERENCES persons (id),"
  "  ritual_id TEXT REFERENCES rituals (id),"
  "  starred INTEGER NOT NULL CHECK (starred IN (0, 1)),"
  STAMPS
  ") STRICT;"
  "CREATE INDEX wins_order ON wins (on_date DESC, created_at DESC, updated_at, kind, starred, deleted_at)"
  "  WHERE deleted_at = 0;"

  /* What is removed is not searched. The store keeps the index itself, as triggers must not touch virtual tables
   * where the schema is not trusted. */
  "CREATE VIEW wins_searched AS SELECT seq, text, meant FROM wins WHERE deleted_at = 0;"
  "CREATE VIRTUAL TABLE wins_search USING fts5 (text, meant, content = 'wins_searched', content_rowid = 'seq',"
  "  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');";

/* Quiet hours, stress peaks, days away; reminders that wait for the end of quiet hours, or come after the moment. */
static const char version_2[] =
  "CREATE TABLE hours ("
  IDENTITY
  "  kind TEXT NOT NULL CHECK (kind IN ('quiet', 'stress')),"
  "  name TEXT NOT NULL CHECK (length (name) <= 60),"
  "  weekdays INTEGER NOT NULL CHECK (weekdays BETWEEN 1 AND 127),"
  "  from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),"
  "  to_minute INTEGER NOT NULL CHECK (to_minute BETWEEN 0 AND 1439),"
  STAMPS
  ") STRICT;"

  "CREATE TABLE absences ("
  IDENTITY
  "  who TEXT REFERENCES persons (id),"
  "  kind TEXT NOT NULL CHECK (kind IN ('away', 'unwell')),"
  "  from_date TEXT NOT NULL CHECK (" LOCAL ("from_date") "),"
  "  until_date TEXT CHECK (" LOCAL ("until_date") "),"
  STAMPS
  ") STRICT;"

  "CREATE TABLE reminders_2 ("
  IDENTITY
  "  ritual_id TEXT NOT NULL REFERENCES rituals (id),"
  "  start TEXT NOT NULL CHECK (" LOCAL ("start") "),"
  "  lead INTEGER NOT NULL CHECK (lead BETWEEN -1440 AND 10080),"
  "  state TEXT NOT NULL CHECK (state IN ('pending', 'shown', 'snoozed', 'answered', 'folded', 'withdrawn')),"
  "  due_at INTEGER NOT NULL,"
  "  shown_at INTEGER NOT NULL,"
  "  snoozed_until INTEGER NOT NULL,"
  "  deferred_until INTEGER NOT NULL DEFAULT 0,"
  "  reason TEXT,"
  STAMPS ","
  "  UNIQUE (ritual_id, start, lead)"
  ") STRICT;"
  "INSERT INTO reminders_2 (seq, id, ritual_id, start, lead, state, due_at, shown_at, snoozed_until, reason,"
  "    created_at, updated_at, deleted_at, device)"
  "  SELECT seq, id, ritual_id, start, lead, state, due_at, shown_at, snoozed_until, reason,"
  "    created_at, updated_at, deleted_at, device FROM reminders;"
  "DROP TABLE reminders;"
  "ALTER TABLE reminders_2 RENAME TO reminders;"
  "CREATE INDEX reminders_start ON reminders (start);"
  "CREATE INDEX reminders_due ON reminders (due_at);"
  "CREATE INDEX reminders_open ON reminders (state) WHERE state IN ('pending', 'shown', 'snoozed');";

/* Two people: what they propose, agree, promise, pause over, and keep to themselves. */
static const char version_3[] =
  /* What goes on in a recovery window. */
  "ALTER TABLE rituals ADD COLUMN in_recovery INTEGER NOT NULL DEFAULT 0 CHECK (in_recovery IN (0, 1));"

  /* ---- Invitations ---- */
  "CREATE TABLE invitations ("
  IDENTITY
  "  from_id TEXT NOT NULL REFERENCES persons (id),"
  "  to_id TEXT NOT NULL REFERENCES persons (id) CHECK (to_id != from_id),"
  "  subject TEXT NOT NULL CHECK (subject IN ('ritual', 'moment', 'boundary', 'conversation', 'check-in')),"
  "  subject_id TEXT,"
  "  change TEXT,"
  "  words TEXT NOT NULL CHECK (length (words) <= 500),"
  "  at TEXT CHECK (" LOCAL ("at") "),"
  "  state TEXT NOT NULL CHECK (state IN ('open', 'another-time', 'agreed', 'not-now', 'withdrawn')),"
  "  waits_for TEXT CHECK (waits_for IN (from_id, to_id)),"
  "  other_time TEXT CHECK (" LOCAL ("other_time") "),"
  "  rest_until TEXT CHECK (" LOCAL ("rest_until") "),"
  STAMPS ","
  "  CHECK ((waits_for IS NOT NULL) = (state IN ('open', 'another-time')))"
  ") STRICT;"

  /* ---- Boundaries ---- */
  "CREATE TABLE boundaries ("
  IDENTITY
  "  kind TEXT NOT NULL CHECK (kind IN ('pause-rule', 'quiet', 'no-talk-hours', 'later-topic', 'phones', 'family',"
  "    'privacy', 'time-alone', 'personal-limit', 'phrase', 'other')),"
  "  phrase_use TEXT NOT NULL CHECK (phrase_use IN ('none', 'stepping-out', 'coming-back', 'repairing', 'inviting')),"
  "  holder TEXT REFERENCES persons (id),"
  "  state TEXT NOT NULL CHECK (state IN ('proposed', 'agreed', 'ended')),"
  "  current_number INTEGER NOT NULL CHECK (current_number >= 0),"
  "  waiting_number INTEGER NOT NULL CHECK (waiting_number >= 0),"
  "  review_on TEXT CHECK (" LOCAL ("review_on") "),"
  "  template TEXT,"
  "  ended_at INTEGER NOT NULL,"
  "  ended_by TEXT REFERENCES persons (id),"
  STAMPS ","
  "  CHECK (kind <> 'personal-limit' OR holder IS NOT NULL),"
  "  CHECK ((kind = 'phrase') = (phrase_use <> 'none')),"
  "  CHECK ((state = 'proposed') = (current_number = 0))"
  ") STRICT;"

  "CREATE TABLE boundary_revisions ("
  IDENTITY
  "  boundary_id TEXT NOT NULL REFERENCES boundaries (id) ON DELETE CASCADE,"
  "  number INTEGER NOT NULL CHECK (number > 0),"
  "  text TEXT NOT NULL CHECK (length (text) BETWEEN 1 AND 2000),"
  "  review_on TEXT CHECK (" LOCAL ("review_on") "),"
  "  written_by TEXT NOT NULL REFERENCES persons (id),"
  "  written_at INTEGER NOT NULL,"
  STAMPS
  ") STRICT;"
  "CREATE UNIQUE INDEX boundary_revisions_number ON boundary_revisions (boundary_id, number) WHERE deleted_at = 0;"

  "CREATE TABLE boundary_agreements ("
  IDENTITY
  "  revision_id TEXT NOT NULL REFERENCES boundary_revisions (id) ON DELETE CASCADE,"
  "  person_id TEXT NOT NULL REFERENCES persons (id),"
  "  agreed_at INTEGER NOT NULL,"
  STAMPS ","
  "  UNIQUE (revision_id, person_id)"
  ") STRICT;"

  /* What somebody agreed to cannot be rewritten quietly, whatever a later Footbridge or a script means to do: neither
   * what a revision says, nor who agreed when, nor what a boundary is about and whose it is. What both agreed to stays;
   * only the whole of a boundary can be erased. INSERT OR REPLACE would go round a trigger on deletes, so it is caught
   * where it begins. */
  "CREATE TRIGGER boundaries_stay BEFORE UPDATE OF id, kind, phrase_use, holder ON boundaries"
  "  WHEN OLD.id IS NOT NEW.id OR OLD.kind IS NOT NEW.kind OR OLD.phrase_use IS NOT NEW.phrase_use"
  "    OR OLD.holder IS NOT NEW.holder"
  "  BEGIN SELECT RAISE (ABORT, 'what a boundary is about cannot be rewritten'); END;"
  "CREATE TRIGGER boundaries_kept BEFORE UPDATE OF deleted_at ON boundaries"
  "  WHEN OLD.deleted_at = 0 AND NEW.deleted_at <> 0 AND EXISTS (SELECT 1 FROM boundary_revisions r"
  "    JOIN boundary_agreements a ON a.revision_id = r.id WHERE r.boundary_id = OLD.id AND a.person_id <> r.written_by)"
  "  BEGIN SELECT RAISE (ABORT, 'what both agreed to is kept'); END;"
  "CREATE TRIGGER boundary_revisions_stay BEFORE UPDATE OF seq, id, boundary_id, number, text, review_on, written_by,"
  "    written_at, created_at ON boundary_revisions"
  "  WHEN OLD.id IS NOT NEW.id OR OLD.boundary_id IS NOT NEW.boundary_id OR OLD.number IS NOT NEW.number"
  "    OR OLD.text IS NOT NEW.text OR OLD.review_on IS NOT NEW.review_on OR OLD.written_by IS NOT NEW.written_by"
  "    OR OLD.written_at IS NOT NEW.written_at OR OLD.created_at IS NOT NEW.created_at OR OLD.seq IS NOT NEW.seq"
  "  BEGIN SELECT RAISE (ABORT, 'a revision cannot be rewritten'); END;"
  "CREATE TRIGGER boundary_revisions_replace BEFORE INSERT ON boundary_revisions"
  "  WHEN EXISTS (SELECT 1 FROM boundary_revisions o WHERE (o.id = NEW.id AND (o.boundary_id IS NOT NEW.boundary_id"
  "      OR o.number IS NOT NEW.number OR o.text IS NOT NEW.text OR o.review_on IS NOT NEW.review_on"
  "      OR o.written_by IS NOT NEW.written_by OR o.written_at IS NOT NEW.written_at))"
  "    OR (o.id <> NEW.id AND (o.seq = NEW.seq"
  "      OR (o.boundary_id = NEW.boundary_id AND o.number = NEW.number AND o.deleted_at = 0 AND NEW.deleted_at = 0))))"
  "  BEGIN SELECT RAISE (ABORT, 'a revision cannot be rewritten'); END;"
  "CREATE TRIGGER boundary_revisions_kept BEFORE UPDATE OF deleted_at ON boundary_revisions"
  "  WHEN OLD.deleted_at = 0 AND NEW.deleted_at <> 0 AND EXISTS (SELECT 1 FROM boundary_agreements"
  "    WHERE revision_id = OLD.id AND person_id <> OLD.written_by)"
  "  BEGIN SELECT RAISE (ABORT, 'what both agreed to is kept'); END;"
  /* What was taken back or came to nothing is marked first, which what both agreed to cannot be; then it may go. */
  "CREATE TRIGGER boundary_revisions_whole BEFORE DELETE ON boundary_revisions"
  "  WHEN EXISTS (SELECT 1 FROM boundaries WHERE id = OLD.boundary_id) AND (OLD.deleted_at = 0"
  "    OR EXISTS (SELECT 1 FROM boundary_agreements WHERE revision_id = OLD.id AND person_id <> OLD.written_by))"
  "  BEGIN SELECT RAISE (ABORT, 'a revision goes only with its boundary'); END;"
  "CREATE TRIGGER boundary_agreements_stay BEFORE UPDATE ON boundary_agreements"
  "  BEGIN SELECT RAISE (ABORT, 'an agreement cannot be rewritten'); END;"
  "CREATE TRIGGER boundary_agreements_replace BEFORE INSERT ON boundary_agreements"
  "  WHEN EXISTS (SELECT 1 FROM boundary_agreements o WHERE o.id = NEW.id OR o.seq = NEW.seq"
  "    OR (o.revision_id = NEW.revision_id AND o.person_id = NEW.person_id AND o.agreed_at <> NEW.agreed_at))"
  "  BEGIN SELECT RAISE (ABORT, 'an agreement cannot be rewritten'); END;"
  "CREATE TRIGGER boundary_agreements_whole BEFORE DELETE ON boundary_agreements"
  "  WHEN EXISTS (SELECT 1 FROM boundary_revisions WHERE id = OLD.revision_id)"
  "  BEGIN SELECT RAISE (ABORT, 'an agreement goes only with its boundary'); END;"

  /* ---- Pauses ---- */

  /* Who called it is kept nowhere. */
  "CREATE TABLE pauses ("
  IDENTITY
  "  state TEXT NOT NULL CHECK (state IN ('cooling', 'return', 'another-day', 're-entry', 'recovery', 'review', 'closed')),"
  "  called_at INTEGER NOT NULL,"
  "  cooling_since INTEGER NOT NULL,"
  "  return_at INTEGER NOT NULL,"
  "  other_day INTEGER NOT NULL CHECK (other_day IN (0, 1)),"
  "  extended INTEGER NOT NULL CHECK (extended IN (0, 1)),"
  "  round INTEGER NOT NULL CHECK (round >= 1),"
  "  interrupted TEXT NOT NULL CHECK (interrupted IN ('cooling', 'return', 'another-day', 're-entry', 'recovery', 'review',"
  "    'closed')),"
  "  interrupted_return_at INTEGER NOT NULL,"
  "  topic TEXT NOT NULL CHECK (length (topic) <= 200),"
  "  turn INTEGER NOT NULL CHECK (turn >= 0),"
  "  turn_started_at INTEGER NOT NULL,"
  "  first_id TEXT REFERENCES persons (id),"
  "  talk_ended_at INTEGER NOT NULL,"
  "  recovery_until INTEGER NOT NULL,"
  "  follow_up_at INTEGER NOT NULL,"
  "  helped TEXT NOT NULL CHECK (length (helped) <= 2000),"
  "  hindered TEXT NOT NULL CHECK (length (hindered) <= 2000),"
  "  lesson TEXT NOT NULL CHECK (length (lesson) <= 2000),"
  "  changed_plan TEXT NOT NULL CHECK (length (changed_plan) <= 2000),"
  "  closed_at INTEGER NOT NULL,"
  STAMPS
  ") STRICT;"
  /* Two who call at the same moment call one pause. */
  "CREATE UNIQUE INDEX pauses_open ON pauses (deleted_at) WHERE state <> 'closed' AND deleted_at = 0;"

  "CREATE TABLE pause_answers ("
  IDENTITY
  "  pause_id TEXT NOT NULL REFERENCES pauses (id),"
  "  person_id TEXT NOT NULL REFERENCES persons (id),"
  "  question TEXT NOT NULL CHECK (question IN ('ready', 'over')),"
  "  round INTEGER NOT NULL CHECK (round >= 1),"
  "  answer TEXT NOT NULL CHECK (answer IN ('none', 'ready', 'longer', 'another-day')),"
  STAMPS ","
  "  UNIQUE (pause_id, person_id, question, round)"
  ") STRICT;"

  "CREATE TABLE pause_follow_ups ("
  IDENTITY
  "  pause_id TEXT NOT NULL REFERENCES pauses (id),"
  "  person_id TEXT NOT NULL REFERENCES persons (id),"
  "  feelings TEXT NOT NULL CHECK (length (feelings) <= 2000),"
  "  needs TEXT NOT NULL CHECK (length (needs) <= 2000),"
  "  next_step TEXT NOT NULL CHECK (length (next_step) <= 2000),"
  STAMPS ","
  "  UNIQUE (pause_id, person_id)"
  ") STRICT;"

  "CREATE TABLE soothing ("
  IDENTITY
  "  person_id TEXT NOT NULL REFERENCES persons (id),"
  "  text TEXT NOT NULL CHECK (length (text) BETWEEN 1 AND 120),"
  "  position INTEGER NOT NULL CHECK (position >= 0),"
  STAMPS
  ") STRICT;"

  /* ---- Promises, and reminders of what is no ritual ---- */
  "CREATE TABLE promises ("
  IDENTITY
  "  text TEXT NOT NULL CHECK (length (text) BETWEEN 1 AND 240),"
  "  who TEXT REFERENCES persons (id),"
  "  about TEXT NOT NULL CHECK (about IN ('free', 'topic')),"
  "  pause_id TEXT,"
  "  due TEXT NOT NULL CHECK (" LOCAL ("due") "),"
  "  timed INTEGER NOT NULL CHECK (timed IN (0, 1)),"
  "  remind TEXT NOT NULL,"
  "  state TEXT NOT NULL CHECK (state IN ('open', 'kept', 'let-go')),"
  "  earlier TEXT NOT NULL,"
  "  reminding_since INTEGER NOT NULL,"
  STAMPS
  ") STRICT;"

  /* One reminder of something with a date, and what became of it. "step" names it among those of its subject, with the
   * date it is about: another date is another reminder. */
  "CREATE TABLE one_offs ("
  IDENTITY
  "  subject TEXT NOT NULL CHECK (subject IN ('promise', 'boundary', 'pause')),"
  "  subject_id TEXT NOT NULL,"
  "  step TEXT NOT NULL,"
  "  state TEXT NOT NULL CHECK (state IN ('pending', 'shown', 'answered', 'folded', 'withdrawn')),"
  "  due_at INTEGER NOT NULL,"
  "  shown_at INTEGER NOT NULL,"
  "  reason TEXT,"
  STAMPS ","
  "  UNIQUE (subject, subject_id, step)"
  ") STRICT;"
  "CREATE INDEX one_offs_due ON one_offs (due_at);"
  "CREATE INDEX one_offs_open ON one_offs (state) WHERE state IN ('pending', 'shown');"

  /* ---- Private spaces ---- */
  /* Rows of these two carry no time, and their order and number say nothing: bridge-store-vault.h. */
  "CREATE TABLE vaults ("
  IDENTITY
  "  person_id TEXT NOT NULL UNIQUE REFERENCES persons (id),"
  "  ops INTEGER NOT NULL,"
  "  memory INTEGER NOT NULL,"
  "  salt BLOB NOT NULL,"
  "  by_passphrase BLOB NOT NULL,"
  "  by_code BLOB NOT NULL,"
  "  roll BLOB NOT NULL,"
  "  tries INTEGER NOT NULL CHECK (tries >= 0),"
  "  wait_until INTEGER NOT NULL,"
  "  lock_minutes INTEGER NOT NULL CHECK (lock_minutes BETWEEN 1 AND 60),"
  STAMPS
  ") STRICT;"

  "CREATE TABLE private_entries ("
  IDENTITY
  "  person_id TEXT NOT NULL REFERENCES persons (id),"
  "  version INTEGER NOT NULL,"
  "  sealed BLOB NOT NULL,"
  STAMPS
  ") STRICT;"

  "CREATE TABLE shared_words ("
  IDENTITY
  "  from_person TEXT NOT NULL REFERENCES persons (id),"
  "  to_person TEXT NOT NULL REFERENCES persons (id),"
  "  text TEXT NOT NULL CHECK (length (text) BETWEEN 1 AND 4000),"
  "  state TEXT NOT NULL CHECK (state IN ('waiting', 'opened')),"
  STAMPS
  ") STRICT;"

  /* ---- Persons ---- */
  ;

/* A promise of both is proposed, too. */
static const char version_4[] =
  "CREATE TABLE invitations_4 ("
  IDENTITY
  "  from_id TEXT NOT NULL REFERENCES persons (id),"
  "  to_id TEXT NOT NULL REFERENCES persons (id) CHECK (to_id != from_id),"
  "  subject TEXT NOT NULL CHECK (subject IN ('ritual', 'moment', 'boundary', 'conversation', 'check-in', 'promise')),"
  "  subject_id TEXT,"
  "  change TEXT,"
  "  words TEXT NOT NULL CHECK (length (words) <= 500),"
  "  at TEXT CHECK (" LOCAL ("at") "),"
  "  state TEXT NOT NULL CHECK (state IN ('open', 'another-time', 'agreed', 'not-now', 'withdrawn')),"
  "  waits_for TEXT CHECK (waits_for IN (from_id, to_id)),"
  "  other_time TEXT CHECK (" LOCAL ("other_time") "),"
  "  rest_until TEXT CHECK (" LOCAL ("rest_until") "),"
  STAMPS ","
  "  CHECK ((waits_for IS NOT NULL) = (state IN ('open', 'another-time')))"
  ") STRICT;"
  "INSERT INTO invitations_4 (seq, id, from_id, to_id, subject, subject_id, change, words, at, state, waits_for, other_time,"
  "    rest_until, created_at, updated_at, deleted_at, device)"
  "  SELECT seq, id, from_id, to_id, subject, subject_id, change, words, at, state, waits_for, other_time,"
  "    rest_until, created_at, updated_at, deleted_at, device FROM invitations;"
  "DROP TABLE invitations;"
  "ALTER TABLE invitations_4 RENAME TO invitations;";

/* What there is to come back for when things go better: milestones, photos, check-ins, the weekly review, shared meaning, a
 * care plan. */
static const char version_5[] =
  /* ---- Milestones ---- */
  "CREATE TABLE milestones ("
  IDENTITY
  "  title TEXT NOT NULL CHECK (length (title) BETWEEN 1 AND 120),"
  "  note TEXT NOT NULL CHECK (length (note) <= 500),"
  "  who TEXT REFERENCES persons (id),"
  "  source TEXT NOT NULL CHECK (source IN ('open', 'rituals', 'wins', 'promises', 'talks', 'weeks')),"
  "  ritual_ids TEXT NOT NULL,"
  "  win_kind TEXT,"
  "  target INTEGER NOT NULL CHECK (target BETWEEN 0 AND 1000),"
  "  since TEXT NOT NULL CHECK (" LOCAL ("since") "),"
  "  revisit_on TEXT CHECK (" LOCAL ("revisit_on") "),"
  "  state TEXT NOT NULL CHECK (state IN ('open', 'resting', 'reached')),"
  "  reached_on TEXT CHECK (" LOCAL ("reached_on") "),"
  "  mark TEXT NOT NULL CHECK (length (mark) <= 500),"
  "  celebrated INTEGER NOT NULL CHECK (celebrated IN (0, 1)),"
  "  reminding_since INTEGER NOT NULL,"
  STAMPS ","
  "  CHECK ((source = 'open') = (target = 0)),"
  "  CHECK ((state = 'reached') = (reached_on IS NOT NULL))"
  ") STRICT;"

  /* What became of a milestone, and why. It is added to, and taken back whole by Undo, but never rewritten. */
  "CREATE TABLE milestone_changes ("
  IDENTITY
  "  milestone_id TEXT NOT NULL REFERENCES milestones (id) ON DELETE CASCADE,"
  "  event TEXT NOT NULL CHECK (event IN ('reshape', 'revisit', 'rest', 'resume', 'reach', 'reopen')),"
  "  on_date TEXT NOT NULL CHECK (" LOCAL ("on_date") "),"
  "  words TEXT NOT NULL CHECK (length (words) <= 500),"
  "  was TEXT NOT NULL,"
  STAMPS
  ") STRICT;"
  "CREATE INDEX milestone_changes_of ON milestone_changes (milestone_id);"
  "CREATE TRIGGER milestone_changes_stay BEFORE UPDATE OF seq, id, milestone_id, event, on_date, words, was, created_at"
  "  ON milestone_changes"
  "  WHEN new.seq IS NOT old.seq OR new.id IS NOT old.id OR new.milestone_id IS NOT old.milestone_id"
  "    OR new.event IS NOT old.event OR new.on_date IS NOT old.on_date OR new.words IS NOT old.words"
  "    OR new.was IS NOT old.was OR new.created_at IS NOT old.created_at"
  "  BEGIN SELECT raise (ABORT, 'what became of a milestone is not rewritten'); END;"

  /* ---- Small wins: a reached milestone is one of them, and what they belong to ---- */
  "DROP VIEW wins_searched;"
  "CREATE TABLE wins_5 ("
  IDENTITY
  "  text TEXT NOT NULL CHECK (length (text) BETWEEN 1 AND 2000),"
  "  meant TEXT NOT NULL CHECK (length (meant) <= 2000),"
  "  kind TEXT NOT NULL CHECK (kind IN ('other', 'showing-up', 'listening', 'repair', 'laughter', 'calm-talk',"
  "    'tenderness', 'shared-activity', 'boundary-kept', 'milestone')),"
  "  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),"
  "  noticed_by TEXT REFERENCES persons (id),"
  "  ritual_id TEXT REFERENCES rituals (id),"
  "  pause_id TEXT REFERENCES pauses (id),"
  "  promise_id TEXT REFERENCES promises (id),"
  "  milestone_id TEXT REFERENCES milestones (id),"
  "  starred INTEGER NOT NULL CHECK (starred IN (0, 1)),"
  STAMPS
  ") STRICT;"
  "INSERT INTO wins_5 (seq, id, text, meant, kind, on_date, noticed_by, ritual_id, starred, created_at, updated_at, deleted_at,"
  "    device)"
  "  SELECT seq, id, text, meant, kind, on_date, noticed_by, ritual_id, starred, created_at, updated_at, deleted_at, device"
  "  FROM wins;"
  "DROP TABLE wins;"
  "ALTER TABLE wins_5 RENAME TO wins;"
  "CREATE INDEX wins_order ON wins (on_date DESC, created_at DESC, updated_at, kind, starred, deleted_at)"
  "  WHERE deleted_at = 0;"
  "CREATE INDEX wins_day ON wins (substr (on_date, 6)) WHERE deleted_at = 0;"
  "CREATE INDEX wins_noticed ON wins (noticed_by, on_date DESC, created_at DESC, updated_at, kind, starred, deleted_at)"
  "  WHERE deleted_at = 0;"
  "CREATE INDEX wins_ritual ON wins (ritual_id, on_date DESC, created_at DESC, updated_at, kind, starred, noticed_by,"
  "    deleted_at)"
  "  WHERE deleted_at = 0 AND ritual_id IS NOT NULL;"
  "CREATE VIEW wins_searched AS SELECT seq, text, meant FROM wins WHERE deleted_at = 0;"

  /* A picture is a file in the folder "photos", which is named by the row's id. */
  "CREATE TABLE win_photos ("
  IDENTITY
  "  win_id TEXT NOT NULL REFERENCES wins (id),"
  "  caption TEXT NOT NULL CHECK (length (caption) <= 240),"
  "  width INTEGER NOT NULL CHECK (width BETWEEN 1 AND 4096),"
  "  height INTEGER NOT NULL CHECK (height BETWEEN 1 AND 4096),"
  "  position INTEGER NOT NULL CHECK (position >= 0),"
  STAMPS
  ") STRICT;"
  "CREATE INDEX win_photos_of ON win_photos (win_id);"

  /* ---- Check-ins ---- */
  /* Private ones are entries of a private space; these are what somebody has chosen to show. */
  "CREATE TABLE check_in_rounds ("
  IDENTITY
  "  state TEXT NOT NULL CHECK (state IN ('waiting', 'opened')),"
  STAMPS
  ") STRICT;"
  "CREATE UNIQUE INDEX check_in_rounds_waiting ON check_in_rounds (state) WHERE state = 'waiting' AND deleted_at = 0;"

  "CREATE TABLE check_ins ("
  IDENTITY
  "  person_id TEXT NOT NULL REFERENCES persons (id),"
  "  shown_to TEXT REFERENCES persons (id),"
  "  round_id TEXT REFERENCES check_in_rounds (id),"
  "  ready INTEGER NOT NULL CHECK (ready IN (0, 1)),"
  "  on_date TEXT NOT NULL CHECK (" LOCAL ("on_date") "),"
  "  mood INTEGER NOT NULL CHECK (mood BETWEEN 0 AND 5),"
  "  mood_word TEXT NOT NULL CHECK ((mood = 0) = (mood_word = '')),"
  "  energy INTEGER NOT NULL CHECK (energy BETWEEN 0 AND 5),"
  "  energy_word TEXT NOT NULL CHECK ((energy = 0) = (energy_word = '')),"
  "  closeness INTEGER NOT NULL CHECK (closeness BETWEEN 0 AND 5),"
  "  closeness_word TEXT NOT NULL CHECK ((closeness = 0) = (closeness_word = '')),"
  "  talking INTEGER NOT NULL CHECK (talking BETWEEN 0 AND 5),"
  "  talking_word TEXT NOT NULL CHECK ((talking = 0) = (talking_word = '')),"
  "  words TEXT NOT NULL CHECK (length (words) <= 1000),"
  STAMPS
  ") STRICT;"
  "CREATE INDEX check_ins_order ON check_ins (on_date);"
  "CREATE UNIQUE INDEX check_ins_round ON check_ins (round_id, person_id) WHERE round_id IS NOT NULL AND deleted_at = 0;"

  /* ---- The weekly review ---- */
  "CREATE TABLE reviews ("
  IDENTITY
  "  ritual_id TEXT REFERENCES rituals (id),"
  "  who TEXT REFERENCES persons (id),"
  "  start TEXT NOT NULL CHECK (" LOCAL ("start") "),"
  "  state TEXT NOT NULL CHECK (state IN ('appreciations', 'went-right', 'issue', 'next-week', 'done')),"
  "  lead_id TEXT REFERENCES persons (id),"
  "  step_ends_at INTEGER NOT NULL,"
  "  interrupted INTEGER NOT NULL CHECK (interrupted IN (0, 1)),"
  "  next_on TEXT CHECK (" LOCAL ("next_on") "),"
  STAMPS
  ") STRICT;"
  "CREATE UNIQUE INDEX reviews_open ON reviews (deleted_at) WHERE state <> 'done' AND deleted_at = 0;"

  "CREATE TABLE review_words ("
  IDENTITY
  "  review_id TEXT NOT NULL REFERENCES reviews (id),"
  "  person_id TEXT REFERENCES persons (id),"
  "  part TEXT NOT NULL CHECK (part IN ('appreciation', 'went-right', 'issue', 'wish', 'plan')),"
  "  text TEXT NOT NULL CHECK (length (text) BETWEEN 1 AND 2000),"
  "  win_id TEXT REFERENCES wins (id),"
  STAMPS
  ") STRICT;"
  "CREATE INDEX review_words_of ON review_words (review_id);"

  /* Whose turn it is follows from the week; what is kept is only that it was swapped. */
  "CREATE TABLE duty_swaps ("
  IDENTITY
  "  duty TEXT NOT NULL CHECK (duty IN ('lead', 'plan', 'topic')),"
  "  week TEXT NOT NULL CHECK (" LOCAL ("week") "),"
  STAMPS ","
  "  UNIQUE (duty, week)"
  ") STRICT;"

  /* ---- Shared meaning, and care ---- */
  "CREATE TABLE meanings ("
  IDENTITY
  "  text TEXT NOT NULL CHECK (length (text) BETWEEN 1 AND 240),"
  "  kind TEXT NOT NULL CHECK (kind IN ('hobby', 'value', 'hope')),"
  "  tense TEXT NOT NULL CHECK (tense IN ('once', 'to-try')),"
  "  added_by TEXT REFERENCES persons (id),"
  "  ritual_id TEXT REFERENCES rituals (id),"
  STAMPS
  ") STRICT;"

  "CREATE TABLE cares ("
  IDENTITY
  "  person_id TEXT NOT NULL REFERENCES persons (id),"
  "  area TEXT NOT NULL CHECK (area IN ('sleep', 'food', 'movement', 'stress', 'friends', 'interests')),"
  "  text TEXT NOT NULL CHECK (length (text) BETWEEN 1 AND 240),"
  "  ritual_id TEXT REFERENCES rituals (id),"
  "  review_on TEXT CHECK (" LOCAL ("review_on") "),"
  "  reminding_since INTEGER NOT NULL,"
  STAMPS
  ") STRICT;"

  /* ---- What is proposed, and what is reminded of ---- */
  "CREATE TABLE invitations_5 ("
  IDENTITY
  "  from_id TEXT NOT NULL REFERENCES persons (id),"
  "  to_id TEXT NOT NULL REFERENCES persons (id) CHECK (to_id != from_id),"
  "  subject TEXT NOT NULL CHECK (subject IN ('ritual', 'moment', 'boundary', 'conversation', 'check-in', 'promise',"
  "    'milestone')),"
  "  subject_id TEXT,"
  "  change TEXT,"
  "  words TEXT NOT NULL CHECK (length (words) <= 500),"
  "  at TEXT CHECK (" LOCAL ("at") "),"
  "  state TEXT NOT NULL CHECK (state IN ('open', 'another-time', 'agreed', 'not-now', 'withdrawn')),"
  "  waits_for TEXT CHECK (waits_for IN (from_id, to_id)),"
  "  other_time TEXT CHECK (" LOCAL ("other_time") "),"
  "  rest_until TEXT CHECK (" LOCAL ("rest_until") "),"
  STAMPS ","
  "  CHECK ((waits_for IS NOT NULL) = (state IN ('open', 'another-time')))"
  ") STRICT;"
  "INSERT INTO invitations_5 (seq, id, from_id, to_id, subject, subject_id, change, words, at, state, waits_for, other_time,"
  "    rest_until, created_at, updated_at, deleted_at, device)"
  "  SELECT seq, id, from_id, to_id, subject, subject_id, change, words, at, state, waits_for, other_time,"
  "    rest_until, created_at, updated_at, deleted_at, device FROM invitations;"
  "DROP TABLE invitations;"
  "ALTER TABLE invitations_5 RENAME TO invitations;"

  "CREATE TABLE one_offs_5 ("
  IDENTITY
  "  subject TEXT NOT NULL CHECK (subject IN ('promise', 'boundary', 'pause', 'milestone', 'care', 'review')),"
  "  subject_id TEXT NOT NULL,"
  "  step TEXT NOT NULL,"
  "  state TEXT NOT NULL CHECK (state IN ('pending', 'shown', 'answered', 'folded', 'withdrawn')),"
  "  due_at INTEGER NOT NULL,"
  "  shown_at INTEGER NOT NULL,"
  "  reason TEXT,"
  STAMPS ","
  "  UNIQUE (subject, subject_id, step)"
  ") STRICT;"
  "INSERT INTO one_offs_5 (seq, id, subject, subject_id, step, state, due_at, shown_at, reason, created_at, updated_at,"
  "    deleted_at, device)"
  "  SELECT seq, id, subject, subject_id, step, state, due_at, shown_at, reason, created_at, updated_at, deleted_at, device"
  "  FROM one_offs;"
  "DROP TABLE one_offs;"
  "ALTER TABLE one_offs_5 RENAME TO one_offs;"
  "CREATE INDEX one_offs_due ON one_offs (due_at);"
  "CREATE INDEX one_offs_open ON one_offs (state) WHERE state IN ('pending', 'shown');";

/* Entry n brings a database from version n to n + 1. Never changed once released. */
static const char *const migrations[] = {
  version_1,
  version_2,
  version_3,
  version_4,
  version_5,
};

G_STATIC_ASSERT (G_N_ELEMENTS (migrations) == BRIDGE_SCHEMA_VERSION);

/* Inside of a transaction: one step, or all of them where there is nothing yet, so that nobody finds half a fresh file. */
static gboolean
migrate (BridgeDatabase  *db,
         gint64          *version,
         GError         **error)
{
  gint64 to = *version == 0 ? BRIDGE_SCHEMA_VERSION : MIN (*version + 1, BRIDGE_SCHEMA_VERSION);
  g_autofree char *finish = g_strdup_printf ("PRAGMA user_version = %d; PRAGMA application_id = %d;",
                                             (int) to, BRIDGE_DATABASE_APPLICATION_ID);

  if (*version >= BRIDGE_SCHEMA_VERSION)
    return TRUE;
  for (; *version < to; (*version)++)
    if (!bridge_statement_execute (db, migrations[*version], error))
      return FALSE;
  return bridge_statement_execute (db, finish, error);
}

/**
 * bridge_migrations_run:
 * @db: a connection that can write
 * @error: where to say what went wrong
 *
 * Brings the database to the present version, each step in a transaction together with its number. What had data
 * before is backed up first. Two processes may do this at the same time: the second finds it done.
 *
 * Returns: %FALSE with an error; the steps before the one that failed stay
 */
gboolean
bridge_migrations_run (BridgeDatabase  *db,
                       GError         **error)
{
  gint64 version;
  gboolean backed_up = FALSE;

  if (!bridge_statement_query_int (db, "PRAGMA user_version", &version, error))
    return FALSE;

  while (version < BRIDGE_SCHEMA_VERSION)
    {
      if (version > 0 && !backed_up)
        {
          g_autofree char *label = g_strdup_printf ("before-version-%d", BRIDGE_SCHEMA_VERSION);
          g_autofree char *copy = bridge_database_backup (db, label, error);

          if (copy == NULL)
            return FALSE;
          backed_up = TRUE;
        }

      if (!bridge_database_begin (db, error))
        return FALSE;
      if (!bridge_statement_query_int (db, "PRAGMA user_version", &version, error) ||
          !migrate (db, &version, error) ||
          !bridge_database_commit (db, error))
        {
          bridge_database_rollback (db);
          return FALSE;
        }
      g_debug ("The database is at version %d", (int) version);
    }

  return TRUE;
}
