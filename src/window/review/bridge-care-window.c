/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-care-window"

#include "config.h"

#include "bridge-care-window.h"

#include <glib/gi18n-lib.h>

#include "bridge-date-entry.h"
#include "bridge-space-cares.h"

#define N_AREAS (BRIDGE_CARE_INTERESTS + 1)

struct _BridgeCareWindow
{
  BridgeLinesWindow parent_instance;

  gboolean updating;
  BridgeLocal review; /* as it is stored */

  GtkEntry *entry;
  GtkWidget *review_box;
  GtkWidget *review_entry;
};

G_DEFINE_FINAL_TYPE (BridgeCareWindow, bridge_care_window, BRIDGE_TYPE_LINES_WINDOW)

static char *
dup_quiet (gpointer    care,
           const char *ritual_title)
{
  /* Translators: %s is what a ritual is called */
  return ritual_title != NULL ? g_strdup_printf (_("Now “%s”"), ritual_title) : g_strdup ("");
}

static gboolean
may_remove (BridgeSpace *space,
            gpointer     care)
{
  return TRUE;
}

static const char *
get_area_label (int area)
{
  return bridge_care_area_get_label ((BridgeCareArea) area);
}

static int
get_area (gpointer care)
{
  return bridge_care_get_area (care);
}

static const char *
get_text (gpointer care)
{
  return bridge_care_get_text (care);
}

static gpointer
find (BridgeSpace  *space,
      const char   *id,
      GError      **error)
{
  return bridge_space_find_care (space, id, error);
}

static BridgeRitual *
peek_ritual (BridgeSpace *space,
             gpointer     care)
{
  return bridge_space_peek_ritual_of_care (space, care);
}

static const BridgeLinesWhat cares = {
  .kinds = BRIDGE_KIND_CARES | BRIDGE_KIND_RITUALS | BRIDGE_KIND_SETTINGS,
  .n_groups = N_AREAS,
  .own = TRUE,
  .question = N_("What does you good"),
  .max_length = BRIDGE_CARE_TEXT_MAX,
  .get_group_label = get_area_label,
  .list = bridge_space_list_own_cares,
  .get_group = get_area,
  .get_text = get_text,
  .find = find,
  .peek_ritual = peek_ritual,
  .dup_quiet = dup_quiet,
  .may_remove = may_remove,
  .remove = bridge_space_remove_care,
  .link = bridge_space_link_care,
};

static gpointer
bridge_care_window_add (BridgeLinesWindow  *window,
                        int                 area,
                        const char         *text,
                        GError            **error)
{
  return bridge_space_add_care (bridge_lines_window_get_space (window), (BridgeCareArea) area, text, error);
}

static void
bridge_care_window_updated (BridgeLinesWindow *window,
                            guint              n)
{
  BridgeCareWindow *self = BRIDGE_CARE_WINDOW (window);
  BridgeLocal review = bridge_space_get_care_review (bridge_lines_window_get_space (window));

  self->updating = TRUE;
  /* A day that is being typed stays as long as nothing else is stored. */
  if (self->review != review && bridge_date_entry_get_date (BRIDGE_DATE_ENTRY (self->review_entry)) != review)
    bridge_date_entry_set_date (BRIDGE_DATE_ENTRY (self->review_entry), review);
  self->review = review;
  gtk_widget_set_visible (self->review_box, n > 0);
  self->updating = FALSE;
}

/* A day that cannot be chosen is not stored. */
static gboolean
bridge_care_window_has_words (BridgeLinesWindow *window)
{
  BridgeCareWindow *self = BRIDGE_CARE_WINDOW (window);
  BridgeDateEntry *entry = BRIDGE_DATE_ENTRY (self->review_entry);
  BridgeLocal day = bridge_date_entry_get_date (entry);
  gboolean empty = *gtk_editable_get_text (GTK_EDITABLE (bridge_date_entry_get_entry (entry))) == '\0';

  return BRIDGE_LINES_WINDOW_CLASS (bridge_care_window_parent_class)->has_words (window) ||
         (!empty && (day == BRIDGE_LOCAL_NONE || day != self->review));
}

/* What stands there is of the one who was here. Out of sight it waits for them, if they were typing. */
static void
speaker_cb (BridgeCareWindow *self)
{
  BridgeLinesWindow *window = BRIDGE_LINES_WINDOW (self);

  if (gtk_widget_get_visible (GTK_WIDGET (self)) || !bridge_care_window_has_words (window))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    bridge_lines_window_update (window);
}

