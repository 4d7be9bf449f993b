/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-photos-editor"

#include "config.h"

#include "bridge-photos-editor.h"

#include <glib/gi18n-lib.h>

#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-open-files.h"
#include "bridge-photo-codec.h"
#include "bridge-photo-thumb.h"

struct _BridgePhotosEditor
{
  GtkBox parent_instance;

  BridgeSpace *space;
  GPtrArray *drafts; /* of BridgePhotoDraft, in the order of the rows */
  GQueue busy;       /* of GValue: what is to be made smaller; the first one is being */
  GCancellable *cancellable;
  gboolean refused;  /* one was, and that is said */

  GtkWidget *rows;
  GtkWidget *add_button;
  GtkWidget *spinner;
};

G_DEFINE_FINAL_TYPE (BridgePhotosEditor, bridge_photos_editor, GTK_TYPE_BOX)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_state (BridgePhotosEditor *self)
{
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), self->busy.length > 0);
  gtk_widget_set_visible (self->spinner, self->busy.length > 0);
  gtk_widget_set_visible (self->rows, self->drafts->len > 0);
  gtk_widget_set_sensitive (self->add_button, self->drafts->len + self->busy.length < BRIDGE_SPACE_MAX_PHOTOS);
}

static void
changed (BridgePhotosEditor *self)
{
  show_state (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static BridgePhotoDraft *
get_draft (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "draft");
}

static void
remove_cb (BridgePhotosEditor *self,
           GtkWidget          *button)
{
  GtkWidget *row = gtk_widget_get_parent (button);

  /* The button goes with its row. */
  gtk_widget_grab_focus (self->add_button);
  g_ptr_array_remove (self->drafts, get_draft (row));
  gtk_box_remove (GTK_BOX (self->rows), row);
  changed (self);
}

static void
caption_cb (BridgePhotosEditor *self,
            GtkEditable        *entry)
{
  BridgePhotoDraft *draft = get_draft (gtk_widget_get_parent (GTK_WIDGET (entry)));

  g_free (draft->caption);
  draft->caption = g_strdup (gtk_editable_get_text (entry));
  bridge_editable_check_length (GTK_WIDGET (entry), BRIDGE_SPACE_MAX_CAPTION);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* @draft: (transfer full) */
static void
add_row (BridgePhotosEditor *self,
         BridgePhotoDraft   *draft)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *path = draft->id != NULL ? bridge_space_dup_photo_path (self->space, draft->id, TRUE) : NULL;

  g_ptr_array_add (self->drafts, draft);
  g_object_set_data (G_OBJECT (row), "draft", draft);
  gtk_box_append (GTK_BOX (row), path != NULL ? bridge_photo_thumb_new_for_path (path)
                                              : bridge_photo_thumb_new_for_bytes (draft->small));

  gtk_editable_set_text (GTK_EDITABLE (entry), draft->caption);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("What it shows"));
  bridge_editable_set_name (entry, _("What the picture shows"));
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (caption_cb), self);
  gtk_box_append (GTK_BOX (row), entry);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Take the Picture Out"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Take the picture out"), -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), self);
  gtk_box_append (GTK_BOX (row), button);

  gtk_box_append (GTK_BOX (self->rows), row);
}

static void
value_free (gpointer data)
{
  g_value_unset (data);
  g_free (data);
}

static void decoded_cb (GObject *source, GAsyncResult *result, gpointer user_data);

/* One at a time: each may need much memory. And so they come in the order in which they were given. */
static void
decode_next (BridgePhotosEditor *self)
{
  GValue *source = g_queue_peek_head (&self->busy);

  if (source != NULL)
    bridge_photo_decode_async (G_OBJECT (self), source, self->cancellable, decoded_cb, NULL);
}

static void
decoded_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  BridgePhotoDraft *draft = bridge_photo_decode_finish (result, &error);
  BridgePhotosEditor *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = BRIDGE_PHOTOS_EDITOR (source);
  value_free (g_queue_pop_head (&self->busy));
  decode_next (self);
  if (draft != NULL)
    add_row (self, draft);
  else
    {
      self->refused = TRUE;
      bridge_feedback_show_error (GTK_WIDGET (self), error);
    }
  changed (self);
}

