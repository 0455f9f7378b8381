/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What customers write to a chauffeur's and to a document service, beside what is understood:
 * "field=value; …" in the order of the service's fields, then date and time. It is Friday,
 * 20 November 2026, nine in the morning in Dubai. */
#include "assistant/extract.h"

#include <string.h>

typedef struct {
  const char *text;
  const char *expected;
  const char *asked;
} Said;

static void
add_field (KontorService *service, const char *name, const char *title, KontorFieldType type,
           KontorFoundBy found_by, const char *labels, const char *check)
{
  KontorServiceField *field = g_new0 (KontorServiceField, 1);

  field->name = g_strdup (name);
  field->title = g_strdup (title);
  field->type = type;
  field->found_by = found_by;
  field->labels = g_strsplit (labels, ",", -1);
  field->check = g_strdup (check);
  field->choices = g_ptr_array_new ();
  g_ptr_array_add (service->fields, field);
}

static void
add_choice (KontorService *service, const char *field, const char *title, const char *labels)
{
  KontorServiceChoice *choice = g_new0 (KontorServiceChoice, 1);

  choice->title = g_strdup (title);
  choice->labels = g_strsplit (labels, ",", -1);
  g_ptr_array_add (kontor_service_find_field (service, field)->choices, choice);
}

static void
free_field (gpointer data)
{
  KontorServiceField *field = data;

  for (guint i = 0; i < field->choices->len; i++)
    {
      KontorServiceChoice *choice = field->choices->pdata[i];

      g_free (choice->title);
      g_strfreev (choice->labels);
      g_free (choice);
    }
  g_ptr_array_unref (field->choices);
  g_free (field->name);
  g_free (field->title);
  g_strfreev (field->labels);
  g_free (field->check);
  g_free (field);
}

static KontorService *
start_service (const char *code, const char *name, const char *labels)
{
  KontorService *service = g_new0 (KontorService, 1);

  service->code = g_strdup (code);
  service->name = g_strdup (name);
  service->labels = g_strsplit (labels, ",", -1);
  service->fields = g_ptr_array_new_with_free_func (free_field);

  return service;
}

static KontorService *
chauffeur (void)
{
  KontorService *service = start_service ("chauffeur", "Chauffeur ride",
    "car,cars,ride,rides,taxi,cab,chauffeur,driver,transfer,limo,limousine,lift");

  add_field (service, "pickup", "Pickup", KONTOR_FIELD_TEXT, KONTOR_FOUND_BY_FROM,
             "pick up,pick-up,pickup location,pickup point", NULL);
  add_field (service, "dropoff", "Drop-off", KONTOR_FIELD_TEXT, KONTOR_FOUND_BY_TO,
             "drop off,dropoff,drop,destination,drop off location", NULL);
  add_field (service, "name", "Name", KONTOR_FIELD_TEXT, KONTOR_FOUND_BY_PERSON,
             "name,passenger name,guest name", NULL);
  add_field (service, "vehicle", "Vehicle", KONTOR_FIELD_CHOICE, KONTOR_FOUND_BY_LABEL,
             "vehicle,car type", NULL);
  add_choice (service, "vehicle", "BMW 5 Series", "bmw 5,5 series,bmw five series,bmw5");
  add_choice (service, "vehicle", "BMW 7 Series", "bmw 7,7 series,seven series,bmw7");
  add_choice (service, "vehicle", "Mercedes E-Class", "e class,mercedes e,merc e class");
  add_choice (service, "vehicle", "Mercedes S-Class", "s class,mercedes s,merc s class");
  add_choice (service, "vehicle", "Mercedes V-Class", "v class,mercedes v,van,minivan,vito");
  add_choice (service, "vehicle", "Cadillac Escalade", "escalade,cadillac,suv");
  add_field (service, "passengers", "Passengers", KONTOR_FIELD_NUMBER, KONTOR_FOUND_BY_COUNT,
             "passengers,passenger,people,persons,person,pax,guests,adults", NULL);
  add_field (service, "bags", "Bags", KONTOR_FIELD_NUMBER, KONTOR_FOUND_BY_COUNT,
             "bags,bag,luggage,suitcases,suitcase", NULL);
  add_field (service, "flight", "Flight", KONTOR_FIELD_TEXT, KONTOR_FOUND_BY_LABEL,
             "flight,flight number,flight no", "[A-Z]{2}[0-9]{2,4}");

  return service;
}

