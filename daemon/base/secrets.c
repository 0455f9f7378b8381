/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libsecret answers a locked keyring and a wrong file password with NULL and no error, as if
 * there never had been a secret, and its plain look-up prompts for as long as nobody answers.
 * So a look-up is a search, which never prompts and shows locked items as locked, and "nothing"
 * is believed only when nothing was expected and the default keyring is open.
 *
 * A call waits on a context of its own, so the main loop does not run meanwhile and the wait
 * can end by itself. libsecret's proxies would keep sending to that context, and their copies
 * of "locked" go stale with it: they are dropped after every call. Its file has none, and takes
 * 0.1 s to open.
 */
#include "base/secrets.h"

#include "base/wait.h"

#include <libsecret/secret.h>
/* libsecret 0.20 installs this header and forgets to include it. */
#define __SECRET_INSIDE_HEADER__
#include <libsecret/secret-backend.h>
#undef __SECRET_INSIDE_HEADER__
#include <string.h>

/* libsecret's file loses a string at every write, and no caller of it is on that stack to name. */
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#else
#define __lsan_disable()
#define __lsan_enable()
#endif

#define SERVICE_NAME "org.freedesktop.secrets"
#define SERVICE_PATH "/org/freedesktop/secrets"

#define LOCKED_TEXT "The keyring is locked: unlock it (log in again or open it in Passwords and " \
                    "Keys), then try again"
#define MISSING_TEXT "There is no keyring yet: make a default one in Passwords and Keys, " \
                     "then try again"
#define NO_SERVICE_TEXT "There is no keyring to keep keys in: install and start gnome-keyring or " \
                        "KWallet (any Secret Service)"

struct KontorSecrets {
  char *folder;
  gboolean is_service; /* a Secret Service; else libsecret's file */
  guint limit_ms;
  guint unlock_limit_ms;
};

typedef enum { KEYRING_OPEN, KEYRING_LOCKED, KEYRING_MISSING } Keyring;

static const SecretSchema schema = {
  "org.kontor.Kontor", SECRET_SCHEMA_NONE,
  {
    { "name", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "folder", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL, 0 },
  },
};

/* One call's stay with libsecret; nothing of it may outlive the wait's context. */
typedef struct {
  const KontorSecrets *secrets;
  KontorWait *wait;
} Visit;

static Visit
visit_start (const KontorSecrets *self, guint limit_ms)
{
  return (Visit) { self, kontor_wait_new (limit_ms) };
}

static void
visit_clear (Visit *visit)
{
  if (visit->wait == NULL)
    return;

  if (visit->secrets->is_service)
    secret_service_disconnect ();
  kontor_wait_free (visit->wait);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Visit, visit_clear)

#define ANSWER_TO(visit) \
  kontor_wait_get_cancellable ((visit)->wait), kontor_wait_on_answered, (visit)->wait

static GAsyncResult *
get_answer (Visit *visit)
{
  GAsyncResult *result;

  __lsan_disable ();
  result = kontor_wait_get_result (visit->wait);
  __lsan_enable ();

  return result;
}

static gboolean
is_absent (const GError *error)
{
  return g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SPAWN_SERVICE_NOT_FOUND) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SPAWN_EXEC_FAILED) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SPAWN_CHILD_EXITED);
}

static gboolean
is_passing (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NO_REPLY) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_TIMEOUT) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_TIMED_OUT);
}

/* Takes @from, gives one of ours. */
static void
fail (GError **error, GError *from, const char *doing)
{
  g_autoptr (GError) cause = from;

  if (g_error_matches (cause, SECRET_ERROR, SECRET_ERROR_IS_LOCKED))
    g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER, LOCKED_TEXT);
  else if (is_absent (cause))
    g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_FAILED, NO_SERVICE_TEXT);
  else if (is_passing (cause))
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER,
                 "The keyring did not answer while %s: try again when it does", doing);
  else
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED, "The keyring failed while %s: %s", doing,
                 cause->message);
}

static GHashTable *
attributes_new (KontorSecrets *self, const char *name)
{
  return secret_attributes_build (&schema, "name", name, "folder", self->folder, NULL);
}

static GVariant *
ask_service (KontorSecrets *self, const char *path, const char *interface, const char *method,
             GVariant *arguments, const char *type, GError **error)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, error);
  g_autoptr (GVariant) owned = g_variant_ref_sink (arguments);

  if (bus == NULL)
    return NULL;

  return g_dbus_connection_call_sync (bus, SERVICE_NAME, path, interface, method, owned,
                                      G_VARIANT_TYPE (type), G_DBUS_CALL_FLAGS_NONE,
                                      (int) self->limit_ms, NULL, error);
}

