/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-boundary.h"

#include "bridge-error.h"
#include "../support/bridge-test.h"

static void
test_copy (void)
{
  g_autoptr (BridgeBoundary) boundary = bridge_boundary_new (BRIDGE_BOUNDARY_QUIET, NULL);
  g_autoptr (BridgeRevision) revision = bridge_revision_new ("an-id", 1, "Quiet is rest.", BRIDGE_LOCAL_NONE, "ada", 5);
  g_autoptr (BridgeBoundary) copy = NULL;

  bridge_test_assert_notifies (boundary, "kind", BRIDGE_BOUNDARY_QUIET, BRIDGE_BOUNDARY_PHONES);
  bridge_test_assert_notifies (boundary, "use", BRIDGE_PHRASE_NONE, BRIDGE_PHRASE_INVITING);
  bridge_test_assert_notifies (boundary, "state", BRIDGE_BOUNDARY_AGREED, BRIDGE_BOUNDARY_ENDED);
  bridge_test_assert_notifies (boundary, "holder", "ada", NULL);
  bridge_test_assert_notifies (boundary, "current-number", 1, 2);
  bridge_test_assert_notifies (boundary, "review-on", 30 * BRIDGE_DAY, BRIDGE_LOCAL_NONE);
  bridge_test_assert_notifies (boundary, "current", revision, NULL);
  g_object_set (boundary, "id", "an-id", "template", "pause", "ended-at", (gint64) 9, "ended-by", "ada", "updated-at", (gint64) 3,
                NULL);
  copy = bridge_boundary_copy (boundary);
  bridge_test_assert_same (boundary, copy, NULL);
}

static void
assert_label (GHashTable *seen,
              const char *label)
{
  g_assert_cmpstr (label, !=, "");
  g_assert_true (g_hash_table_add (seen, (gpointer) label));
}

static void
test_labels (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (int value = BRIDGE_BOUNDARY_PAUSE_RULE; value <= BRIDGE_BOUNDARY_OTHER; value++)
    assert_label (seen, bridge_boundary_kind_get_label (value));
  for (int value = BRIDGE_BOUNDARY_PROPOSED; value <= BRIDGE_BOUNDARY_ENDED; value++)
    assert_label (seen, bridge_boundary_state_get_label (value));
  for (int value = BRIDGE_PHRASE_STEPPING_OUT; value <= BRIDGE_PHRASE_INVITING; value++)
    assert_label (seen, bridge_phrase_use_get_label (value));
  g_assert_cmpstr (bridge_phrase_use_get_label (BRIDGE_PHRASE_NONE), ==, "");
}

static void
test_revision (void)
{
  g_autoptr (BridgeRevision) revision =
    bridge_revision_new ("an-id", 2, "Phones stay in the hall.", 30 * BRIDGE_DAY, "ada", 5);
  g_autoptr (BridgeRevision) agreed = NULL;
  g_autoptr (BridgeRevision) again = NULL;
  g_autoptr (BridgeRevision) copy = NULL;

  g_object_set (revision, "id", "a-revision", "updated-at", (gint64) 3, NULL);
  copy = bridge_revision_copy (revision);
  bridge_test_assert_same (revision, copy, NULL);
  g_assert_cmpint (bridge_revision_get_agreed_at (revision, "ada"), ==, 5);
  g_assert_cmpint (bridge_revision_get_agreed_at (revision, "ben"), ==, 0);

  agreed = bridge_revision_with_agreement (revision, "ben", 8);
  bridge_test_assert_same (revision, agreed, "agreements");
  g_assert_cmpuint (bridge_revision_get_n_agreements (revision), ==, 1);
  g_assert_cmpuint (bridge_revision_get_n_agreements (agreed), ==, 2);
  g_assert_cmpstr (bridge_revision_get_agreement (agreed, 1)->person_id, ==, "ben");
  g_assert_cmpint (bridge_revision_get_agreement (agreed, 1)->at, ==, 8);

  /* Nobody agrees a second time, later. */
  again = bridge_revision_with_agreement (agreed, "ben", 20);
  g_assert_cmpuint (bridge_revision_get_n_agreements (again), ==, 2);
  g_assert_cmpint (bridge_revision_get_agreed_at (again, "ben"), ==, 8);
}

