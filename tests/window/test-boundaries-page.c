/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-boundary-card.h"
#include "bridge-boundary-difference.h"
#include "bridge-boundary-words.h"
#include "rituals-fixture.h"

#define QUIET "When I am quiet, I am thinking."
#define HOSTILE "<b>One</b> & <i>two</i>\n“%s %n” \xe2\x80\xae right </span>"

static void
speak_as_partner (RitualsFixture *fixture)
{
  g_assert_true (bridge_space_set_speaker (fixture->space, bridge_person_get_id (bridge_space_get_partner (fixture->space)), NULL));
}

static void
speak_as_me (RitualsFixture *fixture)
{
  g_assert_true (bridge_space_set_speaker (fixture->space, bridge_person_get_id (bridge_space_get_me (fixture->space)), NULL));
}

/* Written by the one who is speaking; gives the id. */
static char *
add (RitualsFixture     *fixture,
     BridgeBoundaryKind  kind,
     gboolean            own,
     const char         *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeBoundary) boundary =
    bridge_boundary_new (kind, own ? bridge_person_get_id (bridge_space_get_speaker (fixture->space)) : NULL);
  g_autoptr (BridgeBoundary) stored = NULL;

  if (kind == BRIDGE_BOUNDARY_PHRASE)
    g_object_set (boundary, "use", BRIDGE_PHRASE_REPAIRING, NULL);
  stored = bridge_space_add_boundary (fixture->space, boundary, text, BRIDGE_LOCAL_NONE, &error);
  g_assert_no_error (error);
  return g_strdup (bridge_boundary_get_id (stored));
}

static void
agree (RitualsFixture *fixture,
       const char     *id)
{
  g_autoptr (GError) error = NULL;

  bridge_space_agree_boundary (fixture->space, id, &error);
  g_assert_no_error (error);
}

/* One of each kind of card: what both agreed, a limit of each, a phrase, and what has ended. */
static char *
fill (RitualsFixture *fixture)
{
  g_autofree char *phrase = add (fixture, BRIDGE_BOUNDARY_PHRASE, FALSE, "May I say that again?");
  g_autofree char *mine = add (fixture, BRIDGE_BOUNDARY_PERSONAL_LIMIT, TRUE, "I leave when voices rise.");
  g_autofree char *ended = add (fixture, BRIDGE_BOUNDARY_PHONES, FALSE, "No phones in bed.");
  g_autofree char *theirs = NULL;
  char *quiet = add (fixture, BRIDGE_BOUNDARY_QUIET, FALSE, QUIET);
  g_autoptr (GError) error = NULL;

  speak_as_partner (fixture);
  agree (fixture, phrase);
  agree (fixture, ended);
  agree (fixture, quiet);
  theirs = add (fixture, BRIDGE_BOUNDARY_TIME_ALONE, TRUE, "An hour for me.");
  bridge_space_end_boundary (fixture->space, ended, &error);
  g_assert_no_error (error);
  speak_as_me (fixture);
  return quiet;
}

static GtkWidget *
show (RitualsFixture *fixture)
{
  GtkWidget *page = bridge_boundaries_page_new (fixture->space);

  rituals_fixture_show (fixture, page);
  settle ();
  return page;
}

static gboolean
match_card (GtkWidget     *widget,
            gconstpointer  text)
{
  return BRIDGE_IS_BOUNDARY_CARD (widget) && find_label (widget, text) != NULL;
}

static GtkWidget *
find_card (GtkWidget  *page,
           const char *text)
{
  GtkWidget *card = find_widget (page, match_card, text);

  g_assert_nonnull (card);
  return card;
}

static GtkWidget *
find_editor (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (BRIDGE_IS_BOUNDARY_EDITOR (l->data) && gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

static void
type (GtkWidget  *editor,
      const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_type (editor, GTK_TYPE_TEXT_VIEW))), text, -1);
  settle ();
}

static GtkWidget *
present (RitualsFixture *fixture,
         BridgeBoundary *boundary)
{
  GtkWidget *editor;

  if (fixture->window == NULL)
    rituals_fixture_show (fixture, gtk_label_new ("Behind"));
  editor = bridge_boundary_editor_new (fixture->space, boundary, NULL, BRIDGE_LOCAL_NONE, GTK_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (editor));
  gtk_test_widget_wait_for_draw (editor);
  settle ();
  return editor;
}

