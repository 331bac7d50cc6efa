import type { ListQuery } from '../../../kernel/page.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Raw } from '../../../platform/http/route.ts'
import { exportList, type ExportColumn } from '../../../platform/list/export.ts'
import { getForm, listSubmissions } from './queries.ts'
import type { Submission } from './schema.ts'

const keys = ['id', 'createdAt', 'contactId', 'contactName', 'language', 'address', 'agent'] as const

export async function exportSubmissions(
  ctx: Ctx,
  formId: string,
  format: 'csv' | 'jsonl',
  query: ListQuery,
): Promise<Raw> {
  const { fields } = await getForm(ctx, formId)
  const columns: ExportColumn<Submission>[] = [
    ...keys.map(key => ({ key, label: key, value: (row: Submission) => row[key] })),
    ...fields.map(({ key, label }) => ({
      key: `answers.${key}`,
      label: label.en,
      value: (row: Submission) => row.answers[key],
    })),
    { key: 'consents', label: 'consents', value: row => row.consents.map(({ purposeId }) => purposeId) },
    { key: 'fileIds', label: 'fileIds', value: row => row.fileIds },
  ]
  return exportList(ctx, format, 'submissions', columns, query, page => listSubmissions(ctx, formId, page))
}
