/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "../support/agreed.h"
#include "bridge-boundary-template.h"
#include "bridge-catalogue.h"
#include "service-fixture.h"

static void
test_templates (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) catalogue = bridge_catalogue_load (FALSE, &error);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  BridgeLocal nows[] = { local ("2026-11-22T18:00"), local ("2026-02-28T23:59:59"), local ("2028-12-31T00:00") };
  guint n_first = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (catalogue), >=, 16);
  for (guint i = 0; i < g_list_model_get_n_items (catalogue); i++)
    {
      g_autoptr (BridgeTemplate) template = g_list_model_get_item (catalogue, i);
      const char *groups[] = { "daily", "weekly", "own", "care", NULL };

      g_test_message ("%s", bridge_template_get_id (template));
      g_assert_true (g_hash_table_add (ids, g_strdup (bridge_template_get_id (template))));
      g_assert_cmpstr (bridge_template_get_summary (template), !=, "");
      g_assert_cmpstr (bridge_template_get_when_then (template), !=, "");
      g_assert_cmpstr (bridge_template_get_smaller (template), !=, "");
      g_assert_nonnull (bridge_template_get_steps (template)[0]);
      g_assert_true (g_strv_contains (groups, bridge_template_get_group (template)));
      n_first += bridge_template_get_first (template);

      for (guint k = 0; k < G_N_ELEMENTS (nows); k++)
        {
          g_autoptr (BridgeRitual) ritual = bridge_template_to_ritual (template, nows[k], &error);

          g_assert_no_error (error);
          bridge_ritual_validate (ritual, &error);
          g_assert_no_error (error);
          g_assert_cmpint (bridge_schedule_get_start (bridge_ritual_get_schedule (ritual)), >, nows[k]);
          g_assert_cmpint (bridge_schedule_get_start (bridge_ritual_get_schedule (ritual)), <, nows[k] + 100 * BRIDGE_DAY);
          g_assert_cmpstr (bridge_ritual_get_template (ritual), ==, bridge_template_get_id (template));
          g_assert_cmpint (bridge_ritual_get_minutes (ritual), ==, bridge_template_get_minutes (template));
          g_assert_cmpint (bridge_ritual_get_closeness (ritual), ==, bridge_template_get_closeness (template));
        }
    }
  g_assert_cmpuint (n_first, ==, 3);
}

static void
test_find (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) catalogue = bridge_catalogue_load (FALSE, &error);
  g_autoptr (BridgeTemplate) first = g_list_model_get_item (catalogue, 0);
  g_autoptr (BridgeTemplate) found = bridge_catalogue_find (catalogue, bridge_template_get_id (first), &error);
  g_autoptr (BridgeTemplate) none = NULL;
  g_autofree char *title = NULL;
  g_autofree char *times = NULL;

  g_assert_no_error (error);
  g_assert_true (found == first);
  g_object_get (found, "title", &title, "times", &times, NULL);
  g_assert_cmpstr (title, ==, bridge_template_get_title (first));
  g_assert_nonnull (times);
  none = bridge_catalogue_find (catalogue, "no-such", &error);
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND);
}

static void
test_store (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) catalogue = bridge_catalogue_load (FALSE, &error);
  guint n = g_list_model_get_n_items (catalogue);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BridgeTemplate) template = g_list_model_get_item (catalogue, i);
      g_autoptr (BridgeRitual) ritual = bridge_template_to_ritual (template, bridge_clock_local_now (fixture->clock), &error);
      g_autoptr (BridgeRitual) stored = space_add_agreed (fixture->space, ritual);

      g_assert_no_error (error);
      g_assert_cmpstr (bridge_ritual_get_title (stored), ==, bridge_template_get_title (template));
      g_assert_cmpstr (bridge_ritual_get_when_then (stored), ==, bridge_template_get_when_then (template));
    }
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_rituals (fixture->space)), ==, n);
}

/* Each can be taken as it is, by one alone and by two. */
static void
test_boundaries (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) templates = bridge_boundary_templates_load (user_data == NULL, &error);
  g_autoptr (BridgeBoundaryTemplate) none = NULL;
  const char *me = bridge_person_get_id (bridge_space_get_me (fixture->space));
  BridgeLocal now = bridge_clock_local_now (fixture->clock);
  guint n = g_list_model_get_n_items (templates);

  g_assert_no_error (error);
  g_assert_cmpuint (n, >=, 14);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BridgeBoundaryTemplate) template = g_list_model_get_item (templates, i);
      g_autoptr (BridgeBoundaryTemplate) found =
        bridge_boundary_templates_find (templates, bridge_boundary_template_get_id (template), &error);
      g_autoptr (BridgeBoundary) boundary = bridge_boundary_template_to_boundary (template, me);
      g_autoptr (BridgeBoundary) stored =
        bridge_space_add_boundary (fixture->space, boundary, bridge_boundary_template_get_text (template),
                                   bridge_boundary_template_get_review_on (template, now), &error);

      g_assert_no_error (error);
      g_assert_true (found == template);
      g_assert_cmpstr (bridge_boundary_template_get_why (template), !=, "");
      g_assert_cmpint (bridge_boundary_get_kind (stored), ==, bridge_boundary_template_get_kind (template));
      g_assert_cmpint (bridge_boundary_get_use (stored), ==, bridge_boundary_template_get_use (template));
      g_assert_cmpstr (bridge_boundary_get_template (stored), ==, bridge_boundary_template_get_id (template));
      g_assert_cmpint (bridge_boundary_get_holder (stored) != NULL, ==,
                       user_data == NULL || bridge_boundary_template_get_own (template));
      g_assert_cmpint (bridge_boundary_is_in_force (stored), ==,
                       user_data == NULL || bridge_boundary_template_get_own (template));
    }
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_boundaries (fixture->space)), ==, n);
  none = bridge_boundary_templates_find (templates, "no-such", &error);
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalogue/templates", test_templates);
  g_test_add_func ("/catalogue/find", test_find);
  g_test_add ("/catalogue/store", Fixture, NULL, fixture_set_up, test_store, fixture_tear_down);

  g_test_add ("/catalogue/boundaries/two", Fixture, "two", fixture_set_up, test_boundaries, fixture_tear_down);
  g_test_add ("/catalogue/boundaries/solo", Fixture, NULL, fixture_set_up_solo, test_boundaries, fixture_tear_down);

  return g_test_run ();
}
