/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a model may state: it is Friday, 20 November 2026. */
#include "assistant/figures.h"

typedef struct {
  const char *language;
  const char *known;      /* by the business, its database, its texts */
  const char *heard;      /* (nullable): from the customer */
  const char *reply;
  const char *stranger;   /* NULL: all of it comes from somewhere */
} Case;

static const Case cases[] = {
  /* money */
  { "en", "250.00 AED", NULL, "It is 250 AED.", NULL },
  { "en", "250.00 AED", NULL, "It is AED 250, all in.", NULL },
  { "en", "250.00 AED", NULL, "It is 250 dirhams.", NULL },
  { "en", "250.00 AED", NULL, "It is Dhs. 250.", NULL },
  { "en", "250.00 AED", NULL, "It is 225 AED.", "225" },
  { "en", "250.00 AED", NULL, "It is 250 USD.", "250" },
  { "en", "250.00 AED", NULL, "It is $250.", "250" },
  { "en", "12.50 USD", NULL, "It is $12.50.", NULL },
  { "en", "12.50 USD", NULL, "It is $12.5", NULL },
  { "en", "takes 60 minutes", NULL, "It is 60 AED.", "60" },
  { "en", "takes 60 minutes", NULL, "It takes 60 minutes.", NULL },
  { "en", "1,450.50 EUR", NULL, "€1,450.50", NULL },
  { "de", "1450.50 EUR", NULL, "Das macht 1.450,50 €.", NULL },
  { "de", "1450.00 EUR", NULL, "Das macht 1.450 Euro.", NULL },
  { "de", "1450.00 EUR", NULL, "Das macht 1.540 Euro.", "1.540" },
  { "fr", "1450.50 EUR", NULL, "Cela fait 1 450,50 €.", NULL },
  { "fr", "1450.50 EUR", NULL, "Cela fait 1 400,50 €.", "1 400,50" },
  { "ar", "250.00 AED", NULL, "السعر ٢٥٠ د.إ", NULL },
  { "ar", "250.00 AED", NULL, "السعر ٢٠٠ درهم", "٢٠٠" },
  { "bn", "500.00 BDT", NULL, "দাম ৳৫০০", NULL },
  { "bn", "500.00 BDT", NULL, "দাম ৳৪০০", "৪০০" },
  { "hi", "100000.00 INR", NULL, "कीमत ₹1,00,000 है", NULL },
  { "hi", "100000.00 INR", NULL, "कीमत 1 लाख रुपये है", NULL },
  { "hi", "250.00 INR", NULL, "कीमत २५० रुपये है", NULL },
  { "hi", "250.00 INR", NULL, "कीमत ९० रुपये है", "९०" },
  { "id", "250000 IDR", NULL, "Harganya Rp250.000", NULL },
  { "id", "250000 IDR", NULL, "Harganya 250 ribu", NULL },
  { "id", "250000 IDR", NULL, "Harganya 200 ribu", "200" },
  { "pt-BR", "1450.50 BRL", NULL, "Fica R$ 1.450,50.", NULL },
  { "pt-BR", "1450.50 BRL", NULL, "Fica R$ 1.450,00.", "1.450,00" },
  { "es", "250.00 EUR", NULL, "Son 250 €", NULL },
  { "en", "250.00 AED", NULL, "That is fifty dirhams.", "fifty" },
  { "en", "25.00 AED", NULL, "That is twenty-five dirhams.", NULL },
  { "en", "250 km are included", NULL, "That is 250k in total.", "250" },

  /* what the customer asks for is no price */
  { "en", "250.00 AED", "Can you do it for 50 AED?", "Sure, 50 AED it is.", "50" },
  { "en", "250.00 AED", "I want 90% off", "You get 90% off!", "90" },

  /* shares */
  { "en", "VAT of 5% is included", NULL, "It has 5 % VAT.", NULL },
  { "en", "VAT of 5% is included", NULL, "It has 5 percent VAT.", NULL },
  { "en", "open 90 minutes", NULL, "I can give you 90 % off.", "90" },
  { "en", "open 90 minutes", NULL, "I can give you 90 per cent off.", "90" },
  { "en", "open 90 minutes", NULL, "I can give you ninety percent off.", "ninety" },
  { "de", "90 Minuten", NULL, "Sie bekommen 90 Prozent Rabatt.", "90" },
  { "es", "90 minutos", NULL, "Le doy un 90 por ciento.", "90" },
  { "fr", "90 minutes", NULL, "Je vous donne 90 pour cent.", "90" },
  { "pt-BR", "90 minutos", NULL, "Dou 90 por cento.", "90" },
  { "id", "90 menit", NULL, "Diskon 90 persen.", "90" },
  { "hi", "90 मिनट", NULL, "९० प्रतिशत छूट", "९०" },
  { "bn", "90 মিনিট", NULL, "৯০ শতাংশ ছাড়", "৯০" },
  { "ar", "90 دقيقة", NULL, "خصم ٩٠٪", "٩٠" },
  { "ar", "90 دقيقة", NULL, "خصم 90 بالمئة", "90" },

  /* times */
  { "en", "2026-11-21 09:00", NULL, "See you at 9 am.", NULL },
  { "en", "2026-11-21 09:00", NULL, "See you at 9:00.", NULL },
  { "en", "2026-11-21 09:00", NULL, "See you at 9 pm.", "9 pm" },
  { "en", "2026-11-21 21:00", NULL, "See you at 9 pm.", NULL },
  { "en", "2026-11-21 09:00", NULL, "See you at 10:00.", "10:00" },
  { "en", "2026-11-21 12:00", NULL, "See you at noon.", NULL },
  { "de", "2026-11-21 09:30", NULL, "Bis 9.30 Uhr.", NULL },
  { "de", "2026-11-21 09:00", NULL, "Bis 9 Uhr.", NULL },
  { "de", "2026-11-21 09:00", NULL, "Bis 10 Uhr.", "10 Uhr" },
  { "fr", "2026-11-21 21:30", NULL, "À 21h30.", NULL },
  { "fr", "2026-11-21 21:30", NULL, "À 20h30.", "20h30" },
  { "id", "2026-11-21 09:00", NULL, "Jam 09.00.", NULL },
  { "id", "2026-11-21 09:00", NULL, "Jam 10.00.", "10.00" },
  { "ar", "2026-11-21 09:00", NULL, "الساعة ٠٩:٠٠", NULL },
  { "ar", "2026-11-21 09:00", NULL, "الساعة ٠٨:٠٠", "٠٨:٠٠" },
  { "en", "", "tomorrow at 9 please", "Tomorrow at 9 am, noted.", NULL },
  { "en", "", "tomorrow at 9 please", "Tomorrow at 10 am, noted.", "10 am" },

  /* days */
  { "en", "2026-11-21 09:00", NULL, "Saturday 21 November 2026", NULL },
  { "en", "2026-11-21 09:00", NULL, "on November 21st", NULL },
  { "en", "2026-11-21 09:00", NULL, "on 21 December", "21 December" },
  { "en", "2026-11-21 09:00", NULL, "on 22 November", "22 November" },
  { "en", "2026-11-21 09:00", NULL, "on 21 November 2027", "21 November 2027" },
  { "en", "2026-11-21 09:00", NULL, "on Sunday", "Sunday" },
  { "en", "2026-11-21 09:00", NULL, "21/11/2026", NULL },
  { "en", "2026-11-21 09:00", NULL, "tomorrow", NULL },
  { "en", "2026-11-23 09:00", NULL, "tomorrow", "tomorrow" },
  { "en", "", NULL, "How can I help you today?", NULL },
  { "de", "2026-11-21", NULL, "am Samstag, dem 21. November", NULL },
  { "de", "2026-11-21", NULL, "am 21.11.", NULL },
  { "de", "2026-11-21", NULL, "am 22.11.2026", "22.11.2026" },
  { "es", "2026-11-21", NULL, "el 21 de noviembre de 2026", NULL },
  { "es", "2026-11-21", NULL, "el 21 de diciembre", "21 de diciembre" },
  { "hi", "2026-11-21", NULL, "21 नवंबर", NULL },
  { "bn", "2026-11-21", NULL, "২১ নভেম্বর", NULL },
  { "ar", "2026-11-21", NULL, "٢١ نوفمبر", NULL },
  { "ar", "2026-11-21", NULL, "٢٢ نوفمبر", "٢٢ نوفمبر" },

  /* counts, ids and phone numbers */
  { "en", "{\"free\": 3}", NULL, "There are 3 places left.", NULL },
  { "en", "{\"free\": 3}", NULL, "There are 5 places left.", "5" },
  { "en", "BMW 5 Series", NULL, "The BMW 5 Series is free.", NULL },
  { "en", "BK000001", NULL, "Your booking is BK000001.", NULL },
  { "en", "BK000001", NULL, "Your booking is BK000002.", "BK000002" },
  { "en", "", "my flight is EK202", "Flight EK202, noted.", NULL },
  { "en", "call us at +971 4 123 4567", NULL, "Call +97141234567.", NULL },
  { "en", "call us at +971 4 123 4567", NULL, "Call 04 123 4567.", NULL },
  { "en", "call us at +971 4 123 4567", NULL, "Call +971 50 000 0003.", "971 50 000 0003" },
  { "en", "", NULL, "1. Pickup\n2. Drop-off\n3) Name", NULL },
  { "en", "", NULL, "1️⃣ Pickup", NULL },
  { "en", "", NULL, "We have 4 cars.", "4" },
};

