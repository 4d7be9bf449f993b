/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-compat"

#include "config.h"

#include "bridge-parent-handle.h"

#ifdef GDK_WINDOWING_X11
#include <gdk/x11/gdkx.h>
#endif
#ifdef GDK_WINDOWING_WAYLAND
#include <gdk/wayland/gdkwayland.h>
#endif

#ifdef GDK_WINDOWING_WAYLAND
typedef struct {
  BridgeParentHandleFunc func; /* (nullable): was told */
  gpointer user_data;
} Export;

static void
exported_cb (GdkToplevel *toplevel,
             const char  *handle,
             gpointer     user_data)
{
  Export *export = user_data;
  BridgeParentHandleFunc func = g_steal_pointer (&export->func);
  g_autofree char *name = handle != NULL ? g_strconcat ("wayland:", handle, NULL) : g_strdup ("");

  if (func != NULL)
    func (name, export->user_data);
}
#endif

/**
 * bridge_parent_handle_export:
 * @window: a window that is on the screen
 * @func: (scope async): called once, with the name of @window
 * @user_data: for @func
 *
 * Finds out what a portal has to be told so that its dialog stands over @window (XDG Desktop Portal, "Window
 * Identifiers"). The name lasts as long as the window. GTK 4.12 and 4.18 have deprecated parts of this.
 */
void
bridge_parent_handle_export (GtkWindow              *window,
                             BridgeParentHandleFunc  func,
                             gpointer                user_data)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

#ifdef GDK_WINDOWING_WAYLAND
  if (GDK_IS_WAYLAND_TOPLEVEL (surface))
    {
      Export *export = g_new (Export, 1);

      export->func = func;
      export->user_data = user_data;
      if (gdk_wayland_toplevel_export_handle (GDK_TOPLEVEL (surface), exported_cb, export, g_free))
        return;
      g_free (export);
    }
#endif
#ifdef GDK_WINDOWING_X11
  if (GDK_IS_X11_SURFACE (surface))
    {
      g_autofree char *name = g_strdup_printf ("x11:%lx", (unsigned long) gdk_x11_surface_get_xid (surface));

      func (name, user_data);
      return;
    }
#endif

  func ("", user_data);
}
