/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-safety"

#include "config.h"

#include "bridge-safety.h"

#include <glib/gi18n-lib.h>

#include "bridge-fit-label.h"
#include "bridge-form.h"
#include "bridge-unsaved.h"

#define MAX_PARAGRAPHS 7
#define CONTENTS "contents"

struct _BridgeSafety
{
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkWidget *back_button;
  BridgeFitLabel *title;
  AdwPreferencesGroup *contents;

  gboolean solo;
};

G_DEFINE_FINAL_TYPE (BridgeSafety, bridge_safety, ADW_TYPE_WINDOW)

/* No telephone number and no address: they differ from country to country, and one that has changed would be worse than none. */
static const struct {
  const char *name;
  const char *title;
  const char *summary;
  const char *paragraphs[MAX_PARAGRAPHS];
  /* To one who is alone here; where there is nothing, the same as to two. */
  const char *solo_title;
  const char *solo_summary;
  const char *solo_paragraphs[MAX_PARAGRAPHS];
} pages[] = {
  {
    "not-for", N_("Whom It Is Not For"), N_("And where to turn instead."),
    {
      N_("Footbridge is for two people who mean well by each other and have grown apart. Where that is not so, it can do harm."),
      N_("Perhaps you are afraid of the other one. Perhaps you weigh every word so that nothing happens, or you are watched, "
         "controlled, threatened, pushed or hit. Then this is not what helps, and it is not yours to mend by being gentler."),
      N_("And where one of you thinks of dying or of hurting somebody, please do not wait: turn to people now."),
      N_("Where there is danger at this moment, the emergency number of your country is the quickest way."),
      N_("Most countries have help lines for violence in relationships and for crises, many of them free and without a name, by "
         "telephone or by chat. Look for “help line” with the name of your country, on a device that the other one cannot look at."),
      N_("A doctor, a hospital, a pharmacy or a counselling service can tell you who helps where you live. So can a friend whom you "
         "trust. You need not be sure before you ask."),
    },
  },
  {
    "leave", N_("Leaving Quickly"), N_("What goes at once, and what does not."),
    {
      N_("“Close Now”, above, closes Footbridge at once and asks nothing. Ctrl+Q does the same, but asks first where you have written something that is not saved."),
      N_("What was on the screen is gone then. It is not erased: whoever opens Footbridge with this account finds it again."),
      N_("Reminders go on while they are on. They say only that it is time, and of a promise for when and "
         "whose it is, unless you chose that they say more."),
      N_("You can leave for good, alone and at any time, from the menu behind your initial; the other one is not told. And in the "
         "preferences, at the end, everything can be erased."),
    },
    NULL, NULL,
    { NULL, NULL, NULL, N_("In the preferences, at the end, everything can be erased, at any time and without giving a reason.") },
  },
  {
    "stays", N_("What Stays on This Computer"), N_("Files, copies, and that it is installed."),
    {
      N_("All that you write is in one folder of this account; the preferences say where. Copies that Footbridge makes for safety "
         "are in that folder, too."),
      N_("While reminders are on, Footbridge is started when somebody logs in, and is among the programs that start by themselves."),
      N_("It stands among the installed applications, with a neutral name and a neutral picture."),
      N_("Erasing everything takes away the folder’s contents, the start at log-in and the settings. It cannot reach copies that "
         "somebody put elsewhere, system backups, or snapshots of the disk, and it does not uninstall the application."),
    },
  },
  {
    "other", N_("What the Other One Can See"), N_("You share one login."),
    {
      N_("Whoever can use this account can open Footbridge, as either of you, and can read its files. So can whoever looks after this "
         "computer, or has a backup of it. Passing the computer on is a courtesy between you, not a lock."),
      N_("Somebody who looks over your shoulder, or has a program that records what is typed or shown, sees what you see."),
      N_("What you write in your private space is encrypted under a passphrase of your own. While it is locked, nobody can read it "
         "without that passphrase or the recovery code that goes with it. While it is open, a program in the same login can read along, "
         "and so can whoever looks after this computer."),
      N_("Footbridge itself tells nothing: not when you were here, not what you read, not what you declined."),
      N_("An account of your own on this computer, with a password that only you know, keeps your things apart. You find it in the "
         "settings of the system, among the users. Each of you would have a Footbridge of their own then."),
      N_("If it could put you in danger that something is read, write it nowhere here."),
    },
    N_("What Others Can See"), N_("Whoever uses the same login."),
    {
      N_("Whoever can use this account can open Footbridge and can read its files. So can whoever looks after this computer, or has a "
         "backup of it."),
      NULL,
      NULL,
      N_("Footbridge itself tells nobody anything, and has nothing to do with the network."),
      N_("An account of your own on this computer, with a password that only you know, keeps your things apart. You find it in the "
         "settings of the system, among the users."),
    },
  },
  {
    "therapy", N_("This Is No Therapy"), N_("What it can do, and what it cannot."),
    {
      N_("Footbridge plans, reminds and keeps. It does not know you, it judges nothing, and it is no treatment."),
      N_("Some things want a person who is trained for them: a counsellor for couples, a therapist, a doctor. That holds above all "
         "when one of you is low for weeks, drinks more than is good, or cannot sleep, and when the same hurt comes back again and again."),
      N_("Asking for help early is easier than asking when it has become hard. Both of you may, and so may one alone."),
    },
  },
};

