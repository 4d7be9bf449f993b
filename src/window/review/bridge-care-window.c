/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-care-window"

#include "config.h"

#include "bridge-care-window.h"

#include <glib/gi18n-lib.h>

#include "bridge-date-entry.h"
#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-lines.h"
#include "bridge-rows.h"
#include "bridge-space-cares.h"
#include "bridge-words.h"
#include "bridge-wrap-layout.h"

#define N_AREAS (BRIDGE_CARE_INTERESTS + 1)

struct _BridgeCareWindow
{
  AdwWindow parent_instance;

  BridgeSpace *space;
  gboolean updating;

  GtkWidget *entry;
  GtkWidget *area_buttons[N_AREAS];
  GtkWidget *add_button;
  GtkWidget *headings[N_AREAS];
  GtkWidget *lists[N_AREAS];
  GtkWidget *review_box;
  GtkWidget *review_entry;
};

G_DEFINE_FINAL_TYPE (BridgeCareWindow, bridge_care_window, ADW_TYPE_WINDOW)

static char *
get_key (gpointer item)
{
  return g_strdup (bridge_care_get_id (item));
}

static void
stored_cb (gpointer    data,
           const char *key,
           const char *ritual_id)
{
  BridgeCareWindow *self = data;
  g_autoptr (GError) error = NULL;

  if (!bridge_space_link_care (self->space, key, ritual_id, &error))
    bridge_feedback_show_error (GTK_WIDGET (self), error);
}

static void
make_ritual (gpointer    data,
             const char *key)
{
  BridgeCareWindow *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeCare) care = bridge_space_find_care (self->space, key, &error);

  if (care != NULL)
    bridge_lines_make_ritual (GTK_WIDGET (self), self->space, bridge_care_get_text (care), TRUE, key, stored_cb, self);
  else
    bridge_feedback_show_error (GTK_WIDGET (self), error);
}

static void
take_away (gpointer    data,
           const char *key)
{
  BridgeCareWindow *self = data;
  g_autoptr (GError) error = NULL;

  gtk_widget_grab_focus (self->entry);
  if (bridge_space_remove_care (self->space, key, &error))
    bridge_feedback_show_undo (GTK_WIDGET (self), self->space);
  else
    bridge_feedback_show_error (GTK_WIDGET (self), error);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  return bridge_line_row_new (bridge_care_get_id (item), make_ritual, take_away, user_data);
}

static void
update_row (GtkWidget *row,
            gpointer   item,
            gpointer   user_data)
{
  BridgeCareWindow *self = user_data;
  BridgeRitual *ritual = bridge_space_peek_ritual_of_care (self->space, item);
  gboolean writable = !bridge_space_get_read_only (self->space);
  /* Translators: %s is what a ritual is called */
  g_autofree char *quiet = ritual != NULL ? g_strdup_printf (_("Now “%s”"), bridge_ritual_get_title (ritual)) : NULL;

  bridge_line_row_show (row, bridge_care_get_text (item), quiet != NULL ? quiet : "", writable && ritual == NULL, writable);
}

static void
update (BridgeCareWindow *self)
{
  g_autoptr (GPtrArray) own = bridge_space_list_own_cares (self->space);
  BridgeLocal review = bridge_space_get_care_review (self->space);

  for (BridgeCareArea area = BRIDGE_CARE_SLEEP; area < N_AREAS; area++)
    {
      g_autoptr (GPtrArray) items = g_ptr_array_new ();

      for (guint i = 0; i < own->len; i++)
        if (bridge_care_get_area (g_ptr_array_index (own, i)) == area)
          g_ptr_array_add (items, g_ptr_array_index (own, i));
      bridge_rows_sync (GTK_LIST_BOX (self->lists[area]), items, get_key, create_row, update_row, self);
      gtk_widget_set_visible (self->lists[area], items->len > 0);
      gtk_widget_set_visible (self->headings[area], items->len > 0);
    }

  self->updating = TRUE;
  if (bridge_date_entry_get_date (BRIDGE_DATE_ENTRY (self->review_entry)) != review)
    bridge_date_entry_set_date (BRIDGE_DATE_ENTRY (self->review_entry), review);
  gtk_widget_set_visible (self->review_box, own->len > 0);
  self->updating = FALSE;
}

static void
changed_cb (BridgeCareWindow *self,
            BridgeKinds       kinds)
{
  if (kinds & (BRIDGE_KIND_CARES | BRIDGE_KIND_RITUALS | BRIDGE_KIND_SETTINGS))
    update (self);
}

/* What stands there is of the one who was here. */
static void
speaker_cb (BridgeCareWindow *self)
{
  gtk_window_destroy (GTK_WINDOW (self));
}

