/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-log-filter"

#include "config.h"

#include "bridge-log-filter.h"

#include <glib/gi18n-lib.h>

#include "bridge-aside-layout.h"
#include "bridge-log-text.h"
#include "bridge-space-milestones.h"
#include "bridge-wrap-layout.h"

/* In the button a label gives way as long as it can still be read; in the list it does not. */
#define BUTTON_CHARS 12
#define LIST_CHARS 18

enum {
  KIND,
  WHO,
  BELONGS_TO, /* rituals, and after them milestones */
  N_CHOICES
};

typedef struct {
  GtkDropDown *drop_down;
  GtkButton *clear_button;
  GPtrArray *ids; /* by place in the list, the first is NULL: whatever; for kinds nothing */
} Choice;

struct _BridgeLogFilter
{
  GtkBox parent_instance;

  BridgeSpace *space;
  gboolean loading;

  GtkSearchEntry *search_entry;
  Choice choices[N_CHOICES];
  guint n_rituals; /* among what it may belong to */
  GtkToggleButton *starred_button;
  GtkWidget *found_box;
  BridgeLogText *found_label;
};

G_DEFINE_FINAL_TYPE (BridgeLogFilter, bridge_log_filter, GTK_TYPE_BOX)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
get_selected (BridgeLogFilter *self,
              int              choice)
{
  guint selected = gtk_drop_down_get_selected (self->choices[choice].drop_down);

  return selected != GTK_INVALID_LIST_POSITION ? selected : 0;
}

static const char *
get_id (BridgeLogFilter *self,
        int              choice)
{
  GPtrArray *ids = self->choices[choice].ids;
  guint selected = get_selected (self, choice);

  return selected < ids->len ? g_ptr_array_index (ids, selected) : NULL;
}

static gboolean
has_words (BridgeLogFilter *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0';
}

static gboolean
has_choices (BridgeLogFilter *self)
{
  for (int i = 0; i < N_CHOICES; i++)
    if (get_selected (self, i) > 0)
      return TRUE;

  return gtk_toggle_button_get_active (self->starred_button);
}

static gboolean
is_milestone (BridgeLogFilter *self)
{
  return get_selected (self, BELONGS_TO) > self->n_rituals;
}

static void
show_state (BridgeLogFilter *self)
{
  for (int i = 0; i < N_CHOICES; i++)
    {
      GtkWidget *box = gtk_widget_get_parent (GTK_WIDGET (self->choices[i].drop_down));
      gboolean set = get_selected (self, i) > 0;

      gtk_widget_set_visible (GTK_WIDGET (self->choices[i].clear_button), set);
      if (set)
        gtk_widget_add_css_class (box, "set");
      else
        gtk_widget_remove_css_class (box, "set");
    }
  gtk_widget_set_visible (self->found_box, bridge_log_filter_is_set (self));
}

static void
changed_cb (BridgeLogFilter *self)
{
  if (self->loading)
    return;

  show_state (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
clear_choice_cb (BridgeLogFilter *self,
                 GtkButton       *button)
{
  for (int i = 0; i < N_CHOICES; i++)
    if (self->choices[i].clear_button == button)
      {
        /* The button goes with what it has cleared. */
        gtk_widget_grab_focus (GTK_WIDGET (self->choices[i].drop_down));
        gtk_drop_down_set_selected (self->choices[i].drop_down, 0);
      }
}

static void
all_clicked_cb (BridgeLogFilter *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  bridge_log_filter_clear (self);
}

static void
label_setup_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *list_item,
                gpointer                  user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 2 * GPOINTER_TO_INT (user_data));
  gtk_list_item_set_child (list_item, label);
}

static void
label_bind_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *list_item,
               gpointer                  user_data)
{
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (list_item));
  const char *words = gtk_string_object_get_string (gtk_list_item_get_item (list_item));
  int chars = GPOINTER_TO_INT (user_data);
  gboolean is_long = g_utf8_strlen (words, -1) > chars;

  gtk_label_set_label (label, words);
  gtk_label_set_ellipsize (label, is_long ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_label_set_width_chars (label, is_long ? chars : -1);
}

