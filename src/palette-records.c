/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palette-records.h"

#include "palette-item.h"
#include "widgets/wording.h"

#define MOST_FOUND 50
#define PAUSE_MS 150

struct _KontorPaletteRecords
{
  GObject            parent_instance;

  KontorRemoteHouse *house;
  GListStore        *items;
  char              *text;
  guint              pause;        /* until nothing was typed for a moment */
  GCancellable      *cancellable;  /* of what is on its way */
  GPtrArray         *contacts;     /* of GVariant: what was found */
  GPtrArray         *bookings;
};

enum { LOOKED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorPaletteRecords, kontor_palette_records, G_TYPE_OBJECT)

static void
add (GPtrArray *items, const char *title, const char *hint, const char *icon, const char *place)
{
  g_autofree char *action = g_strconcat ("win.go::", place, NULL);

  g_ptr_array_add (items, kontor_palette_item_new (title, hint, icon, action));
}

static const char *
get_text (GVariant *record, const char *name)
{
  const char *text = kontor_record_get_text (record, name);

  return text != NULL ? text : "";
}

static void
add_contact (GPtrArray *items, GVariant *contact)
{
  const char *id = get_text (contact, "id"), *name = get_text (contact, "name");
  g_autofree char *place = g_strconcat ("inbox/contact/", id, NULL);
  g_autofree char *phone = kontor_wording_phone (get_text (contact, "phone"));

  add (items, *name != '\0' ? name : id, phone, "avatar-default-symbolic", place);
}

static void
add_booking (KontorPaletteRecords *self, GPtrArray *items, GVariant *booking)
{
  const char *id = get_text (booking, "id");
  g_autofree char *place = g_strconcat ("bookings/", id, NULL);
  g_autofree char *title = g_strdup_printf ("%s · %s", id, kontor_remote_house_get_label (
                                              self->house, "service",
                                              get_text (booking, "service")));

  add (items, title, kontor_remote_house_get_label (self->house, "contact",
                                                    get_text (booking, "contact")),
       "x-office-calendar-symbolic", place);
}

/* Again when a name is known that was not. */
static void
draw (KontorPaletteRecords *self)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->contacts->len; i++)
    add_contact (items, self->contacts->pdata[i]);
  for (guint i = 0; i < self->bookings->len; i++)
    add_booking (self, items, self->bookings->pdata[i]);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  g_signal_emit (self, signals[LOOKED], 0);
}

static void
ask (KontorPaletteRecords *self, const char *kind, const char *name, GVariant *value,
     GAsyncReadyCallback callback)
{
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);
  GVariantDict filter, options;

  g_variant_dict_init (&filter, NULL);
  g_variant_dict_insert_value (&filter, name, value);
  g_variant_dict_init (&options, NULL);
  g_variant_dict_insert (&options, "limit", "u", MOST_FOUND);
  g_variant_dict_insert (&options, "descending", "b", g_str_equal (kind, "booking"));
  kontor_dbus_records_call_query (kontor_remote_get_records (remote), kind,
                                  g_variant_dict_end (&filter), g_variant_dict_end (&options),
                                  self->cancellable, callback, g_object_ref (self));
}

/* FALSE: something else is looked for by now. What cannot be asked for is not found. */
static gboolean
take (KontorPaletteRecords *self, GPtrArray *found, GObject *source, GAsyncResult *result)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) records = NULL;

  if (!kontor_dbus_records_call_query_finish (KONTOR_DBUS_RECORDS (source), &records, NULL, result,
                                              &error))
    return !kontor_remote_is_cancelled (error);
  for (gsize i = 0; i < g_variant_n_children (records); i++)
    g_ptr_array_add (found, g_variant_get_child_value (records, i));

  return TRUE;
}

static void
on_bookings (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorPaletteRecords) self = data;

  if (!take (self, self->bookings, source, result))
    return;
  g_clear_object (&self->cancellable);
  draw (self);
}

static void
on_contacts (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorPaletteRecords) self = data;
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();
  g_auto(GStrv) contacts = NULL;

  if (!take (self, self->contacts, source, result))
    return;
  for (guint i = 0; i < self->contacts->len; i++)
    g_strv_builder_add (ids, get_text (self->contacts->pdata[i], "id"));
  contacts = g_strv_builder_end (ids);
  if (*contacts != NULL)
    ask (self, "booking", "contact", g_variant_new_strv ((const char *const *) contacts, -1),
         on_bookings);
  else
    g_clear_object (&self->cancellable);
  draw (self);
}

static void
on_numbered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorPaletteRecords) self = data;
  g_autoptr(GError) error = NULL;
  GVariant *booking = NULL;

  if (kontor_dbus_records_call_get_finish (KONTOR_DBUS_RECORDS (source), &booking, result, &error))
    g_ptr_array_add (self->bookings, booking);
  if (!kontor_remote_is_cancelled (error))
    ask (self, "contact", "~", g_variant_new_string (self->text), on_contacts);
}

static gboolean
on_paused (gpointer data)
{
  KontorPaletteRecords *self = data;
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);

  self->pause = 0;
  self->cancellable = g_cancellable_new ();
  kontor_dbus_records_call_get (kontor_remote_get_records (remote), "booking", self->text,
                                self->cancellable, on_numbered, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
stop (KontorPaletteRecords *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_ptr_array_set_size (self->contacts, 0);
  g_ptr_array_set_size (self->bookings, 0);
}

void
kontor_palette_records_look_for (KontorPaletteRecords *self, const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (g_str_equal (stripped, self->text))
    return;
  stop (self);
  g_free (self->text);
  self->text = g_steal_pointer (&stripped);
  if (*self->text != '\0')
    self->pause = g_timeout_add (PAUSE_MS, on_paused, self);
  draw (self);
}

gboolean
kontor_palette_records_is_looking (KontorPaletteRecords *self)
{
  return self->pause != 0 || self->cancellable != NULL;
}

GListModel *
kontor_palette_records_get_items (KontorPaletteRecords *self)
{
  return G_LIST_MODEL (self->items);
}

static void
kontor_palette_records_dispose (GObject *object)
{
  KontorPaletteRecords *self = KONTOR_PALETTE_RECORDS (object);

  stop (self);
  g_clear_object (&self->house);

  G_OBJECT_CLASS (kontor_palette_records_parent_class)->dispose (object);
}

static void
kontor_palette_records_finalize (GObject *object)
{
  KontorPaletteRecords *self = KONTOR_PALETTE_RECORDS (object);

  g_object_unref (self->items);
  g_free (self->text);
  g_ptr_array_unref (self->contacts);
  g_ptr_array_unref (self->bookings);

  G_OBJECT_CLASS (kontor_palette_records_parent_class)->finalize (object);
}

static void
kontor_palette_records_class_init (KontorPaletteRecordsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kontor_palette_records_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_palette_records_finalize;
  signals[LOOKED] = g_signal_new ("looked", KONTOR_TYPE_PALETTE_RECORDS, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kontor_palette_records_init (KontorPaletteRecords *self)
{
  self->items = g_list_store_new (KONTOR_TYPE_PALETTE_ITEM);
  self->text = g_strdup ("");
  self->contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  self->bookings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
}

KontorPaletteRecords *
kontor_palette_records_new (KontorRemoteHouse *house)
{
  KontorPaletteRecords *self = g_object_new (KONTOR_TYPE_PALETTE_RECORDS, NULL);

  self->house = g_object_ref (house);
  g_signal_connect_object (house, "label-found", G_CALLBACK (draw), self, G_CONNECT_SWAPPED);

  return self;
}
