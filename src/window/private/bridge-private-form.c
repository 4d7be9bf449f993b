/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-private-form"

#include "config.h"

#include "bridge-private-form.h"

#include "bridge-presence.h"

typedef struct {
  BridgePrivate *private_space;

  GtkSpinner *spinner;
} BridgePrivateFormPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (BridgePrivateForm, bridge_private_form, BRIDGE_TYPE_EDITOR)

typedef enum {
  PROP_PRIVATE_SPACE = 1,
} BridgePrivateFormProperty;

static GParamSpec *properties[PROP_PRIVATE_SPACE + 1];

static BridgePrivateFormPrivate *
get (BridgePrivateForm *self)
{
  return bridge_private_form_get_instance_private (self);
}

/* What was asked in its name goes first: a dialog that prints or saves does not end with the window it was opened by, and
 * whoever comes next could answer it. A form above it knows by itself. */
static void
leave (BridgePrivateForm *self)
{
  g_autoptr (GPtrArray) above = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (self) && !BRIDGE_IS_EDITOR (window))
        g_ptr_array_add (above, g_steal_pointer (&window));
    }
  for (guint i = 0; i < above->len; i++)
    gtk_window_close (g_ptr_array_index (above, i));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
locking_cb (BridgePrivateForm *self)
{
  BridgePrivateFormClass *class = BRIDGE_PRIVATE_FORM_GET_CLASS (self);

  if (class->locking != NULL)
    class->locking (self);
  leave (self);
}

static void
speaker_cb (BridgePrivateForm *self)
{
  leave (self);
}

/* Erased elsewhere, say. */
static void
unlocked_cb (BridgePrivateForm *self)
{
  if (!bridge_private_get_unlocked (get (self)->private_space))
    leave (self);
}

static void
bridge_private_form_apply (BridgeEditor *editor)
{
  BRIDGE_PRIVATE_FORM_GET_CLASS (editor)->apply (BRIDGE_PRIVATE_FORM (editor));
}

static void
lock_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  bridge_private_lock (get (BRIDGE_PRIVATE_FORM (widget))->private_space);
}