static GtkListItemFactory *
make_factory (int width_chars)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (label_setup_cb), GINT_TO_POINTER (width_chars));
  g_signal_connect (factory, "bind", G_CALLBACK (label_bind_cb), GINT_TO_POINTER (width_chars));

  return factory;
}

static void
add_choice (BridgeLogFilter *self,
            GtkWidget       *bar,
            int              choice,
            const char      *name,
            const char      *clear_name)
{
  g_autoptr (GtkListItemFactory) button_factory = make_factory (BUTTON_CHARS);
  g_autoptr (GtkListItemFactory) list_factory = make_factory (LIST_CHARS);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);
  GtkWidget *clear = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "log-choice");
  gtk_drop_down_set_factory (GTK_DROP_DOWN (drop_down), button_factory);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (drop_down), list_factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (clear, clear_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (clear), GTK_ACCESSIBLE_PROPERTY_LABEL, clear_name, -1);
  gtk_box_append (GTK_BOX (box), drop_down);
  gtk_box_append (GTK_BOX (box), clear);
  gtk_box_append (GTK_BOX (bar), box);

  self->choices[choice].drop_down = GTK_DROP_DOWN (drop_down);
  self->choices[choice].clear_button = GTK_BUTTON (clear);
  self->choices[choice].ids = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect_swapped (drop_down, "notify::selected", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (clear, "clicked", G_CALLBACK (clear_choice_cb), self);
}

static void
bridge_log_filter_dispose (GObject *object)
{
  BridgeLogFilter *self = BRIDGE_LOG_FILTER (object);
  GtkWidget *child;

  self->loading = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_log_filter_parent_class)->dispose (object);
}

static void
bridge_log_filter_finalize (GObject *object)
{
  BridgeLogFilter *self = BRIDGE_LOG_FILTER (object);

  for (int i = 0; i < N_CHOICES; i++)
    g_ptr_array_unref (self->choices[i].ids);

  G_OBJECT_CLASS (bridge_log_filter_parent_class)->finalize (object);
}

static void
bridge_log_filter_class_init (BridgeLogFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bridge_log_filter_dispose;
  object_class->finalize = bridge_log_filter_finalize;

  /**
   * BridgeLogFilter::changed:
   *
   * Something else is looked for.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
add_search (BridgeLogFilter *self,
            GtkWidget       *bar)
{
  GtkWidget *entry = gtk_search_entry_new ();

  g_object_set (entry,
                "placeholder-text", _("Search"), /* there is no room for more beside the choices */
                "search-delay", 80,
                "width-chars", 6,
                "max-width-chars", 6,
                "hexpand", TRUE,
                NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search small wins"), -1);
  g_signal_connect_swapped (entry, "search-changed", G_CALLBACK (changed_cb), self);
  gtk_box_append (GTK_BOX (bar), entry);
  self->search_entry = GTK_SEARCH_ENTRY (entry);
}