/* Nothing there: one sentence and one button, which leads to sentences to begin with, and they to the editor. */
static void
test_empty (RitualsFixture *fixture,
            gconstpointer   partner)
{
  GtkWidget *page = show (fixture);
  GtkWidget *editor;

  g_assert_cmpuint (count_widgets (page, BRIDGE_TYPE_BOUNDARY_CARD, FALSE), ==, 0);
  g_assert_nonnull (find_label (page, partner != NULL ? "A good hedge keeps both gardens safe" : "A good hedge keeps a garden safe"));
  g_assert_false (bridge_boundaries_page_go_back (BRIDGE_BOUNDARIES_PAGE (page)));
  assert_all_named (page);

  click (find_button (page, "Sentences to Begin With"));
  assert_all_named (page);
  click (find_button (page, "Use This…"));
  editor = find_editor ();
  g_assert_nonnull (editor);
  assert_all_named (editor);
  g_assert_nonnull (find_button (editor, partner != NULL ? "_Propose" : "_Save"));
  click (find_button (editor, partner != NULL ? "_Propose" : "_Save"));
  g_assert_null (find_editor ());
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_boundaries (fixture->space)), ==, 1);

  g_assert_true (bridge_boundaries_page_go_back (BRIDGE_BOUNDARIES_PAGE (page)));
  settle ();
  g_assert_cmpuint (count_widgets (page, BRIDGE_TYPE_BOUNDARY_CARD, TRUE), ==, 1);
  g_assert_cmpint (find_label (page, "Proposed. Robin can answer when it is their turn here.") != NULL, ==, partner != NULL);
}

/* Each stands under its heading, with what whoever is here can do about it. */
static void
test_sections (RitualsFixture *fixture,
               gconstpointer   partner)
{
  g_autofree char *quiet = fill (fixture);
  GtkWidget *page = show (fixture);

  g_assert_nonnull (find_label (page, "Shared"));
  g_assert_nonnull (find_label (page, "Yours alone"));
  g_assert_nonnull (find_label (page, "Robin’s alone"));
  g_assert_nonnull (find_label (page, "Phrases"));
  g_assert_nonnull (find_label (page, "What you both can rely on"));
  g_assert_cmpuint (count_widgets (page, BRIDGE_TYPE_BOUNDARY_CARD, TRUE), ==, 4);
  assert_all_named (page);

  g_assert_nonnull (find_button (find_card (page, QUIET), "_Edit"));
  g_assert_nonnull (find_button (find_card (page, QUIET), "E_nd"));
  g_assert_nonnull (find_button (find_card (page, "I leave when voices rise."), "_Edit"));
  g_assert_null (find_button (find_card (page, "An hour for me."), "_Edit"));
  g_assert_null (find_button (find_card (page, "An hour for me."), "E_nd"));
  g_assert_nonnull (find_button (find_card (page, "An hour for me."), "_History"));
  g_assert_nonnull (find_label (find_card (page, QUIET), "Since today"));

  click (find_button (find_card (page, QUIET), "E_nd"));
  g_assert_null (find_label (page, "Shared"));
  g_assert_true (bridge_space_undo (fixture->space, NULL));
  settle ();
  g_assert_nonnull (find_label (page, "Shared"));
}

