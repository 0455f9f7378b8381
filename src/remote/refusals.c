/* SPDX-License-Identifier: GPL-3.0-or-later */
/* refusals.c — what the daemon refuses is told in English, with what it is about filled in: what
 * programs read must not depend on a language. Here are texts that an owner meets, as they stand in
 * the daemon (a test of the style compares); what has the form of one is said in the language of
 * the window. To add one: its line here, "%s" for whatever is filled in. */
#include "remote/refusals.h"

#include <string.h>

#include <glib/gi18n.h>

static const char *const refusals[] = {
  N_("%s answers %s; nothing was sent. Read what was said, and write only if you take the "
     "conversation over"),
  N_("must be one line"),
  N_("cannot be negative"),
  N_("an amount is missing: write it as 250.00 AED"),
  N_("the currency is missing: write it as 250.00 AED"),
  N_("the country code is missing: write it as +971 50 123 4567"),
  N_("a phone number is missing: write it as +971 50 123 4567"),
  N_("no country has this calling code: check the digits after the +"),
  N_("“%s” does not have the form that is asked for"),
  N_("“%s” has more decimals than its currency: write it as 1450 or 1450.50"),
  N_("“%s” is more than can be counted: give a smaller amount"),
  N_("“%s” is no amount: write it as 1450.50"),
  N_("“%s” is no amount: write it as 250.00 AED"),
  N_("“%s” is no country: give its two letters, such as AE"),
  N_("“%s” is no currency: give a code of ISO 4217 such as AED"),
  N_("“%s” may be several currencies: give its code, as USD"),
  N_("“%s” is no date and time: write it as 2026-11-21T09:00"),
  N_("“%s” is no date: write it as 2026-11-21"),
  N_("“%s” is no duration: write it as 1h30m, 90 min or 2 days"),
  N_("“%s” is no time zone: give one such as Europe/Berlin or Asia/Dubai"),
  N_("“%s” is not a whole number"),
  N_("“%s” is not on the calendar or the clock: correct the day or the time"),
  N_("“%s” is not one of: %s"),
  N_("“%s” is neither yes nor no"),
  N_("there is no %s in %s, the clocks jump over it: choose another hour"),
  N_("%s happens twice in %s, when the clocks go back: choose another hour"),
  N_("the budget of this month is used up; raise it, or wait for the next month"),
  N_("nothing may leave this computer, and no provider that may be asked is on it"),
  N_("no provider of models is switched on"),
  N_("%s was switched off while it answered"),
  N_("the providers of models rest after failures"),
  N_("the contact has no phone number or address on WhatsApp"),
  N_("%s is longer than the %s characters WhatsApp allows"),
  N_("%s was removed; add the channel anew"),
  N_("is not one of ISO 4217"),
  N_("name at least two, with a comma between"),
  N_("belongs to %s already"),
  N_("that time has passed; choose a later one"),
  N_("there is no text to send"),
  N_("%s is not filled in here; take it out"),
  N_("%s must stand in it"),
  N_("is the same contact; choose another"),
  N_("by that time the contact will have been silent for 24 hours, and WhatsApp lets only a "
     "template through; choose an earlier time"),
  N_("the channel “%s” was removed; write to the customer on another one"),
  N_("%s is needed by other records; switch it off instead"),
  N_("%s is not for this role"),
  N_("that is not yours"),
  N_("your role may not change a %s"),
  N_("there is no keyring to keep the secret in"),
  N_("“%s” is no web address"),
  N_("%s has no price"),
  N_("%s is not offered now"),
  N_("must be more than nothing"),
  N_("at the most what is left of the payment, in %s"),
  N_("nothing of %s is left that could go back"),
  N_("the gateway takes %s with %s decimals only; choose a rounder amount"),
  N_("the key of the database is not here yet: unlock the keyring"),
  N_("the message could not be kept; try again"),
  N_("a phone number has digits only: write it as +971 50 123 4567, without words or an extension"),
  N_("the number is too short, too long or not of the form numbers have after +%s: check its "
     "digits"),
  N_("the number may begin with the calling code %s or not: put a + before it if it does, or "
     "else +%s"),
  N_("Give the phone number with its country, as +49 151 0000000."),
  N_("that is not the word of the lock"),
  N_("the word is too short: at least four letters or figures"),
  N_("the file is empty; its first row must name the fields"),
  N_("the column “%s” is no field of a %s; rename it or take it out"),
  N_("two columns are for “%s”; leave one of them out"),
  N_("%s was taken back already"),
  N_("it was taken back already"),
  N_("only a text can be changed; take it back and send another"),
  N_("what was sent on this line can be neither changed nor taken back; write once more"),
  N_("write what is said, or choose something that is done"),
  N_("the key has characters that no key has; copy it once more"),
  N_("a key goes over https only, or stays on this computer"),
  N_("needs the prices, in and out, to tell what is spent"),
  N_("must be in the currency of the prices"),
  N_("there is no channel to play it on; add one first"),
  N_("%s is switched off; switch it on first"),
  N_("%s is switched off, or its keys cannot be read now"),
  N_("cannot be negative; 0 means no limit"),
  N_("“%s” is not a regular expression"),
  N_("%s has no welcome kit; write its text, or name its files, in the service"),
  N_("it is paid already"),
  N_("something is paid already; ask for the rest"),
  N_("the account is switched off, its keys do not work, or it is for another currency"),
  N_("the account has no deposit; set its percentage or give an amount"),
  N_("at least half an hour, at the most 90 days"),
  N_("is a percentage, 1 to 99"),
  N_("must lie before the end, and in the past"),
  N_("three months at the most can be compared at once"),
  N_("there is no %s “%s”"),
};