static KontorService *
document (void)
{
  KontorService *service = start_service ("passport", "Passport renewal",
                                          "passport,renewal,renew,document,documents");

  add_field (service, "name", "Name", KONTOR_FIELD_TEXT, KONTOR_FOUND_BY_PERSON,
             "name,full name,applicant", NULL);
  add_field (service, "nid", "NID", KONTOR_FIELD_TEXT, KONTOR_FOUND_BY_LABEL,
             "nid,nid no,national id,nid number", "[0-9]{10,17}");
  add_field (service, "phone", "Phone", KONTOR_FIELD_PHONE, KONTOR_FOUND_BY_LABEL,
             "phone,mobile,contact,phone number", NULL);
  add_field (service, "urgent", "Express", KONTOR_FIELD_YES_NO, KONTOR_FOUND_BY_LABEL,
             "express,express service", NULL);
  add_field (service, "birth", "Date of birth", KONTOR_FIELD_DATE, KONTOR_FOUND_BY_LABEL,
             "dob,birth date,born on", NULL);
  add_field (service, "company", "Company", KONTOR_FIELD_TEXT, KONTOR_FOUND_BY_LABEL,
             "company,company name", NULL);

  return service;
}

#include "assistant/extract-said.inc"

static KontorExtract *
read_said (const char *text, const KontorService *service, const char *country, const char *asked)
{
  g_autoptr(GDateTime) now = g_date_time_new_from_iso8601 ("2026-11-20T05:00:00Z", NULL);
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Dubai");
  KontorExtractContext context = {
    .language = kontor_language_find ("en"), .zone = zone, .country = country, .asked = asked,
    .now_us = g_date_time_to_unix (now) * G_USEC_PER_SEC,
  };

  return kontor_extract_read (text, service, &context);
}

static void
describe (GString *words, const KontorExtract *extract, const char *name)
{
  const char *value = g_hash_table_lookup (extract->values, name);

  if (value != NULL)
    g_string_append_printf (words, "%s%s=%s", words->len > 0 ? "; " : "", name, value);
}

static guint
check (const Said *said, const KontorService *service, const char *country)
{
  guint wrong = 0;

  for (; said->text != NULL; said++)
    {
      g_autoptr(KontorExtract) extract = read_said (said->text, service, country, said->asked);
      g_autoptr(GString) words = g_string_new (NULL);

      for (guint i = 0; i < service->fields->len; i++)
        describe (words, extract, ((KontorServiceField *) service->fields->pdata[i])->name);
      describe (words, extract, "date");
      describe (words, extract, "time");
      if (g_str_equal (words->str, said->expected))
        continue;
      g_test_message ("\"%s\"%s%s:\n  expected   %s\n  understood %s", said->text,
                      said->asked != NULL ? ", asked for " : "",
                      said->asked != NULL ? said->asked : "", said->expected, words->str);
      wrong++;
    }

  return wrong;
}

static void
test_chauffeur (gconstpointer said)
{
  g_autoptr(KontorService) service = chauffeur ();

  g_assert_cmpuint (check (said, service, "AE"), ==, 0);
}

static void
test_document (void)
{
  g_autoptr(KontorService) service = document ();

  g_assert_cmpuint (check (documents, service, "BD"), ==, 0);
}

static void
test_no_service (void)
{
  g_autoptr(KontorExtract) extract =
    read_said ("my name is Jeffrey, 0501234567, tomorrow at 9", NULL, "AE", NULL);

  g_assert_cmpstr (g_hash_table_lookup (extract->values, "name"), ==, "Jeffrey");
  g_assert_cmpstr (g_hash_table_lookup (extract->values, "phone"), ==, "+971501234567");
  g_assert_cmpstr (g_hash_table_lookup (extract->values, "date"), ==, "2026-11-21");
  g_assert_cmpstr (g_hash_table_lookup (extract->values, "time"), ==, "09:00");
  g_assert_cmpuint (g_hash_table_size (extract->values), ==, 4);
}

static void
test_problems (void)
{
  g_autoptr(KontorService) service = chauffeur ();
  g_autoptr(KontorExtract) past = read_said ("from JBR to DXB yesterday at 9", service, "AE", NULL);
  g_autoptr(KontorExtract) never = read_said ("from JBR to DXB on 31/02 at 9", service, "AE", NULL);

  g_assert_cmpuint (g_hash_table_size (past->problems), >, 0);
  g_assert_cmpuint (g_hash_table_size (never->problems), >, 0);
  g_assert_false (g_hash_table_contains (never->values, "date"));
  g_assert_cmpstr (g_hash_table_lookup (past->values, "pickup"), ==, "JBR");
}