static void
add_star (BridgeLogFilter *self,
          GtkWidget       *bar)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), "starred-symbolic");
  gtk_widget_set_tooltip_text (button, _("Starred Only"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Starred only"), -1);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (changed_cb), self);
  gtk_box_append (GTK_BOX (bar), button);
  self->starred_button = GTK_TOGGLE_BUTTON (button);
}

/* What has come of it, and the way back to everything. */
static void
add_found (BridgeLogFilter *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = g_object_new (BRIDGE_TYPE_LOG_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Clear All"));

  gtk_widget_set_layout_manager (box, bridge_aside_layout_new ());
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_start (label, 6);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (all_clicked_cb), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (self), box);
  self->found_box = box;
  self->found_label = BRIDGE_LOG_TEXT (label);
}

static void
bridge_log_filter_init (BridgeLogFilter *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  self->loading = TRUE;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "log-filter");
  gtk_widget_set_layout_manager (bar, bridge_wrap_layout_new ());
  bridge_wrap_layout_set_yields (BRIDGE_WRAP_LAYOUT (gtk_widget_get_layout_manager (bar)), TRUE);
  gtk_box_append (GTK_BOX (self), bar);

  add_search (self, bar);
  add_choice (self, bar, KIND, _("Kind"), _("All Kinds Again"));
  add_choice (self, bar, WHO, _("Who noticed"), _("Noticed by Anyone Again"));
  add_choice (self, bar, BELONGS_TO, _("Belongs to"), _("Belonging to Anything Again"));
  add_star (self, bar);
  add_found (self);

  gtk_string_list_append (kinds, _("All kinds"));
  for (int i = 0; i <= BRIDGE_WIN_MILESTONE; i++)
    gtk_string_list_append (kinds, bridge_win_kind_get_label ((BridgeWinKind) i));
  gtk_drop_down_set_model (self->choices[KIND].drop_down, G_LIST_MODEL (kinds));

  show_state (self);
  self->loading = FALSE;
}

/* @strings and the ids belong together; what was chosen stays chosen while it is there. */
static void
fill (BridgeLogFilter *self,
      int              choice,
      GtkStringList   *strings,
      GPtrArray       *ids)
{
  Choice *place = &self->choices[choice];
  g_autofree char *chosen = g_strdup (get_id (self, choice));
  guint selected = 0;

  for (guint i = 1; i < ids->len && chosen != NULL; i++)
    if (g_str_equal (g_ptr_array_index (ids, i), chosen))
      selected = i;

  g_ptr_array_unref (place->ids);
  place->ids = g_ptr_array_ref (ids);
  gtk_drop_down_set_model (place->drop_down, G_LIST_MODEL (strings));
  gtk_drop_down_set_selected (place->drop_down, selected);
}

static void
fill_persons (BridgeLogFilter *self)
{
  GListModel *persons = bridge_space_get_persons (self->space);
  g_autoptr (GtkStringList) strings = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  guint n = g_list_model_get_n_items (persons);

  /* Translators: a filter of the log: whoever has noticed a small win */
  gtk_string_list_append (strings, _("By anyone"));
  g_ptr_array_add (ids, NULL);
  for (guint i = 0; n > 1 && i < n; i++)
    {
      g_autoptr (BridgePerson) person = g_list_model_get_item (persons, i);
      /* Translators: a filter of the log: who has noticed a small win; %s is a name */
      g_autofree char *label = g_strdup_printf (_("By %s"), bridge_person_get_name (person));

      gtk_string_list_append (strings, label);
      g_ptr_array_add (ids, g_strdup (bridge_person_get_id (person)));
    }

  fill (self, WHO, strings, ids);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->choices[WHO].drop_down)), ids->len > 1);
}

static void
fill_belongs_to (BridgeLogFilter *self)
{
  GListModel *rituals = bridge_space_get_rituals (self->space);
  GListModel *milestones = bridge_space_get_milestones (self->space);
  g_autoptr (GtkStringList) strings = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  const char *whatever[] = { NULL, NULL };

  gtk_string_list_append (strings, "");
  g_ptr_array_add (ids, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (rituals); i++)
    {
      g_autoptr (BridgeRitual) ritual = g_list_model_get_item (rituals, i);

      gtk_string_list_append (strings, bridge_ritual_get_title (ritual));
      g_ptr_array_add (ids, g_strdup (bridge_ritual_get_id (ritual)));
    }
  self->n_rituals = g_list_model_get_n_items (rituals);
  for (guint i = 0; i < g_list_model_get_n_items (milestones); i++)
    {
      g_autoptr (BridgeMilestone) milestone = g_list_model_get_item (milestones, i);
      g_autofree char *label = NULL;

      if (!bridge_space_is_own_milestone (self->space, milestone))
        continue;
      /* Translators: a filter of the log, below the rituals; %s is what a milestone is called */
      label = g_strdup_printf (_("Milestone: %s"), bridge_milestone_get_title (milestone));
      gtk_string_list_append (strings, label);
      g_ptr_array_add (ids, g_strdup (bridge_milestone_get_id (milestone)));
    }
  /* Translators: a filter of the log: whatever a small win belongs to */
  whatever[0] = ids->len > self->n_rituals + 1 ? _("Any connection") : _("Any ritual");
  gtk_string_list_splice (strings, 0, 1, whatever);

  fill (self, BELONGS_TO, strings, ids);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->choices[BELONGS_TO].drop_down)), ids->len > 1);
}

