/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "protocol/payload.h"

#include <stdio.h>

#include "config.h"
#include "protocol/jid.h"
#include "protocol/login.pb-c.h"
#include "protocol/proto.h"
#include "protocol/web-version.h"

#define DEVICE_NAME "Kontor"
#define KEY_TYPE    5
#define HASH_SIZE   16

/* The parts that a payload points to. */
typedef struct {
  Wa__ClientPayload                        payload;
  Wa__ClientPayload__UserAgent             agent;
  Wa__ClientPayload__UserAgent__AppVersion version;
  Wa__ClientPayload__WebInfo               web;
} Base;

static void
start (Base *base, guint revision)
{
  Wa__ClientPayload__UserAgent *agent = &base->agent;

  wa__client_payload__init (&base->payload);
  wa__client_payload__user_agent__init (agent);
  wa__client_payload__user_agent__app_version__init (&base->version);
  wa__client_payload__web_info__init (&base->web);
  base->version.has_primary = base->version.has_secondary = base->version.has_tertiary = TRUE;
  base->version.primary = KONTOR_WEB_MAJOR;
  base->version.secondary = KONTOR_WEB_MINOR;
  base->version.tertiary = revision;
  agent->appversion = &base->version;
  agent->has_platform = agent->has_releasechannel = TRUE;
  agent->platform = WA__CLIENT_PAYLOAD__USER_AGENT__PLATFORM__WEB;
  agent->releasechannel = WA__CLIENT_PAYLOAD__USER_AGENT__RELEASE_CHANNEL__RELEASE;
  agent->mcc = agent->mnc = (char *) "000";
  agent->osversion = agent->osbuildnumber = (char *) "0.1";
  agent->device = (char *) "Desktop";
  agent->localelanguageiso6391 = (char *) "en";
  agent->localecountryiso31661alpha2 = (char *) "US";
  base->web.has_websubplatform = TRUE;
  base->web.websubplatform = WA__CLIENT_PAYLOAD__WEB_INFO__WEB_SUB_PLATFORM__WEB_BROWSER;
  base->payload.useragent = agent;
  base->payload.webinfo = &base->web;
  base->payload.has_connecttype = base->payload.has_connectreason = TRUE;
  base->payload.connecttype = WA__CLIENT_PAYLOAD__CONNECT_TYPE__WIFI_UNKNOWN;
  base->payload.connectreason = WA__CLIENT_PAYLOAD__CONNECT_REASON__USER_ACTIVATED;
  base->payload.has_passive = base->payload.has_pull = TRUE;
}

static GBytes *
write_device (void)
{
  Wa__DeviceProps props = WA__DEVICE_PROPS__INIT;
  Wa__DeviceProps__AppVersion version = WA__DEVICE_PROPS__APP_VERSION__INIT;

  version.has_primary = version.has_secondary = version.has_tertiary = TRUE;
  sscanf (KONTOR_VERSION, "%u.%u.%u", &version.primary, &version.secondary, &version.tertiary);
  props.os = (char *) DEVICE_NAME;
  props.version = &version;
  props.has_platformtype = props.has_requirefullsync = TRUE;
  props.platformtype = WA__DEVICE_PROPS__PLATFORM_TYPE__CHROME;

  return kontor_proto_write (&props.base);
}

/* MD5 of the version: a name for a build, nothing that must be hard to guess. */
static void
hash_version (guint revision, guint8 *hash)
{
  g_autofree char *text = g_strdup_printf ("%d.%d.%u", KONTOR_WEB_MAJOR, KONTOR_WEB_MINOR,
                                           revision);
  g_autoptr(GChecksum) md5 = g_checksum_new (G_CHECKSUM_MD5);
  gsize size = HASH_SIZE;

  g_checksum_update (md5, (const guint8 *) text, -1);
  g_checksum_get_digest (md5, hash, &size);
}

GBytes *
kontor_payload_write_registration (const KontorDeviceKeys *keys, guint revision)
{
  Wa__ClientPayload__DevicePairingRegistrationData data =
      WA__CLIENT_PAYLOAD__DEVICE_PAIRING_REGISTRATION_DATA__INIT;
  const guint8 type = KEY_TYPE;
  guint32 registration = GUINT32_TO_BE (keys->registration_id);
  guint32 signed_id = GUINT32_TO_BE (keys->signed_prekey_id);
  g_autoptr(GBytes) device = write_device ();
  guint8 hash[HASH_SIZE];
  Base base;

  start (&base, revision);
  hash_version (revision, hash);
  data.has_eregid = data.has_ekeytype = data.has_eident = data.has_eskeyid = TRUE;
  data.has_eskeyval = data.has_eskeysig = data.has_buildhash = data.has_deviceprops = TRUE;
  data.eregid = kontor_proto_lend ((guint8 *) &registration, 4);
  data.ekeytype = kontor_proto_lend (&type, 1);
  data.eident = kontor_proto_lend (keys->identity.public_key, KONTOR_KEY_SIZE);
  data.eskeyid = kontor_proto_lend ((guint8 *) &signed_id + 1, 3);
  data.eskeyval = kontor_proto_lend (keys->signed_prekey, KONTOR_KEY_SIZE);
  data.eskeysig = kontor_proto_lend (keys->signature, KONTOR_SIGNATURE_SIZE);
  data.buildhash = kontor_proto_lend (hash, sizeof hash);
  data.deviceprops.data = (guint8 *) g_bytes_get_data (device, &data.deviceprops.len);
  base.payload.passive = base.payload.pull = FALSE;
  base.payload.devicepairingdata = &data;

  return kontor_proto_write (&base.payload.base);
}

GBytes *
kontor_payload_write_login (const KontorCredentials *credentials, guint attempt, GError **error)
{
  g_autoptr(KontorJid) jid = credentials->jid != NULL ? kontor_jid_parse (credentials->jid) : NULL;
  guint64 user;
  Base base;

  if (jid == NULL || !g_ascii_string_to_unsigned (jid->user, 10, 1, G_MAXUINT64, &user, NULL))
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                   "This device was never linked. Link it with a code first.");
      return NULL;
    }
  start (&base, credentials->revision);
  base.payload.passive = base.payload.pull = TRUE;
  base.payload.has_username = base.payload.has_device = base.payload.has_liddbmigrated = TRUE;
  base.payload.username = user;
  base.payload.device = jid->device;
  base.payload.liddbmigrated = TRUE;
  base.payload.has_connectattemptcount = TRUE;
  base.payload.connectattemptcount = attempt;

  return kontor_proto_write (&base.payload.base);
}
