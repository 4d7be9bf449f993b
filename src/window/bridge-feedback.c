/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-feedback"

#include "config.h"

#include "bridge-feedback.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define BOARD_KEY "bridge-board"
#define SECONDS 5
#define UNDO_SECONDS 10
#define PROBLEM_SECONDS 8
#define CHARS_PER_SECOND 10 /* with time to think about it */
#define REST_MS 400
#define MAX_CHARS 60
#define LEAST_CHARS 14

/* What is to be said next. */
typedef struct {
  char *text;
  BridgeSpace *space; /* (nullable): with a button that takes its last command back */
  char *folder;       /* (nullable): with a button that opens it */
  guint seconds;      /* 0: until it is dismissed */
} Message;

/* The one toast of an overlay. A new message takes the place of the one before in the same toast: libadwaita 1.2
 * crashes when a toast that replaces another is dismissed right away. For the same reason the next toast comes only
 * when the last one has left. */
typedef struct {
  AdwToastOverlay *overlay; /* borrowed: it owns the board */
  AdwToast *toast;          /* (nullable) */
  GtkLabel *label;          /* borrowed from the toast */
  Message *message;         /* what the toast says */
  Message *pending;         /* (nullable): for the next toast */
  gulong undo_label_handler;
  guint expiry;
  guint rest;
  guint stale;
  int width;        /* for which the toast was made to fit */
  gboolean leaving; /* the button was pressed, and the toast goes by itself */
} Board;

static AdwToastOverlay *
find_below (GtkWidget *widget)
{
  if (ADW_IS_TOAST_OVERLAY (widget))
    return ADW_TOAST_OVERLAY (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      AdwToastOverlay *overlay = find_below (child);

      if (overlay != NULL)
        return overlay;
    }

  return NULL;
}

/* The nearest one around @widget; for an editor that has none, or is about to close, that of the window it stands over. */
static AdwToastOverlay *
find_overlay (GtkWidget *widget)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  GtkWidget *window = gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW);

  if (overlay != NULL)
    return ADW_TOAST_OVERLAY (overlay);

  for (; window != NULL; window = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (window))))
    {
      AdwToastOverlay *below = find_below (window);

      if (below != NULL)
        return below;
    }

  return NULL;
}

static Message *
message_new (const char  *text,
             BridgeSpace *space,
             guint        seconds)
{
  Message *message = g_new0 (Message, 1);

  message->text = g_strdup (text);
  g_set_object (&message->space, space);
  message->seconds = seconds;

  return message;
}

static void
message_free (Message *message)
{
  g_clear_object (&message->space);
  g_free (message->folder);
  g_free (message->text);
  g_free (message);
}

static void
stop (Board *board)
{
  if (board->message != NULL && board->message->space != NULL)
    g_clear_signal_handler (&board->undo_label_handler, board->message->space);
  g_clear_handle_id (&board->expiry, g_source_remove);
  g_clear_handle_id (&board->stale, g_source_remove);
  g_clear_pointer (&board->message, message_free);
}

static void
board_free (gpointer data)
{
  Board *board = data;

  stop (board);
  g_clear_handle_id (&board->rest, g_source_remove);
  g_clear_pointer (&board->pending, message_free);
  g_clear_object (&board->toast);
  g_free (board);
}

/* Is any of these so of the toast? */
static gboolean
toast_has (Board         *board,
           GtkStateFlags  flags)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (board->overlay)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (child != adw_toast_overlay_get_child (board->overlay) &&
          (gtk_widget_get_state_flags (child) & flags) != 0)
        return TRUE;
    }

  return FALSE;
}

/* Whoever is about to press the button, or reads with the keyboard in it, is not hurried. */
static gboolean
is_in_use (Board *board)
{
  return toast_has (board, GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUS_WITHIN);
}

static gboolean
expiry_cb (gpointer user_data)
{
  Board *board = user_data;

  if (is_in_use (board))
    return G_SOURCE_CONTINUE;

  board->expiry = 0;
  adw_toast_dismiss (board->toast);

  return G_SOURCE_REMOVE;
}