/**
 * bridge_log_filter_set_space:
 * @self: the filter
 * @space: the space
 *
 * For one that comes out of a template.
 */
void
bridge_log_filter_set_space (BridgeLogFilter *self,
                             BridgeSpace     *space)
{
  g_set_object (&self->space, space);
  bridge_log_filter_update (self);
}

/**
 * bridge_log_filter_update:
 * @self: the filter
 *
 * Takes up names, rituals and milestones that have changed. What was chosen stays chosen, unless it is not there any more.
 */
void
bridge_log_filter_update (BridgeLogFilter *self)
{
  g_autofree char *who = g_strdup (get_id (self, WHO));
  g_autofree char *belongs_to = g_strdup (get_id (self, BELONGS_TO));

  self->loading = TRUE;
  fill_persons (self);
  fill_belongs_to (self);
  self->loading = FALSE;

  if (g_strcmp0 (who, get_id (self, WHO)) != 0 || g_strcmp0 (belongs_to, get_id (self, BELONGS_TO)) != 0)
    changed_cb (self);
}

/**
 * bridge_log_filter_get_entry:
 * @self: the filter
 *
 * Returns: (transfer none): where one types
 */
GtkEditable *
bridge_log_filter_get_entry (BridgeLogFilter *self)
{
  return GTK_EDITABLE (self->search_entry);
}

/**
 * bridge_log_filter_is_set:
 * @self: the filter
 *
 * Returns: whether anything is looked for
 */
gboolean
bridge_log_filter_is_set (BridgeLogFilter *self)
{
  return has_words (self) || has_choices (self);
}

/**
 * bridge_log_filter_get_advice:
 * @self: the filter
 *
 * Returns: (transfer none): what may help where nothing was found
 */
const char *
bridge_log_filter_get_advice (BridgeLogFilter *self)
{
  if (!has_choices (self))
    return _("Perhaps with another word.");

  return has_words (self) ? _("Perhaps with another word, or with less chosen.") : _("Perhaps with less chosen.");
}

/**
 * bridge_log_filter_get_query:
 * @self: the filter
 * @query: (out caller-allocates): what is looked for; the strings are good until something else is
 *
 * Says what is looked for.
 */
void
bridge_log_filter_get_query (BridgeLogFilter *self,
                             BridgeWinQuery  *query)
{
  *query = (BridgeWinQuery) {
    .search = gtk_editable_get_text (GTK_EDITABLE (self->search_entry)),
    .kind = (int) get_selected (self, KIND) - 1,
    .noticed_by = get_id (self, WHO),
    .ritual_id = is_milestone (self) ? NULL : get_id (self, BELONGS_TO),
    .milestone_id = is_milestone (self) ? get_id (self, BELONGS_TO) : NULL,
    .starred_only = gtk_toggle_button_get_active (self->starred_button),
  };
}

/**
 * bridge_log_filter_clear:
 * @self: the filter
 *
 * Looks for nothing any more.
 */
void
bridge_log_filter_clear (BridgeLogFilter *self)
{
  if (!bridge_log_filter_is_set (self))
    return;

  self->loading = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  for (int i = 0; i < N_CHOICES; i++)
    gtk_drop_down_set_selected (self->choices[i].drop_down, 0);
  gtk_toggle_button_set_active (self->starred_button, FALSE);
  self->loading = FALSE;
  changed_cb (self);
}