static void
bridge_private_form_constructed (GObject *object)
{
  BridgePrivateForm *self = BRIDGE_PRIVATE_FORM (object);
  BridgePrivate *private_space = get (self)->private_space;

  G_OBJECT_CLASS (bridge_private_form_parent_class)->constructed (object);

  g_signal_connect_object (private_space, "locking", G_CALLBACK (locking_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bridge_private_get_space (private_space), "notify::speaker", G_CALLBACK (speaker_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (private_space, "notify::unlocked", G_CALLBACK (unlocked_cb), self, G_CONNECT_SWAPPED);
  bridge_presence_watch (GTK_WIDGET (self), private_space);
}

static void
bridge_private_form_dispose (GObject *object)
{
  g_clear_object (&get (BRIDGE_PRIVATE_FORM (object))->private_space);

  G_OBJECT_CLASS (bridge_private_form_parent_class)->dispose (object);
}

static void
bridge_private_form_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  if (property_id == PROP_PRIVATE_SPACE)
    g_value_set_object (value, get (BRIDGE_PRIVATE_FORM (object))->private_space);
}

static void
bridge_private_form_set_property (GObject      *object,
                                  guint         property_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  if (property_id == PROP_PRIVATE_SPACE)
    get (BRIDGE_PRIVATE_FORM (object))->private_space = g_value_dup_object (value);
}

static void
bridge_private_form_class_init (BridgePrivateFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bridge_private_form_constructed;
  object_class->dispose = bridge_private_form_dispose;
  object_class->get_property = bridge_private_form_get_property;
  object_class->set_property = bridge_private_form_set_property;

  properties[PROP_PRIVATE_SPACE] = g_param_spec_object ("private-space", NULL, NULL, BRIDGE_TYPE_PRIVATE,
                                                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  BRIDGE_EDITOR_CLASS (klass)->apply = bridge_private_form_apply;

  gtk_widget_class_install_action (widget_class, "private-form.lock", NULL, lock_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK, "private-form.lock", NULL);
}

static void
bridge_private_form_init (BridgePrivateForm *self)
{
  get (self)->spinner = GTK_SPINNER (gtk_spinner_new ());
  adw_header_bar_pack_end (bridge_editor_get_header_bar (BRIDGE_EDITOR (self)), GTK_WIDGET (get (self)->spinner));
  /* A passphrase is nothing to keep, and an entry waits as a draft. */
  bridge_editor_set_asking (BRIDGE_EDITOR (self), FALSE);
}

/**
 * bridge_private_form_get_private:
 * @self: a form
 *
 * Returns: (transfer none): what it is about
 */
BridgePrivate *
bridge_private_form_get_private (BridgePrivateForm *self)
{
  return get (self)->private_space;
}

/**
 * bridge_private_form_get_box:
 * @self: a form
 *
 * Returns: (transfer none): where its fields stand
 */
GtkBox *
bridge_private_form_get_box (BridgePrivateForm *self)
{
  return bridge_editor_get_box (BRIDGE_EDITOR (self));
}

/**
 * bridge_private_form_set_title:
 * @self: a form
 * @title: what it is called
 * @verb: (nullable): what its button does, with an underline; %NULL: it can only be closed
 *
 * Says what it is for.
 */
void
bridge_private_form_set_title (BridgePrivateForm *self,
                               const char        *title,
                               const char        *verb)
{
  gtk_window_set_title (GTK_WINDOW (self), title);
  bridge_editor_set_verb (BRIDGE_EDITOR (self), verb);
  bridge_editor_set_ready (BRIDGE_EDITOR (self), verb != NULL);
}

/**
 * bridge_private_form_set_cancel:
 * @self: a form
 * @label: (nullable): what closing it is called, with an underline; %NULL: only its verb closes it
 *
 * Says how to leave it.
 */
void
bridge_private_form_set_cancel (BridgePrivateForm *self,
                                const char        *label)
{
  bridge_editor_set_cancel (BRIDGE_EDITOR (self), label);
}

/**
 * bridge_private_form_set_busy:
 * @self: a form
 * @busy: whether something is being worked on
 *
 * Shows that it takes a moment.
 */
void
bridge_private_form_set_busy (BridgePrivateForm *self,
                              gboolean           busy)
{
  gtk_spinner_set_spinning (get (self)->spinner, busy);
  bridge_editor_set_ready (BRIDGE_EDITOR (self), !busy);
  /* Whoever leaves now would not see what comes of it, a recovery code above all. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.cancel", !busy);
}

/**
 * bridge_private_form_set_destructive:
 * @self: a form
 *
 * Its verb erases something.
 */
void
bridge_private_form_set_destructive (BridgePrivateForm *self)
{
  GtkWidget *button = bridge_editor_get_save_button (BRIDGE_EDITOR (self));

  gtk_widget_remove_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "destructive-action");
}

/**
 * bridge_private_form_add_text:
 * @self: a form
 * @text: a paragraph
 * @css_class: (nullable): how it looks
 *
 * Adds a paragraph.
 *
 * Returns: (transfer none): its label
 */
GtkLabel *
bridge_private_form_add_text (BridgePrivateForm *self,
                              const char        *text,
                              const char        *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (bridge_editor_get_box (BRIDGE_EDITOR (self)), label);
  return GTK_LABEL (label);
}

/**
 * bridge_private_form_add_list:
 * @self: a form
 *
 * Adds a list for rows with fields.
 *
 * Returns: (transfer none): the list
 */
GtkListBox *
bridge_private_form_add_list (BridgePrivateForm *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_box_append (bridge_editor_get_box (BRIDGE_EDITOR (self)), list);
  return GTK_LIST_BOX (list);
}
