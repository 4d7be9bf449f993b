/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-store"

#include "config.h"

#include "bridge-store.h"

#include "bridge-store-private.h"
#include "bridge-store-vault.h"

/* What becomes of each kind of thing when one of two leaves. ?1: who leaves; ?2: now, UTC ms. What is the leaver's own is
 * erased, not only marked as removed, and from the backups too; what was of both stays with the one who stays, and rests.
 * Whatever keeps rows of a person has a place here; tests/store/test-leave.c finds what has none. */

typedef struct {
  const char *sql;
  gboolean in_backups; /* it erases, and does so in backups too, where nothing but ?1 is known and no key is followed */
} Step;

/* One statement's worth of "stamped later than anything before it". */
#define STAMP "updated_at = max (?2, updated_at + 1)"

#define OWN_RITUALS "(SELECT id FROM rituals WHERE who = ?1)"
#define SHARED_RITUALS "(SELECT id FROM rituals WHERE who IS NULL AND deleted_at = 0)"
#define OWN_PROMISES "(SELECT id FROM promises WHERE who = ?1)"
#define SHARED_PROMISES "(SELECT id FROM promises WHERE who IS NULL)"
#define OWN_MILESTONES "(SELECT id FROM milestones WHERE who = ?1)"
#define SHARED_MILESTONES "(SELECT id FROM milestones WHERE who IS NULL)"
#define IS_WAITING "number = (SELECT b.waiting_number FROM boundaries b WHERE b.id = boundary_id)"

static const Step rituals[] = {
  /* A small win stays, whatever it belonged to; so does what the two once liked. */
  { "UPDATE wins SET ritual_id = NULL, updated_at = updated_at + 1 WHERE ritual_id IN " OWN_RITUALS, TRUE },
  { "UPDATE meanings SET ritual_id = NULL, updated_at = updated_at + 1 WHERE ritual_id IN " OWN_RITUALS, TRUE },
  { "UPDATE reviews SET ritual_id = NULL, updated_at = updated_at + 1 WHERE ritual_id IN " OWN_RITUALS, TRUE },
  { "DELETE FROM reminders WHERE ritual_id IN " OWN_RITUALS, TRUE },
  { "DELETE FROM occurrences WHERE ritual_id IN " OWN_RITUALS, TRUE },
  { "DELETE FROM rituals WHERE who = ?1", TRUE },
  { "UPDATE reminders SET state = 'withdrawn', reason = 'resting', " STAMP
    " WHERE state IN ('pending', 'shown', 'snoozed') AND ritual_id IN " SHARED_RITUALS, FALSE },
  { "UPDATE rituals SET state = 'resting', resting_until = NULL, " STAMP
    " WHERE state IN ('proposed', 'agreed', 'resting') AND who IS NULL AND deleted_at = 0", FALSE },
  { "UPDATE rituals SET lead = NULL, " STAMP " WHERE lead IS NOT NULL", FALSE },
  { NULL },
};

static const Step absences[] = {
  { "DELETE FROM absences WHERE who = ?1", TRUE },
  { NULL },
};

static const Step promises[] = {
  { "DELETE FROM one_offs WHERE subject = 'promise' AND subject_id IN " OWN_PROMISES, TRUE },
  { "UPDATE wins SET promise_id = NULL, updated_at = updated_at + 1 WHERE promise_id IN " OWN_PROMISES, TRUE },
  { "DELETE FROM promises WHERE who = ?1", TRUE },
  { "UPDATE one_offs SET state = 'withdrawn', " STAMP
    " WHERE state IN ('pending', 'shown') AND subject = 'promise' AND subject_id IN " SHARED_PROMISES, FALSE },
  { "UPDATE promises SET state = 'let-go', " STAMP " WHERE state = 'open' AND who IS NULL AND deleted_at = 0", FALSE },
  { NULL },
};

/* Goals of both rest: nobody walks on alone to what both had said yes to. What was reached stays as it is. */
static const Step milestones[] = {
  { "DELETE FROM one_offs WHERE subject = 'milestone' AND subject_id IN " OWN_MILESTONES, TRUE },
  { "UPDATE wins SET milestone_id = NULL, updated_at = updated_at + 1 WHERE milestone_id IN " OWN_MILESTONES, TRUE },
  { "DELETE FROM milestone_changes WHERE milestone_id IN " OWN_MILESTONES, TRUE },
  { "DELETE FROM milestones WHERE who = ?1", TRUE },
  { "UPDATE one_offs SET state = 'withdrawn', " STAMP
    " WHERE state IN ('pending', 'shown') AND subject = 'milestone' AND subject_id IN " SHARED_MILESTONES, FALSE },
  { "UPDATE milestones SET state = 'resting', " STAMP " WHERE state = 'open' AND who IS NULL AND deleted_at = 0", FALSE },
  { NULL },
};

