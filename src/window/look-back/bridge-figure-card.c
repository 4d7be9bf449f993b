/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-figure-card"

#include "config.h"

#include "bridge-figure-card.h"

#include <glib/gi18n-lib.h>

#include "bridge-compat.h"
#include "bridge-feedback.h"
#include "bridge-figure-export.h"
#include "bridge-figure-form.h"
#include "bridge-figure-picture.h"
#include "bridge-figure-table.h"
#include "bridge-form.h"
#include "bridge-lazy-menu.h"
#include "bridge-save-file.h"
#include "bridge-sideways.h"

#define BAR 9

struct _BridgeFigureCard
{
  GtkBox parent_instance;

  BridgeFigure figure;
  BridgeLookBack *look_back; /* (nullable): not yet */
  BridgeLookBack *shared;    /* (nullable): the same without what is private, where there is such */
  BridgePrivate *private_space; /* (nullable): of which that is */
  gboolean alone;
  int year;
  guint scroll_id; /* of an idle source */
  BridgePictureFormat format; /* of what is being saved */

  GtkWidget *picture;
  GtkWidget *legend;
  GtkWidget *table; /* made when it is first wanted */

  GtkLabel *title_label;
  GtkWidget *earlier_button;
  GtkWidget *later_button;
  GtkToggleButton *table_toggle;
  GtkWidget *menu_button;
  GtkLabel *words_label;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  AdwBin *table_bin;
  GtkLabel *basis_label;
  GtkLabel *own_label;
};

G_DEFINE_FINAL_TYPE (BridgeFigureCard, bridge_figure_card, GTK_TYPE_BOX)

static void
update_table (BridgeFigureCard *self)
{
  g_autoptr (BridgeLookBackTable) table = NULL;

  if (!gtk_toggle_button_get_active (self->table_toggle))
    {
      gtk_stack_set_visible_child_name (self->stack, "picture");
      gtk_widget_set_visible (self->legend, TRUE);
      adw_bin_set_child (self->table_bin, NULL);
      return;
    }

  table = bridge_look_back_make_table (self->look_back, self->figure, self->year);
  if (adw_bin_get_child (self->table_bin) == NULL)
    adw_bin_set_child (self->table_bin, bridge_figure_table_new ());
  bridge_figure_table_show (BRIDGE_FIGURE_TABLE (adw_bin_get_child (self->table_bin)), table,
                            bridge_figure_get_title (self->figure, self->look_back, self->alone));
  gtk_stack_set_visible_child_name (self->stack, "table");
  gtk_widget_set_visible (self->legend, FALSE);
}

/* There are more cards, with the same buttons. */
static void
name_parts (BridgeFigureCard *self)
{
  const char *title = bridge_figure_get_title (self->figure, self->look_back, self->alone);
  /* Translators: %s is the title of a picture, "Mood" */
  g_autofree char *as_table = g_strdup_printf (_("Show “%s” as a table"), title);
  /* Translators: %s is the title of a picture, "Mood" */
  g_autofree char *save = g_strdup_printf (_("Save the picture “%s”"), title);

  gtk_label_set_label (self->title_label, title);
  bridge_set_name (GTK_WIDGET (self->table_toggle), as_table);
  bridge_set_name (self->menu_button, save);
  bridge_sideways_set_name (self->scroller, title);
}

static void
update (BridgeFigureCard *self)
{
  guint entries = bridge_look_back_count (self->look_back, self->figure, self->year);
  g_autofree char *basis = bridge_look_back_dup_basis (entries);
  g_autofree char *words = bridge_look_back_to_words (self->look_back, self->figure, self->year, self->alone);
  g_autofree char *own = bridge_look_back_dup_own (self->look_back, self->figure, FALSE);
  int years = bridge_look_back_get_years (self->look_back);
  gboolean by_year = self->figure == BRIDGE_FIGURE_DAYS && years > 1;

  name_parts (self);
  gtk_label_set_label (self->words_label, words);
  gtk_label_set_label (self->basis_label, basis);
  gtk_label_set_label (self->own_label, own != NULL ? own : "");
  gtk_widget_set_visible (GTK_WIDGET (self->own_label), own != NULL);
  gtk_widget_set_visible (self->earlier_button, by_year);
  gtk_widget_set_visible (self->later_button, by_year);
  gtk_widget_set_sensitive (self->earlier_button, self->year < years - 1);
  gtk_widget_set_sensitive (self->later_button, self->year > 0);
  bridge_figure_picture_show (BRIDGE_FIGURE_PICTURE (self->picture), self->look_back, self->year, self->alone);
  bridge_figure_picture_show (BRIDGE_FIGURE_PICTURE (self->legend), self->look_back, self->year, self->alone);
  update_table (self);
}