static void
update (BridgeSafety *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  gtk_widget_set_visible (self->back_button, g_strcmp0 (name, CONTENTS) != 0);
}

/* The focus goes first: GTK 4.8 keeps what is hidden with the focus in it for ever. */
static void
show (BridgeSafety *self,
      const char   *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, name);

  gtk_widget_set_visible (page, TRUE);
  gtk_stack_set_visible_child (self->stack, page);
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
  bridge_stack_show (self->stack, name);
}

static void
row_activated_cb (GtkWidget    *row,
                  BridgeSafety *self)
{
  show (self, g_object_get_data (G_OBJECT (row), "bridge-page"));
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BridgeSafety *self = BRIDGE_SAFETY (widget);

  if (gtk_widget_get_visible (self->back_button))
    show (self, CONTENTS);
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* All of Footbridge that is on the screen, with no question and no animation in between. */
static void
close_now_cb (BridgeSafety *self)
{
  g_autoptr (BridgeSafety) kept = g_object_ref (self);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  gtk_window_destroy (GTK_WINDOW (self));
  if (parent == NULL)
    return;
  bridge_unsaved_let_go_above (parent);
  gtk_window_close (parent);
}

static GtkWidget *
add_label (GtkBox     *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return label;
}

static const char *
choose (BridgeSafety *self,
        const char   *words,
        const char   *solo_words)
{
  return _(self->solo && solo_words != NULL ? solo_words : words);
}

static GtkWidget *
make_page (BridgeSafety *self,
           gsize         i)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 520, "child", box, NULL);
  GtkWidget *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", clamp, NULL);

  gtk_widget_add_css_class (box, "bridge-reading");
  add_label (GTK_BOX (box), choose (self, pages[i].title, pages[i].solo_title), "bridge-large");
  for (gsize k = 0; k < MAX_PARAGRAPHS && pages[i].paragraphs[k] != NULL; k++)
    add_label (GTK_BOX (box), choose (self, pages[i].paragraphs[k], pages[i].solo_paragraphs[k]), NULL);
  return scrolled;
}

static GtkWidget *
make_row (BridgeSafety *self,
          gsize         i)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), choose (self, pages[i].title, pages[i].solo_title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), choose (self, pages[i].summary, pages[i].solo_summary));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), image);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "bridge-page", (gpointer) pages[i].name);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), self);
  return row;
}

static void
bridge_safety_class_init (BridgeSafetyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "safety.back", NULL, back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "safety.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "safety.back", NULL);
  g_type_ensure (BRIDGE_TYPE_FIT_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/safety.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeSafety, stack);
  gtk_widget_class_bind_template_child (widget_class, BridgeSafety, back_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeSafety, title);
  gtk_widget_class_bind_template_child (widget_class, BridgeSafety, contents);
  gtk_widget_class_bind_template_callback (widget_class, close_now_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
bridge_safety_init (BridgeSafety *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bridge_fit_label_set_text (self->title, _("Safety"), _("Safety"));
}

/**
 * bridge_safety_new:
 * @parent: (nullable): the window it stands over, which "Close Now" closes too
 * @solo: it is read by one who is alone here
 *
 * Returns: (transfer floating): the window, not presented yet
 */
GtkWidget *
bridge_safety_new (GtkWindow *parent,
                   gboolean   solo)
{
  BridgeSafety *self = g_object_new (BRIDGE_TYPE_SAFETY, "transient-for", parent, NULL);

  self->solo = solo;
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *row = make_row (self, i);

      adw_preferences_group_add (self->contents, row);
      gtk_stack_add_named (self->stack, make_page (self, i), pages[i].name);
      if (i == 0)
        gtk_window_set_focus (GTK_WINDOW (self), row);
    }
  bridge_stack_show (self->stack, CONTENTS);
  update (self);
  return GTK_WIDGET (self);
}
