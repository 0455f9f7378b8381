/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may stand in a field of each type, and how it is written and read back as text. */
#include "model/error.h"
#include "model/field.h"

static const KontorField code = { "code", KONTOR_FIELD_TEXT, .check = "[A-Z][0-9]+|none" };
static const KontorField state = { "state", KONTOR_FIELD_CHOICE, .choices = "draft|sent|paid" };

static GVariant *
make (const char *text)
{
  return g_variant_ref_sink (g_variant_new_parsed (text));
}

static void
allows (const KontorField *field, const char *text)
{
  g_autoptr(GVariant) value = make (text);
  g_autoptr(GError) error = NULL;

  g_assert_true (kontor_field_check (field, value, &error));
  g_assert_no_error (error);
}

static void
refuses (const KontorField *field, const char *text, const char *because)
{
  g_autoptr(GVariant) value = make (text);
  g_autoptr(GError) error = NULL;

  g_assert_false (kontor_field_check (field, value, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
  if (strstr (error->message, because) == NULL)
    g_test_fail_printf ("“%s” does not say “%s”", error->message, because);
}

static void
test_names (void)
{
  KontorFieldType found;

  for (int type = 0; type < KONTOR_FIELD_N_TYPES; type++)
    {
      g_assert_true (kontor_field_type_find (kontor_field_type_get_name (type), &found));
      g_assert_cmpint (found, ==, type);
    }
  g_assert_false (kontor_field_type_find ("colour", &found));
}

static void
test_other_type (void)
{
  for (int type = 0; type < KONTOR_FIELD_N_TYPES; type++)
    {
      const KontorField field = { "any", type };
      const GVariantType *right = kontor_field_get_variant_type (&field);

      if (!g_variant_type_equal (right, G_VARIANT_TYPE_STRING))
        refuses (&field, "'text'", kontor_field_type_get_name (type));
      if (!g_variant_type_equal (right, G_VARIANT_TYPE_INT64))
        refuses (&field, "int64 1", kontor_field_type_get_name (type));
      if (!g_variant_type_equal (right, G_VARIANT_TYPE_BOOLEAN))
        refuses (&field, "true", kontor_field_type_get_name (type));
      refuses (&field, "1", kontor_field_type_get_name (type)); /* 32 bits are another type */
    }
}

static void
test_empty (void)
{
  for (int type = 0; type < KONTOR_FIELD_N_TYPES; type++)
    {
      const KontorField field = { "any", type, .choices = "one|two", .check = "[0-9]" };

      if (g_variant_type_equal (kontor_field_get_variant_type (&field), G_VARIANT_TYPE_STRING))
        allows (&field, "''");
    }
  allows (&(KontorField) { "files", KONTOR_FIELD_ATTACHMENTS }, "@as []");
}

static void
test_one_line (void)
{
  const KontorField line = { "name", KONTOR_FIELD_TEXT };
  const KontorField lines = { "notes", KONTOR_FIELD_LONG_TEXT };

  allows (&line, "'Café “Mühle” 🚗'");
  refuses (&line, "'a\\nb'", "one line");
  refuses (&line, "'a\\r'", "one line");
  allows (&lines, "'a\\nb'");
}

static void
test_form (void)
{
  allows (&code, "'A7'");
  allows (&code, "'none'");
  refuses (&code, "'xA7'", "“xA7”");
  refuses (&code, "'A7x'", "“A7x”");
  refuses (&code, "'none7'", "“none7”");
  refuses (&(KontorField) { "code", KONTOR_FIELD_LONG_TEXT, .check = "A7" }, "'A7\\n'", "form");
}

static void
test_choice (void)
{
  allows (&state, "'sent'");
  refuses (&state, "'Sent'", "draft, sent, paid");
  refuses (&state, "'draft|sent'", "draft, sent, paid");
}

static void
test_calendar (void)
{
  const KontorField date = { "date", KONTOR_FIELD_DATE };

  allows (&date, "'2028-02-29'");
  refuses (&date, "'2026-02-29'", "2026-02-29");
  refuses (&date, "'29.02.2028'", "29.02.2028");
}

/* 05:00 UTC is 09:00 in Dubai: 1795237200 s. */
static void
test_time (void)
{
  const KontorField time = { "at", KONTOR_FIELD_TIME };

  allows (&time, "('2026-11-21T09:00', 'Asia/Dubai', int64 1795237200000000)");
  refuses (&time, "('2026-11-21T09:00', 'Asia/Dubai', int64 1795237200000001)", "not that instant");
  refuses (&time, "('2026-11-21T09:00', 'Europe/Berlin', int64 1795237200000000)",
           "not that instant");
  refuses (&time, "('2026-11-21T09:00', 'Asia/Nowhere', int64 1795237200000000)", "Asia/Nowhere");
  refuses (&time, "('nine', 'Asia/Dubai', int64 1795237200000000)", "nine");
}

static void
test_money (void)
{
  const KontorField price = { "price", KONTOR_FIELD_MONEY };

  allows (&price, "(int64 145050, 'AED')");
  allows (&price, "(int64 -9223372036854775808, 'JPY')");
  refuses (&price, "(int64 145050, 'XYZ')", "“XYZ”");
  refuses (&price, "(int64 145050, '')", "ISO 4217");
}

static void
test_phone (void)
{
  const KontorField phone = { "phone", KONTOR_FIELD_PHONE };

  allows (&phone, "'+971501234567'");
  refuses (&phone, "'+971 50 123 4567'", "+971501234567");
  refuses (&phone, "'call me'", "digits only");
}

static void
test_duration (void)
{
  const KontorField duration = { "duration", KONTOR_FIELD_DURATION };

  allows (&duration, "int64 0");
  refuses (&duration, "int64 -1", "negative");
}

static const struct {
  KontorFieldType type;
  const char     *text;
  const char     *value;
} written[] = {
  { KONTOR_FIELD_TEXT, " as it is ", "' as it is '" },
  { KONTOR_FIELD_LONG_TEXT, "two\nlines", "'two\\nlines'" },
  { KONTOR_FIELD_NUMBER, "9223372036854775807", "int64 9223372036854775807" },
  { KONTOR_FIELD_NUMBER, "-9223372036854775808", "int64 -9223372036854775808" },
  { KONTOR_FIELD_MONEY, "1450.50 AED", "(int64 145050, 'AED')" },
  { KONTOR_FIELD_MONEY, "-0.05 EUR", "(int64 -5, 'EUR')" },
  { KONTOR_FIELD_DATE, "2026-11-21", "'2026-11-21'" },
  { KONTOR_FIELD_TIME, "2026-11-21 09:00 Asia/Dubai",
    "('2026-11-21T09:00', 'Asia/Dubai', int64 1795237200000000)" },
  { KONTOR_FIELD_TIME, "2026-11-21 05:00 UTC",
    "('2026-11-21T05:00', 'UTC', int64 1795237200000000)" },
  { KONTOR_FIELD_TIME, "2026-11-21 14:00 Japan",
    "('2026-11-21T14:00', 'Japan', int64 1795237200000000)" },
  { KONTOR_FIELD_INSTANT, "2026-11-21T05:00:00Z", "int64 1795237200000000" },
  { KONTOR_FIELD_INSTANT, "2026-11-21T05:00:00.000007Z", "int64 1795237200000007" },
  { KONTOR_FIELD_INSTANT, "1969-12-31T23:59:59.999999Z", "int64 -1" },
  { KONTOR_FIELD_INSTANT, "1969-12-31T23:59:58Z", "int64 -2000000" },
  { KONTOR_FIELD_DURATION, "1h30m", "int64 5400" },
  { KONTOR_FIELD_CHOICE, "two", "'two'" },
  { KONTOR_FIELD_YES_NO, "yes", "true" },
  { KONTOR_FIELD_YES_NO, "no", "false" },
  { KONTOR_FIELD_LINK, "CT7", "'CT7'" },
  { KONTOR_FIELD_PHONE, "+971501234567", "'+971501234567'" },
  { KONTOR_FIELD_PHONE, "", "''" },
  { KONTOR_FIELD_ATTACHMENTS, "F1 F2", "['F1', 'F2']" },
  { KONTOR_FIELD_ATTACHMENTS, "", "@as []" },
};

static void
test_both_ways (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      const KontorField field = { "any", written[i].type, .choices = "one|two" };
      g_autoptr(GVariant) expected = make (written[i].value);
      g_autoptr(GError) error = NULL;
      g_autoptr(GVariant) value = kontor_field_from_text (&field, written[i].text, NULL, &error);
      g_autofree char *text = kontor_field_to_text (&field, expected);

      g_assert_no_error (error);
      g_assert_false (g_variant_is_floating (value));
      g_assert_cmpvariant (value, expected);
      g_assert_cmpstr (text, ==, written[i].text);
    }
}

static const struct {
  KontorFieldType type;
  const char     *text;
  const char     *because;
} unreadable[] = {
  { KONTOR_FIELD_NUMBER, "9223372036854775808", "9223372036854775808" },
  { KONTOR_FIELD_NUMBER, "1.0", "“1.0”" },
  { KONTOR_FIELD_NUMBER, "", "whole number" },
  { KONTOR_FIELD_MONEY, "12", "" },
  { KONTOR_FIELD_DATE, "2026-13-01", "2026-13-01" },
  { KONTOR_FIELD_TIME, "2026-10-25 02:30 Europe/Berlin", "happens twice" },
  { KONTOR_FIELD_TIME, "2026-03-29 02:30 Europe/Berlin", "jump over" },
  { KONTOR_FIELD_TIME, "2026-11-21 09:00 Mars/Base", "Mars/Base" },
  { KONTOR_FIELD_INSTANT, "yesterday", "yesterday" },
  { KONTOR_FIELD_DURATION, "a while", "" },
  { KONTOR_FIELD_CHOICE, "three", "one, two" },
  { KONTOR_FIELD_YES_NO, "maybe", "maybe" },
  { KONTOR_FIELD_PHONE, "050 123 4567", "" },
  { KONTOR_FIELD_TEXT, "caf\xe9", "UTF-8" },
};

static void
test_unreadable (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (unreadable); i++)
    {
      const KontorField field = { "any", unreadable[i].type, .choices = "one|two" };
      g_autoptr(GError) error = NULL;
      g_autoptr(GVariant) value = kontor_field_from_text (&field, unreadable[i].text, NULL, &error);

      g_assert_null (value);
      g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
      g_assert_nonnull (strstr (error->message, unreadable[i].because));
    }
}