/* What one has said of how they are goes with them, and what was to be opened together will not be. */
static const Step check_ins[] = {
  { "DELETE FROM check_ins WHERE person_id = ?1", TRUE },
  { "UPDATE check_ins SET shown_to = NULL, round_id = NULL, updated_at = updated_at + 1"
    " WHERE shown_to IS NOT NULL OR round_id IS NOT NULL", TRUE },
  { "DELETE FROM check_in_rounds", TRUE },
  { NULL },
};

/* A summary is of both. What was one's own in it has no name any more; one of the time before there were two goes. The day that
 * the two had set for the next one is nobody's. */
static const Step reviews[] = {
  { "DELETE FROM one_offs WHERE subject = 'review' AND subject_id IN (SELECT id FROM reviews WHERE who = ?1)", TRUE },
  { "DELETE FROM review_words WHERE review_id IN (SELECT id FROM reviews WHERE who = ?1)", TRUE },
  { "DELETE FROM reviews WHERE who = ?1", TRUE },
  { "UPDATE review_words SET person_id = NULL, updated_at = updated_at + 1 WHERE person_id = ?1", FALSE },
  { "UPDATE reviews SET lead_id = NULL, " STAMP " WHERE lead_id IS NOT NULL", FALSE },
  { "UPDATE reviews SET state = 'done', " STAMP " WHERE state <> 'done' AND deleted_at = 0", FALSE },
  { "UPDATE reviews SET next_on = NULL, " STAMP " WHERE who IS NULL AND next_on IS NOT NULL", FALSE },
  { "UPDATE one_offs SET state = 'withdrawn', " STAMP " WHERE state IN ('pending', 'shown') AND subject = 'review'", FALSE },
  { NULL },
};

static const Step cares[] = {
  { "DELETE FROM one_offs WHERE subject = 'care' AND subject_id IN (SELECT id FROM cares WHERE person_id = ?1)", TRUE },
  { "DELETE FROM cares WHERE person_id = ?1", TRUE },
  { NULL },
};

/* What came of one is written where it belongs; there is nobody left to ask, or to answer. */
static const Step invitations[] = {
  { "DELETE FROM invitations WHERE from_id = ?1 OR to_id = ?1", TRUE },
  { NULL },
};

/* What both agreed to ends, and is kept to be looked at; a proposal that waits for an answer was no agreement. What the one
 * who stays had decided alone goes on. */
static const Step boundaries[] = {
  { "DELETE FROM one_offs WHERE subject = 'boundary' AND subject_id IN (SELECT id FROM boundaries WHERE holder = ?1)", TRUE },
  { "DELETE FROM boundaries WHERE holder = ?1", TRUE },
  { "DELETE FROM boundaries WHERE holder IS NULL AND state = 'proposed'"
    " AND id IN (SELECT boundary_id FROM boundary_revisions WHERE written_by = ?1)", TRUE },
  { "DELETE FROM boundaries WHERE holder IS NULL AND state = 'proposed'", FALSE },
  { "UPDATE boundary_revisions SET deleted_at = updated_at + 1, updated_at = updated_at + 1"
    " WHERE written_by = ?1 AND deleted_at = 0 AND " IS_WAITING, TRUE },
  { "UPDATE boundary_revisions SET deleted_at = updated_at + 1, updated_at = updated_at + 1"
    " WHERE deleted_at = 0 AND " IS_WAITING, FALSE },
  { "UPDATE boundaries SET waiting_number = 0, updated_at = updated_at + 1 WHERE waiting_number > 0 AND NOT EXISTS"
    " (SELECT 1 FROM boundary_revisions r WHERE r.boundary_id = boundaries.id AND r.number = waiting_number"
    "   AND r.deleted_at = 0)", TRUE },
  { "DELETE FROM boundary_revisions WHERE written_by = ?1 AND deleted_at <> 0", TRUE },
  { "DELETE FROM boundary_revisions WHERE deleted_at <> 0", FALSE },
  { "DELETE FROM boundary_revisions WHERE boundary_id NOT IN (SELECT id FROM boundaries)", TRUE },
  { "DELETE FROM boundary_agreements WHERE revision_id NOT IN (SELECT id FROM boundary_revisions)", TRUE },
  { "UPDATE one_offs SET state = 'withdrawn', " STAMP " WHERE state IN ('pending', 'shown') AND subject = 'boundary'"
    " AND subject_id IN (SELECT id FROM boundaries WHERE holder IS NULL)", FALSE },
  { "UPDATE boundaries SET state = 'ended', ended_at = ?2, ended_by = NULL, " STAMP
    " WHERE state = 'agreed' AND holder IS NULL AND deleted_at = 0 AND id IN (SELECT r.boundary_id FROM boundary_revisions r"
    "   JOIN boundary_agreements a ON a.revision_id = r.id WHERE a.person_id = ?1)", FALSE },
  { NULL },
};