/* Asked over the bus each time: a proxy would answer from its memory. */
static gboolean
read_keyring (KontorSecrets *self, Keyring *keyring, GError **error)
{
  g_autoptr (GVariant) alias = NULL;
  g_autoptr (GVariant) property = NULL;
  g_autoptr (GVariant) locked = NULL;
  g_autoptr (GError) cause = NULL;
  const char *path;

  *keyring = KEYRING_OPEN;
  if (!self->is_service)
    return TRUE;

  alias = ask_service (self, SERVICE_PATH, "org.freedesktop.Secret.Service", "ReadAlias",
                       g_variant_new ("(s)", "default"), "(o)", &cause);
  if (alias == NULL)
    {
      fail (error, g_steal_pointer (&cause), "looking for the default keyring");
      return FALSE;
    }

  g_variant_get (alias, "(&o)", &path);
  *keyring = KEYRING_MISSING;
  if (g_str_equal (path, "/"))
    return TRUE;

  property = ask_service (self, path, "org.freedesktop.DBus.Properties", "Get",
                          g_variant_new ("(ss)", "org.freedesktop.Secret.Collection", "Locked"),
                          "(v)", &cause);
  if (property == NULL)
    {
      fail (error, g_steal_pointer (&cause), "asking whether it is locked");
      return FALSE;
    }

  g_variant_get (property, "(v)", &locked);
  if (g_variant_is_of_type (locked, G_VARIANT_TYPE_BOOLEAN) && !g_variant_get_boolean (locked))
    *keyring = KEYRING_OPEN;
  else
    *keyring = KEYRING_LOCKED;

  return TRUE;
}

static void
set_not_open (GError **error, Keyring keyring)
{
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER,
                       keyring == KEYRING_LOCKED ? LOCKED_TEXT : MISSING_TEXT);
}

static gboolean
check_keyring_open (KontorSecrets *self, GError **error)
{
  Keyring keyring;

  if (!read_keyring (self, &keyring, error))
    return FALSE;

  if (keyring != KEYRING_OPEN)
    set_not_open (error, keyring);

  return keyring == KEYRING_OPEN;
}

static gboolean
is_locked (SecretRetrievable *item)
{
  return SECRET_IS_ITEM (item) && secret_item_get_locked (SECRET_ITEM (item));
}

/* The search of the service loads an item's secret only when asked, and then drops errors. */
static char *
retrieve (Visit *visit, SecretRetrievable *item, GError **error)
{
  g_autoptr (GError) cause = NULL;
  SecretValue *value;
  char *text;

  secret_retrievable_retrieve_secret (item, ANSWER_TO (visit));
  value = secret_retrievable_retrieve_secret_finish (item, get_answer (visit), &cause);
  if (value == NULL)
    {
      if (cause == NULL)
        g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER, LOCKED_TEXT);
      else
        fail (error, g_steal_pointer (&cause), "reading a secret");
      return NULL;
    }

  text = g_strdup (secret_value_get_text (value));
  secret_value_unref (value);
  if (text == NULL)
    g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_FAILED,
                         "The keyring holds something under this name that is not text");

  return text;
}

static gboolean
no_secret (KontorSecrets *self, const char *name, gboolean expected, GError **error)
{
  if (!check_keyring_open (self, error))
    return FALSE;

  if (expected)
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER,
                 "The keyring does not give the secret “%s”, which was stored: it is locked, "
                 "opened with another password, or another keyring is in its place", name);
  else
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND, "No secret “%s” is stored", name);

  return FALSE;
}

static KontorSecrets *
open_with (const char *folder, guint limit_ms, guint unlock_limit_ms, GError **error)
{
  g_autoptr (KontorSecrets) self = g_new0 (KontorSecrets, 1);
  g_autoptr (GDBusConnection) bus = NULL;
  g_autoptr (GError) cause = NULL;
  g_auto (Visit) visit = { NULL };
  SecretBackend *backend; /* said to be given, but libsecret's own list keeps this reference */

  self->folder = g_strdup (folder);
  self->limit_ms = limit_ms;
  self->unlock_limit_ms = unlock_limit_ms;

  secret_service_disconnect ();
  visit = visit_start (self, limit_ms);
  secret_backend_get (SECRET_BACKEND_OPEN_SESSION, ANSWER_TO (&visit));
  backend = secret_backend_get_finish (get_answer (&visit), &cause);
  if (backend != NULL)
    {
      self->is_service = SECRET_IS_SERVICE (backend);
      return g_steal_pointer (&self);
    }

  bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  if (bus != NULL)
    fail (error, g_steal_pointer (&cause), "opening");
  else
    g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_FAILED,
                         "There is no session bus to reach a keyring on: start from a desktop "
                         "session, or under dbus-run-session with gnome-keyring-daemon --unlock");

  return NULL;
}

KontorSecrets *
kontor_secrets_open (const char *folder, GError **error)
{
  return open_with (folder, KONTOR_SECRETS_LIMIT_MS, KONTOR_SECRETS_UNLOCK_LIMIT_MS, error);
}

KontorSecrets *
kontor_secrets_open_within (const char *folder, guint limit_ms, GError **error)
{
  return open_with (folder, limit_ms, limit_ms, error);
}

void
kontor_secrets_free (KontorSecrets *self)
{
  g_free (self->folder);
  g_free (self);
}

