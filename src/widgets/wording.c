/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/wording.h"

#include <string.h>

#include "model/zone.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

/* What the daemon calls states and the like; here so that translators find them. */
static const char *const known_choices[] = {
  N_("Received"), N_("Offered"), N_("Accepted"), N_("Unfulfilled"), N_("Invalid"), N_("Deleted"),
  N_("Returned"), N_("New"), N_("Contacted"), N_("Quoted"), N_("Won"), N_("Lost"), N_("Answered"),
  N_("Known"), N_("Automatic"), N_("Draft"), N_("Blue"), N_("Green"), N_("Yellow"), N_("Orange"),
  N_("Red"), N_("Purple"), N_("Grey"), N_("Reply"), N_("Extraction"), N_("Hand over"),
  N_("Summary"), N_("Voice"), N_("Testing"), N_("Fine"), N_("Text"), N_("Long text"), N_("Number"),
  N_("Date"), N_("Choice"), N_("Yes no"), N_("Phone"), N_("Label"), N_("From"), N_("To"),
  N_("Person"), N_("Count"), N_("Slot"), N_("Departure"), N_("Seller"), N_("Quote"), N_("On yes"),
  N_("On payment"), N_("By person"), N_("Submitting"), N_("Approved"), N_("Rejected"), N_("Paused"),
  N_("Disabled"), N_("Deleting"), N_("Other"),
  N_("Requested"), N_("Confirmed"), N_("In progress"), N_("Completed"), N_("Cancelled"),
  N_("No show"), N_("Unpaid"), N_("Link sent"), N_("Part paid"), N_("Paid"), N_("Refunded"),
  N_("Part refunded"), N_("Open"), N_("Pending"), N_("Snoozed"), N_("Closed"), N_("Unknown"),
  N_("Opted in"), N_("Opted out"), N_("Connected"), N_("Connecting"), N_("Degraded"), N_("Off"),
  N_("Logged out"), N_("Banned"), N_("Booked"), N_("Changed"), N_("Cash"), N_("Bank transfer"),
  N_("Asking"), N_("Failed"), N_("Expired"), N_("Withdrawn"), N_("Done"), N_("Paid out"),
  N_("Correction"), N_("Same"), N_("Differs"), N_("Only ours"), N_("Only theirs"), N_("Working"),
  N_("Refused"), N_("Unchecked"), N_("Test"), N_("Live"), N_("Whole"), N_("Deposit"), N_("Rest"),
  N_("Amount"), N_("Customer"), N_("Teammate"), N_("Assistant"), N_("Flow"), N_("Api key"),
  N_("System"), N_("Suggested"), N_("Merged"), N_("Undone"), N_("Dismissed"), N_("Line"),
  N_("Me"), N_("Nobody"), N_("Email"), N_("User id"), N_("Jid"), N_("Lid"),
};

/* Languages are called what their speakers call them. */
static const struct { const char *code; const char *name; } languages[] = {
  { "en", "English" }, { "ar", "العربية" }, { "bn", "বাংলা" }, { "de", "Deutsch" },
  { "es", "Español" }, { "fr", "Français" }, { "hi", "हिन्दी" }, { "id", "Bahasa Indonesia" },
  { "pt-BR", "Português (Brasil)" },
};

/* What is no text, in a list or a quote. */
static const struct { const char *kind; const char *words; } kinds[] = {
  { "image", N_("Picture") }, { "video", N_("Video") }, { "audio", N_("Sound") },
  { "voice", N_("Voice message") }, { "document", N_("Document") }, { "sticker", N_("Sticker") },
  { "location", N_("Place") }, { "contacts", N_("Contacts") }, { "template", N_("Template") },
  { "flow-reply", N_("Answers to a form") }, { "order", N_("Order from the catalogue") },
  { "location-request", N_("Asks for the place") },
  { "unsupported", N_("Something that Kontor cannot show") },
};

static GDateTime *
to_local (gint64 at_us)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (at_us / G_USEC_PER_SEC);

  return utc != NULL ? g_date_time_to_local (utc) : g_date_time_new_now_local ();
}

/* Days from today, by the calendar: -1 is yesterday. */
static int
count_days (GDateTime *day)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  GDate a, b;

  g_date_clear (&a, 1);
  g_date_clear (&b, 1);
  g_date_set_dmy (&a, g_date_time_get_day_of_month (now), g_date_time_get_month (now),
                  g_date_time_get_year (now));
  g_date_set_dmy (&b, g_date_time_get_day_of_month (day), g_date_time_get_month (day),
                  g_date_time_get_year (day));

  return g_date_days_between (&a, &b);
}