/* The author reads that the other one can answer, and that one what is proposed; and nobody that it was looked at. */
static void
test_proposal (RitualsFixture *fixture,
               gconstpointer   partner)
{
  g_autofree char *quiet = fill (fixture);
  g_autoptr (GError) error = NULL;
  GtkWidget *page;
  GtkWidget *card;

  g_assert_true (bridge_space_revise_boundary (fixture->space, quiet, "When I am quiet, I am resting.", BRIDGE_LOCAL_NONE, &error));
  page = show (fixture);
  card = find_card (page, QUIET);
  g_assert_nonnull (find_label (card, "These words are proposed. Robin can answer when it is their turn here."));
  g_assert_null (find_button (card, "_Edit"));
  g_assert_null (find_button (card, "_Yes"));
  g_assert_nonnull (find_button (card, "_Withdraw"));
  g_assert_nonnull (find_button (card, "E_nd"));

  speak_as_partner (fixture);
  adw_window_set_content (ADW_WINDOW (fixture->window), bridge_boundaries_page_new (fixture->space));
  settle ();
  card = find_card (fixture->window, QUIET);
  g_assert_null (find_label (card, "These words are proposed. Robin can answer when it is their turn here."));
  g_assert_null (find_button (card, "_Withdraw"));
  g_assert_nonnull (find_label (card, "When I am quiet, I am <span underline=\"single\" weight=\"bold\">resting</span>."));
  assert_all_named (card);

  /* Another time is said to both, and the answer stays Robin's. */
  gtk_menu_button_popup (GTK_MENU_BUTTON (find_type (card, GTK_TYPE_MENU_BUTTON)));
  settle ();
  click (find_button (card, "_Propose This Day"));
  card = find_card (fixture->window, QUIET);
  g_assert_null (find_label (fixture->window, "Waiting"));
  g_assert_nonnull (find_label (card, "Ada proposes this. You come back to it on Sunday, 29 November"));
  click (find_button (card, "_Not Now"));
  g_assert_nonnull (find_button (card, "_Edit"));
  g_assert_true (bridge_space_undo (fixture->space, &error));
  settle ();
  click (find_button (card, "_Yes"));
  card = find_card (fixture->window, "When I am quiet, I am resting.");
  g_assert_nonnull (find_button (card, "_Edit"));
}

/* What waits for an answer comes before all else, and once it is answered it stands where it belongs, with the focus. */
static void
test_waiting (RitualsFixture *fixture,
              gconstpointer   partner)
{
  g_autofree char *quiet = fill (fixture);
  g_autofree char *phrase = add (fixture, BRIDGE_BOUNDARY_PHRASE, FALSE, "Tea? No talk needed.");
  GtkWidget *page;
  GtkWidget *card;

  page = show (fixture);
  g_assert_null (find_label (page, "Waiting"));
  g_assert_nonnull (find_label (find_card (page, "Tea? No talk needed."), "Proposed. Robin can answer when it is their turn here."));

  speak_as_partner (fixture);
  page = bridge_boundaries_page_new (fixture->space);
  adw_window_set_content (ADW_WINDOW (fixture->window), page);
  settle ();
  g_assert_nonnull (find_label (page, "Waiting"));
  card = find_type (page, BRIDGE_TYPE_BOUNDARY_CARD);
  g_assert_true (card == find_card (page, "Tea? No talk needed."));
  g_assert_true (gtk_widget_grab_focus (find_button (card, "_Yes")));
  click (find_button (card, "_Yes"));
  g_assert_null (find_label (page, "Waiting"));
  card = find_card (page, "Tea? No talk needed.");
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (fixture->window)));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), card));
  g_assert_nonnull (find_button (card, "_Edit"));
}

/* What was decided alone stays one's own when the other one comes; it is proposed as another one. */
static void
test_propose (RitualsFixture *fixture,
              gconstpointer   partner)
{
  g_autofree char *phrase = add (fixture, BRIDGE_BOUNDARY_PHRASE, FALSE, "May I say that again?");
  g_autofree char *limit = add (fixture, BRIDGE_BOUNDARY_PERSONAL_LIMIT, TRUE, "I leave when voices rise.");
  g_autoptr (BridgeBoundary) shared = NULL;
  GtkWidget *page = show (fixture);
  GtkWidget *card;
  GtkWidget *editor;

  g_assert_nonnull (find_label (page, "Phrases"));
  g_assert_null (find_button (page, "_Propose…"));
  g_assert_true (bridge_space_add_partner (fixture->space, "Robin", NULL));
  settle ();
  g_assert_null (find_label (page, "Phrases"));
  g_assert_nonnull (find_label (page, "Yours alone"));
  g_assert_null (find_button (find_card (page, "I leave when voices rise."), "_Propose…"));

  card = find_card (page, "May I say that again?");
  click (find_button (card, "_Propose…"));
  editor = find_editor ();
  g_assert_nonnull (editor);
  g_assert_nonnull (find_label (editor, "Robin is asked. It holds once both have said yes, and either of you may end it."));
  click (find_button (editor, "_Propose"));
  g_assert_nonnull (find_label (page, "Phrases"));
  g_assert_null (find_button (page, "_Propose…"));
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_boundaries (fixture->space)), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_invitations (fixture->space)), ==, 1);
}