/* Nobody comes back from a pause alone. What it taught the two stays. */
static const Step pauses[] = {
  { "DELETE FROM pause_answers WHERE person_id = ?1", TRUE },
  { "DELETE FROM pause_follow_ups WHERE person_id = ?1", TRUE },
  { "DELETE FROM soothing WHERE person_id = ?1", TRUE },
  { "UPDATE pauses SET first_id = NULL, " STAMP " WHERE first_id IS NOT NULL", FALSE },
  { "UPDATE pauses SET state = 'closed', closed_at = ?2, " STAMP " WHERE state <> 'closed' AND deleted_at = 0", FALSE },
  { "UPDATE one_offs SET state = 'withdrawn', " STAMP " WHERE state IN ('pending', 'shown') AND subject = 'pause'", FALSE },
  { NULL },
};

/* Words that were opened are the other's to keep; what was not opened nobody will open. */
static const Step private_spaces[] = {
  { "DELETE FROM shared_words WHERE from_person = ?1 AND state <> 'opened'", TRUE },
  { "DELETE FROM shared_words WHERE to_person = ?1", TRUE },
  { "DELETE FROM private_entries WHERE person_id = ?1", TRUE },
  { "DELETE FROM vaults WHERE person_id = ?1", TRUE },
  { NULL },
};

static const Step persons[] = {
  { "UPDATE persons SET deleted_at = max (?2, updated_at + 1), " STAMP " WHERE id = ?1", FALSE },
  { "UPDATE persons SET position = 0, " STAMP " WHERE deleted_at = 0", FALSE },
  { NULL },
};

static const Step *const aggregates[] = {
  cares, rituals, absences, promises, milestones, check_ins, reviews, invitations, boundaries, pauses, private_spaces, persons,
};

static const Step name = { "UPDATE persons SET name = '" BRIDGE_NO_NAME "', updated_at = updated_at + 1 WHERE id = ?1", TRUE };

static gboolean
run_step (BridgeDatabase  *db,
          const Step      *step,
          const char      *id,
          gint64           now,
          GError         **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, step->sql, error);

  if (statement == NULL)
    return FALSE;
  if (sqlite3_bind_parameter_index (statement, "?1") != 0)
    bridge_bind_text (statement, 1, id);
  if (sqlite3_bind_parameter_count (statement) > 1)
    bridge_bind_int (statement, 2, now);
  return bridge_statement_run (db, statement, error);
}

/**
 * bridge_store_person_leaves:
 * @db: a connection in a transaction
 * @id: one of two persons
 * @take_name: the name is not to stay either
 * @now: UTC ms, for the stamps
 * @error: where to say what went wrong
 *
 * Erases what is @id's own, has what was of both rest, and marks @id as removed: what stays goes on referring to that row.
 *
 * Returns: %FALSE with an error of the database
 */
gboolean
bridge_store_person_leaves (BridgeDatabase  *db,
                            const char      *id,
                            gboolean         take_name,
                            gint64           now,
                            GError         **error)
{
  g_return_val_if_fail (bridge_database_in_transaction (db), FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (aggregates); i++)
    for (const Step *step = aggregates[i]; step->sql != NULL; step++)
      if (!run_step (db, step, id, now, error))
        return FALSE;
  return !take_name || run_step (db, &name, id, now, error);
}

/**
 * bridge_store_erase_from_backups:
 * @db: a connection
 * @id: a person who leaves
 * @take_name: the name is not to stay either
 * @error: where to say what went wrong
 *
 * Erases what is @id's own from every backup beside the database. What was of both is left as it was in them.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STORAGE when one of them cannot be written to
 */
gboolean
bridge_store_erase_from_backups (BridgeDatabase  *db,
                                 const char      *id,
                                 gboolean         take_name,
                                 GError         **error)
{
  g_autoptr (GPtrArray) statements = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (aggregates); i++)
    for (const Step *step = aggregates[i]; step->sql != NULL; step++)
      if (step->in_backups)
        g_ptr_array_add (statements, (gpointer) step->sql);
  if (take_name)
    g_ptr_array_add (statements, (gpointer) name.sql);
  return bridge_store_scrub_backups (db, (const char *const *) statements->pdata, statements->len, id, error);
}
