/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-editor"

#include "config.h"

#include "bridge-editor.h"

#include "bridge-feedback.h"
#include "bridge-fit-label.h"
#include "bridge-unsaved.h"

typedef struct {
  BridgeSpace *space;    /* (nullable) */
  char *speaker_id;      /* (nullable): whose words they are */
  char *before;          /* (nullable): a checksum of the fields when it was first shown */
  gboolean silent;       /* never asks */

  BridgeFitLabel *title_label;
  AdwHeaderBar *header_bar;
  GtkWidget *cancel_button;
  GtkWidget *save_button;
  GtkBox *box;
} BridgeEditorPrivate;

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_TYPE_WITH_CODE (BridgeEditor, bridge_editor, ADW_TYPE_WINDOW,
                         G_ADD_PRIVATE (BridgeEditor)
                         G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static GtkBuildableIface *parent_buildable;

static BridgeEditorPrivate *
get (BridgeEditor *self)
{
  return bridge_editor_get_instance_private (self);
}

static void
add_text (GChecksum  *sum,
          const char *text)
{
  g_checksum_update (sum, (const guchar *) (text != NULL ? text : ""), text != NULL ? (gssize) strlen (text) + 1 : 1);
}

static void
add_number (GChecksum *sum,
            guint      number)
{
  g_checksum_update (sum, (const guchar *) &number, sizeof number);
}

static void
add_text_view (GChecksum   *sum,
               GtkTextView *view)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  if (!gtk_text_view_get_editable (view))
    return;
  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (view), &start, &end);
  text = gtk_text_buffer_get_text (gtk_text_view_get_buffer (view), &start, &end, FALSE);
  add_text (sum, text);
}

/* Everything that somebody can type or choose; only a checksum of it is kept. */
static void
add_fields (GChecksum *sum,
            GtkWidget *widget)
{
  if (GTK_IS_TEXT_VIEW (widget))
    add_text_view (sum, GTK_TEXT_VIEW (widget));
  else if (GTK_IS_SEARCH_ENTRY (widget))
    return;
  else if (GTK_IS_EDITABLE (widget))
    add_text (sum, gtk_editable_get_text (GTK_EDITABLE (widget)));
  else if (GTK_IS_SWITCH (widget))
    add_number (sum, gtk_switch_get_active (GTK_SWITCH (widget)));
  else if (GTK_IS_CHECK_BUTTON (widget))
    add_number (sum, gtk_check_button_get_active (GTK_CHECK_BUTTON (widget)));
  else if (GTK_IS_TOGGLE_BUTTON (widget))
    add_number (sum, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (widget)));
  else if (ADW_IS_COMBO_ROW (widget))
    add_number (sum, adw_combo_row_get_selected (ADW_COMBO_ROW (widget)));
  else if (GTK_IS_DROP_DOWN (widget))
    add_number (sum, gtk_drop_down_get_selected (GTK_DROP_DOWN (widget)));
  else if (GTK_IS_MENU_BUTTON (widget))
    add_text (sum, gtk_menu_button_get_label (GTK_MENU_BUTTON (widget)));
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
      add_fields (sum, child);
}

static char *
dup_fields (BridgeEditor *self)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  add_fields (sum, GTK_WIDGET (get (self)->box));
  return g_strdup (g_checksum_get_string (sum));
}

static const char *
get_speaker_id (BridgeEditor *self)
{
  BridgePerson *speaker = get (self)->space != NULL ? bridge_space_get_speaker (get (self)->space) : NULL;

  return speaker != NULL ? bridge_person_get_id (speaker) : NULL;
}

/* Would closing it lose something of whoever is here? What the one began is nothing to ask the other about. */
static gboolean
has_words (GtkWindow *window)
{
  BridgeEditor *self = BRIDGE_EDITOR (window);
  BridgeEditorPrivate *priv = get (self);
  g_autofree char *now = NULL;

  if (priv->silent || priv->before == NULL || g_strcmp0 (priv->speaker_id, get_speaker_id (self)) != 0)
    return FALSE;
  now = dup_fields (self);
  return !g_str_equal (priv->before, now);
}

static gboolean
bridge_editor_close_request (GtkWindow *window)
{
  if (bridge_unsaved_ask (window))
    return TRUE;
  return GTK_WINDOW_CLASS (bridge_editor_parent_class)->close_request (window);
}

static void
bridge_editor_apply (BridgeEditor *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;

  if (!BRIDGE_EDITOR_GET_CLASS (self)->store (self, &error))
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }
  if (parent != NULL && get (self)->space != NULL)
    bridge_feedback_show_undo (GTK_WIDGET (parent), get (self)->space);
  bridge_editor_close (self);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BRIDGE_EDITOR_GET_CLASS (widget)->apply (BRIDGE_EDITOR (widget));
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

