/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "remote/fields.h"

/* Most kinds that are told are never looked at: what they hold is read when it is. */
struct _KontorRemoteFields {
  GVariant     *told;   /* (nullable) */
  GStringChunk *texts;
  GArray       *array;  /* of KontorField, ended by one without name; NULL until it is read */
};

/* NULL when empty. */
static const char *
keep_text (KontorRemoteFields *self, GVariant *told, const char *name)
{
  const char *text = kontor_record_get_text (told, name);

  return text != NULL && *text != '\0' ? g_string_chunk_insert_const (self->texts, text) : NULL;
}

static const char *
keep_choices (KontorRemoteFields *self, GVariant *told)
{
  g_autofree const char **choices = NULL;
  g_autofree char *joined = NULL;

  if (!g_variant_lookup (told, "choices", "^a&s", &choices) || choices[0] == NULL ||
      *choices[0] == '\0')
    return NULL;
  joined = g_strjoinv ("|", (char **) choices);

  return g_string_chunk_insert_const (self->texts, joined);
}

static void
add (KontorRemoteFields *self, GVariant *told)
{
  KontorField field = {
    .name = keep_text (self, told, "name"), .title = keep_text (self, told, "title"),
    .choices = keep_choices (self, told), .of = keep_text (self, told, "of"),
    .check = keep_text (self, told, "check"),
    .flags = (kontor_record_get_yes (told, "required") ? KONTOR_FIELD_REQUIRED : 0) |
             (kontor_record_get_yes (told, "read-only") ? KONTOR_FIELD_READ_ONLY : 0),
  };
  const char *type = kontor_record_get_text (told, "type");

  if (field.title == NULL)
    field.title = field.name;
  if (field.name != NULL && type != NULL && kontor_field_type_find (type, &field.type))
    g_array_append_val (self->array, field);
}

KontorRemoteFields *
kontor_remote_fields_new (GVariant *told)
{
  KontorRemoteFields *self = g_new0 (KontorRemoteFields, 1);

  self->told = told != NULL ? g_variant_ref (told) : NULL;

  return self;
}

static void
read_all (KontorRemoteFields *self)
{
  gsize count = self->told != NULL ? g_variant_n_children (self->told) : 0;

  self->texts = g_string_chunk_new (512);
  self->array = g_array_new (TRUE, TRUE, sizeof (KontorField));
  for (gsize i = 0; i < count; i++)
    {
      g_autoptr(GVariant) one = g_variant_get_child_value (self->told, i);

      add (self, one);
    }
  g_clear_pointer (&self->told, g_variant_unref);
}

void
kontor_remote_fields_free (KontorRemoteFields *self)
{
  g_clear_pointer (&self->told, g_variant_unref);
  g_clear_pointer (&self->texts, g_string_chunk_free);
  g_clear_pointer (&self->array, g_array_unref);
  g_free (self);
}

const KontorField *
kontor_remote_fields_get (KontorRemoteFields *self)
{
  if (self->array == NULL)
    read_all (self);

  return (const KontorField *) (gpointer) self->array->data;
}

static char *
dup_text (GVariant *told, const char *name)
{
  const char *text = kontor_record_get_text (told, name);

  return g_strdup (text != NULL ? text : "");
}

static void
free_step (gpointer data)
{
  KontorRemoteStep *step = data;

  g_free (step->title);
  g_free (step->text);
  g_strfreev (step->needs);
  g_strfreev (step->takes);
  g_free (step);
}

static char **
dup_names (GVariant *told, const char *name)
{
  char **names = NULL;

  return g_variant_lookup (told, name, "^as", &names) ? names : g_new0 (char *, 1);
}

static GPtrArray *
read_steps (GVariant *told)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (free_step);
  g_autoptr(GVariant) list = g_variant_lookup_value (told, "steps", G_VARIANT_TYPE ("aa{sv}"));

  for (gsize i = 0; list != NULL && i < g_variant_n_children (list); i++)
    {
      g_autoptr(GVariant) one = g_variant_get_child_value (list, i);
      KontorRemoteStep *step = g_new0 (KontorRemoteStep, 1);

      step->title = dup_text (one, "title");
      step->text = dup_text (one, "text");
      step->needs = dup_names (one, "needs");
      step->takes = dup_names (one, "takes");
      g_ptr_array_add (steps, step);
    }

  return steps;
}

KontorRemoteKind *
kontor_remote_kind_new (GVariant *told)
{
  KontorRemoteKind *self = g_new0 (KontorRemoteKind, 1);
  g_autoptr(GVariant) fields = g_variant_lookup_value (told, "fields", G_VARIANT_TYPE ("aa{sv}"));

  if (fields == NULL)
    fields = g_variant_lookup_value (told, "arguments", G_VARIANT_TYPE ("aa{sv}"));
  self->name = dup_text (told, "name");
  self->title = dup_text (told, "title");
  self->plural = dup_text (told, "plural");
  self->text = dup_text (told, "text");
  self->label = dup_text (told, "label");
  self->of = dup_text (told, "of");
  g_variant_lookup (told, "from", "^as", &self->from);
  self->writable = kontor_record_get_yes (told, "writable");
  self->fields = kontor_remote_fields_new (fields);
  self->steps = read_steps (told);

  return self;
}

void
kontor_remote_kind_free (KontorRemoteKind *self)
{
  g_free (self->name);
  g_free (self->title);
  g_free (self->plural);
  g_free (self->text);
  g_free (self->label);
  g_free (self->of);
  g_strfreev (self->from);
  kontor_remote_fields_free (self->fields);
  g_ptr_array_unref (self->steps);
  g_free (self);
}
