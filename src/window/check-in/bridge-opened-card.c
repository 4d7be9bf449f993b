/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-opened-card"

#include "config.h"

#include "bridge-opened-card.h"

#include <glib/gi18n-lib.h>

#include "bridge-box-label.h"
#include "bridge-check-in-words.h"
#include "bridge-columns-layout.h"
#include "bridge-person-badge.h"
#include "bridge-space-check-ins.h"

/* So many letters have room beside each other. */
#define COLUMN_CHARS 18

struct _BridgeOpenedCard
{
  AdwBin parent_instance;

  BridgeSpace *space;
  char *round_id; /* (nullable): nothing is shown */

  GtkLabel *title_label;
  GtkWidget *columns;
  GtkWidget *done_button;
};

G_DEFINE_FINAL_TYPE (BridgeOpenedCard, bridge_opened_card, ADW_TYPE_BIN)

enum {
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* One answer to a line, so that those of both can be seen side by side. */
static void
add_answers (GtkWidget     *box,
             BridgeCheckIn *check_in)
{
  for (BridgeScale scale = 0; scale < BRIDGE_N_SHOWN_SCALES; scale++)
    {
      g_autofree char *line = NULL;

      if (bridge_check_in_get_step (check_in, scale) == 0)
        continue;
      line = bridge_scale_dup_answer (scale, bridge_check_in_get_word (check_in, scale));
      bridge_box_add_label (box, line, NULL);
    }
  if (*bridge_check_in_get_words (check_in) != '\0')
    bridge_box_add_label (box, bridge_check_in_get_words (check_in), NULL);
}

static GtkWidget *
make_column (BridgeOpenedCard *self,
             BridgeCheckIn    *check_in)
{
  const char *person_id = bridge_check_in_get_person_id (check_in);
  BridgePerson *person = bridge_space_find_person (self->space, person_id);
  g_autofree char *name = bridge_space_dup_name (self->space, person_id);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  if (person != NULL)
    {
      GtkWidget *badge = bridge_person_badge_new ();

      bridge_person_badge_set_person (BRIDGE_PERSON_BADGE (badge), person);
      gtk_box_append (GTK_BOX (heading), badge);
    }
  bridge_box_add_label (heading, name, "heading");
  gtk_box_append (GTK_BOX (column), heading);
  add_answers (column, check_in);
  return column;
}

static void
hide (BridgeOpenedCard *self)
{
  g_clear_pointer (&self->round_id, g_free);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* What @person_id has in the round, if that can be read. */
static guint
add_of (BridgeOpenedCard *self,
        GPtrArray        *found,
        const char       *person_id)
{
  guint n = 0;

  for (guint i = 0; i < found->len; i++)
    {
      BridgeCheckIn *check_in = g_ptr_array_index (found, i);

      if (g_strcmp0 (bridge_check_in_get_round_id (check_in), self->round_id) != 0 ||
          g_strcmp0 (bridge_check_in_get_person_id (check_in), person_id) != 0)
        continue;
      gtk_box_append (GTK_BOX (self->columns), make_column (self, check_in));
      n++;
    }
  return n;
}

static void
update (BridgeOpenedCard *self)
{
  GListModel *persons = bridge_space_get_persons (self->space);
  BridgeLocal today = bridge_local_day_start (bridge_clock_local_now (bridge_space_get_clock (self->space)));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;
  GtkWidget *column;
  guint n = 0;

  if (self->round_id == NULL)
    return;
  while ((column = gtk_widget_get_first_child (self->columns)) != NULL)
    gtk_box_remove (GTK_BOX (self->columns), column);
  found = bridge_space_list_check_ins (self->space, today - 7 * BRIDGE_DAY, today + BRIDGE_DAY, &error);
  if (found == NULL)
    g_message ("What was opened together could not be read: %s", error->message);
  for (guint i = 0; found != NULL && i < g_list_model_get_n_items (persons); i++)
    {
      g_autoptr (BridgePerson) person = g_list_model_get_item (persons, i);

      n += add_of (self, found, bridge_person_get_id (person));
    }
  if (n == 0)
    hide (self);
}

static void
changed_cb (BridgeOpenedCard *self,
            BridgeKinds       kinds)
{
  if (kinds & (BRIDGE_KIND_CHECK_INS | BRIDGE_KIND_PERSONS))
    update (self);
}

static void
done_cb (BridgeOpenedCard *self)
{
  hide (self);
  g_signal_emit (self, signals[DONE], 0);
}

static gboolean
bridge_opened_card_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BRIDGE_OPENED_CARD (widget)->done_button);
}

static void
bridge_opened_card_dispose (GObject *object)
{
  BridgeOpenedCard *self = BRIDGE_OPENED_CARD (object);

  if (self->space != NULL)
    g_signal_handlers_disconnect_by_data (self->space, self);
  g_clear_object (&self->space);
  g_clear_pointer (&self->round_id, g_free);

  G_OBJECT_CLASS (bridge_opened_card_parent_class)->dispose (object);
}

static void
bridge_opened_card_class_init (BridgeOpenedCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_opened_card_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = bridge_opened_card_grab_focus;

  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bridge_opened_card_init (BridgeOpenedCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "bridge-together");
  gtk_widget_add_css_class (box, "bridge-summary");
  self->title_label = GTK_LABEL (bridge_box_add_label (box, NULL, "title-4"));
  self->columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->columns, bridge_columns_layout_new (COLUMN_CHARS));
  gtk_box_append (GTK_BOX (box), self->columns);
  self->done_button = gtk_button_new_with_mnemonic (_("_Done"));
  gtk_widget_set_halign (self->done_button, GTK_ALIGN_START);
  g_signal_connect_object (self->done_button, "clicked", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->done_button);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * bridge_opened_card_new:
 * @space: the space
 *
 * Returns: (transfer floating): the card, invisible as long as nothing was opened
 */
GtkWidget *
bridge_opened_card_new (BridgeSpace *space)
{
  BridgeOpenedCard *self = g_object_new (BRIDGE_TYPE_OPENED_CARD, NULL);

  self->space = g_object_ref (space);
  g_signal_connect_object (space, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * bridge_opened_card_show:
 * @self: the card
 * @check_in_id: one of the two that were opened
 *
 * Shows both.
 */
void
bridge_opened_card_show (BridgeOpenedCard *self,
                         const char       *check_in_id)
{
  g_autoptr (BridgeCheckIn) check_in = bridge_space_find_check_in (self->space, check_in_id, NULL);

  if (check_in == NULL || bridge_check_in_get_round_id (check_in) == NULL)
    return;

  g_free (self->round_id);
  self->round_id = g_strdup (bridge_check_in_get_round_id (check_in));
  gtk_label_set_label (self->title_label, _("Opened together"));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  update (self);
}

/**
 * bridge_opened_card_put_away:
 * @self: the card
 *
 * Shows nothing any more: whoever comes another time finds it in the list.
 */
void
bridge_opened_card_put_away (BridgeOpenedCard *self)
{
  hide (self);
}
