/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* For set_property of the model's objects: each stores the value and says whether it is another than before. */
/* not nullable: NULL is "" */
gboolean bridge_property_set_string (char **field, const GValue *value, gboolean nullable);
gboolean bridge_property_set_int (int *field, const GValue *value);
gboolean bridge_property_set_enum (int *field, const GValue *value);
gboolean bridge_property_set_int64 (gint64 *field, const GValue *value);
gboolean bridge_property_set_boolean (gboolean *field, const GValue *value);
gboolean bridge_property_set_strv (char ***field, const GValue *value);

/* Copies every property that can be read and written; the model's copies are all made so. */
void bridge_property_copy_all (GObject *from, GObject *to);

G_END_DECLS