/* A text view would take Ctrl+Enter for a new line, so it is caught on its way down. */
static void
add_save_shortcut (BridgeEditor *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *keys = gtk_shortcut_trigger_parse_string ("<Control>Return|<Control>KP_Enter");

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (keys, gtk_named_action_new ("editor.save")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
title_cb (BridgeEditor *self)
{
  const char *title = gtk_window_get_title (GTK_WINDOW (self));

  if (get (self)->title_label != NULL && title != NULL)
    bridge_fit_label_set_text (get (self)->title_label, title, title);
}

static void
bridge_editor_map (GtkWidget *widget)
{
  BridgeEditorPrivate *priv = get (BRIDGE_EDITOR (widget));

  GTK_WIDGET_CLASS (bridge_editor_parent_class)->map (widget);
  if (priv->before == NULL)
    {
      priv->speaker_id = g_strdup (get_speaker_id (BRIDGE_EDITOR (widget)));
      priv->before = dup_fields (BRIDGE_EDITOR (widget));
    }
}

/* What stands in the template of a kind of editor. */
static void
add_child (GtkBuildable *buildable,
           GtkBuilder   *builder,
           GObject      *child,
           const char   *type)
{
  GtkBox *box = get (BRIDGE_EDITOR (buildable))->box;

  if (box != NULL && type == NULL && GTK_IS_WIDGET (child))
    gtk_box_append (box, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static void
bridge_editor_dispose (GObject *object)
{
  BridgeEditorPrivate *priv = get (BRIDGE_EDITOR (object));

  g_clear_object (&priv->space);
  g_clear_pointer (&priv->speaker_id, g_free);
  g_clear_pointer (&priv->before, g_free);

  G_OBJECT_CLASS (bridge_editor_parent_class)->dispose (object);
}

static void
bridge_editor_class_init (BridgeEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_editor_dispose;
  widget_class->map = bridge_editor_map;
  GTK_WINDOW_CLASS (klass)->close_request = bridge_editor_close_request;
  klass->apply = bridge_editor_apply;

  g_type_ensure (BRIDGE_TYPE_FIT_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/editor.ui");
  gtk_widget_class_bind_template_child_private (widget_class, BridgeEditor, title_label);
  gtk_widget_class_bind_template_child_private (widget_class, BridgeEditor, header_bar);
  gtk_widget_class_bind_template_child_private (widget_class, BridgeEditor, cancel_button);
  gtk_widget_class_bind_template_child_private (widget_class, BridgeEditor, save_button);
  gtk_widget_class_bind_template_child_private (widget_class, BridgeEditor, box);

  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "editor.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "editor.cancel", NULL);
}

static void
bridge_editor_init (BridgeEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bridge_unsaved_guard (GTK_WINDOW (self), has_words);
  g_signal_connect (self, "notify::title", G_CALLBACK (title_cb), NULL);
  add_save_shortcut (self);
}

/**
 * bridge_editor_set_space:
 * @self: the editor
 * @space: (transfer none): what it writes to
 *
 * Has the Undo of that space be shown once its verb is done.
 */
void
bridge_editor_set_space (BridgeEditor *self,
                         BridgeSpace  *space)
{
  g_set_object (&get (self)->space, space);
}

/**
 * bridge_editor_get_today:
 * @self: an editor with a space
 *
 * Returns: local midnight of today
 */
BridgeLocal
bridge_editor_get_today (BridgeEditor *self)
{
  return bridge_local_day_start (bridge_clock_local_now (bridge_space_get_clock (get (self)->space)));
}

/**
 * bridge_editor_get_box:
 * @self: the editor
 *
 * Returns: (transfer none): where its fields stand
 */
GtkBox *
bridge_editor_get_box (BridgeEditor *self)
{
  return get (self)->box;
}

/**
 * bridge_editor_get_header_bar:
 * @self: the editor
 *
 * Returns: (transfer none): what stands above its fields
 */
AdwHeaderBar *
bridge_editor_get_header_bar (BridgeEditor *self)
{
  return get (self)->header_bar;
}

/**
 * bridge_editor_get_save_button:
 * @self: the editor
 *
 * Returns: (transfer none): the button of its verb
 */
GtkWidget *
bridge_editor_get_save_button (BridgeEditor *self)
{
  return get (self)->save_button;
}

/**
 * bridge_editor_set_verb:
 * @self: the editor
 * @label: (nullable): what its button does, with an underline; %NULL: it can only be closed
 *
 * Says what it is for.
 */
void
bridge_editor_set_verb (BridgeEditor *self,
                        const char   *label)
{
  gtk_widget_set_visible (get (self)->save_button, label != NULL);
  if (label != NULL)
    gtk_button_set_label (GTK_BUTTON (get (self)->save_button), label);
}

/**
 * bridge_editor_set_cancel:
 * @self: the editor
 * @label: (nullable): what closing it is called, with an underline; %NULL: only its verb closes it
 *
 * Says how to leave it.
 */
void
bridge_editor_set_cancel (BridgeEditor *self,
                          const char   *label)
{
  gtk_widget_set_visible (get (self)->cancel_button, label != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.cancel", label != NULL);
  if (label != NULL)
    gtk_button_set_label (GTK_BUTTON (get (self)->cancel_button), label);
}

/**
 * bridge_editor_set_ready:
 * @self: the editor
 * @ready: whether its verb can be done
 *
 * Lets the verb be done, by its button and its key.
 */
void
bridge_editor_set_ready (BridgeEditor *self,
                         gboolean      ready)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save", ready);
}

/**
 * bridge_editor_set_asking:
 * @self: the editor
 * @asking: whether it asks before what was changed is lost
 *
 * It does, unless it is told not to: where nothing is lost, and where what is typed are no words to keep.
 */
void
bridge_editor_set_asking (BridgeEditor *self,
                          gboolean      asking)
{
  get (self)->silent = !asking;
}

/**
 * bridge_editor_close:
 * @self: the editor
 *
 * Closes it without a question: what was in it is stored, or is to go.
 */
void
bridge_editor_close (BridgeEditor *self)
{
  bridge_unsaved_let_go (GTK_WINDOW (self));
  gtk_window_close (GTK_WINDOW (self));
}