static void
table_toggled_cb (BridgeFigureCard *self)
{
  if (self->look_back != NULL)
    update_table (self);
}

static void
earlier_clicked_cb (BridgeFigureCard *self)
{
  self->year++;
  update (self);
}

static void
later_clicked_cb (BridgeFigureCard *self)
{
  self->year--;
  update (self);
}

/* The newest is what one wants to see first. */
static gboolean
scroll_to_newest_cb (gpointer user_data)
{
  BridgeFigureCard *self = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  self->scroll_id = 0;
  gtk_adjustment_set_value (adjustment, mirrored ? 0 : gtk_adjustment_get_upper (adjustment));
  return G_SOURCE_REMOVE;
}

/* It is told of in the middle of an allocation, which has a place for what is in there already. */
static void
extent_changed_cb (BridgeFigureCard *self)
{
  if (self->scroll_id == 0)
    self->scroll_id = g_idle_add (scroll_to_newest_cb, self);
}

static void
save_again (gpointer user_data)
{
  BridgeFigureCard *self = user_data;

  gtk_widget_activate_action (GTK_WIDGET (self), "figure.save", "s", self->format == BRIDGE_PICTURE_SVG ? "svg" : "png");
}

/* Whoever had a place in mind can name another one right away. */
static void
show_unsaved (BridgeFigureCard *self,
              const char       *why)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL)
    gtk_window_present (bridge_question_new (GTK_WINDOW (root), _("Picture Not Saved"), why, _("_Cancel"), _("Another _Place…"),
                                             save_again, G_OBJECT (self)));
}

static void
chosen_cb (const char *path,
           gpointer    user_data)
{
  BridgeFigureCard *self = user_data;
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  g_autoptr (GError) error = NULL;

  if (bridge_figure_save (self->look_back, self->figure, self->year, self->alone, mirrored, self->format, path, &error))
    bridge_feedback_show (GTK_WIDGET (self), _("Picture saved"));
  else
    show_unsaved (self, error->message);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BridgeFigureCard *self = BRIDGE_FIGURE_CARD (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  const char *title = bridge_figure_get_title (self->figure, self->look_back, self->alone);
  gboolean svg = g_str_equal (g_variant_get_string (parameter, NULL), "svg");
  g_autofree char *file = g_strdup_printf ("%s.%s", title, svg ? "svg" : "png");

  self->format = svg ? BRIDGE_PICTURE_SVG : BRIDGE_PICTURE_PNG;
  if (self->shared != NULL)
    {
      BridgeFigureForm *form = BRIDGE_FIGURE_FORM (bridge_figure_form_new (self->private_space, GTK_WINDOW (root)));

      bridge_figure_form_set_figures (form, self->look_back, self->shared, self->figure, self->alone, self->format);
      gtk_window_present (GTK_WINDOW (form));
      return;
    }
  bridge_save_file (GTK_WINDOW (root), _("Save Picture"), file, chosen_cb, self);
}

static void
bridge_figure_card_dispose (GObject *object)
{
  g_clear_handle_id (&BRIDGE_FIGURE_CARD (object)->scroll_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), BRIDGE_TYPE_FIGURE_CARD);

  G_OBJECT_CLASS (bridge_figure_card_parent_class)->dispose (object);
}

static void
bridge_figure_card_finalize (GObject *object)
{
  BridgeFigureCard *self = BRIDGE_FIGURE_CARD (object);

  g_clear_pointer (&self->look_back, bridge_look_back_free);
  g_clear_pointer (&self->shared, bridge_look_back_free);
  g_clear_object (&self->private_space);

  G_OBJECT_CLASS (bridge_figure_card_parent_class)->finalize (object);
}

static void
bridge_figure_card_class_init (BridgeFigureCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_figure_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = bridge_figure_card_finalize;

  gtk_widget_class_install_action (widget_class, "figure.save", "s", save_action);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/figure-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeFigureCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeFigureCard, earlier_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeFigureCard, later_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeFigureCard, table_toggle);
  gtk_widget_class_bind_template_child (widget_class, BridgeFigureCard, menu_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeFigureCard, words_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeFigureCard, stack);
  gtk_widget_class_bind_template_child (widget_class, BridgeFigureCard, scroller);
  gtk_widget_class_bind_template_child (widget_class, BridgeFigureCard, table_bin);
  gtk_widget_class_bind_template_child (widget_class, BridgeFigureCard, basis_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeFigureCard, own_label);
  gtk_widget_class_bind_template_callback (widget_class, earlier_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_toggled_cb);
}

