/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/csv.h"

#include "model/error.h"

/* Rows joined by newlines, fields by |; or the error's text. */
static char *
read_all (const char *text, gssize length, char delimiter)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, length >= 0 ? (gsize) length : strlen (text));
  g_autoptr(KontorCsvReader) reader = kontor_csv_reader_new (bytes, delimiter);
  g_autoptr(GString) all = g_string_new (NULL);

  for (;;)
    {
      g_autoptr(GError) error = NULL;
      g_auto(GStrv) row = NULL;
      g_autofree char *joined = NULL;

      if (!kontor_csv_reader_next (reader, &row, &error))
        {
          g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
          g_assert_null (row);
          return g_strdup (error->message);
        }
      if (row == NULL)
        return g_string_free (g_steal_pointer (&all), FALSE);
      joined = g_strjoinv ("|", row);
      g_string_append_printf (all, "%u:%s\n", kontor_csv_reader_get_line (reader), joined);
    }
}

static void
check (const char *text, const char *expected)
{
  g_autofree char *got = read_all (text, -1, 0);

  g_assert_cmpstr (got, ==, expected);
}

static void
test_rows_are_read_as_rfc_4180_says (void)
{
  check ("", "");
  check ("a,b,c\r\n1,2,3\r\n", "1:a|b|c\n2:1|2|3\n");
  check ("a,b\n1,2", "1:a|b\n2:1|2\n");
  check ("a,b\r1,2\r", "1:a|b\n2:1|2\n");
  check ("a,,\n,b,\n,,\n", "1:a||\n2:|b|\n3:||\n");
  check ("\"a\",\"b,c\"\n", "1:a|b,c\n");
  check ("\"say \"\"hi\"\"\",\"\"\n", "1:say \"hi\"|\n");
  check ("\"\"\"\"\n", "1:\"\n");
  check ("\"one\r\ntwo\nthree\",x\ny,z\n", "1:one\r\ntwo\nthree|x\n4:y|z\n");
  check ("a b, c \n", "1:a b| c \n");
  check ("5\" pipe,x\n", "1:5\" pipe|x\n");
  check ("a,b,\"\"", "1:a|b|\n");
  check ("a,", "1:a|\n");
}

static void
test_marks_and_blank_lines_are_skipped (void)
{
  check ("\xef\xbb\xbf" "a,b\n", "1:a|b\n");
  check ("\xef\xbb\xbf\"a\",b\n", "1:a|b\n");
  check ("\xef\xbb\xbf", "");
  check ("\n\r\n\ra,b\n\n\nc,d\n\n", "4:a|b\n7:c|d\n");
}

static void
test_the_delimiter_is_guessed_from_the_first_row (void)
{
  check ("a;b\n1,5;2\n", "1:a|b\n2:1,5|2\n");
  check ("a\tb\n1\t2\n", "1:a|b\n2:1|2\n");
  check ("\"a;b;c;d\",b\n", "1:a;b;c;d|b\n");
  check ("name\nx;y\n", "1:name\n2:x;y\n");
  check ("\n\na;b\n", "3:a|b\n");

  {
    g_autofree char *told = read_all ("a;b,c\n", -1, ',');

    g_assert_cmpstr (told, ==, "1:a;b|c\n");
  }
}

static void
check_error (const char *text, gssize length, const char *start)
{
  g_autofree char *got = read_all (text, length, 0);

  g_assert_true (g_str_has_prefix (got, start));
}

static void
test_an_error_names_its_line (void)
{
  check_error ("a,b\nc,\"d\ne\nf", -1, "line 2: the quote");
  check_error ("a,b\r\n\"c\"d,e\r\n", -1, "line 2: something stands after");
  check_error ("a,\"b\nc\" ,d\n", -1, "line 2: something stands after");
  check_error ("a\nb\nM\xfcller\n", -1, "line 3: not UTF-8");
  check_error ("a\n\"x\ny\nM\xfcller\"\n", -1, "line 4: not UTF-8");
  check_error ("a\nb\0c\n", 6, "line 2: a NUL byte");
  check_error ("\xff\xfe" "a\0,\0", 6, "line 1: not UTF-8");
  check_error ("a\n\"x\n\xc3\"", -1, "line 3: not UTF-8");
}

