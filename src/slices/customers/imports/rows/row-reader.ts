import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { ImportTarget, TargetColumn } from '../import-target.ts'
import { cleanCell } from './cell.ts'
import { fieldReader } from './custom-field.ts'
import { Report } from './report.ts'
import type { RowReader, RowRules } from './rules.ts'

const words = defineMessages('imports.row-reader', {
  manyCells: 'Has {length} cells, but the file has {length2} columns. A quotation mark or delimiter may be missing.',
})

/** Reads rows of one import: the mapping is worked out once, so that each row costs one call a filled cell. */
export function rowReader<Draft, Raw>(target: ImportTarget<Draft, Raw>, rules: RowRules): RowReader<Draft> {
  const reads = rules.mapping.map(mapped => {
    if (mapped === null) return null
    const key = mapped.target.startsWith('fields.') ? mapped.target.slice('fields.'.length) : null
    return key === null ? columnOf(target, mapped.target).read : customReader(target, key, rules)
  })
  const report = new Report()
  return (row, cells) => {
    report.reset()
    const raw = target.empty(row)
    for (let at = 0; at < reads.length; at++) {
      const read = reads[at]
      const cell = cells[at]
      if (!read || !cell) continue
      const text = cleanCell(cell)
      if (text === '') continue
      report.column = rules.columns[at]!
      read(raw, text, report, rules)
    }
    report.column = null
    if (cells.length > rules.columns.length && cells.slice(rules.columns.length).some(cell => cell.trim() !== '')) {
      report.refuse(say(words, 'manyCells', { length: cells.length, length2: rules.columns.length }))
    }
    const draft = target.settle(raw, cells, report, rules)
    return { row, draft, problems: report.problems, warnings: report.warnings }
  }
}

function columnOf<Raw>({ columns }: { columns: readonly TargetColumn<Raw>[] }, key: string): TargetColumn<Raw> {
  const column = columns.find(known => known.key === key)
  if (!column) throw new Error(`There is no target ${key}.`)
  return column
}

function customReader<Draft, Raw>(
  target: ImportTarget<Draft, Raw>,
  key: string,
  rules: RowRules,
): TargetColumn<Raw>['read'] | null {
  const field = rules.fields.find(known => known.key === key)
  if (!field) return null
  const read = fieldReader(field, rules)
  return (raw, text, report) => {
    const value = read(text, report)
    if (value !== undefined) target.customFields!(raw)[key] = value
  }
}