/* One of the two has left: what both agreed to says so, and nothing says that somebody went. */
static void
check_left (RitualsFixture *fixture,
            gboolean        take_name)
{
  g_autofree char *quiet = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *page;

  quiet = fill (fixture);
  id = g_strdup (bridge_person_get_id (bridge_space_get_partner (fixture->space)));
  g_assert_true (bridge_space_set_boundary_review (fixture->space, quiet, local ("2026-12-24"), &error));
  g_assert_true (bridge_space_leave (fixture->space, id, take_name, &error));
  g_assert_no_error (error);

  page = show (fixture);
  gtk_expander_set_expanded (GTK_EXPANDER (find_type (page, GTK_TYPE_EXPANDER)), TRUE);
  settle ();
  g_assert_nonnull (find_label (find_card (page, QUIET), "Ended · today"));
  bridge_boundaries_page_open_boundary (BRIDGE_BOUNDARIES_PAGE (page), quiet);
  settle ();
  g_assert_nonnull (find_label (page, "You agreed · today"));
  g_assert_nonnull (find_label (page, take_name ? "The other of the two agreed · today" : "Robin agreed · today"));
  g_assert_nonnull (find_label (page, "Ended · today"));
  g_assert_null (find_label (page, "To look at again on Thursday, 24 December"));
  assert_all_named (page);
}

static void
test_left (RitualsFixture *fixture,
           gconstpointer   partner)
{
  check_left (fixture, FALSE);
}

static void
test_left_without_name (RitualsFixture *fixture,
                        gconstpointer   partner)
{
  check_left (fixture, TRUE);
}

static void
test_history (RitualsFixture *fixture,
              gconstpointer   partner)
{
  g_autofree char *quiet = fill (fixture);
  g_autoptr (GError) error = NULL;
  GtkWidget *page;

  g_assert_true (bridge_space_revise_boundary (fixture->space, quiet, "When I am quiet, I am resting.", BRIDGE_LOCAL_NONE, &error));
  speak_as_partner (fixture);
  agree (fixture, quiet);
  speak_as_me (fixture);
  page = show (fixture);
  click (find_button (find_card (page, "When I am quiet, I am resting."), "_History"));
  g_assert_cmpuint (count_widgets (page, BRIDGE_TYPE_BOUNDARY_DIFFERENCE, TRUE), ==, 1);
  g_assert_nonnull (find_label (page, "Written by you · today"));
  g_assert_nonnull (find_label (page, "Robin agreed · today"));
  g_assert_nonnull (find_label (page, "You agreed · today"));
  g_assert_nonnull (find_label (page, "When I am quiet, I am <span strikethrough=\"true\">thinking</span>."));
  assert_all_named (page);

  /* What changes meanwhile is shown. */
  g_assert_true (bridge_space_end_boundary (fixture->space, quiet, &error));
  settle ();
  g_assert_nonnull (find_label (page, "You ended it · today"));
  click (find_button (page, "Back to the boundaries"));
  g_assert_false (bridge_boundaries_page_go_back (BRIDGE_BOUNDARIES_PAGE (page)));

  bridge_boundaries_page_open_boundary (BRIDGE_BOUNDARIES_PAGE (page), quiet);
  settle ();
  g_assert_nonnull (find_label (page, "Written by you · today"));
}

static void
check_way_back (RitualsFixture *fixture,
                GtkWidget      *page,
                const char     *text)
{
  GtkWidget *button = find_button (find_card (page, text), "_History");

  g_assert_true (gtk_widget_grab_focus (button));
  click (button);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == find_button (page, "Back to the boundaries"));
  g_assert_true (bridge_boundaries_page_go_back (BRIDGE_BOUNDARIES_PAGE (page)));
  settle ();
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == button);
}

/* Back from a history one is at its button, and not at the one beside it, with which the next Enter would end the boundary. */
static void
test_way_back (RitualsFixture *fixture,
               gconstpointer   partner)
{
  g_autofree char *quiet = fill (fixture);
  GtkWidget *page = show (fixture);

  check_way_back (fixture, page, QUIET);
  check_way_back (fixture, page, "I leave when voices rise.");
  check_way_back (fixture, page, "May I say that again?");
  gtk_expander_set_expanded (GTK_EXPANDER (find_type (page, GTK_TYPE_EXPANDER)), TRUE);
  settle ();
  check_way_back (fixture, page, "No phones in bed.");
}