static void
test_an_error_comes_again (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("a\n\"b", 4);
  g_autoptr(KontorCsvReader) reader = kontor_csv_reader_new (bytes, 0);
  char **row;

  g_assert_true (kontor_csv_reader_next (reader, &row, NULL));
  g_strfreev (row);
  g_assert_false (kontor_csv_reader_next (reader, &row, NULL));
  g_assert_false (kontor_csv_reader_next (reader, &row, NULL));
}

static void
check_written (const char * const *fields, const char *expected)
{
  g_autoptr(GString) csv = g_string_new (NULL);

  kontor_csv_write_row (csv, ',', fields);
  g_assert_cmpstr (csv->str, ==, expected);
}

static void
test_quotes_are_written_where_they_are_needed (void)
{
  check_written ((const char *[]) { "a", "b c", "", NULL }, "a,b c,\r\n");
  check_written ((const char *[]) { "a,b", "c;d", " e", NULL }, "\"a,b\",\"c;d\",\" e\"\r\n");
  check_written ((const char *[]) { "say \"hi\"", "x\ny", NULL },
                 "\"say \"\"hi\"\"\",\"x\ny\"\r\n");
  check_written ((const char *[]) { "", NULL }, "\"\"\r\n");
}

static void
test_formulas_are_guarded (void)
{
  check_written ((const char *[]) { "=1+1", "+971501234567", NULL }, "'=1+1,'+971501234567\r\n");
  check_written ((const char *[]) { "-5", "@x", "\tx", NULL }, "'-5,'@x,\"'\tx\"\r\n");
  check_written ((const char *[]) { "'=1", "'s", "a=b", NULL }, "''=1,'s,a=b\r\n");
  check ("'+971501234567,'=1,''=1,'s,''\n", "1:+971501234567|=1|'=1|'s|''\n");
}

static void
test_what_is_exported_is_imported_as_it_was (void)
{
  const char * const pieces[] = { "a", "é", "👍", ",", ";", "\t", "\"", "'", "=", "+", "-", "@",
                                  "\r", "\n", " ", "\xef\xbb\xbf", "\r\n", "971" };

  for (guint round = 0; round < 3000; round++)
    {
      guint width = g_test_rand_int_range (1, 5);
      char delimiter = ",;\t"[g_test_rand_int_range (0, 3)];
      g_autoptr(GPtrArray) row = g_ptr_array_new_with_free_func (g_free);
      g_autoptr(GString) csv = g_string_new (NULL);
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(KontorCsvReader) reader = NULL;

      for (guint i = 0; i < width; i++)
        {
          GString *field = g_string_new (NULL);

          for (int n = g_test_rand_int_range (0, 5); n > 0; n--)
            g_string_append (field, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
          g_ptr_array_add (row, g_string_free (field, FALSE));
        }
      g_ptr_array_add (row, NULL);
      kontor_csv_write_row (csv, delimiter, (const char * const *) row->pdata);
      kontor_csv_write_row (csv, delimiter, (const char * const *) row->pdata);

      bytes = g_bytes_new (csv->str, csv->len);
      reader = kontor_csv_reader_new (bytes, delimiter);
      for (guint i = 0; i < 2; i++)
        {
          g_autoptr(GError) error = NULL;
          g_auto(GStrv) back = NULL;

          g_assert_true (kontor_csv_reader_next (reader, &back, &error));
          g_assert_no_error (error);
          g_assert_cmpstrv (back, row->pdata);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv/rows-are-read-as-rfc-4180-says", test_rows_are_read_as_rfc_4180_says);
  g_test_add_func ("/csv/marks-and-blank-lines-are-skipped",
                   test_marks_and_blank_lines_are_skipped);
  g_test_add_func ("/csv/the-delimiter-is-guessed-from-the-first-row",
                   test_the_delimiter_is_guessed_from_the_first_row);
  g_test_add_func ("/csv/an-error-names-its-line", test_an_error_names_its_line);
  g_test_add_func ("/csv/an-error-comes-again", test_an_error_comes_again);
  g_test_add_func ("/csv/quotes-are-written-where-they-are-needed",
                   test_quotes_are_written_where_they_are_needed);
  g_test_add_func ("/csv/formulas-are-guarded", test_formulas_are_guarded);
  g_test_add_func ("/csv/what-is-exported-is-imported-as-it-was",
                   test_what_is_exported_is_imported_as_it_was);

  return g_test_run ();
}
