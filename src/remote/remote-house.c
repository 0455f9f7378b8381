/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "remote/remote-house.h"

#include <string.h>

#include <glib/gi18n.h>

#define GATHER_MS 150
#define MOST_LABELS 500

struct _KontorRemoteHouse
{
  GObject       parent_instance;

  KontorRemote *remote;
  GVariant     *status;
  char         *demo;          /* the demo whose status it is, "" for none; NULL: not told */
  GPtrArray    *kinds;         /* of KontorRemoteKind */
  GPtrArray    *actions;       /* of KontorRemoteKind */
  KontorRemoteList *marks;     /* labels of customers; NULL until they are asked for */
  GHashTable   *labels;        /* "kind/id" → label; NULL: being asked for */
  GCancellable *cancellable;
  guint         timer;
  guint         kinds_idle;
};

enum { PROP_STATUS = 1, N_PROPS };
enum { KINDS_TOLD, LABEL_FOUND, BUSINESS_CHANGED, N_SIGNALS };

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorRemoteHouse, kontor_remote_house, G_TYPE_OBJECT)

static void
look_whose (KontorRemoteHouse *self)
{
  const char *demo = kontor_remote_house_get_text (self, "demo");
  gboolean is_first = self->demo == NULL;

  if (g_strcmp0 (self->demo, demo) == 0)
    return;
  g_free (self->demo);
  self->demo = g_strdup (demo);
  if (!is_first)
    g_signal_emit (self, signals[BUSINESS_CHANGED], 0);
}

static void
on_status (GObject *source, GAsyncResult *result, gpointer data)
{
  KontorRemoteHouse *self = data;
  g_autoptr(GVariant) status = NULL;

  /* While the daemon is away the last counts stay; the window says that it is away. */
  if (!kontor_dbus_daemon_call_status_finish (KONTOR_DBUS_DAEMON (source), &status, result, NULL))
    return;
  if (g_variant_equal (status, self->status))
    return;
  g_variant_unref (self->status);
  self->status = g_steal_pointer (&status);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATUS]);
  look_whose (self);
}

static void
ask_status (KontorRemoteHouse *self)
{
  if (kontor_remote_get_state (self->remote) == KONTOR_REMOTE_THERE)
    kontor_dbus_daemon_call_status (kontor_remote_get_daemon (self->remote), self->cancellable,
                                    on_status, self);
}

static gboolean
on_gathered (gpointer data)
{
  KontorRemoteHouse *self = data;

  self->timer = 0;
  ask_status (self);

  return G_SOURCE_REMOVE;
}

static void
ask_status_soon (KontorRemoteHouse *self)
{
  if (self->timer == 0)
    self->timer = g_timeout_add (GATHER_MS, on_gathered, self);
}

static void
take_told (GPtrArray *list, GVariant *told)
{
  g_ptr_array_set_size (list, 0);
  for (gsize i = 0; i < g_variant_n_children (told); i++)
    {
      g_autoptr(GVariant) one = g_variant_get_child_value (told, i);

      g_ptr_array_add (list, kontor_remote_kind_new (one));
    }
}

static void
on_kinds (GObject *source, GAsyncResult *result, gpointer data)
{
  KontorRemoteHouse *self = data;
  g_autoptr(GVariant) told = NULL;

  if (!kontor_dbus_records_call_kinds_finish (KONTOR_DBUS_RECORDS (source), &told, result, NULL))
    return;
  take_told (self->kinds, told);
  g_hash_table_remove_all (self->labels);
  g_signal_emit (self, signals[KINDS_TOLD], 0);
  g_signal_emit (self, signals[LABEL_FOUND], 0);
}

static void
on_actions (GObject *source, GAsyncResult *result, gpointer data)
{
  KontorRemoteHouse *self = data;
  g_autoptr(GVariant) told = NULL;

  if (!kontor_dbus_actions_call_list_finish (KONTOR_DBUS_ACTIONS (source), &told, result, NULL))
    return;
  take_told (self->actions, told);
  g_signal_emit (self, signals[KINDS_TOLD], 0);
}

static gboolean
on_idle (gpointer data)
{
  KontorRemoteHouse *self = data;

  self->kinds_idle = 0;
  kontor_dbus_records_call_kinds (kontor_remote_get_records (self->remote), self->cancellable,
                                  on_kinds, self);
  kontor_dbus_actions_call_list (kontor_remote_get_actions (self->remote), self->cancellable,
                                 on_actions, self);

  return G_SOURCE_REMOVE;
}

