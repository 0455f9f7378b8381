/* SPDX-License-Identifier: GPL-3.0-or-later */
/* No patterns per country: the table says lengths and prefixes, which change once in a decade,
 * not which ranges are given out, which change every month. What stays ambiguous without patterns
 * is settled by the trunk prefix: a number written with it is national. The three plans that
 * changed a digit within living phone books have a function each.
 */
#include "model/phone.h"

#include "model/countries.h"
#include "model/error.h"

#define LONGEST 15  /* ITU-T E.164 6.1 */
#define SURE_LENGTH 9  /* a subscriber's number this long after a calling code is no accident */
#define FULLWIDTH_PLUS 0xff0b
#define MINUS_SIGN 0x2212

/* Area codes of three digits; the others have four, but for 11, Buenos Aires. */
static const char * const argentine_areas[] = {
  "220", "221", "223", "230", "236", "237", "249", "260", "261", "263", "264", "266", "280", "291",
  "294", "297", "298", "299", "336", "341", "342", "343", "345", "348", "351", "353", "358", "362",
  "364", "370", "376", "379", "380", "381", "383", "385", "387", "388", NULL
};

static gboolean G_GNUC_PRINTF (2, 3)
refuse (GError **error, const char *why, ...)
{
  va_list parts;

  va_start (parts, why);
  g_propagate_error (error, g_error_new_valist (KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, why, parts));
  va_end (parts);

  return FALSE;
}

static gboolean
separates (gunichar letter)
{
  return g_unichar_isspace (letter) || g_unichar_type (letter) == G_UNICODE_FORMAT ||
         g_unichar_type (letter) == G_UNICODE_DASH_PUNCTUATION || letter == MINUS_SIGN ||
         (letter < 128 && letter != 0 && strchr ("./()", (int) letter) != NULL);
}

/* Takes the digits out of @text and says whether a plus stood before them. */
static gboolean
read_digits (const char *text, GString *digits, gboolean *has_plus, GError **error)
{
  *has_plus = FALSE;
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return refuse (error, "a phone number is missing: write it as +971 50 123 4567");

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (g_unichar_isdigit (letter))
        g_string_append_c (digits, '0' + g_unichar_digit_value (letter));
      else if ((letter == '+' || letter == FULLWIDTH_PLUS) && digits->len == 0 && !*has_plus)
        *has_plus = TRUE;
      else if (!separates (letter))
        return refuse (error, "a phone number has digits only: write it as +971 50 123 4567, "
                       "without words or an extension");
    }
  if (digits->len == 0)
    return refuse (error, "a phone number is missing: write it as +971 50 123 4567");

  return TRUE;
}

static const KontorCountry *
find_country (const char *code)
{
  for (gsize i = 0; i < kontor_n_countries; i++)
    if (g_ascii_strcasecmp (kontor_countries[i].code, code) == 0 && g_ascii_isalpha (code[0]))
      return &kontor_countries[i];

  return NULL;
}

/* The main country of the calling code with which @digits begin. */
static const KontorCountry *
find_calling_code (const char *digits)
{
  for (gsize i = 0; i < kontor_n_countries; i++)
    if (kontor_countries[i].areas[0] == '\0' &&
        g_str_has_prefix (digits, kontor_countries[i].calling_code))
      return &kontor_countries[i];

  return NULL;
}

static gsize
match (const char *digits, const char *pattern, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (pattern[i] == 'x' ? !g_ascii_isdigit (digits[i]) : digits[i] != pattern[i])
      return 0;

  return length;
}

/* How much of @digits the first fitting word of @list takes, 0 for none. */
static gsize
match_any (const char *digits, const char *list)
{
  while (*list != '\0')
    {
      gsize length = strcspn (list, " ");
      gsize matched = match (digits, list, length);

      if (matched > 0)
        return matched;
      list += length + (list[length] == ' ' ? 1 : 0);
    }

  return 0;
}

static gboolean
has_length (const KontorCountry *plan, gsize length)
{
  return length >= (gsize) plan->min_length && length <= (gsize) plan->max_length;
}

/* No plan with a trunk prefix of 0 has numbers that begin with it; one of 1 or 8 may be the
 * number's own first digit, and is a prefix only where the number would be too long. */