static char *
word_day (GDateTime *day)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  switch (count_days (day))
    {
    case 0:
      return g_strdup (_("Today"));
    case -1:
      return g_strdup (_("Yesterday"));
    case 1:
      return g_strdup (_("Tomorrow"));
    default:
      /* TRANSLATORS: a day with and without its year, as g_date_time_format() writes it */
      return g_date_time_format (day, g_date_time_get_year (now) == g_date_time_get_year (day)
                                 ? _("%A %-d %B") : _("%A %-d %B %Y"));
    }
}

char *
kontor_wording_clock (gint64 at_us)
{
  g_autoptr(GDateTime) at = to_local (at_us);

  return g_date_time_format (at, "%H:%M");
}

char *
kontor_wording_day (gint64 at_us)
{
  g_autoptr(GDateTime) at = to_local (at_us);

  return word_day (at);
}

char *
kontor_wording_short (gint64 at_us)
{
  g_autoptr(GDateTime) at = to_local (at_us);
  int days = count_days (at);

  if (days == 0)
    return g_date_time_format (at, "%H:%M");
  if (days == -1)
    return g_strdup (_("Yesterday"));

  return g_date_time_format (at, days > -7 && days < 0 ? "%a" : _("%-d %b"));
}

char *
kontor_wording_since (gint64 at_us)
{
  gint64 minutes = (g_get_real_time () - at_us) / (60 * G_USEC_PER_SEC);

  if (minutes < 1)
    return g_strdup (_("just now"));
  if (minutes < 60)
    return g_strdup_printf (g_dngettext (NULL, "%d minute ago", "%d minutes ago", minutes),
                            (int) minutes);
  if (minutes < 24 * 60)
    return g_strdup_printf (g_dngettext (NULL, "%d hour ago", "%d hours ago", minutes / 60),
                            (int) (minutes / 60));

  return kontor_wording_day (at_us);
}

/* What is read back from a form is "1h30m" in every language: model/duration.h. */
static char *
word_duration (gint64 seconds)
{
  int days = seconds / (24 * 60 * 60), hours = seconds / (60 * 60) % 24;
  int minutes = seconds / 60 % 60, rest = seconds % 60;
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  /* TRANSLATORS: these four are how long something takes: "1 hour 30 minutes" */
  if (days > 0)
    g_ptr_array_add (parts, g_strdup_printf (g_dngettext (NULL, "%d day", "%d days", days), days));
  if (hours > 0)
    g_ptr_array_add (parts, g_strdup_printf (g_dngettext (NULL, "%d hour", "%d hours", hours),
                                             hours));
  if (minutes > 0 || seconds == 0)
    g_ptr_array_add (parts, g_strdup_printf (g_dngettext (NULL, "%d minute", "%d minutes", minutes),
                                             minutes));
  if (rest > 0)
    g_ptr_array_add (parts, g_strdup_printf (g_dngettext (NULL, "%d second", "%d seconds", rest),
                                             rest));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" ", (char **) parts->pdata);
}

char *
kontor_wording_appointment (GVariant *time)
{
  const char *local, *zone;
  KontorWallTime wall;
  g_autoptr(GDateTime) day = NULL;
  g_autofree char *word = NULL;

  g_variant_get (time, "(&s&sx)", &local, &zone, NULL);
  if (!kontor_wall_time_parse (local, &wall, NULL))
    return g_strdup (local);
  day = g_date_time_new_local (wall.year, wall.month, wall.day, wall.hour, wall.minute, 0);
  /* An hour that the clocks here leave out is a day all the same. */
  if (day == NULL)
    day = g_date_time_new_local (wall.year, wall.month, wall.day, 12, 0, 0);
  word = word_day (day);

  /* TRANSLATORS: a day and an hour, as in "Tomorrow, 09:00" */
  return g_strdup_printf (_("%s, %02d:%02d"), word, wall.hour, wall.minute);
}

char *
kontor_wording_hour (GVariant *time)
{
  const char *local;
  KontorWallTime wall;

  g_variant_get (time, "(&s&sx)", &local, NULL, NULL);
  if (!kontor_wall_time_parse (local, &wall, NULL))
    return g_strdup (local);

  return g_strdup_printf ("%02d:%02d", wall.hour, wall.minute);
}