/* Very many, very long, and with markup in it: each is what it is. */
static void
test_hard (RitualsFixture *fixture,
           gconstpointer   partner)
{
  g_autoptr (GString) longest = g_string_new (NULL);
  g_autofree char *unbroken = g_strnfill (BRIDGE_REVISION_MAX_LENGTH, 'w');
  g_autofree char *hostile = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *page;

  while (longest->len + 6 < BRIDGE_REVISION_MAX_LENGTH)
    g_string_append (longest, "words ");
  for (guint i = 0; i < 30; i++)
    g_free (add (fixture, BRIDGE_BOUNDARY_OTHER, TRUE, "One of many."));
  g_free (add (fixture, BRIDGE_BOUNDARY_QUIET, TRUE, longest->str));
  g_free (add (fixture, BRIDGE_BOUNDARY_QUIET, TRUE, unbroken));
  hostile = add (fixture, BRIDGE_BOUNDARY_QUIET, TRUE, HOSTILE);
  g_assert_true (bridge_space_revise_boundary (fixture->space, hostile, HOSTILE " <b>three</b>", BRIDGE_LOCAL_NONE, &error));

  page = show (fixture);
  g_assert_cmpuint (count_widgets (page, BRIDGE_TYPE_BOUNDARY_CARD, TRUE), ==, 33);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  settle ();
  g_assert_cmpint (gtk_widget_get_width (fixture->window), <=, 360);
  click (find_button (find_card (page, HOSTILE " <b>three</b>"), "_History"));
  g_assert_nonnull (find_label (page, HOSTILE));
  g_assert_cmpint (gtk_widget_get_width (fixture->window), <=, 360);
}

/* Alone: no half of anything is empty, and everything is saved. */
static void
test_solo (RitualsFixture *fixture,
           gconstpointer   partner)
{
  g_autofree char *quiet = add (fixture, BRIDGE_BOUNDARY_QUIET, FALSE, QUIET);
  g_autofree char *phrase = add (fixture, BRIDGE_BOUNDARY_PHRASE, FALSE, "May I say that again?");
  g_autoptr (BridgeBoundary) boundary = NULL;
  GtkWidget *page = show (fixture);
  GtkWidget *editor;

  g_assert_nonnull (find_label (page, "What you decided"));
  g_assert_null (find_label (page, "Shared"));
  click (find_button (find_card (page, QUIET), "_Edit"));
  editor = find_editor ();
  g_assert_null (find_button (editor, "_Propose"));
  type (editor, "When I am quiet, I am resting.");
  click (find_button (editor, "_Save"));
  boundary = bridge_space_find_boundary (fixture->space, quiet, NULL);
  g_assert_cmpint (bridge_boundary_get_current_number (boundary), ==, 2);
  click (find_button (find_card (page, "When I am quiet, I am resting."), "_History"));
  g_assert_null (find_label (page, "You agreed · today"));
}

