import type { z } from 'zod'
import type { Ctx } from '../../../platform/context.ts'
import { textIn } from '../../../platform/languages.ts'
import { prepare } from './jobs/prepare.ts'
import { importableKind } from './kinds.ts'
import type { Problem } from './rows/report.ts'
import type { previewRow } from './schema.ts'
import type { StoredImport } from './store.ts'

const mostRows = 20

type PreviewRow = z.output<typeof previewRow>

/** The first rows of the file as they will be understood. */
export async function previewRows(ctx: Ctx, found: StoredImport): Promise<PreviewRow[]> {
  const { reader, rows, rules } = await prepare(ctx, found)
  const { importTarget } = importableKind(ctx.app, found.object)
  const labels = new Map([
    ...importTarget.columns.map(column => [column.key, textIn(column.label, ctx.locale)] as const),
    ...rules.fields.map(field => [`fields.${field.key}`, field.label] as const),
  ])
  const lines: PreviewRow[] = []
  for await (const portion of rows(null)) {
    for (const { row, cells, fault } of portion) {
      if (lines.length === mostRows) return lines
      if (fault !== undefined) {
        lines.push({ row, values: [], problems: [{ column: null, reason: textIn(fault, ctx.locale) }], warnings: [] })
        continue
      }
      const { draft, problems, warnings } = reader(row, cells)
      const values = importTarget
        .describe(draft, ctx.workspace.locale)
        .flatMap(([target, value]) => (value ? [{ target, label: labels.get(target) ?? target, value }] : []))
      lines.push({ row, values, problems: reasoned(ctx, problems), warnings: reasoned(ctx, warnings) })
    }
  }
  return lines
}

function reasoned({ locale }: Ctx, problems: readonly Problem[]): Problem[] {
  return problems.map(({ column, reason }) => ({ column, reason: textIn(reason, locale) }))
}
