/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-notice"

#include "config.h"

#include "bridge-notifier.h"
#include "bridge-snooze.h"

G_DEFINE_BOXED_TYPE (BridgeNotice, bridge_notice, bridge_notice_copy, bridge_notice_free)

/**
 * bridge_notice_new:
 * @id: what it is replaced and withdrawn by
 * @title: plain text
 * @body: plain text
 * @occurrence: (nullable): the moment that can be answered with it; %NULL: nothing can be answered
 * @has_smaller: whether there is a smaller version
 *
 * Returns: (transfer full): a notice
 */
BridgeNotice *
bridge_notice_new (const char *id,
                   const char *title,
                   const char *body,
                   const char *occurrence,
                   gboolean    has_smaller)
{
  BridgeNotice *self = g_new0 (BridgeNotice, 1);

  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->body = g_strdup (body);
  self->occurrence = g_strdup (occurrence);
  self->has_smaller = has_smaller;
  self->answerable = occurrence != NULL;
  self->snoozes = 1 << BRIDGE_SNOOZE_10;
  return self;
}

/**
 * bridge_notice_copy:
 * @self: a notice
 *
 * Returns: (transfer full): another one that says the same
 */
BridgeNotice *
bridge_notice_copy (const BridgeNotice *self)
{
  BridgeNotice *copy = bridge_notice_new (self->id, self->title, self->body, self->occurrence, self->has_smaller);

  copy->kind = self->kind;
  copy->answerable = self->answerable;
  copy->alone = self->alone;
  copy->snoozes = self->snoozes;
  return copy;
}

/**
 * bridge_notice_free:
 * @self: (transfer full) (nullable): a notice
 *
 * Frees it.
 */
void
bridge_notice_free (BridgeNotice *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->title);
  g_free (self->body);
  g_free (self->occurrence);
  g_free (self);
}