static gboolean
drop_trunk (GString *national, const KontorCountry *plan)
{
  gsize length = match_any (national->str, plan->trunk);

  if (length == 0 || (national->str[0] != '0' && has_length (plan, national->len)))
    return FALSE;

  g_string_erase (national, 0, length);
  return TRUE;
}

static void
mend_mexican (GString *national)
{
  if (national->len == 11 && national->str[0] == '1')
    g_string_erase (national, 0, 1);
}

static void
mend_brazilian (GString *national, gboolean had_trunk)
{
  if (had_trunk && national->len > 11)
    g_string_erase (national, 0, 2);  /* the long-distance carrier, chosen in each call */
  if (national->len == 10 && national->str[2] >= '6')
    g_string_insert_c (national, 2, '9');
}

static gsize
argentine_area (const char *national)
{
  if (g_str_has_prefix (national, "11"))
    return 2;
  for (guint i = 0; argentine_areas[i] != NULL; i++)
    if (g_str_has_prefix (national, argentine_areas[i]) &&
        g_str_has_prefix (national + 3, "15"))
      return 3;

  return 4;
}

static void
mend_argentine (GString *national)
{
  gsize area = argentine_area (national->str);

  if (national->len != 12 || !g_str_has_prefix (national->str + area, "15"))
    return;

  g_string_erase (national, area, 2);
  g_string_prepend_c (national, '9');
}

static gboolean
is_in_plan (const char *national, const KontorCountry *plan)
{
  gsize length = strlen (national);

  if (!has_length (plan, length) || length + strlen (plan->calling_code) > LONGEST)
    return FALSE;
  if (national[0] == '0' && strchr (plan->trunk, '0') != NULL)
    return FALSE;
  if (g_str_equal (plan->calling_code, "1"))
    return national[0] >= '2' && national[3] >= '2';
  if (g_str_equal (plan->calling_code, "54"))
    return length == 10 || national[0] == '9';

  return TRUE;
}

/* Brings @national, as written at home or after the calling code, to what the plan has. */
static gboolean
mend (GString *national, const KontorCountry *plan)
{
  gboolean had_trunk = drop_trunk (national, plan);

  if (g_str_equal (plan->calling_code, "52"))
    mend_mexican (national);
  else if (g_str_equal (plan->calling_code, "55"))
    mend_brazilian (national, had_trunk);
  else if (g_str_equal (plan->calling_code, "54"))
    mend_argentine (national);

  return is_in_plan (national->str, plan);
}

static char *
write_number (const char *digits, const KontorCountry *plan, GError **error)
{
  g_autoptr(GString) national = g_string_new (digits);

  if (mend (national, plan))
    return g_strconcat ("+", plan->calling_code, national->str, NULL);

  refuse (error, "the number is too short, too long or not of the form numbers have after +%s: "
          "check its digits", plan->calling_code);
  return NULL;
}

static char *
write_international (const char *digits, GError **error)
{
  const KontorCountry *plan = find_calling_code (digits);

  if (plan == NULL)
    {
      refuse (error, "no country has this calling code: check the digits after the +");
      return NULL;
    }

  return write_number (digits + strlen (plan->calling_code), plan, error);
}

typedef enum {
  CALLING_CODE_ABSENT,
  CALLING_CODE_BARE,  /* "971501234567": it is there, its plus is not */
  CALLING_CODE_UNCLEAR,
} CallingCode;

/* Italy writes no trunk prefix, and its mobiles of ten digits begin with 39 as well. */
static CallingCode
judge_calling_code (const char *digits, const KontorCountry *plan)
{
  g_autoptr(GString) rest = NULL;
  gsize length = strlen (digits);

  if (!g_str_has_prefix (digits, plan->calling_code))
    return CALLING_CODE_ABSENT;

  rest = g_string_new (digits + strlen (plan->calling_code));
  if (!mend (rest, plan) || (g_str_equal (plan->calling_code, "39") && length <= 10))
    return CALLING_CODE_ABSENT;
  if (length > (gsize) plan->max_length || (plan->trunk[0] == '0' && rest->len >= SURE_LENGTH))
    return CALLING_CODE_BARE;

  return length < (gsize) plan->min_length ? CALLING_CODE_ABSENT : CALLING_CODE_UNCLEAR;
}

