/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-source.h"

/**
 * bridge_source_start:
 * @source: (transfer full): a new source
 * @name: a static name, for those who look at the loop
 * @func: called when it is ready
 * @user_data: for @func
 *
 * Attaches it to the thread's default main loop.
 *
 * Returns: (transfer full): the source
 */
GSource *
bridge_source_start (GSource     *source,
                     const char  *name,
                     GSourceFunc  func,
                     gpointer     user_data)
{
  g_source_set_static_name (source, name);
  g_source_set_callback (source, func, user_data, NULL);
  g_source_attach (source, g_main_context_get_thread_default ());
  return source;
}

/**
 * bridge_source_clear:
 * @source: (inout) (transfer full): a place for a source; %NULL in it is none
 *
 * Ends the source, and leaves %NULL.
 */
void
bridge_source_clear (GSource **source)
{
  if (*source == NULL)
    return;

  g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}