static void
reads (KontorFieldType type, const char *text, const char *expected)
{
  const KontorLocale shop = { "Asia/Dubai", "AED", "AE" };
  const KontorField field = { "any", type };
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) value = kontor_field_from_text (&field, text, &shop, &error);
  g_autoptr(GVariant) right = make (expected);

  g_assert_no_error (error);
  g_assert_cmpvariant (value, right);
}

static void
test_locale (void)
{
  reads (KONTOR_FIELD_MONEY, "1450.5", "(int64 145050, 'AED')");
  reads (KONTOR_FIELD_MONEY, "12 EUR", "(int64 1200, 'EUR')");
  reads (KONTOR_FIELD_TIME, "2026-11-21 09:00",
         "('2026-11-21T09:00', 'Asia/Dubai', int64 1795237200000000)");
  reads (KONTOR_FIELD_TIME, "2026-11-21 06:00 Europe/Berlin",
         "('2026-11-21T06:00', 'Europe/Berlin', int64 1795237200000000)");
  reads (KONTOR_FIELD_PHONE, "050 123 4567", "'+971501234567'");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field/every-type-is-found-by-its-name", test_names);
  g_test_add_func ("/field/a-value-of-another-type-is-refused", test_other_type);
  g_test_add_func ("/field/an-empty-value-stands-for-none", test_empty);
  g_test_add_func ("/field/a-text-is-one-line-and-a-long-text-many", test_one_line);
  g_test_add_func ("/field/the-whole-text-must-have-the-form", test_form);
  g_test_add_func ("/field/a-wrong-choice-is-answered-with-the-right-ones", test_choice);
  g_test_add_func ("/field/a-date-is-a-day-of-the-calendar", test_calendar);
  g_test_add_func ("/field/a-time-is-its-instant-in-its-zone", test_time);
  g_test_add_func ("/field/money-has-a-currency-that-exists", test_money);
  g_test_add_func ("/field/a-phone-stands-in-full", test_phone);
  g_test_add_func ("/field/nothing-takes-less-than-no-time", test_duration);
  g_test_add_func ("/field/what-is-written-is-read-back-the-same", test_both_ways);
  g_test_add_func ("/field/what-cannot-be-read-is-refused-and-named", test_unreadable);
  g_test_add_func ("/field/what-a-text-leaves-unsaid-is-the-shops", test_locale);

  return g_test_run ();
}