static char *
write_at_home (const char *digits, const KontorCountry *plan, GError **error)
{
  CallingCode calling_code = judge_calling_code (digits, plan);

  if (calling_code == CALLING_CODE_BARE)
    return write_international (digits, error);
  if (calling_code == CALLING_CODE_ABSENT)
    return write_number (digits, plan, error);

  refuse (error, "the number may begin with the calling code %s or not: put a + before it if it "
          "does, or else +%s", plan->calling_code, plan->calling_code);
  return NULL;
}

char *
kontor_phone_parse (const char *text, const char *default_country, GError **error)
{
  g_autoptr(GString) digits = g_string_new (NULL);
  const KontorCountry *home;
  gboolean has_plus;
  gsize leaving;

  if (!read_digits (text, digits, &has_plus, error))
    return NULL;
  if (has_plus)
    return write_international (digits->str, error);

  home = default_country != NULL ? find_country (default_country) : NULL;
  if (home == NULL)
    {
      if (default_country == NULL)
        refuse (error, "the country code is missing: write it as +971 50 123 4567");
      else
        refuse (error, "“%s” is no country: give its two letters, such as AE", default_country);
      return NULL;
    }

  leaving = match_any (digits->str, home->international);
  if (leaving > 0 && find_calling_code (digits->str + leaving) != NULL)
    {
      char *phone = write_international (digits->str + leaving, NULL);

      if (phone != NULL)
        return phone;
    }

  return write_at_home (digits->str, find_calling_code (home->calling_code), error);
}

static const KontorCountry *
find_plan (const char *phone)
{
  return phone != NULL && phone[0] == '+' ? find_calling_code (phone + 1) : NULL;
}

gboolean
kontor_phone_is_plausible (const char *phone)
{
  const KontorCountry *plan = find_plan (phone);
  const char *national;

  if (plan == NULL)
    return FALSE;

  national = phone + 1 + strlen (plan->calling_code);
  if (strspn (phone + 1, "0123456789") != strlen (phone + 1))
    return FALSE;
  if (g_str_equal (plan->calling_code, "52") && strlen (national) == 11)
    return national[0] == '1';

  return is_in_plan (national, plan);
}

char **
kontor_phone_variants (const char *phone)
{
  g_autoptr(GStrvBuilder) forms = g_strv_builder_new ();
  g_autofree char *canonical = kontor_phone_parse (phone, NULL, NULL);
  g_autofree char *other = NULL;

  if (canonical == NULL)
    canonical = g_strdup (phone);
  g_strv_builder_add (forms, canonical);

  if (g_str_has_prefix (canonical, "+52"))
    other = g_strconcat ("+521", canonical + 3, NULL);
  else if (g_str_has_prefix (canonical, "+55") && strlen (canonical) == 14 && canonical[5] == '9')
    other = g_strdup_printf ("%.5s%s", canonical, canonical + 6);
  else if (g_str_has_prefix (canonical, "+549") && strlen (canonical) == 14)
    other = g_strconcat ("+54", canonical + 4, NULL);
  else if (g_str_has_prefix (canonical, "+54") && strlen (canonical) == 13 && canonical[3] < '4')
    other = g_strconcat ("+549", canonical + 3, NULL);
  if (other != NULL)
    g_strv_builder_add (forms, other);

  return g_strv_builder_end (forms);
}

char *
kontor_phone_redact (const char *phone)
{
  GString *shown;
  gsize head = 0, length;

  if (!kontor_phone_is_plausible (phone))
    return g_strdup ("•••");

  head = 1 + strlen (find_plan (phone)->calling_code);
  length = strlen (phone);
  shown = g_string_new_len (phone, head);
  for (gsize i = head; i < length - 2; i++)
    g_string_append (shown, "•");
  g_string_append (shown, phone + length - 2);

  return g_string_free (shown, FALSE);
}

const char *
kontor_phone_country (const char *phone)
{
  const KontorCountry *plan = find_plan (phone);
  const char *national;

  if (plan == NULL || !g_ascii_isalpha (plan->code[0]))
    return NULL;

  national = phone + 1 + strlen (plan->calling_code);
  for (gsize i = 0; i < kontor_n_countries; i++)
    if (g_str_equal (kontor_countries[i].calling_code, plan->calling_code) &&
        match_any (national, kontor_countries[i].areas) > 0)
      return kontor_countries[i].code;

  return plan->code;
}
