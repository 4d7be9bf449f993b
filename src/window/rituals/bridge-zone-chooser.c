/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-zone-chooser"

#include "config.h"

#include "bridge-zone-chooser.h"

#include <glib/gi18n-lib.h>

#include "bridge-form.h"

#define ZONE_TABLE "/usr/share/zoneinfo/tzdata.zi"

struct _BridgeZoneChooser
{
  GtkBox parent_instance;

  char *zone;
  GtkWidget *button;
  GtkWidget *search;
  GtkWidget *list;
  GtkStringFilter *filter;
};

G_DEFINE_FINAL_TYPE (BridgeZoneChooser, bridge_zone_chooser, GTK_TYPE_BOX)

enum {
  PROP_ZONE = 1,
};

static GParamSpec *properties[PROP_ZONE + 1];

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  GtkStringObject *zone = gtk_list_item_get_item (item);
  g_autofree char *words = bridge_zone_to_words (gtk_string_object_get_string (zone));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), words);
}

static void
take (BridgeZoneChooser *self,
      guint              position)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (self->list)));
  g_autoptr (GtkStringObject) zone = g_list_model_get_item (model, position);

  if (zone == NULL)
    return;

  bridge_zone_chooser_set_zone (self, gtk_string_object_get_string (zone));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
}

static void
activate_cb (GtkListView       *list,
             guint              position,
             BridgeZoneChooser *self)
{
  take (self, position);
}

static void
search_changed_cb (GtkSearchEntry    *entry,
                   BridgeZoneChooser *self)
{
  g_autofree char *text = g_strdelimit (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))), " ", '_');

  gtk_string_filter_set_search (self->filter, text);
}

static void
search_activate_cb (GtkSearchEntry    *entry,
                    BridgeZoneChooser *self)
{
  take (self, 0);
}

/* The names are only read when somebody wants to choose one. */
static void
popover_show_cb (GtkWidget         *popover,
                 BridgeZoneChooser *self)
{
  if (gtk_list_view_get_model (GTK_LIST_VIEW (self->list)) == NULL)
    {
      g_auto (GStrv) names = bridge_zone_list (ZONE_TABLE);
      GtkStringList *zones = gtk_string_list_new ((const char *const *) names);
      GtkFilterListModel *filtered = gtk_filter_list_model_new (G_LIST_MODEL (zones),
                                                                GTK_FILTER (g_object_ref (self->filter)));
      GtkSingleSelection *selection = gtk_single_selection_new (G_LIST_MODEL (filtered));

      gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (selection));
      g_object_unref (selection);
    }

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (self->search);
}

static void
bridge_zone_chooser_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ZONE:
      g_value_set_string (value, BRIDGE_ZONE_CHOOSER (object)->zone);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bridge_zone_chooser_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_ZONE:
      bridge_zone_chooser_set_zone (BRIDGE_ZONE_CHOOSER (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bridge_zone_chooser_dispose (GObject *object)
{
  BridgeZoneChooser *self = BRIDGE_ZONE_CHOOSER (object);

  g_clear_object (&self->filter);

  G_OBJECT_CLASS (bridge_zone_chooser_parent_class)->dispose (object);
}

static void
bridge_zone_chooser_finalize (GObject *object)
{
  g_free (BRIDGE_ZONE_CHOOSER (object)->zone);

  G_OBJECT_CLASS (bridge_zone_chooser_parent_class)->finalize (object);
}

static void
bridge_zone_chooser_class_init (BridgeZoneChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bridge_zone_chooser_get_property;
  object_class->set_property = bridge_zone_chooser_set_property;
  object_class->dispose = bridge_zone_chooser_dispose;
  object_class->finalize = bridge_zone_chooser_finalize;

  properties[PROP_ZONE] = g_param_spec_string (
      "zone", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
bridge_zone_chooser_init (BridgeZoneChooser *self)
{
  GtkExpression *name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *popover = gtk_popover_new ();

  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);

  self->filter = gtk_string_filter_new (name);

  self->search = gtk_search_entry_new ();
  bridge_set_name (self->search, _("Search time zones"));
  g_object_set (self->search, "placeholder-text", _("A city"), NULL);
  g_signal_connect (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect (self->search, "activate", G_CALLBACK (search_activate_cb), self);
  gtk_box_append (GTK_BOX (box), self->search);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->list = gtk_list_view_new (NULL, factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  bridge_set_name (self->list, _("Time zones"));
  g_signal_connect (self->list, "activate", G_CALLBACK (activate_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scroller, 240, 240);
  gtk_box_append (GTK_BOX (box), scroller);

  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect (popover, "show", G_CALLBACK (popover_show_cb), self);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), _("Choose…"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  bridge_set_name (self->button, _("Choose a time zone"));
  gtk_box_append (GTK_BOX (self), self->button);
}

/**
 * bridge_zone_chooser_new:
 *
 * One without a zone.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_zone_chooser_new (void)
{
  return g_object_new (BRIDGE_TYPE_ZONE_CHOOSER, NULL);
}

/**
 * bridge_zone_chooser_get_zone:
 * @self: the chooser
 *
 * The zone that is chosen.
 *
 * Returns: (nullable): its IANA name, or %NULL for wherever you are
 */
const char *
bridge_zone_chooser_get_zone (BridgeZoneChooser *self)
{
  return self->zone;
}

/**
 * bridge_zone_chooser_set_zone:
 * @self: the chooser
 * @zone: (nullable): an IANA name, or %NULL for wherever you are
 *
 * Chooses a zone.
 */
void
bridge_zone_chooser_set_zone (BridgeZoneChooser *self,
                              const char        *zone)
{
  if (g_strcmp0 (self->zone, zone) == 0)
    return;

  g_free (self->zone);
  self->zone = g_strdup (zone);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZONE]);
}

/**
 * bridge_zone_to_words:
 * @zone: an IANA name
 *
 * The name as one reads it: "Europe/Berlin", "America/New York".
 *
 * Returns: (transfer full): the words
 */
char *
bridge_zone_to_words (const char *zone)
{
  return g_strdelimit (g_strdup (zone), "_", ' ');
}

/**
 * bridge_zone_list:
 * @table: the path of a compact time zone table ("tzdata.zi" of the tz database)
 *
 * Reads the names of all zones and links that name a place, sorted. Without the table there is only UTC.
 *
 * Returns: (transfer full): the names
 */
GStrv
bridge_zone_list (const char *table)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  g_ptr_array_add (names, g_strdup ("UTC"));

  if (g_file_get_contents (table, &text, NULL, NULL))
    {
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

      for (guint i = 0; lines[i] != NULL; i++)
        {
          g_auto (GStrv) words = g_strsplit (lines[i], " ", 4);
          const char *name = NULL;

          if (words[0] == NULL || words[1] == NULL)
            continue;
          if (strcmp (words[0], "Z") == 0)
            name = words[1];
          else if (strcmp (words[0], "L") == 0)
            name = words[2];

          if (name != NULL && strchr (name, '/') != NULL && !g_str_has_prefix (name, "Etc/"))
            g_ptr_array_add (names, g_strdup (name));
        }
    }

  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return (GStrv) g_ptr_array_steal (names, NULL);
}
