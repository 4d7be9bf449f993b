/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-ritual-catalogue"

#include "config.h"

#include "bridge-ritual-catalogue.h"

#include <glib/gi18n-lib.h>

#include "bridge-catalogue.h"
#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-page.h"
#include "bridge-meaning-ideas.h"
#include "bridge-template-card.h"

typedef struct {
  const char *id;
  const char *title;
} Group;

static const Group groups[] = {
  { "daily", N_("In the day") },
  { "weekly", N_("In the week") },
  { "own", N_("Time of your own") },
  { "care", N_("Taking care") },
};

struct _BridgeRitualCatalogue
{
  AdwBin parent_instance;

  BridgeSpace *space;
  gboolean filled;
  gboolean filled_for_two;
  GtkWidget *headings[G_N_ELEMENTS (groups)];
  GtkWidget *boxes[G_N_ELEMENTS (groups)];

  GtkScrolledWindow *scroller;
  GtkBox *content;
  GtkWidget *search_entry;
  GtkWidget *nothing_label;
  GtkWidget *ideas;
};

G_DEFINE_FINAL_TYPE (BridgeRitualCatalogue, bridge_ritual_catalogue, ADW_TYPE_BIN)

enum {
  BACK,
  USED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What a template becomes here: for two it is proposed, for oneself it is agreed at once. (transfer full)
 * (nullable) */
static BridgeRitual *
make_ritual (BridgeRitualCatalogue  *self,
             BridgeTemplate         *template,
             GError                **error)
{
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (self->space));
  BridgePerson *me = bridge_space_get_speaker (self->space);
  BridgeRitual *ritual = bridge_template_to_ritual (template, now, error);
  gboolean two = bridge_space_get_partner (self->space) != NULL;

  if (ritual == NULL)
    return NULL;

  if (two && bridge_template_get_both (template))
    g_object_set (ritual, "state", BRIDGE_RITUAL_PROPOSED, NULL);
  else
    g_object_set (ritual,
                  "state", BRIDGE_RITUAL_AGREED,
                  "who", two && me != NULL ? bridge_person_get_id (me) : NULL,
                  NULL);

  return ritual;
}

static void
use_cb (BridgeTemplateCard    *card,
        BridgeRitualCatalogue *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeRitual) ritual = make_ritual (self, bridge_template_card_get_template (card), &error);
  g_autoptr (BridgeRitual) stored = NULL;

  if (ritual != NULL && bridge_space_find_more (self->space, NULL, ritual) != 0)
    stored = bridge_space_propose_ritual (self->space, ritual, NULL, &error);
  else if (ritual != NULL)
    stored = bridge_space_add_ritual (self->space, ritual, &error);

  if (stored == NULL)
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }

  bridge_feedback_show_undo (GTK_WIDGET (self), self->space);
  g_signal_emit (self, signals[USED], 0, bridge_ritual_get_id (stored));
}

static void
adapt_cb (BridgeTemplateCard    *card,
          BridgeRitualCatalogue *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeRitual) ritual = make_ritual (self, bridge_template_card_get_template (card), &error);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (ritual == NULL)
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }

  gtk_window_present (GTK_WINDOW (bridge_ritual_editor_new (self->space, ritual, GTK_WINDOW (root))));
}

static void
filter (BridgeRitualCatalogue *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      gboolean any_here = FALSE;

      for (GtkWidget *child = gtk_widget_get_first_child (self->boxes[i]); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        {
          gboolean matches = bridge_template_card_matches (BRIDGE_TEMPLATE_CARD (child), text);

          gtk_widget_set_visible (child, matches);
          any_here = any_here || matches;
        }

      gtk_widget_set_visible (self->headings[i], any_here);
      gtk_widget_set_visible (self->boxes[i], any_here);
      any = any || any_here;
    }
  any = bridge_meaning_ideas_filter (BRIDGE_MEANING_IDEAS (self->ideas), text) || any;

  gtk_widget_set_visible (self->nothing_label, !any);
}

static void
search_changed_cb (BridgeRitualCatalogue *self)
{
  filter (self);
}

/* Escape first empties the search, then goes back. */
static void
stop_search_cb (BridgeRitualCatalogue *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    g_signal_emit (self, signals[BACK], 0);
}