static void
stale_cb (gpointer user_data)
{
  Board *board = user_data;

  board->stale = 0;
  adw_toast_dismiss (board->toast);
}

/* What the button would take back is not what the toast says any more. Most often the next message is on its way, and
 * takes its place. */
static void
undo_label_cb (BridgeSpace *space,
               GParamSpec  *pspec,
               Board       *board)
{
  if (board->stale == 0 && !board->leaving)
    board->stale = g_idle_add_once (stale_cb, board);
}

/* Takes @message. */
static void
say (Board   *board,
     Message *message)
{
  stop (board);
  board->message = message;
  gtk_label_set_label (board->label, message->text);
  adw_toast_set_button_label (board->toast, message->space != NULL    ? _("_Undo")
                                            : message->folder != NULL ? _("_Open")
                                                                      : NULL);
  if (message->space != NULL)
    board->undo_label_handler = g_signal_connect (message->space, "notify::undo-label", G_CALLBACK (undo_label_cb), board);
  if (message->seconds > 0)
    board->expiry = g_timeout_add_seconds (message->seconds, expiry_cb, board);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GtkWidget) overlay = user_data;
  g_autoptr (GError) error = NULL;

  if (g_app_info_launch_default_for_uri_finish (result, &error))
    return;

  g_message ("A folder could not be opened: %s", error->message);
  /* The answer may come long after, when the window has gone. */
  if (gtk_widget_get_root (overlay) != NULL)
    bridge_feedback_show_problem (overlay, _("The folder could not be opened from here. You can find it in your file manager."));
}

static void
open_folder (GtkWidget  *overlay,
             const char *folder)
{
  GdkDisplay *display = gtk_widget_get_display (overlay);
  g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (display);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);

  if (uri != NULL)
    g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, opened_cb, g_object_ref (overlay));
}

static void
button_clicked_cb (AdwToast *toast,
                   Board    *board)
{
  g_autoptr (BridgeSpace) space = NULL;
  g_autoptr (GError) error = NULL;

  if (board->message != NULL && board->message->folder != NULL)
    {
      board->leaving = TRUE;
      open_folder (GTK_WIDGET (board->overlay), board->message->folder);
      return;
    }
  if (board->message == NULL || board->message->space == NULL)
    return;

  board->leaving = TRUE;
  space = g_object_ref (board->message->space);
  if (!bridge_space_undo (space, &error))
    bridge_feedback_show_error (GTK_WIDGET (board->overlay), error);
}

static void show (AdwToastOverlay *overlay, Message *message);

static void
rest_cb (gpointer user_data)
{
  Board *board = user_data;

  board->rest = 0;
  if (board->pending != NULL)
    show (board->overlay, g_steal_pointer (&board->pending));
}

static void
dismissed_cb (AdwToast *toast,
              Board    *board)
{
  if (board->toast != toast)
    return;

  stop (board);
  g_signal_handlers_disconnect_by_data (toast, board);
  g_clear_object (&board->toast);
  board->leaving = FALSE;
  board->rest = g_timeout_add_once (REST_MS, rest_cb, board);
}

/* The overlay would take Escape for the toast, so that whoever wants to leave a page or an editor had to press it twice. It is
 * the toast's only where the toast has the focus, or where nobody above wants it. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                Board                 *board)
{
  GtkWidget *overlay = GTK_WIDGET (board->overlay);

  if (keyval != GDK_KEY_Escape || (state & gtk_accelerator_get_default_mod_mask ()) != 0
      || toast_has (board, GTK_STATE_FLAG_FOCUS_WITHIN))
    return GDK_EVENT_PROPAGATE;

  for (GtkWidget *widget = gtk_widget_get_parent (overlay); widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      if (gtk_event_controller_key_forward (controller, widget))
        return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

/* A title of our own, because the toast's would cut a sentence off that has no room in one line. */
static GtkLabel *
make_label (void)
{
  /* It is said, too, to whoever does not see it come. */
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_widget_add_css_class (label, "heading");

  return GTK_LABEL (label);
}

/* An overlay gives a toast the height that it has where there is room for all of its width. So it has to want no more width than
 * there is: otherwise lines of the sentence, and the end of the button, have no place. */