/* Kinds and actions are long lists that nobody sees: they are asked for behind what is seen. */
static void
on_renewed (KontorRemoteHouse *self)
{
  ask_status (self);
  if (self->kinds_idle == 0)
    self->kinds_idle = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
}

/* Names that changed are asked for again by whoever shows them. */
static void
on_records_changed (KontorRemoteHouse *self, GVariant *changed)
{
  GVariantIter iter;
  const char *kind;
  GVariant *ids;
  gboolean any = g_variant_n_children (changed) == 0;

  if (any)
    g_hash_table_remove_all (self->labels);
  g_variant_iter_init (&iter, changed);
  while (g_variant_iter_loop (&iter, "{&s@as}", &kind, &ids))
    {
      g_autofree const char **list = g_variant_get_strv (ids, NULL);

      for (guint i = 0; list[i] != NULL; i++)
        {
          g_autofree char *key = g_strdup_printf ("%s/%s", kind, list[i]);

          any |= g_hash_table_remove (self->labels, key);
        }
    }
  if (any)
    g_signal_emit (self, signals[LABEL_FOUND], 0);
  ask_status_soon (self);
}

KontorRemoteHouse *
kontor_remote_house_new (KontorRemote *remote)
{
  KontorRemoteHouse *self = g_object_new (KONTOR_TYPE_REMOTE_HOUSE, NULL);

  self->remote = g_object_ref (remote);
  g_signal_connect_object (remote, "renewed", G_CALLBACK (on_renewed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (remote, "records-changed", G_CALLBACK (on_records_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (remote, "inbox-changed", G_CALLBACK (ask_status_soon), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (remote, "channels-changed", G_CALLBACK (ask_status_soon), self,
                           G_CONNECT_SWAPPED);
  if (kontor_remote_get_state (remote) == KONTOR_REMOTE_THERE)
    on_renewed (self);

  return self;
}

KontorRemote *
kontor_remote_house_get_remote (KontorRemoteHouse *self)
{
  return self->remote;
}

GVariant *
kontor_remote_house_get_status (KontorRemoteHouse *self)
{
  return self->status;
}

gint64
kontor_remote_house_get_count (KontorRemoteHouse *self, const char *name)
{
  return kontor_record_get_int (self->status, name, 0);
}

const char *
kontor_remote_house_get_text (KontorRemoteHouse *self, const char *name)
{
  const char *text = kontor_record_get_text (self->status, name);

  return text != NULL ? text : "";
}

static const KontorRemoteKind *
find (GPtrArray *list, const char *name)
{
  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (((KontorRemoteKind *) list->pdata[i])->name, name))
      return list->pdata[i];

  return NULL;
}

const KontorRemoteKind *
kontor_remote_house_find_kind (KontorRemoteHouse *self, const char *name)
{
  return find (self->kinds, name);
}

const KontorRemoteKind *
kontor_remote_house_find_action (KontorRemoteHouse *self, const char *name)
{
  return find (self->actions, name);
}

GPtrArray *
kontor_remote_house_get_kinds (KontorRemoteHouse *self)
{
  return self->kinds;
}

GPtrArray *
kontor_remote_house_get_actions (KontorRemoteHouse *self)
{
  return self->actions;
}

static void
on_marks_read (KontorRemoteHouse *self)
{
  g_signal_emit (self, signals[LABEL_FOUND], 0);
}

KontorRemoteList *
kontor_remote_house_get_labels (KontorRemoteHouse *self)
{
  if (self->marks == NULL)
    {
      self->marks = kontor_remote_list_new_records (self->remote, "label", NULL, FALSE);
      kontor_remote_list_set_page (self->marks, MOST_LABELS);
      g_signal_connect_object (self->marks, "notify::is-loading", G_CALLBACK (on_marks_read),
                               self, G_CONNECT_SWAPPED);
    }

  return self->marks;
}

typedef struct {
  KontorRemoteHouse *self;
  char              *key;
  char              *field;
} Naming;

static void
on_named (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Naming *naming = data;
  g_autoptr(KontorRemoteHouse) self = naming->self;
  g_autofree char *key = naming->key, *field = naming->field;
  g_autoptr(GVariant) values = NULL;
  const char *label = NULL;

  if (kontor_dbus_records_call_get_finish (KONTOR_DBUS_RECORDS (source), &values, result, NULL))
    label = kontor_record_get_text (values, field);
  /* Who has not told a name is known by the number. */
  if (values != NULL && (label == NULL || *label == '\0'))
    label = kontor_record_get_text (values, "phone");
  if (label == NULL || *label == '\0')
    return;
  g_hash_table_insert (self->labels, g_steal_pointer (&key), g_strdup (label));
  g_signal_emit (self, signals[LABEL_FOUND], 0);
}

static void
ask_label (KontorRemoteHouse *self, const char *key, const char *kind, const char *id)
{
  const KontorRemoteKind *told = kontor_remote_house_find_kind (self, kind);
  Naming *naming;

  if (told == NULL || kontor_remote_get_state (self->remote) != KONTOR_REMOTE_THERE)
    return;
  naming = g_new0 (Naming, 1);
  naming->self = g_object_ref (self);
  naming->key = g_strdup (key);
  naming->field = g_strdup (told->label);
  g_hash_table_insert (self->labels, g_strdup (key), NULL);
  kontor_dbus_records_call_get (kontor_remote_get_records (self->remote), kind, id,
                                self->cancellable, on_named, naming);
}

const char *
kontor_remote_house_get_label (KontorRemoteHouse *self, const char *kind, const char *id)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", kind, id);
  const char *label = g_hash_table_lookup (self->labels, key);

  if (label == NULL && *id != '\0' && !g_hash_table_contains (self->labels, key))
    ask_label (self, key, kind, id);

  return label != NULL ? label : id;
}

const char *
kontor_remote_house_get_author (KontorRemoteHouse *self, const char *author)
{
  if (g_str_has_prefix (author, "teammate:"))
    return kontor_remote_house_get_label (self, "teammate", author + strlen ("teammate:"));
  if (g_str_equal (author, "assistant"))
    return _("Assistant");
  if (g_str_equal (author, "system"))
    return _("Kontor");
  if (g_str_equal (author, "contact"))
    return _("Customer");
  if (g_str_equal (author, "phone"))
    return _("On the phone");

  return author;
}

static void
kontor_remote_house_dispose (GObject *object)
{
  KontorRemoteHouse *self = KONTOR_REMOTE_HOUSE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->kinds_idle, g_source_remove);
  g_clear_object (&self->marks);

  G_OBJECT_CLASS (kontor_remote_house_parent_class)->dispose (object);
}

static void
kontor_remote_house_finalize (GObject *object)
{
  KontorRemoteHouse *self = KONTOR_REMOTE_HOUSE (object);

  g_object_unref (self->cancellable);
  g_object_unref (self->remote);
  g_variant_unref (self->status);
  g_free (self->demo);
  g_ptr_array_unref (self->kinds);
  g_ptr_array_unref (self->actions);
  g_hash_table_unref (self->labels);

  G_OBJECT_CLASS (kontor_remote_house_parent_class)->finalize (object);
}

static void
kontor_remote_house_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STATUS)
    g_value_set_variant (value, KONTOR_REMOTE_HOUSE (object)->status);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
kontor_remote_house_class_init (KontorRemoteHouseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = kontor_remote_house_dispose;
  object_class->finalize = kontor_remote_house_finalize;
  object_class->get_property = kontor_remote_house_get_property;
  props[PROP_STATUS] = g_param_spec_variant ("status", NULL, NULL, G_VARIANT_TYPE_VARDICT, NULL,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[KINDS_TOLD] = g_signal_new ("kinds-told", KONTOR_TYPE_REMOTE_HOUSE, G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LABEL_FOUND] = g_signal_new ("label-found", KONTOR_TYPE_REMOTE_HOUSE, G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[BUSINESS_CHANGED] = g_signal_new ("business-changed", KONTOR_TYPE_REMOTE_HOUSE,
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kontor_remote_house_init (KontorRemoteHouse *self)
{
  self->status = g_variant_ref_sink (kontor_remote_no_options ());
  self->kinds = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_remote_kind_free);
  self->actions = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_remote_kind_free);
  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->cancellable = g_cancellable_new ();
}