/* What was written once cannot be set to anything else. */
static void
test_unchangeable (void)
{
  static const char *const texts[] = { "text", "written-by", "boundary-id" };
  g_autoptr (BridgeRevision) revision =
    bridge_revision_new ("an-id", 2, "Phones stay in the hall.", 30 * BRIDGE_DAY, "ada", 5);
  g_autoptr (BridgeRevision) copy = bridge_revision_copy (revision);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_expect_message ("bridge-revision", G_LOG_LEVEL_CRITICAL, "*");
      g_object_set (revision, texts[i], "something else", NULL);
      g_test_assert_expected_messages ();
    }
  g_test_expect_message ("bridge-revision", G_LOG_LEVEL_CRITICAL, "*");
  g_object_set (revision, "number", 3, NULL);
  g_test_assert_expected_messages ();
  g_test_expect_message ("bridge-revision", G_LOG_LEVEL_CRITICAL, "*");
  g_object_set (revision, "written-at", (gint64) 6, NULL);
  g_test_assert_expected_messages ();
  g_test_expect_message ("bridge-revision", G_LOG_LEVEL_CRITICAL, "*");
  g_object_set (revision, "review-on", 31 * BRIDGE_DAY, NULL);
  g_test_assert_expected_messages ();
  bridge_test_assert_same (revision, copy, NULL);
}