static void
bridge_figure_card_init (BridgeFigureCard *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_menu_append (menu, _("Save Picture as _PNG…"), "figure.save::png");
  g_menu_append (menu, _("Save Picture as _SVG…"), "figure.save::svg");
  bridge_lazy_menu_set (self->menu_button, G_MENU_MODEL (menu));
}

/**
 * bridge_figure_card_new:
 * @figure: which picture
 *
 * Returns: (transfer floating): a card, hidden until it has something to show
 */
GtkWidget *
bridge_figure_card_new (BridgeFigure figure)
{
  BridgeFigureCard *self = g_object_new (BRIDGE_TYPE_FIGURE_CARD, "visible", FALSE, NULL);

  self->figure = figure;
  self->picture = bridge_figure_picture_new (figure);
  /* The calendar finds room everywhere; in a scroller it would not know how wide it is. */
  if (figure == BRIDGE_FIGURE_DAYS)
    {
      gtk_stack_remove (self->stack, GTK_WIDGET (self->scroller));
      gtk_stack_add_named (self->stack, self->picture, "picture");
    }
  else
    {
      /* Where the bar comes that says how far one has scrolled */
      gtk_widget_set_margin_bottom (self->picture, BAR);
      gtk_scrolled_window_set_child (self->scroller, self->picture);
      bridge_sideways_set_up (self->scroller);
      g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller), "changed", G_CALLBACK (extent_changed_cb),
                               self, G_CONNECT_SWAPPED);
      /* No word is cut off at its sides. */
      g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller), "value-changed",
                               G_CALLBACK (gtk_widget_queue_draw), self->picture, G_CONNECT_SWAPPED);
    }
  self->legend = bridge_figure_picture_new_legend (figure);
  gtk_box_insert_child_after (GTK_BOX (self), self->legend, GTK_WIDGET (self->stack));
  return GTK_WIDGET (self);
}

static void
show (BridgeFigureCard     *self,
      const BridgeLookBack *look_back,
      gboolean              alone)
{
  gboolean any = FALSE;

  g_clear_pointer (&self->look_back, bridge_look_back_free);
  self->look_back = bridge_look_back_copy (look_back);
  self->alone = alone;
  self->year = MIN (self->year, bridge_look_back_get_years (look_back) - 1);
  for (int year = 0; year < bridge_look_back_get_years (look_back); year++)
    any = any || bridge_look_back_count (look_back, self->figure, year) > 0;
  gtk_widget_set_visible (GTK_WIDGET (self), any);
  /* Also where it is not seen: what it showed before may have been private. */
  update (self);
}

/**
 * bridge_figure_card_show:
 * @self: a card
 * @look_back: figures
 * @alone: whether there is one person only
 *
 * Shows its picture of them, or nothing where there is none.
 */
void
bridge_figure_card_show (BridgeFigureCard     *self,
                         const BridgeLookBack *look_back,
                         gboolean              alone)
{
  g_clear_pointer (&self->shared, bridge_look_back_free);
  g_clear_object (&self->private_space);
  show (self, look_back, alone);
}

/**
 * bridge_figure_card_show_with_own:
 * @self: a card
 * @look_back: figures with private check-ins of whoever looks
 * @shared: the same without
 * @private_space: where these stand
 * @alone: whether there is one person only
 *
 * Shows its picture of them, and that there is something private in it. It is saved without that, unless somebody says so.
 */
void
bridge_figure_card_show_with_own (BridgeFigureCard     *self,
                                  const BridgeLookBack *look_back,
                                  const BridgeLookBack *shared,
                                  BridgePrivate        *private_space,
                                  gboolean              alone)
{
  g_clear_pointer (&self->shared, bridge_look_back_free);
  self->shared = bridge_look_back_copy (shared);
  g_set_object (&self->private_space, private_space);
  show (self, look_back, alone);
}

/**
 * bridge_figure_card_get_figure:
 * @self: a card
 *
 * Returns: which picture it shows
 */
BridgeFigure
bridge_figure_card_get_figure (BridgeFigureCard *self)
{
  return self->figure;
}