static gboolean
create_keyring (Visit *visit, SecretService *service, GError **error)
{
  g_autoptr (SecretCollection) made = NULL;

  secret_collection_create (service, "Default keyring", SECRET_COLLECTION_DEFAULT,
                            SECRET_COLLECTION_CREATE_NONE, ANSWER_TO (visit));
  made = secret_collection_create_finish (get_answer (visit), error);

  return made != NULL;
}

static gboolean
unlock_keyring (Visit *visit, SecretService *service, GError **error)
{
  g_autoptr (SecretCollection) collection = NULL;
  g_autolist (GDBusProxy) unlocked = NULL;
  g_autoptr (GList) wanted = NULL;

  secret_collection_for_alias (service, SECRET_COLLECTION_DEFAULT, SECRET_COLLECTION_NONE,
                               ANSWER_TO (visit));
  collection = secret_collection_for_alias_finish (get_answer (visit), error);
  if (collection == NULL)
    return FALSE;

  wanted = g_list_prepend (NULL, collection);
  secret_service_unlock (service, wanted, ANSWER_TO (visit));

  return secret_service_unlock_finish (service, get_answer (visit), &unlocked, error) > 0;
}

gboolean
kontor_secrets_unlock (KontorSecrets *self, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (SecretService) service = NULL;
  g_auto (Visit) visit = { NULL };
  Keyring keyring;
  gboolean done;

  if (!read_keyring (self, &keyring, error))
    return FALSE;
  if (keyring == KEYRING_OPEN)
    return TRUE;

  visit = visit_start (self, self->unlock_limit_ms);
  secret_service_get (SECRET_SERVICE_OPEN_SESSION, ANSWER_TO (&visit));
  service = secret_service_get_finish (get_answer (&visit), &cause);
  done = service != NULL && (keyring == KEYRING_MISSING ? create_keyring (&visit, service, &cause)
                                                        : unlock_keyring (&visit, service, &cause));
  if (!done && is_absent (cause))
    fail (error, g_steal_pointer (&cause), "unlocking it");
  else if (!done)
    set_not_open (error, keyring);

  return done;
}

char *
kontor_secrets_lookup (KontorSecrets *self, const char *name, gboolean expected, GError **error)
{
  g_autoptr (GHashTable) attributes = attributes_new (self, name);
  g_autoptr (GError) cause = NULL;
  g_autolist (SecretRetrievable) found = NULL;
  g_auto (Visit) visit = visit_start (self, self->limit_ms);
  gboolean locked = FALSE;

  secret_password_searchv (&schema, attributes, SECRET_SEARCH_ALL, ANSWER_TO (&visit));
  found = secret_password_search_finish (get_answer (&visit), &cause);
  if (cause != NULL)
    {
      fail (error, g_steal_pointer (&cause), "looking for a secret");
      return NULL;
    }

  for (GList *item = found; item != NULL; item = item->next)
    {
      if (!is_locked (item->data))
        return retrieve (&visit, item->data, error);
      locked = TRUE;
    }

  if (locked)
    g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER, LOCKED_TEXT);
  else
    no_secret (self, name, expected, error);

  return NULL;
}

gboolean
kontor_secrets_store (KontorSecrets *self, const char *name, const char *value, const char *label,
                      GError **error)
{
  g_autoptr (GHashTable) attributes = attributes_new (self, name);
  g_autoptr (GError) cause = NULL;
  g_auto (Visit) visit = { NULL };

  if (!check_keyring_open (self, error))
    return FALSE;

  visit = visit_start (self, self->limit_ms);
  secret_password_storev (&schema, attributes, SECRET_COLLECTION_DEFAULT, label, value,
                          ANSWER_TO (&visit));
  if (secret_password_store_finish (get_answer (&visit), &cause))
    return TRUE;

  fail (error, g_steal_pointer (&cause), "storing a secret");
  return FALSE;
}

static gboolean
clear (KontorSecrets *self, GHashTable *attributes, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_auto (Visit) visit = { NULL };

  if (!check_keyring_open (self, error))
    return FALSE;

  visit = visit_start (self, self->limit_ms);
  secret_password_clearv (&schema, attributes, ANSWER_TO (&visit));
  secret_password_clear_finish (get_answer (&visit), &cause);
  if (cause == NULL)
    return TRUE;

  fail (error, g_steal_pointer (&cause), "removing a secret");
  return FALSE;
}

gboolean
kontor_secrets_clear (KontorSecrets *self, const char *name, GError **error)
{
  g_autoptr (GHashTable) attributes = attributes_new (self, name);

  return clear (self, attributes, error);
}

gboolean
kontor_secrets_clear_all (KontorSecrets *self, GError **error)
{
  g_autoptr (GHashTable) attributes = secret_attributes_build (&schema, "folder", self->folder,
                                                               NULL);

  return clear (self, attributes, error);
}

void
kontor_secrets_wipe (char *secret)
{
  if (secret == NULL)
    return;

  explicit_bzero (secret, strlen (secret));
  g_free (secret);
}