/* (transfer full) (nullable): what stands in @text for each "%s" of @form; NULL: it has not its
 * form. */
static GStrv
dup_filled (const char *form, const char *text)
{
  g_auto(GStrv) pieces = g_strsplit (form, "%s", -1);
  g_autoptr(GStrvBuilder) filled = g_strv_builder_new ();

  if (!g_str_has_prefix (text, pieces[0]))
    return NULL;
  text += strlen (pieces[0]);
  for (guint i = 1; pieces[i] != NULL; i++)
    {
      const char *end = *pieces[i] == '\0' ? text + strlen (text) : strstr (text, pieces[i]);
      g_autofree char *part = end != NULL ? g_strndup (text, end - text) : NULL;

      if (part == NULL)
        return NULL;
      g_strv_builder_add (filled, part);
      text = end + strlen (pieces[i]);
    }

  return *text == '\0' ? g_strv_builder_end (filled) : NULL;
}

/* (transfer full): @form with @filled in; a translation may name them as "%2$s". */
static char *
fill (const char *form, char **filled)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint count = g_strv_length (filled), next = 0;

  while (*form != '\0')
    {
      gboolean is_numbered = form[0] == '%' && g_ascii_isdigit (form[1]) &&
                             strncmp (form + 2, "$s", 2) == 0;
      guint which = is_numbered ? (guint) (form[1] - '1') : next;

      if (!is_numbered && strncmp (form, "%s", 2) != 0)
        {
          g_string_append_c (text, *form++);
          continue;
        }
      g_string_append (text, which < count ? filled[which] : "");
      form += is_numbered ? 4 : 2;
      next += !is_numbered;
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_line (const char *line)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_auto(GStrv) filled = dup_filled (refusals[i], line);

      if (filled != NULL)
        return fill (_(refusals[i]), filled);
    }

  return NULL;
}

char *
kontor_refusal_dup_words (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *colon = strstr (lines[i], ": ");
      char *words = dup_line (lines[i]);

      if (words == NULL && colon != NULL && (words = dup_line (colon + 2)) != NULL)
        {
          g_autofree char *why = words;

          words = g_strdup_printf ("%.*s: %s", (int) (colon - lines[i]), lines[i], why);
        }
      if (words == NULL)
        continue;
      g_free (lines[i]);
      lines[i] = words;
    }

  return g_strjoinv ("\n", lines);
}