static void
test_editor (RitualsFixture *fixture,
             gconstpointer   partner)
{
  g_autoptr (BridgeBoundary) boundary = NULL;
  GtkWidget *editor = present (fixture, NULL);
  GtkWidget *kind = find_row (editor, "About");
  GtkWidget *whose = find_row (editor, "Whose it is");

  /* Nothing can be saved while nothing is said, and nothing is remarked before somebody has been there. */
  g_assert_false (gtk_widget_is_sensitive (find_button (editor, "_Propose")));
  g_assert_null (find_label (editor, "A few words are enough."));
  type (editor, "x");
  type (editor, " ");
  g_assert_nonnull (find_label (editor, "A few words are enough."));
  type (editor, QUIET);
  g_assert_true (gtk_widget_is_sensitive (find_button (editor, "_Propose")));
  assert_all_named (editor);

  /* It begins with what says nothing that was not meant, and whose it is follows from what it is about. */
  g_assert_cmpstr (gtk_string_object_get_string (adw_combo_row_get_selected_item (ADW_COMBO_ROW (kind))), ==, "In general");
  adw_combo_row_set_selected (ADW_COMBO_ROW (kind), BRIDGE_BOUNDARY_PHRASE + 1);
  settle ();
  g_assert_false (gtk_widget_get_mapped (whose));
  g_assert_true (gtk_widget_get_mapped (find_row (editor, "Said when")));
  adw_combo_row_set_selected (ADW_COMBO_ROW (kind), BRIDGE_BOUNDARY_PERSONAL_LIMIT + 1);
  settle ();
  g_assert_false (gtk_widget_get_mapped (whose));
  g_assert_nonnull (find_button (editor, "_Save"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (kind), BRIDGE_BOUNDARY_QUIET + 1);
  adw_combo_row_set_selected (ADW_COMBO_ROW (whose), 1);
  settle ();
  g_assert_nonnull (find_label (editor, "It is yours alone and holds at once. Robin can read it."));
  adw_combo_row_set_selected (ADW_COMBO_ROW (whose), 0);
  settle ();
  click (find_button (editor, "_Propose"));
  g_assert_null (find_editor ());

  boundary = g_list_model_get_item (bridge_space_get_boundaries (fixture->space), 0);
  g_assert_cmpint (bridge_boundary_get_kind (boundary), ==, BRIDGE_BOUNDARY_QUIET);
  g_assert_null (bridge_boundary_get_holder (boundary));
  g_assert_cmpstr (bridge_revision_get_text (bridge_boundary_get_waiting (boundary)), ==, QUIET);
  /* Twelve weeks from Sunday, 22 November. */
  g_assert_cmpint (bridge_revision_get_review_on (bridge_boundary_get_waiting (boundary)), ==, local ("2027-02-14"));
}

/* A sooner day is one's own to choose, a later one and other words are for both. */
static void
test_editor_verb (RitualsFixture *fixture,
                  gconstpointer   partner)
{
  g_autofree char *id = fill (fixture);
  g_autoptr (BridgeBoundary) boundary = bridge_space_find_boundary (fixture->space, id, NULL);
  g_autoptr (BridgeBoundary) changed = NULL;
  GtkWidget *editor = present (fixture, boundary);
  GtkWidget *reviewed = find_type (find_row (editor, "Look at it again"), GTK_TYPE_SWITCH);

  g_assert_false (gtk_switch_get_active (GTK_SWITCH (reviewed)));
  g_assert_false (gtk_widget_get_mapped (find_row (editor, "On")));
  g_assert_false (gtk_widget_get_mapped (find_row (editor, "About")));
  g_assert_true (gtk_widget_get_mapped (find_row (editor, "About: What quiet means")));
  gtk_switch_set_active (GTK_SWITCH (reviewed), TRUE);
  settle ();
  g_assert_nonnull (find_button (editor, "_Save"));
  type (editor, "When I am quiet, I am resting.");
  g_assert_nonnull (find_button (editor, "_Propose"));
  type (editor, QUIET);
  click (find_button (editor, "_Save"));
  changed = bridge_space_find_boundary (fixture->space, id, NULL);
  g_assert_cmpint (bridge_boundary_get_review_on (changed), ==, local ("2027-02-14"));
  g_assert_null (bridge_boundary_get_waiting (changed));
}

static void
search (GtkWidget  *page,
        const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (find_type (page, GTK_TYPE_SEARCH_ENTRY)), words);
  g_signal_emit_by_name (find_type (page, GTK_TYPE_SEARCH_ENTRY), "search-changed"); /* at once, not after a moment */
  settle ();
}

/* Among all of them, also those that have ended; and away it goes with what it hid. */
static void
test_search (RitualsFixture *fixture,
             gconstpointer   partner)
{
  g_autofree char *quiet = fill (fixture);
  GtkWidget *page = show (fixture);
  GtkWidget *entry;

  bridge_boundaries_page_focus_search (BRIDGE_BOUNDARIES_PAGE (page));
  settle ();
  entry = find_type (page, GTK_TYPE_SEARCH_ENTRY);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), entry));
  assert_all_named (page);

  search (page, " THINK");
  g_assert_cmpuint (count_widgets (page, BRIDGE_TYPE_BOUNDARY_CARD, TRUE), ==, 1);
  g_assert_true (gtk_widget_get_mapped (find_card (page, QUIET)));
  g_assert_null (find_label (page, "Phrases"));

  search (page, "bed");
  g_assert_cmpuint (count_widgets (page, BRIDGE_TYPE_BOUNDARY_CARD, TRUE), ==, 1);
  g_assert_nonnull (find_label (page, "No phones in bed."));

  search (page, "heron");
  g_assert_cmpuint (count_widgets (page, BRIDGE_TYPE_BOUNDARY_CARD, TRUE), ==, 0);
  g_assert_nonnull (find_label (page, "Nothing found. Perhaps with another word."));

  g_signal_emit_by_name (entry, "stop-search");
  search (page, "");
  g_assert_cmpuint (count_widgets (page, BRIDGE_TYPE_BOUNDARY_CARD, TRUE), ==, 5);
  g_assert_null (find_label (page, "Nothing found. Perhaps with another word."));
}