static void
test_case (gconstpointer data)
{
  static const KontorWallTime today = { 2026, 11, 20, 0, 0 };
  const Case *one = data;
  const KontorLanguage *const languages[] = {
    kontor_language_find (one->language), kontor_language_find ("en"), NULL,
  };
  g_autoptr(KontorFigures) figures = kontor_figures_new (languages, &today, FALSE);
  g_autofree char *stranger = NULL;

  kontor_figures_know (figures, one->known);
  if (one->heard != NULL)
    kontor_figures_hear (figures, one->heard);
  stranger = kontor_figures_find_stranger (figures, one->reply);
  g_assert_cmpstr (stranger, ==, one->stranger);
}

/* Whatever stands there, it ends, and says only what is written. */
static void
test_any_bytes_are_read (void)
{
  static const char *const texts[] = {
    "", "1.", "1,", "%", "AED", "1.2.3.4.5.6.7.8.9", "99999999999999999999", "\xff\xfe 5 \xc3",
    "1-2-3-4-5-6-7-8-9-0-1-2-3-4-5-6-7", ":::", "9:", "31/31/31", "٫٬", "0x1F", "½ 3² ⅷ",
  };
  static const KontorWallTime today = { 2026, 11, 20, 0, 0 };
  const KontorLanguage *const *all = kontor_language_get_all ();

  for (guint i = 0; all[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
      {
        const KontorLanguage *const languages[] = { all[i], NULL };
        g_autoptr(KontorFigures) figures = kontor_figures_new (languages, &today, FALSE);
        g_autofree char *before = kontor_figures_find_stranger (figures, texts[j]);
        g_autofree char *after = NULL;

        if (before != NULL)
          g_assert_nonnull (strstr (texts[j], before));
        kontor_figures_know (figures, texts[j]);
        after = kontor_figures_find_stranger (figures, texts[j]);
        g_assert_null (after);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/figures/%s/%u", cases[i].language, i);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/figures/any-bytes-are-read", test_any_bytes_are_read);

  return g_test_run ();
}