static void
fit (Board *board)
{
  GtkWidget *overlay = GTK_WIDGET (board->overlay);
  GtkWidget *toast = GTK_WIDGET (board->label);
  int width = gtk_widget_get_width (overlay);
  int wanted = width + 1;

  board->width = width;
  while (toast != NULL && gtk_widget_get_parent (toast) != overlay)
    toast = gtk_widget_get_parent (toast);
  if (toast == NULL || width == 0)
    return;

  for (int chars = MAX_CHARS; chars >= LEAST_CHARS && wanted > width; chars -= 2)
    {
      gtk_label_set_max_width_chars (board->label, chars);
      gtk_widget_measure (toast, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wanted, NULL, NULL);
    }
}

/* The window was laid out anew, maybe for another width. */
static void
layout_cb (GtkWidget *overlay)
{
  Board *board = g_object_get_data (G_OBJECT (overlay), BOARD_KEY);

  if (board->toast != NULL && gtk_widget_get_width (overlay) != board->width)
    fit (board);
}

static void
watch_width (GtkWidget *overlay)
{
  g_signal_connect_object (gtk_native_get_surface (gtk_widget_get_native (overlay)), "layout", G_CALLBACK (layout_cb), overlay,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static Board *
ensure_board (AdwToastOverlay *overlay)
{
  Board *board = g_object_get_data (G_OBJECT (overlay), BOARD_KEY);

  if (board == NULL)
    {
      GtkEventController *keys = gtk_event_controller_key_new ();

      board = g_new0 (Board, 1);
      board->overlay = overlay;
      g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), board);
      gtk_widget_add_controller (GTK_WIDGET (overlay), keys);
      g_object_set_data_full (G_OBJECT (overlay), BOARD_KEY, board, board_free);
      g_signal_connect (overlay, "realize", G_CALLBACK (watch_width), NULL);
      if (gtk_widget_get_realized (GTK_WIDGET (overlay)))
        watch_width (GTK_WIDGET (overlay));
    }

  return board;
}

/* Takes @message. */
static void
show (AdwToastOverlay *overlay,
      Message         *message)
{
  Board *board = ensure_board (overlay);

  g_clear_pointer (&board->pending, message_free);
  if (board->leaving || board->rest != 0)
    {
      board->pending = message;
      return;
    }
  if (board->toast != NULL)
    {
      say (board, message);
      fit (board);
      return;
    }

  board->toast = adw_toast_new ("");
  board->label = make_label ();
  adw_toast_set_custom_title (board->toast, GTK_WIDGET (board->label));
  adw_toast_set_timeout (board->toast, 0);
  g_signal_connect (board->toast, "button-clicked", G_CALLBACK (button_clicked_cb), board);
  g_signal_connect (board->toast, "dismissed", G_CALLBACK (dismissed_cb), board);
  say (board, message);
  adw_toast_overlay_add_toast (overlay, g_object_ref (board->toast));
  fit (board);
}

static void
show_in (GtkWidget   *widget,
         const char  *message,
         BridgeSpace *space,
         guint        seconds)
{
  AdwToastOverlay *overlay = find_overlay (widget);

  if (overlay != NULL)
    show (overlay, message_new (message, space, seconds));
}

/**
 * bridge_feedback_show:
 * @widget: any widget inside the window, or in an editor above it
 * @message: a whole sentence or a few words
 *
 * Says what happened in a toast, in place of the one before.
 */
void
bridge_feedback_show (GtkWidget  *widget,
                      const char *message)
{
  show_in (widget, message, NULL, SECONDS);
}

/**
 * bridge_feedback_show_done:
 * @widget: any widget inside the window, or in an editor above it
 * @space: the space whose last command was just done
 * @message: (nullable): what was done, in a few words
 *
 * Says what was done; where there is something to know besides, until it is dismissed.
 */
void
bridge_feedback_show_done (GtkWidget   *widget,
                           BridgeSpace *space,
                           const char  *message)
{
  g_autofree char *note = bridge_space_steal_note (space);
  g_autofree char *both = note != NULL && message != NULL
                            /* Translators: %1$s is what was done, "Taken back", and %2$s a sentence */
                            ? g_strdup_printf (_("%1$s. %2$s"), message, note) : g_strdup (note);

  if (both != NULL)
    bridge_feedback_show_lasting (widget, both);
  else if (message != NULL)
    bridge_feedback_show (widget, message);
}