/* With nothing to search in, there is what one may begin with. */
static void
test_search_empty (RitualsFixture *fixture,
                   gconstpointer   partner)
{
  GtkWidget *page = show (fixture);

  bridge_boundaries_page_focus_search (BRIDGE_BOUNDARIES_PAGE (page));
  settle ();
  g_assert_nonnull (find_label (page, "Take one and make it yours"));
}

/* Marked in more ways than one, and for ears, too. */
static void
test_words (void)
{
  g_autoptr (GPtrArray) runs = bridge_text_diff ("Ten <b>minutes</b> & tea", "Twenty <b>minutes</b> & tea");
  g_autoptr (GPtrArray) added = bridge_text_diff ("Tea.", "Tea. And cake.");
  g_autofree char *before = bridge_difference_to_markup (runs, BRIDGE_TEXT_BEFORE);
  g_autofree char *after = bridge_difference_to_markup (runs, BRIDGE_TEXT_AFTER);
  g_autofree char *spoken = bridge_difference_to_words (runs, BRIDGE_TEXT_BEFORE);
  g_autofree char *spoken_after = bridge_difference_to_words (runs, BRIDGE_TEXT_AFTER);
  g_autofree char *nothing_went = bridge_difference_to_words (added, BRIDGE_TEXT_BEFORE);
  g_autofree char *quoted = bridge_boundary_shorten ("“I am full. I need a short pause.”");
  g_autofree char *shortened = bridge_boundary_shorten ("One\nline that is so long that nobody would read it on a button.");

  g_assert_cmpstr (quoted, ==, "‘I am full. I need a short pause.’");
  g_assert_cmpstr (before, ==, "<span strikethrough=\"true\">Ten</span> &lt;b&gt;minutes&lt;/b&gt; &amp; tea");
  g_assert_cmpstr (after, ==, "<span underline=\"single\" weight=\"bold\">Twenty</span> &lt;b&gt;minutes&lt;/b&gt; &amp; tea");
  g_assert_cmpstr (spoken, ==, "Before: Ten <b>minutes</b> & tea Taken out: “Ten”.");
  g_assert_cmpstr (spoken_after, ==, "After: Twenty <b>minutes</b> & tea New: “Twenty”.");
  g_assert_cmpstr (nothing_went, ==, "Before: Tea.");
  g_assert_cmpstr (shortened, ==, "One line that is so long that nobody wou…");
}

#define ADD(path, partner, function) \
  g_test_add ("/window/boundaries/" path, RitualsFixture, partner, rituals_fixture_set_up, function, rituals_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("empty/two", "Robin", test_empty);
  ADD ("empty/solo", NULL, test_empty);
  ADD ("sections", "Robin", test_sections);
  ADD ("proposal", "Robin", test_proposal);
  ADD ("waiting", "Robin", test_waiting);
  ADD ("propose", NULL, test_propose);
  ADD ("history", "Robin", test_history);
  ADD ("way-back", "Robin", test_way_back);
  ADD ("left", "Robin", test_left);
  ADD ("left/without-name", "Robin", test_left_without_name);
  ADD ("hard", "Robin", test_hard);
  ADD ("solo", NULL, test_solo);
  ADD ("search", "Robin", test_search);
  ADD ("search/empty", "Robin", test_search_empty);
  ADD ("editor", "Robin", test_editor);
  ADD ("editor/verb", "Robin", test_editor_verb);
  g_test_add_func ("/window/boundaries/words", test_words);

  return g_test_run ();
}