/* A day that cannot be chosen says so by itself; it is stored as soon as it is one, and so is that there is none. */
static void
review_changed_cb (BridgeCareWindow *self)
{
  BridgeDateEntry *entry = BRIDGE_DATE_ENTRY (self->review_entry);
  BridgeLocal day = bridge_date_entry_get_date (entry);
  gboolean empty = *gtk_editable_get_text (GTK_EDITABLE (bridge_date_entry_get_entry (entry))) == '\0';
  g_autoptr (GError) error = NULL;

  if (self->updating || (day == BRIDGE_LOCAL_NONE && !empty) || day == bridge_space_get_care_review (self->space))
    return;
  bridge_space_set_care_review (self->space, day, &error);
  bridge_date_entry_set_problem (entry, error != NULL ? error->message : NULL);
}

static BridgeCareArea
get_area (BridgeCareWindow *self)
{
  for (BridgeCareArea area = BRIDGE_CARE_SLEEP; area < N_AREAS; area++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->area_buttons[area])))
      return area;
  return BRIDGE_CARE_SLEEP;
}

static void
add_cb (BridgeCareWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeCare) stored = NULL;

  gtk_widget_grab_focus (self->entry);
  if (!gtk_widget_get_sensitive (self->add_button))
    return;
  stored = bridge_space_add_care (self->space, get_area (self), gtk_editable_get_text (GTK_EDITABLE (self->entry)), &error);
  if (stored == NULL)
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  bridge_feedback_show_undo (GTK_WIDGET (self), self->space);
}

static void
text_changed_cb (BridgeCareWindow *self)
{
  g_autofree char *text = bridge_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->entry)), FALSE);

  gtk_widget_set_sensitive (self->add_button, text != NULL && !bridge_space_get_read_only (self->space));
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

  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _(examples[get_area (self)]));
}

static void
bridge_care_window_dispose (GObject *object)
{
  g_clear_object (&BRIDGE_CARE_WINDOW (object)->space);

  G_OBJECT_CLASS (bridge_care_window_parent_class)->dispose (object);
}

static void
bridge_care_window_class_init (BridgeCareWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_care_window_dispose;

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
build_fields (BridgeCareWindow *self,
              GtkBox           *box)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *areas = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (areas, bridge_wrap_layout_new ());
  for (BridgeCareArea area = BRIDGE_CARE_SLEEP; area < N_AREAS; area++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (bridge_care_area_get_label (area));

      gtk_widget_add_css_class (button, "bridge-chip");
      if (area > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (self->area_buttons[0]));
      gtk_box_append (GTK_BOX (areas), button);
      self->area_buttons[area] = button;
    }
  gtk_box_append (box, areas);

  self->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), BRIDGE_CARE_TEXT_MAX);
  bridge_editable_set_name (self->entry, _("What does you good"));
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), self->entry);
  self->add_button = gtk_button_new_with_mnemonic (_("_Add"));
  gtk_widget_set_sensitive (self->add_button, FALSE);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), self->add_button);
  gtk_box_append (box, line);

  for (BridgeCareArea area = BRIDGE_CARE_SLEEP; area < N_AREAS; area++)
    g_signal_connect_object (self->area_buttons[area], "toggled", G_CALLBACK (area_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->area_buttons[0]), TRUE);
}

static void
build (BridgeCareWindow *self)
{
  GtkBox *box = bridge_lines_fill_window (ADW_WINDOW (self), _("For yourself"),
                                          bridge_space_get_partner (self->space) != NULL
                                            ? _("A few small things that do you good. Only you see them here.")
                                            : _("A few small things that do you good."));
  GtkWidget *heading = gtk_label_new (_("A day to look at it again"));

  build_fields (self, box);
  for (BridgeCareArea area = BRIDGE_CARE_SLEEP; area < N_AREAS; area++)
    self->lists[area] = bridge_lines_add_list (box, bridge_care_area_get_label (area), &self->headings[area]);

  self->review_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_margin_top (self->review_box, 12);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (self->review_box), heading);
  self->review_entry = bridge_date_entry_new ();
  bridge_date_entry_set_name (BRIDGE_DATE_ENTRY (self->review_entry), _("A day to look at it again"));
  bridge_date_entry_set_needed (BRIDGE_DATE_ENTRY (self->review_entry), FALSE);
  gtk_widget_set_sensitive (self->review_entry, !bridge_space_get_read_only (self->space));
  g_signal_connect_object (self->review_entry, "changed", G_CALLBACK (review_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->review_box), self->review_entry);
  gtk_box_append (box, self->review_box);
}

static void
bridge_care_window_init (BridgeCareWindow *self)
{
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

  self->space = g_object_ref (space);
  build (self);
  g_signal_connect_object (space, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (space, "notify::speaker", G_CALLBACK (speaker_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
