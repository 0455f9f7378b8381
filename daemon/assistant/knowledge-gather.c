/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assistant/knowledge-gather.h"

#include <string.h>

#define LONGEST 1200       /* characters of a passage, about */
#define LONGEST_BLOCK 2400 /* a block above this is cut at the end of a sentence */
#define DEPTH KONTOR_GATHER_DEPTH

typedef struct {
  char *heads[DEPTH];
  char *question;
  char *text;
} Section;

static void
section_free (gpointer data)
{
  Section *section = data;

  for (guint i = 0; i < DEPTH; i++)
    g_free (section->heads[i]);
  g_free (section->question);
  g_free (section->text);
  g_free (section);
}

void
kontor_gather_init (KontorGather *self)
{
  *self = (KontorGather) {
    .made = g_ptr_array_new_with_free_func (section_free),
    .text = g_string_new (NULL),
    .block = g_string_new (NULL),
  };
}

void
kontor_gather_clear (KontorGather *self)
{
  g_ptr_array_unref (self->made);
  for (guint i = 0; i < DEPTH; i++)
    g_free (self->heads[i]);
  g_free (self->question);
  g_string_free (self->text, TRUE);
  g_string_free (self->block, TRUE);
}

void
kontor_gather_end_passage (KontorGather *self)
{
  Section *section;

  g_strchomp (self->text->str);
  if (*self->text->str != '\0')
    {
      section = g_new0 (Section, 1);
      for (guint i = 0; i < DEPTH; i++)
        section->heads[i] = g_strdup (self->heads[i]);
      section->question = g_strdup (self->question);
      section->text = g_strdup (self->text->str);
      g_ptr_array_add (self->made, section);
    }
  g_string_truncate (self->text, 0);
  self->chars = 0;
}

static void
add_block (KontorGather *self, const char *block, gsize len)
{
  glong chars = g_utf8_strlen (block, len);

  if (self->chars > 0 && self->chars + chars > LONGEST)
    kontor_gather_end_passage (self);
  if (self->chars > 0)
    g_string_append (self->text, "\n\n");
  g_string_append_len (self->text, block, len);
  self->chars += chars + 2;
}

/* Where a block that is too long is best cut: after a sentence, else a word, else anywhere. */
static gsize
find_cut (const char *text, gsize most)
{
  gsize space = 0, end = most;

  for (gsize at = 1; at < most; at++)
    {
      if (!g_ascii_isspace (text[at]))
        continue;
      if (strchr (".!?\n", text[at - 1]) != NULL && at > most / 2)
        end = at;
      space = at;
    }
  if (end < most)
    return end;
  if (space > 0)
    return space;

  return (gsize) (g_utf8_find_prev_char (text, text + most + 1) - text);
}

void
kontor_gather_end_block (KontorGather *self)
{
  const char *at;
  gsize left;

  g_strchomp (self->block->str);
  at = self->block->str;
  left = strlen (at);
  while (left > LONGEST_BLOCK)
    {
      gsize cut = find_cut (at, LONGEST);

      add_block (self, at, cut);
      at += cut;
      left -= cut;
      for (; left > 0 && g_ascii_isspace (*at); at++)
        left--;
    }
  if (left > 0)
    add_block (self, at, left);
  g_string_truncate (self->block, 0);
  self->in_list = FALSE;
}

void
kontor_gather_add_line (KontorGather *self, const char *line, gboolean own_line)
{
  if (self->block->len > 0)
    g_string_append_c (self->block, own_line ? '\n' : ' ');
  g_string_append (self->block, line);
}

void
kontor_gather_start_head (KontorGather *self, guint level, const char *title)
{
  kontor_gather_end_block (self);
  kontor_gather_end_passage (self);
  g_clear_pointer (&self->question, g_free);
  if (level == 1)
    {
      self->top_is_first |= self->n_tops == 0 && self->made->len == 0 && self->heads[1] == NULL;
      self->n_tops++;
    }
  for (guint i = level - 1; i < DEPTH; i++)
    g_clear_pointer (&self->heads[i], g_free);
  self->heads[level - 1] = g_strdup (title);
}

/* "Q: …" begins a passage, "A: …" its text. */
static const char *
skip_label (const char *line, const char *const *labels)
{
  for (; *labels != NULL; labels++)
    {
      gsize len = strlen (*labels);

      if (g_ascii_strncasecmp (line, *labels, len) == 0 && (line[len] == ':' || line[len] == '.') &&
          (g_ascii_isspace (line[len + 1]) || line[len + 1] == '\0'))
        return line + len + 1 + strspn (line + len + 1, " \t");
    }

  return NULL;
}

gboolean
kontor_gather_take_pair (KontorGather *self, const char *line)
{
  static const char *const questions[] = { "Q", "Question", NULL };
  static const char *const answers[] = { "A", "Answer", NULL };
  const char *rest = skip_label (line, questions);

  if (rest != NULL)
    {
      kontor_gather_end_block (self);
      kontor_gather_end_passage (self);
      g_free (self->question);
      self->question = g_strdup (rest);
      return TRUE;
    }
  rest = self->question != NULL ? skip_label (line, answers) : NULL;
  if (rest == NULL)
    return FALSE;
  kontor_gather_end_block (self);
  kontor_gather_add_line (self, rest, FALSE);

  return TRUE;
}

static char *
dup_title (const Section *section, guint first)
{
  GString *title = g_string_new (NULL);

  for (guint i = first; i < DEPTH; i++)
    if (section->heads[i] != NULL && *section->heads[i] != '\0')
      g_string_append_printf (title, "%s%s", title->len > 0 ? " › " : "", section->heads[i]);
  if (title->len == 0 && section->heads[0] != NULL)
    g_string_append (title, section->heads[0]);

  return g_string_free (title, FALSE);
}

static GVariant *
make_values (const Section *section, guint first, const char *source)
{
  g_auto(GVariantDict) values = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *title = dup_title (section, first);

  if (*title != '\0')
    g_variant_dict_insert (&values, "title", "s", title);
  if (section->question != NULL && *section->question != '\0')
    g_variant_dict_insert (&values, "question", "s", section->question);
  else if (g_str_has_suffix (title, "?"))
    g_variant_dict_insert (&values, "question", "s", title);
  g_variant_dict_insert (&values, "text", "s", section->text);
  if (source != NULL && *source != '\0')
    g_variant_dict_insert (&values, "source", "s", source);

  return g_variant_ref_sink (g_variant_dict_end (&values));
}

GPtrArray *
kontor_gather_make (const KontorGather *self, const char *source, gboolean names_page)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  guint first = names_page && self->n_tops == 1 && self->top_is_first ? 1 : 0;

  for (guint i = 0; i < self->made->len; i++)
    g_ptr_array_add (all, make_values (self->made->pdata[i], first, source));

  return all;
}