static void
decode (BridgePhotosEditor *self,
        GType               type,
        gpointer            object)
{
  GValue *source;

  if (self->drafts->len + self->busy.length >= BRIDGE_SPACE_MAX_PHOTOS)
    {
      g_autofree char *sentence =
        g_strdup_printf (ngettext ("There is room for %d picture here.", "There is room for %d pictures here.",
                                   BRIDGE_SPACE_MAX_PHOTOS), BRIDGE_SPACE_MAX_PHOTOS);

      bridge_feedback_show (GTK_WIDGET (self), sentence);
      return;
    }

  /* What was said of the ones before is of no use any more. */
  if (self->refused && self->busy.length == 0)
    bridge_feedback_clear (GTK_WIDGET (self));
  self->refused = self->refused && self->busy.length > 0;

  source = g_new0 (GValue, 1);
  g_value_init (source, type);
  g_value_set_object (source, object);
  g_queue_push_tail (&self->busy, source);
  if (self->busy.length == 1)
    decode_next (self);
  changed (self);
}

static void
files_cb (GListModel *files,
          gpointer    user_data)
{
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      bridge_photos_editor_add_file (user_data, file);
    }
}

static void
add_clicked_cb (BridgePhotosEditor *self)
{
  bridge_open_pictures (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Add Pictures"), files_cb, self);
}

/* What somebody has dropped or pasted; @value may hold several files, or a picture that is no file. */
static gboolean
take_value (BridgePhotosEditor *self,
            const GValue       *value)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

      for (GSList *l = files; l != NULL; l = l->next)
        bridge_photos_editor_add_file (self, l->data);
      return files != NULL;
    }
  if (G_VALUE_HOLDS (value, GDK_TYPE_TEXTURE) && g_value_get_object (value) != NULL)
    {
      bridge_photos_editor_add_texture (self, g_value_get_object (value));
      return TRUE;
    }

  return FALSE;
}

static gboolean
drop_cb (BridgePhotosEditor *self,
         const GValue       *value,
         double              x,
         double              y)
{
  return take_value (self, value);
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (BridgePhotosEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, &error);

  if (value == NULL)
    g_debug ("Nothing was pasted: %s", error->message);
  else if (!g_cancellable_is_cancelled (self->cancellable))
    take_value (self, value);
}

static gboolean
offers (GdkContentFormats *formats,
        GType              type)
{
  g_autoptr (GdkContentFormats) wanted = gdk_content_formats_new_for_gtype (type);

  wanted = gdk_content_formats_union_deserialize_mime_types (g_steal_pointer (&wanted));
  return gdk_content_formats_match (formats, wanted);
}

static gboolean
takes_text (GtkWidget *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus);
}

/* What is no picture is pasted as ever; and where somebody writes, so are words of which there is a picture, too, as an office
 * program gives both. Files are taken there nonetheless: their words are but their names. */
