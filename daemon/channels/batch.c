/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "channels/batch.h"

KontorBatch *
kontor_batch_new (void)
{
  KontorBatch *batch = g_new0 (KontorBatch, 1);

  batch->messages = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_message_free);
  batch->own = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_message_free);
  batch->receipts = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_receipt_free);
  batch->notices = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_notice_free);
  batch->renamed = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_person_free);

  return batch;
}

void
kontor_batch_free (KontorBatch *batch)
{
  g_ptr_array_unref (batch->messages);
  g_ptr_array_unref (batch->own);
  g_ptr_array_unref (batch->receipts);
  g_ptr_array_unref (batch->notices);
  g_ptr_array_unref (batch->renamed);
  g_free (batch);
}
