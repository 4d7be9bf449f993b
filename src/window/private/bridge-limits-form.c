/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-limits-form"

#include "config.h"

#include "bridge-limits-form.h"

#include <glib/gi18n-lib.h>

struct _BridgeLimitsForm
{
  BridgePrivateForm parent_instance;
};

G_DEFINE_FINAL_TYPE (BridgeLimitsForm, bridge_limits_form, BRIDGE_TYPE_PRIVATE_FORM)

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
bridge_limits_form_apply (BridgePrivateForm *form)
{
  gtk_window_destroy (GTK_WINDOW (form));
}

static void
bridge_limits_form_class_init (BridgeLimitsFormClass *klass)
{
  BRIDGE_PRIVATE_FORM_CLASS (klass)->apply = bridge_limits_form_apply;
}

static void
bridge_limits_form_init (BridgeLimitsForm *self)
{
  static const struct {
    const char *title;
    const char *text;
  } parts[] = {
    { N_("What it protects"),
      N_("While it is locked, nobody can read what you wrote without your passphrase or your recovery code: not in this program, not in its files, not in its backups.") },
    { N_("The same login"),
      N_("Whoever uses the same login can start other programs in it. One that watches the keyboard or records the screen sees what you type and read while your private space is open. So can whoever looks after this computer.") },
    { N_("Over the shoulder"),
      N_("Lock it before you get up: Ctrl+L. It also locks when you hand over, when the screen locks, and after some minutes.") },
    { N_("Backups"),
      N_("Copies of Footbridge’s folder hold your entries as they were then, encrypted with the passphrase of then. If somebody puts an old copy of the whole folder back, Footbridge cannot tell.") },
    { N_("What can still be seen"),
      N_("That you have a private space, about how long very long entries are, and that something in the file has changed. Not what, how much or when you write.") },
    { N_("What you share"),
      N_("Words you share are no longer encrypted. Before they are opened you can take them back.") },
    { N_("If you need more"),
      N_("Ask for a login of your own on this computer, with a password only you know, or write on a device that only you use. If somebody makes you show them what you write, no program can protect it.") },
  };

  bridge_private_form_set_title (BRIDGE_PRIVATE_FORM (self), _("What This Protects"), NULL);
  bridge_private_form_set_cancel (BRIDGE_PRIVATE_FORM (self), _("_Close"));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

      gtk_box_append (GTK_BOX (part), make_label (_(parts[i].title), "heading"));
      gtk_box_append (GTK_BOX (part), make_label (_(parts[i].text), NULL));
      gtk_box_append (bridge_private_form_get_box (BRIDGE_PRIVATE_FORM (self)), part);
    }
}

/**
 * bridge_limits_form_new:
 * @private_space: a private space
 * @parent: (nullable): the window it stands above
 *
 * Returns: (transfer none): the window, to be presented
 */
GtkWidget *
bridge_limits_form_new (BridgePrivate *private_space,
                        GtkWindow     *parent)
{
  return g_object_new (BRIDGE_TYPE_LIMITS_FORM, "private-space", private_space, "transient-for", parent, NULL);
}