static void
test_wishes (void)
{
  const KontorLanguage *language = kontor_language_find ("en");
  guint wrong = 0;

  for (guint i = 0; wishes[i] != NULL; i++)
    if (!kontor_extract_is_wish (wishes[i], language))
      {
        g_test_message ("no wish: %s", wishes[i]);
        wrong++;
      }
  for (guint i = 0; no_wishes[i] != NULL; i++)
    if (kontor_extract_is_wish (no_wishes[i], language))
      {
        g_test_message ("a wish: %s", no_wishes[i]);
        wrong++;
      }
  g_assert_cmpuint (wrong, ==, 0);
}

static void
test_services (void)
{
  const KontorLanguage *language = kontor_language_find ("en");
  g_autoptr(GPtrArray) services =
    g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_service_free);
  guint wrong = 0;

  g_ptr_array_add (services, chauffeur ());
  g_ptr_array_add (services, document ());
  for (const Said *said = meant; said->text != NULL; said++)
    {
      KontorService *service = kontor_extract_find_service (services, said->text, language);
      const char *code = service != NULL ? service->code : "";

      if (g_str_equal (code, said->expected))
        continue;
      g_test_message ("\"%s\": expected \"%s\", found \"%s\"", said->text, said->expected, code);
      wrong++;
    }
  g_assert_cmpuint (wrong, ==, 0);
}

/* French parts "d'identité" in two; whoever leaves the apostrophe out means the same. */
static void
test_parted_label (void)
{
  static const char *const said[] = {
    "il me faut une carte d'identité", "je voudrais une carte d’identité svp",
    "jai besoin dune carte didentite",
  };
  g_autoptr(GPtrArray) services =
    g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_service_free);

  g_ptr_array_add (services, chauffeur ());
  g_ptr_array_add (services, start_service ("id", "ID card", "carte d'identité"));
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    g_assert_true (kontor_extract_find_service (services, said[i], kontor_language_find ("fr")) ==
                   services->pdata[1]);
  g_assert_null (kontor_extract_find_service (services, "il me faut une carte d'invité",
                                              kontor_language_find ("fr")));
}

static void
test_only_service (void)
{
  const KontorLanguage *language = kontor_language_find ("en");
  g_autoptr(GPtrArray) services =
    g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_service_free);

  g_ptr_array_add (services, chauffeur ());
  g_assert_nonnull (kontor_extract_find_service (services, "from JBR to DXB", language));
  g_assert_null (kontor_extract_find_service (services, "is there wifi in the car?", language));
}

static void
test_long (void)
{
  static const char *const pieces[] = {
    "from ", "a to ", "name ", "3 passengers ", "bmw ", "0501234567 ", ", The ", "EK 202 ", "-> ",
    "not ", "sorry ", "pick me up at ", "\n", "1", "\xff", "x",
  };
  g_autoptr(KontorService) service = chauffeur ();

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(KontorExtract) extract = NULL;

      while (text->len < 65536)
        g_string_append (text, pieces[i]);
      extract = read_said (text->str, service, "AE", "pickup");
      g_assert_nonnull (extract);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/extract/routes-are-read-as-people-write-them", routes, test_chauffeur);
  g_test_add_data_func ("/extract/names-are-names-and-not-moods", names, test_chauffeur);
  g_test_add_data_func ("/extract/choices-are-the-shops-own", choices, test_chauffeur);
  g_test_add_data_func ("/extract/counts-and-flights-are-found", counts, test_chauffeur);
  g_test_add_data_func ("/extract/a-bare-answer-is-what-was-asked", answers, test_chauffeur);
  g_test_add_data_func ("/extract/a-correction-takes-the-place-of-what-was", corrections,
                        test_chauffeur);
  g_test_add_data_func ("/extract/small-talk-holds-nothing", negatives, test_chauffeur);
  g_test_add_func ("/extract/labels-announce-what-a-document-needs", test_document);
  g_test_add_func ("/extract/without-a-service-name-phone-and-time-are-read", test_no_service);
  g_test_add_func ("/extract/what-is-wrong-with-a-time-is-told", test_problems);
  g_test_add_func ("/extract/a-wish-is-no-question", test_wishes);
  g_test_add_func ("/extract/a-service-is-found-by-its-words", test_services);
  g_test_add_func ("/extract/a-label-is-found-where-its-words-are-parted", test_parted_label);
  g_test_add_func ("/extract/the-only-service-is-meant-unless-facts-are-asked", test_only_service);
  g_test_add_func ("/extract/long-and-broken-texts-are-read-through", test_long);

  return g_test_run ();
}
