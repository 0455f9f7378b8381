/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What JSON may be is tests/model/test-json.c's, which reads through the same code. */
#include "model/tree.h"

#include <string.h>

#include "model/error.h"
#include "model/json.h"

#define ALL "{\"a\":1,\"t\":\"x\\u00e9\\n\",\"y\":true,\"d\":-0.5,\"n\":null,\"id\":\"77\"," \
            "\"l\":[1,{\"b\":[]},\"z\"],\"o\":{\"in\":\"\"}}"

static KontorTree *
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  KontorTree *root = kontor_tree_parse (text, strlen (text), &error);

  g_assert_no_error (error);

  return root;
}

static void
test_each_getter_gives_what_is_there (void)
{
  g_autoptr(KontorTree) root = parse (ALL);
  g_autofree char *number = kontor_tree_dup_id (root, "a"), *text = kontor_tree_dup_id (root, "id");

  g_assert_true (kontor_tree_is_object (root));
  g_assert_cmpint (kontor_tree_get_int (root, "a", 0), ==, 1);
  g_assert_cmpint (kontor_tree_get_int (root, "id", 0), ==, 77);
  g_assert_cmpstr (kontor_tree_get_text (root, "t"), ==, "xé\n");
  g_assert_true (kontor_tree_get_yes (root, "y"));
  g_assert_cmpfloat (kontor_tree_get_double (root, "d", 0), ==, -0.5);
  g_assert_cmpfloat (kontor_tree_get_double (root, "a", 0), ==, 1);
  g_assert_cmpstr (kontor_tree_get_text (kontor_tree_get_object (root, "o"), "in"), ==, "");
  g_assert_cmpstr (number, ==, "1");
  g_assert_cmpstr (text, ==, "77");
}

static void
test_what_is_missing_or_of_another_type_is_nothing (void)
{
  g_autoptr(KontorTree) root = parse (ALL);
  static const char *const names[] = { "missing", "n", "l", "y" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_null (kontor_tree_get_text (root, names[i]));
      g_assert_null (kontor_tree_get_object (root, names[i]));
      g_assert_null (kontor_tree_dup_id (root, names[i]));
      g_assert_cmpint (kontor_tree_get_int (root, names[i], 5), ==, 5);
      g_assert_cmpfloat (kontor_tree_get_double (root, names[i], 5), ==, 5);
    }
  g_assert_null (kontor_tree_get_array (root, "o"));
  g_assert_false (kontor_tree_get_yes (root, "a"));
  g_assert_null (kontor_tree_get (NULL, "a"));
  g_assert_null (kontor_tree_get (kontor_tree_get_array (root, "l"), "a"));
  g_assert_null (kontor_tree_get_first (NULL));
  g_assert_null (kontor_tree_get_first (kontor_tree_get (root, "t")));
}

static void
test_of_two_with_the_same_name_the_last_counts (void)
{
  g_autoptr(KontorTree) root = parse ("{\"a\":\"first\",\"b\":0,\"a\":\"last\"}");
  g_autoptr(JsonNode) node = kontor_tree_to_node (root);

  g_assert_cmpstr (kontor_tree_get_text (root, "a"), ==, "last");
  g_assert_cmpstr (kontor_json_get_text (json_node_get_object (node), "a"), ==, "last");
}

static void
test_a_list_is_walked_in_its_order (void)
{
  g_autoptr(KontorTree) root = parse ("[0,1,2,3,4,5,6,7,8,9]");
  g_autoptr(GString) said = g_string_new (NULL);
  const KontorTree *element;

  for (element = kontor_tree_get_first (root); element != NULL;
       element = kontor_tree_get_next (element))
    {
      g_autoptr(JsonNode) node = kontor_tree_to_node (element);

      g_string_append_printf (said, "%d", (int) json_node_get_int (node));
    }
  g_assert_cmpstr (said->str, ==, "0123456789");
}

/* More than lie in one room. */
static void
test_a_large_one_is_whole (void)
{
  g_autoptr(GString) text = g_string_new ("[\"\"");
  g_autoptr(KontorTree) root = NULL;
  g_autoptr(JsonNode) node = NULL;

  for (guint i = 1; i < 10000; i++)
    g_string_append_printf (text, ",\"%u\"", i);
  g_string_append_c (text, ']');
  root = parse (text->str);
  node = kontor_tree_to_node (root);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (node)), ==, 10000);
  for (guint i = 1; i < 10000; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      g_assert_cmpstr (json_array_get_string_element (json_node_get_array (node), i), ==, number);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tree/each-getter-gives-what-is-there", test_each_getter_gives_what_is_there);
  g_test_add_func ("/tree/what-is-missing-or-of-another-type-is-nothing",
                   test_what_is_missing_or_of_another_type_is_nothing);
  g_test_add_func ("/tree/of-two-with-the-same-name-the-last-counts",
                   test_of_two_with_the_same_name_the_last_counts);
  g_test_add_func ("/tree/a-list-is-walked-in-its-order", test_a_list_is_walked_in_its_order);
  g_test_add_func ("/tree/a-large-one-is-whole", test_a_large_one_is_whole);

  return g_test_run ();
}