char *
kontor_wording_choice (const char *choice)
{
  g_autofree char *word = g_strdelimit (g_strdup (choice), "-_", ' ');

  *word = g_ascii_toupper (*word);
  for (guint i = 0; i < G_N_ELEMENTS (known_choices); i++)
    if (g_str_equal (known_choices[i], word))
      return g_strdup (_(known_choices[i]));
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (languages[i].code, choice))
      return g_strdup (languages[i].name);

  return g_steal_pointer (&word);
}

/* Thousands are grouped by a thin blank's plain cousin, the comma, as on price lists. */
char *
kontor_wording_money (gint64 minor, const char *currency)
{
  const KontorField field = { "money", KONTOR_FIELD_MONEY };
  g_autoptr(GVariant) value = g_variant_ref_sink (g_variant_new ("(xs)", minor, currency));
  g_autofree char *plain = kontor_field_to_text (&field, value);
  g_autoptr(GString) text = g_string_new (plain);
  gssize digits = strspn (plain, "-0123456789"), first = *plain == '-';

  for (gssize at = digits - 3; at > first; at -= 3)
    g_string_insert_c (text, at, ',');

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The mark in front has no width and is as strong as a letter. */
char *
kontor_wording_phone (const char *phone)
{
  gboolean is_mirrored = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  return g_strconcat (is_mirrored && *phone == '+' ? "\u200e" : "", phone, NULL);
}

const char *
kontor_wording_kind (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, kind))
      return _(kinds[i].words);

  return NULL;
}

const char *
kontor_wording_title (const char *title)
{
  return title != NULL && *title != '\0' ? _(title) : "";
}

char *
kontor_wording_value (KontorRemoteHouse *house, const KontorField *field, GVariant *value)
{
  const char *currency;
  gint64 minor;

  if (value == NULL || !g_variant_is_of_type (value, kontor_field_get_variant_type (field)))
    return g_strdup ("");
  switch (field->type)
    {
    case KONTOR_FIELD_TIME:
      return kontor_wording_appointment (value);
    case KONTOR_FIELD_INSTANT:
      {
        g_autofree char *day = kontor_wording_day (g_variant_get_int64 (value));
        g_autofree char *clock = kontor_wording_clock (g_variant_get_int64 (value));

        /* TRANSLATORS: a day and a clock time: "Today, 09:00" */
        return g_strdup_printf (_("%s, %s"), day, clock);
      }
    case KONTOR_FIELD_DURATION:
      return word_duration (g_variant_get_int64 (value));
    case KONTOR_FIELD_MONEY:
      g_variant_get (value, "(x&s)", &minor, &currency);
      return kontor_wording_money (minor, currency);
    case KONTOR_FIELD_CHOICE:
      return kontor_wording_choice (g_variant_get_string (value, NULL));
    case KONTOR_FIELD_PHONE:
      return kontor_wording_phone (g_variant_get_string (value, NULL));
    case KONTOR_FIELD_YES_NO:
      return g_strdup (g_variant_get_boolean (value) ? _("Yes") : _("No"));
    case KONTOR_FIELD_LINK:
      return g_strdup (kontor_remote_house_get_label (house, field->of,
                                                      g_variant_get_string (value, NULL)));
    default:
      return kontor_field_to_text (field, value);
    }
}

/* A title tells more after a comma where it is asked for: "Text, with {name}". */
static void
add_fact (GString *words, const KontorField *field, const char *text)
{
  const char *title = kontor_wording_title (field->title);

  g_string_append (words, words->len > 0 ? " · " : "");
  g_string_append_len (words, title, strcspn (title, ",،"));
  if (field->type != KONTOR_FIELD_YES_NO)
    g_string_append_printf (words, ": %s", text);
}

char *
kontor_wording_facts (KontorRemoteHouse *house, const KontorRemoteKind *kind, GVariant *record,
                      const char *const *hidden)
{
  g_autoptr(GString) words = g_string_new (NULL);

  for (const KontorField *field = kind != NULL ? kontor_remote_fields_get (kind->fields) : NULL;
       field != NULL && field->name != NULL; field++)
    {
      g_autoptr(GVariant) value = kontor_record_get (record, field->name);
      g_autofree char *text = kontor_wording_value (house, field, value);
      gboolean is_off = field->type == KONTOR_FIELD_YES_NO && value != NULL &&
                        !g_variant_get_boolean (value);

      if (*text != '\0' && !is_off && !g_strv_contains (hidden, field->name))
        add_fact (words, field, text);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

gboolean
kontor_wording_is_same_day (gint64 a_us, gint64 b_us)
{
  g_autoptr(GDateTime) a = to_local (a_us), b = to_local (b_us);

  return g_date_time_get_year (a) == g_date_time_get_year (b) &&
         g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b);
}