/**
 * bridge_feedback_show_undo:
 * @widget: any widget inside the window, or in an editor above it
 * @space: the space whose last command was just done
 *
 * Says what was done, with a button that takes it back. The toast goes as soon as something else would be taken back.
 */
void
bridge_feedback_show_undo (GtkWidget   *widget,
                           BridgeSpace *space)
{
  const char *label = bridge_space_get_undo_label (space);

  if (label != NULL)
    bridge_feedback_show_undo_as (widget, space, label);
}

/**
 * bridge_feedback_show_undo_as:
 * @widget: any widget inside the window, or in an editor above it
 * @space: the space whose last command was just done
 * @message: what was done, in a whole sentence
 *
 * The same in other words.
 */
void
bridge_feedback_show_undo_as (GtkWidget   *widget,
                              BridgeSpace *space,
                              const char  *message)
{
  show_in (widget, message, space, UNDO_SECONDS);
}

/**
 * bridge_feedback_show_folder:
 * @widget: any widget inside the window, or in an editor above it
 * @message: what was saved, in a whole sentence
 * @folder: the path of a folder
 * @lasting: until it is dismissed, for there is more in the sentence
 *
 * Says what was saved, with a button that opens the folder.
 */
void
bridge_feedback_show_folder (GtkWidget  *widget,
                             const char *message,
                             const char *folder,
                             gboolean    lasting)
{
  AdwToastOverlay *overlay = find_overlay (widget);
  Message *to_say;

  if (overlay == NULL)
    return;
  to_say = message_new (message, NULL, lasting ? 0 : UNDO_SECONDS);
  to_say->folder = g_strdup (folder);
  show (overlay, to_say);
}

/**
 * bridge_feedback_show_lasting:
 * @widget: any widget inside the window, or in an editor above it
 * @message: a whole sentence
 *
 * Says it until it is dismissed, or until there is something else to say.
 */
void
bridge_feedback_show_lasting (GtkWidget  *widget,
                              const char *message)
{
  show_in (widget, message, NULL, 0);
}

/**
 * bridge_feedback_get_seconds:
 * @message: what is wrong, in whole sentences
 *
 * Returns: for how long that is shown
 */
guint
bridge_feedback_get_seconds (const char *message)
{
  return PROBLEM_SECONDS + (guint) (g_utf8_strlen (message, -1) / CHARS_PER_SECOND);
}

/**
 * bridge_feedback_show_problem:
 * @widget: any widget inside the window, or in an editor above it
 * @message: what could not be done, and what helps, in whole sentences
 *
 * Says it for as long as it takes to read it without hurry; whoever points at it keeps it.
 */
void
bridge_feedback_show_problem (GtkWidget  *widget,
                              const char *message)
{
  show_in (widget, message, NULL, bridge_feedback_get_seconds (message));
}

/**
 * bridge_feedback_show_error:
 * @widget: any widget inside the window, or in an editor above it
 * @error: (transfer none): what went wrong
 *
 * Says in the error's own sentence what could not be done.
 */
void
bridge_feedback_show_error (GtkWidget *widget,
                            GError    *error)
{
  bridge_feedback_show_problem (widget, error->message);
}

/**
 * bridge_feedback_clear:
 * @widget: any widget inside the window
 *
 * Takes away what is said, and what was to be said next: it was for somebody else.
 */
void
bridge_feedback_clear (GtkWidget *widget)
{
  AdwToastOverlay *overlay = find_overlay (widget);
  Board *board = overlay != NULL ? g_object_get_data (G_OBJECT (overlay), BOARD_KEY) : NULL;

  if (board == NULL)
    return;

  g_clear_pointer (&board->pending, message_free);
  if (board->toast == NULL)
    return;
  /* It takes a moment to leave, and nobody is to read it meanwhile. */
  gtk_label_set_label (board->label, "");
  if (!board->leaving)
    adw_toast_dismiss (board->toast);
}