static void
back_clicked_cb (BridgeRitualCatalogue *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static void
add_card (BridgeRitualCatalogue *self,
          BridgeTemplate        *template)
{
  GtkWidget *card = bridge_template_card_new (template);
  guint group = 0;

  while (group + 1 < G_N_ELEMENTS (groups)
         && g_strcmp0 (groups[group].id, bridge_template_get_group (template)) != 0)
    group++;

  g_signal_connect_object (card, "use", G_CALLBACK (use_cb), self, 0);
  g_signal_connect_object (card, "adapt", G_CALLBACK (adapt_cb), self, 0);
  gtk_box_append (GTK_BOX (self->boxes[group]), card);
}

static void
clear (BridgeRitualCatalogue *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      for (GtkWidget *child = gtk_widget_get_first_child (self->boxes[i]); child != NULL;
           child = gtk_widget_get_first_child (self->boxes[i]))
        gtk_box_remove (GTK_BOX (self->boxes[i]), child);
    }
}

static void
fill (BridgeRitualCatalogue *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) templates = NULL;
  gboolean two = bridge_space_get_partner (self->space) != NULL;

  if (self->filled && self->filled_for_two == two)
    return;

  templates = bridge_catalogue_load (!two, &error);
  if (templates == NULL)
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }

  clear (self);
  for (guint i = 0; i < g_list_model_get_n_items (templates); i++)
    {
      g_autoptr (BridgeTemplate) template = g_list_model_get_item (templates, i);

      add_card (self, template);
    }

  self->filled = TRUE;
  self->filled_for_two = two;
  filter (self);
}

static void
bridge_ritual_catalogue_map (GtkWidget *widget)
{
  fill (BRIDGE_RITUAL_CATALOGUE (widget));

  GTK_WIDGET_CLASS (bridge_ritual_catalogue_parent_class)->map (widget);
}

static gboolean
bridge_ritual_catalogue_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BRIDGE_RITUAL_CATALOGUE (widget)->search_entry);
}

static void
bridge_ritual_catalogue_dispose (GObject *object)
{
  BridgeRitualCatalogue *self = BRIDGE_RITUAL_CATALOGUE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIDGE_TYPE_RITUAL_CATALOGUE);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_ritual_catalogue_parent_class)->dispose (object);
}

static void
bridge_ritual_catalogue_class_init (BridgeRitualCatalogueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bridge_ritual_catalogue_dispose;
  widget_class->map = bridge_ritual_catalogue_map;
  widget_class->focus = bridge_focus_inside;
  widget_class->grab_focus = bridge_ritual_catalogue_grab_focus;

  signals[BACK] = g_signal_new ("back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  signals[USED] = g_signal_new ("used", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/rituals-catalogue.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualCatalogue, scroller);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualCatalogue, content);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualCatalogue, search_entry);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualCatalogue, nothing_label);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
bridge_ritual_catalogue_init (BridgeRitualCatalogue *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      GtkWidget *heading = gtk_label_new (_(groups[i].title));
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

      gtk_label_set_xalign (GTK_LABEL (heading), 0);
      gtk_widget_add_css_class (heading, "heading");
      gtk_box_append (self->content, heading);
      gtk_box_append (self->content, box);
      self->headings[i] = heading;
      self->boxes[i] = box;
    }
}

/**
 * bridge_ritual_catalogue_new:
 * @space: the space the rituals go to
 *
 * The catalogue; it is read when it is first shown.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_ritual_catalogue_new (BridgeSpace *space)
{
  BridgeRitualCatalogue *self = g_object_new (BRIDGE_TYPE_RITUAL_CATALOGUE, NULL);

  self->space = g_object_ref (space);
  self->ideas = bridge_meaning_ideas_new (space);
  gtk_box_insert_child_after (self->content, self->ideas, self->nothing_label);

  return GTK_WIDGET (self);
}

/**
 * bridge_ritual_catalogue_focus_search:
 * @self: the catalogue
 *
 * Puts the focus into its search.
 */
void
bridge_ritual_catalogue_focus_search (BridgeRitualCatalogue *self)
{
  gtk_widget_grab_focus (self->search_entry);
}