/* What is chosen, as it stands in the list; %NULL: whatever. (transfer none) (nullable) */
static const char *
get_words (BridgeLogFilter *self,
           int              choice)
{
  if (get_selected (self, choice) == 0)
    return NULL;
  return gtk_string_object_get_string (gtk_drop_down_get_selected_item (self->choices[choice].drop_down));
}

static void
take_filter (GStrvBuilder *filters,
             char         *words)
{
  g_autofree char *taken = words;

  g_strv_builder_add (filters, taken);
}

/* All that is chosen but who noticed it, in words. What is typed stands above it, and changes with each letter, which would
 * lay all of it out anew. (transfer full) */
static GStrv
dup_filters (BridgeLogFilter *self)
{
  g_autoptr (GStrvBuilder) filters = g_strv_builder_new ();

  if (get_words (self, KIND) != NULL)
    /* Translators: part of “3 moments, of the kind “Listening” and with a star”; %s is a kind of small win */
    take_filter (filters, g_strdup_printf (_("of the kind “%s”"), get_words (self, KIND)));
  if (is_milestone (self))
    {
      BridgeMilestone *milestone = bridge_space_peek_milestone (self->space, get_id (self, BELONGS_TO));

      if (milestone != NULL)
        /* Translators: part of “3 moments, of the milestone “Walks” and with a star”; %s is what a milestone is called */
        take_filter (filters, g_strdup_printf (_("of the milestone “%s”"), bridge_milestone_get_title (milestone)));
    }
  else if (get_words (self, BELONGS_TO) != NULL)
    /* Translators: part of “3 moments, from the ritual “Tea” and with a star”; %s is what a ritual is called */
    take_filter (filters, g_strdup_printf (_("from the ritual “%s”"), get_words (self, BELONGS_TO)));
  if (gtk_toggle_button_get_active (self->starred_button))
    /* Translators: part of “3 moments, of the kind “Listening” and with a star” */
    take_filter (filters, g_strdup (_("with a star")));
  return g_strv_builder_end (filters);
}

/**
 * bridge_log_filter_show_found:
 * @self: the filter
 * @n: how many small wins there are of what is looked for
 *
 * Says so.
 */
void
bridge_log_filter_show_found (BridgeLogFilter *self,
                              guint            n)
{
  BridgePerson *person = get_id (self, WHO) != NULL ? bridge_space_find_person (self->space, get_id (self, WHO)) : NULL;
  g_auto (GStrv) filters = dup_filters (self);
  g_autofree char *words = bridge_log_filter_format_found (n, person != NULL ? bridge_person_get_name (person) : NULL,
                                                           (const char *const *) filters);

  bridge_log_text_set_text (self->found_label, words);
}

/**
 * bridge_log_filter_format_found:
 * @n: how many small wins
 * @name: (nullable): who noticed them, if only theirs are shown
 * @filters: what else is looked for, with a %NULL after it, each as part of a sentence
 *
 * Says what was found, and by what. What one of two noticed has no number, for it would be held beside the other one's.
 *
 * Returns: (transfer full): a sentence
 */
char *
bridge_log_filter_format_found (guint              n,
                                const char        *name,
                                const char *const *filters)
{
  char *sentence;

  if (name != NULL)
    {
      /* Translators: above the log, when only one person's small wins are shown; %s is a name */
      sentence = g_strdup_printf (_("What %s noticed"), name);
    }
  else
    {
      sentence = g_strdup_printf (ngettext ("%u moment", "%u moments", n), n);
    }

  for (guint i = 0; filters[i] != NULL; i++)
    {
      g_autofree char *before = sentence;

      if (i > 0 && filters[i + 1] == NULL)
        /* Translators: the last part of what is looked for: “3 moments, of the kind “Listening” and with a star” */
        sentence = g_strdup_printf (_("%1$s and %2$s"), before, filters[i]);
      else
        /* Translators: another part of what is looked for: “3 moments, of the kind “Listening”” */
        sentence = g_strdup_printf (_("%1$s, %2$s"), before, filters[i]);
    }

  return sentence;
}