/* A day that cannot be chosen says so by itself; it is stored as soon as it is one, and so is that there is none. */
static void
review_changed_cb (BridgeCareWindow *self)
{
  BridgeSpace *space = bridge_lines_window_get_space (BRIDGE_LINES_WINDOW (self));
  BridgeDateEntry *entry = BRIDGE_DATE_ENTRY (self->review_entry);
  BridgeLocal day = bridge_date_entry_get_date (entry);
  gboolean empty = *gtk_editable_get_text (GTK_EDITABLE (bridge_date_entry_get_entry (entry))) == '\0';
  g_autoptr (GError) error = NULL;

  if (self->updating || (day == BRIDGE_LOCAL_NONE && !empty) || day == bridge_space_get_care_review (space))
    return;
  bridge_space_set_care_review (space, day, &error);
  bridge_date_entry_set_problem (entry, error != NULL ? error->message : NULL);
}

/* An example that fits what is chosen. */
static void
area_toggled_cb (BridgeCareWindow *self)
{
  static const char *const examples[N_AREAS] = {
    [BRIDGE_CARE_SLEEP] = N_("the light out by eleven"),
    [BRIDGE_CARE_FOOD] = N_("breakfast, sitting down"),
    [BRIDGE_CARE_MOVEMENT] = N_("once around the park"),
    [BRIDGE_CARE_STRESS] = N_("ten minutes of nothing after work"),
    [BRIDGE_CARE_FRIENDS] = N_("a call to an old friend"),
    [BRIDGE_CARE_INTERESTS] = N_("an evening with the choir"),
  };

  gtk_entry_set_placeholder_text (self->entry, _(examples[bridge_lines_window_get_group (BRIDGE_LINES_WINDOW (self))]));
}

static void
bridge_care_window_class_init (BridgeCareWindowClass *klass)
{
  BridgeLinesWindowClass *lines_class = BRIDGE_LINES_WINDOW_CLASS (klass);

  lines_class->what = &cares;
  lines_class->add = bridge_care_window_add;
  lines_class->updated = bridge_care_window_updated;
  lines_class->has_words = bridge_care_window_has_words;
}

static void
bridge_care_window_init (BridgeCareWindow *self)
{
  self->review = BRIDGE_LOCAL_NONE;
}

static void
add_review (BridgeCareWindow *self,
            GtkBox           *box)
{
  GtkWidget *heading = gtk_label_new (_("A day to look at it again"));
  gboolean read_only = bridge_space_get_read_only (bridge_lines_window_get_space (BRIDGE_LINES_WINDOW (self)));

  self->review_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_margin_top (self->review_box, 12);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (self->review_box), heading);
  self->review_entry = bridge_date_entry_new ();
  bridge_date_entry_set_name (BRIDGE_DATE_ENTRY (self->review_entry), _("A day to look at it again"));
  bridge_date_entry_set_needed (BRIDGE_DATE_ENTRY (self->review_entry), FALSE);
  gtk_widget_set_sensitive (self->review_entry, !read_only);
  g_signal_connect_object (self->review_entry, "changed", G_CALLBACK (review_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->review_box), self->review_entry);
  gtk_box_append (box, self->review_box);
}

/**
 * bridge_care_window_new:
 * @space: the space
 * @parent: (nullable): the window it stands over
 *
 * Returns: (transfer floating): the window, not presented yet
 */
GtkWidget *
bridge_care_window_new (BridgeSpace *space,
                        GtkWindow   *parent)
{
  BridgeCareWindow *self =
    g_object_new (BRIDGE_TYPE_CARE_WINDOW, "transient-for", parent, "title", _("Care Plan"), NULL);
  BridgeLinesWindow *window = BRIDGE_LINES_WINDOW (self);
  GtkBox *box = bridge_lines_window_begin (window, space, _("For yourself"),
                                           bridge_space_get_partner (space) != NULL
                                             ? _("A few small things that do you good. Only you see them here.")
                                             : _("A few small things that do you good."));

  self->entry = bridge_lines_window_add_entry (window);
  bridge_lines_window_add_groups (window);
  for (int area = 0; area < N_AREAS; area++)
    g_signal_connect_object (bridge_lines_window_get_chip (window, area), "toggled", G_CALLBACK (area_toggled_cb), self,
                             G_CONNECT_SWAPPED);
  area_toggled_cb (self);
  bridge_lines_window_add_lists (window);
  add_review (self, box);
  g_signal_connect_object (space, "notify::speaker", G_CALLBACK (speaker_cb), self, G_CONNECT_SWAPPED);
  bridge_lines_window_update (window);
  return GTK_WIDGET (self);
}