static void
test_validate_revision (void)
{
  g_autofree char *longest = g_strnfill (2000, 'a');
  g_autofree char *too_long = g_strnfill (2001, 'a');
  const struct {
    const char *text;
    BridgeLocal review_on;
    int code; /* -1: fine */
  } vectors[] = {
    { "Quiet is rest.", BRIDGE_LOCAL_NONE, -1 },
    { longest, 30 * BRIDGE_DAY, -1 },
    { "", BRIDGE_LOCAL_NONE, BRIDGE_ERROR_INVALID_VALUE },
    { NULL, BRIDGE_LOCAL_NONE, BRIDGE_ERROR_INVALID_VALUE },
    { too_long, BRIDGE_LOCAL_NONE, BRIDGE_ERROR_INVALID_VALUE },
    { "Quiet is rest.", 30 * BRIDGE_DAY + BRIDGE_HOUR, BRIDGE_ERROR_INVALID_DATE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (BridgeRevision) revision =
        bridge_revision_new ("an-id", 1, vectors[i].text, vectors[i].review_on, "ada", 5);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (bridge_revision_validate (revision, &error), ==, vectors[i].code < 0);
      if (vectors[i].code >= 0)
        g_assert_error (error, BRIDGE_ERROR, vectors[i].code);
    }
}

static void
test_validate (void)
{
  static const struct {
    BridgeBoundaryKind kind;
    BridgePhraseUse use;
    const char *holder;
    gboolean fine;
  } vectors[] = {
    { BRIDGE_BOUNDARY_QUIET, BRIDGE_PHRASE_NONE, NULL, TRUE },
    { BRIDGE_BOUNDARY_QUIET, BRIDGE_PHRASE_NONE, "ada", TRUE },
    { BRIDGE_BOUNDARY_QUIET, BRIDGE_PHRASE_INVITING, NULL, FALSE },
    { BRIDGE_BOUNDARY_PERSONAL_LIMIT, BRIDGE_PHRASE_NONE, "ada", TRUE },
    { BRIDGE_BOUNDARY_PERSONAL_LIMIT, BRIDGE_PHRASE_NONE, NULL, FALSE },
    { BRIDGE_BOUNDARY_PHRASE, BRIDGE_PHRASE_REPAIRING, NULL, TRUE },
    { BRIDGE_BOUNDARY_PHRASE, BRIDGE_PHRASE_NONE, NULL, FALSE },
    { BRIDGE_BOUNDARY_PHRASE, BRIDGE_PHRASE_REPAIRING, "ada", TRUE }, /* of when one was alone */
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (BridgeBoundary) boundary = bridge_boundary_new (vectors[i].kind, vectors[i].holder);
      g_autoptr (GError) error = NULL;

      g_object_set (boundary, "use", vectors[i].use, NULL);
      g_assert_cmpint (bridge_boundary_validate (boundary, &error), ==, vectors[i].fine);
      if (!vectors[i].fine)
        g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
    }
}

static void
test_role (void)
{
  g_autoptr (BridgeBoundary) shared = bridge_boundary_new (BRIDGE_BOUNDARY_QUIET, NULL);
  g_autoptr (BridgeBoundary) limit = bridge_boundary_new (BRIDGE_BOUNDARY_PERSONAL_LIMIT, "ada");
  g_autoptr (BridgeRevision) revision = bridge_revision_new ("an-id", 1, "Quiet is rest.", BRIDGE_LOCAL_NONE, "ada", 5);

  g_assert_cmpint (bridge_boundary_get_role (limit, "ada", FALSE), ==, BRIDGE_BOUNDARY_ALONE);
  g_assert_cmpint (bridge_boundary_get_role (limit, "ben", FALSE), ==, BRIDGE_BOUNDARY_OUTSIDER);
  g_assert_cmpint (bridge_boundary_get_role (limit, "ben", TRUE), ==, BRIDGE_BOUNDARY_OUTSIDER);
  g_assert_cmpint (bridge_boundary_get_role (shared, "ada", TRUE), ==, BRIDGE_BOUNDARY_ALONE);
  g_assert_cmpint (bridge_boundary_get_role (shared, "ada", FALSE), ==, BRIDGE_BOUNDARY_EITHER);
  g_object_set (shared, "waiting-number", 1, "waiting", revision, NULL);
  g_assert_cmpint (bridge_boundary_get_role (shared, "ada", FALSE), ==, BRIDGE_BOUNDARY_AUTHOR);
  g_assert_cmpint (bridge_boundary_get_role (shared, "ben", FALSE), ==, BRIDGE_BOUNDARY_EITHER);
}

/* ---- Every state x every event x everybody. A cell is where it stands after that, "-" where it is refused, and the
 * effects: "+" adds a revision, "y" notes a yes, "!" puts into force, "x" drops what waits, "." stamps the end. */

typedef struct {
  const char *name;
  BridgeBoundaryStanding standing;
} Standing;

static const Standing standings[] = {
  { "new", { FALSE, BRIDGE_BOUNDARY_PROPOSED, FALSE } },
  { "proposed", { TRUE, BRIDGE_BOUNDARY_PROPOSED, TRUE } },
  { "agreed", { TRUE, BRIDGE_BOUNDARY_AGREED, FALSE } },
  { "agreed?", { TRUE, BRIDGE_BOUNDARY_AGREED, TRUE } },
  { "ended", { TRUE, BRIDGE_BOUNDARY_ENDED, FALSE } },
  { "ended?", { TRUE, BRIDGE_BOUNDARY_ENDED, TRUE } },
};

static const char *const roles[] = { "alone", "author", "either", "outsider" };
static const char *const events[] = { "write", "agree", "decline", "withdraw", "end" };

static const struct {
  const char *from;
  const char *role;
  const char *cells[G_N_ELEMENTS (events)];
} table[] = {
  /*                         write         agree        decline      withdraw     end */
  { "new", "alone",       { "agreed +!",  "-",         "-",         "-",         "-" } },
  { "new", "author",      { "proposed +", "-",         "-",         "-",         "-" } },
  { "new", "either",      { "proposed +", "-",         "-",         "-",         "-" } },
  { "new", "outsider",    { "-",          "-",         "-",         "-",         "-" } },
  { "proposed", "alone",  { "agreed +!x", "agreed y!", "new x",     "new x",     "-" } },
  { "proposed", "author", { "-",          "-",         "-",         "new x",     "-" } },
  { "proposed", "either", { "-",          "agreed y!", "new x",     "-",         "-" } },
  { "proposed", "outsider", { "-",        "-",         "-",         "-",         "-" } },
  { "agreed", "alone",    { "agreed +!",  "-",         "-",         "-",         "ended ." } },
  { "agreed", "author",   { "agreed? +",  "-",         "-",         "-",         "ended ." } },
  { "agreed", "either",   { "agreed? +",  "-",         "-",         "-",         "ended ." } },
  { "agreed", "outsider", { "-",          "-",         "-",         "-",         "-" } },
  { "agreed?", "alone",   { "agreed +!x", "agreed y!", "agreed x",  "agreed x",  "ended x." } },
  { "agreed?", "author",  { "-",          "-",         "-",         "agreed x",  "ended x." } },
  { "agreed?", "either",  { "-",          "agreed y!", "agreed x",  "-",         "ended x." } },
  { "agreed?", "outsider", { "-",         "-",         "-",         "-",         "-" } },
  { "ended", "alone",     { "agreed +!",  "-",         "-",         "-",         "-" } },
  { "ended", "author",    { "ended? +",   "-",         "-",         "-",         "-" } },
  { "ended", "either",    { "ended? +",   "-",         "-",         "-",         "-" } },
  { "ended", "outsider",  { "-",          "-",         "-",         "-",         "-" } },
  { "ended?", "alone",    { "agreed +!x", "agreed y!", "ended x",   "ended x",   "-" } },
  { "ended?", "author",   { "-",          "-",         "-",         "ended x",   "-" } },
  { "ended?", "either",   { "-",          "agreed y!", "ended x",   "-",         "-" } },
  { "ended?", "outsider", { "-",          "-",         "-",         "-",         "-" } },
};

static const char *
name_standing (BridgeBoundaryStanding standing)
{
  for (guint i = 0; i < G_N_ELEMENTS (standings); i++)
    if (standings[i].standing.exists == standing.exists && standings[i].standing.waiting == standing.waiting &&
        standings[i].standing.state == standing.state)
      return standings[i].name;
  g_assert_not_reached ();
}

static char *
describe (BridgeBoundaryStanding next,
          BridgeBoundaryEffects  effects)
{
  return g_strdup_printf ("%s %s%s%s%s%s", name_standing (next),
                          effects & BRIDGE_BOUNDARY_DO_ADD ? "+" : "",
                          effects & BRIDGE_BOUNDARY_DO_AGREE ? "y" : "",
                          effects & BRIDGE_BOUNDARY_DO_FORCE ? "!" : "",
                          effects & BRIDGE_BOUNDARY_DO_DROP ? "x" : "",
                          effects & BRIDGE_BOUNDARY_DO_STAMP ? "." : "");
}

static void
test_transitions (void)
{
  G_STATIC_ASSERT (G_N_ELEMENTS (table) == G_N_ELEMENTS (standings) * G_N_ELEMENTS (roles));

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    for (guint event = 0; event < G_N_ELEMENTS (events); event++)
      {
        const Standing *from = &standings[i / G_N_ELEMENTS (roles)];
        guint role = i % G_N_ELEMENTS (roles);
        BridgeBoundaryStanding next;
        BridgeBoundaryEffects effects = 0;
        g_autoptr (GError) error = NULL;
        g_autofree char *found = NULL;

        g_assert_cmpstr (table[i].from, ==, from->name);
        g_assert_cmpstr (table[i].role, ==, roles[role]);
        if (bridge_boundary_transition (from->standing, event, role, &next, &effects, &error))
          found = describe (next, effects);
        else
          {
            g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
            found = g_strdup ("-");
          }
        g_test_message ("%s, %s, %s: %s", from->name, roles[role], events[event], found);
        g_assert_cmpstr (found, ==, table[i].cells[event]);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/boundary/copy", test_copy);
  g_test_add_func ("/boundary/labels", test_labels);
  g_test_add_func ("/boundary/validate", test_validate);
  g_test_add_func ("/boundary/role", test_role);
  g_test_add_func ("/boundary/transitions", test_transitions);
  g_test_add_func ("/revision/agreements", test_revision);
  g_test_add_func ("/revision/unchangeable", test_unchangeable);
  g_test_add_func ("/revision/validate", test_validate_revision);

  return g_test_run ();
}