static gboolean
paste_cb (GtkWidget *widget,
          GVariant  *args,
          gpointer   user_data)
{
  BridgePhotosEditor *self = user_data;
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  const GType types[] = { GDK_TYPE_FILE_LIST, GDK_TYPE_TEXTURE };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (!offers (formats, types[i])
          || (types[i] == GDK_TYPE_TEXTURE && takes_text (widget) && offers (formats, G_TYPE_STRING)))
        continue;
      gdk_clipboard_read_value_async (clipboard, types[i], G_PRIORITY_DEFAULT, self->cancellable, pasted_cb, g_object_ref (self));
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
bridge_photos_editor_dispose (GObject *object)
{
  BridgePhotosEditor *self = BRIDGE_PHOTOS_EDITOR (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_photos_editor_parent_class)->dispose (object);
}

static void
bridge_photos_editor_finalize (GObject *object)
{
  BridgePhotosEditor *self = BRIDGE_PHOTOS_EDITOR (object);

  g_clear_object (&self->cancellable);
  g_queue_clear_full (&self->busy, value_free);
  g_ptr_array_unref (self->drafts);

  G_OBJECT_CLASS (bridge_photos_editor_parent_class)->finalize (object);
}

static void
bridge_photos_editor_class_init (BridgePhotosEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_photos_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = bridge_photos_editor_finalize;

  /**
   * BridgePhotosEditor::changed:
   *
   * A picture has come or gone, is worded otherwise, or is being made smaller.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
bridge_photos_editor_init (BridgePhotosEditor *self)
{
  GtkWidget *bottom = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *heading = gtk_label_new (_("Pictures"));

  self->drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) bridge_photo_draft_free);
  self->cancellable = g_cancellable_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (self), heading);

  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self), self->rows);

  self->add_button = gtk_button_new_with_mnemonic (_("Add _Pictures…"));
  gtk_widget_set_halign (self->add_button, GTK_ALIGN_START);
  g_signal_connect_swapped (self->add_button, "clicked", G_CALLBACK (add_clicked_cb), self);
  gtk_box_append (GTK_BOX (bottom), self->add_button);
  self->spinner = gtk_spinner_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spinner), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("A picture is being made smaller"), -1);
  gtk_box_append (GTK_BOX (bottom), self->spinner);
  gtk_box_append (GTK_BOX (self), bottom);

  show_state (self);
}

/**
 * bridge_photos_editor_set_space:
 * @self: the editor
 * @space: the space
 * @win_id: (nullable): whose pictures it begins with
 *
 * For one that comes out of a template.
 */
void
bridge_photos_editor_set_space (BridgePhotosEditor *self,
                                BridgeSpace        *space,
                                const char         *win_id)
{
  g_autoptr (GPtrArray) photos = NULL;
  g_autoptr (GError) error = NULL;

  g_set_object (&self->space, space);
  photos = win_id != NULL ? bridge_space_list_win_photos (space, win_id, &error) : NULL;
  if (error != NULL)
    bridge_feedback_show_error (GTK_WIDGET (self), error);
  for (guint i = 0; photos != NULL && i < photos->len; i++)
    add_row (self, bridge_photo_draft_new_for (g_ptr_array_index (photos, i)));
  show_state (self);
}

/**
 * bridge_photos_editor_take_from:
 * @self: the editor
 * @window: the window around it
 *
 * Takes pictures that are dropped on the window, or pasted in it.
 */
void
bridge_photos_editor_take_from (BridgePhotosEditor *self,
                                GtkWidget          *window)
{
  GType types[] = { GDK_TYPE_FILE_LIST, GDK_TYPE_TEXTURE };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  /* Before a field of text takes the name of a file for words. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (target));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>v|<Shift>Insert"),
                                                          gtk_callback_action_new (paste_cb, self, NULL)));
  gtk_widget_add_controller (window, keys);
}

/**
 * bridge_photos_editor_add_file:
 * @self: the editor
 * @file: a picture, perhaps
 *
 * Adds it, or says what is the matter with it.
 */
void
bridge_photos_editor_add_file (BridgePhotosEditor *self,
                               GFile              *file)
{
  decode (self, G_TYPE_FILE, file);
}

/**
 * bridge_photos_editor_add_texture:
 * @self: the editor
 * @texture: a picture that is no file
 *
 * Adds it.
 */
void
bridge_photos_editor_add_texture (BridgePhotosEditor *self,
                                  GdkTexture         *texture)
{
  decode (self, GDK_TYPE_TEXTURE, texture);
}

/**
 * bridge_photos_editor_is_busy:
 * @self: the editor
 *
 * Returns: whether a picture is still to come
 */
gboolean
bridge_photos_editor_is_busy (BridgePhotosEditor *self)
{
  return self->busy.length > 0;
}

/**
 * bridge_photos_editor_get_drafts:
 * @self: the editor
 *
 * Returns: (transfer none) (element-type BridgePhotoDraft): the pictures as they shall be, in their order
 */
GPtrArray *
bridge_photos_editor_get_drafts (BridgePhotosEditor *self)
{
  return self->drafts;
}
