import { cleanCell } from './rows/cell.ts'
import { companySetter, emptyCompany, settleCompany } from './rows/company-row.ts'
import { contactSetter, emptyContact, settleHandles } from './rows/contact-row.ts'
import { fieldReader } from './rows/custom-field.ts'
import type { ContactDraft, Drafts, ParsedRow, RowRules } from './rows/draft.ts'
import { emptyNote, noteSetter, settleNote } from './rows/note-row.ts'
import { emptyOrder, orderSetter, settleOrder } from './rows/order-row.ts'
import { Report } from './rows/report.ts'

type Setter<Raw> = (raw: Raw, text: string, report: Report) => void

/** Reads rows of one import: the mapping is worked out once, so that each row costs one call a filled cell. */
export function rowReader<O extends keyof Drafts>(
  object: O,
  rules: RowRules,
): (row: number, cells: readonly string[]) => ParsedRow<Drafts[O]> {
  const readers = {
    contacts: () =>
      reader(
        rules,
        target => contactSetter(target, rules),
        emptyContact,
        draft => draft.fields,
        (draft, _, report) => settleContact(draft, rules, report),
      ),
    companies: () =>
      reader(
        rules,
        target => companySetter(target, rules),
        emptyCompany,
        draft => draft.fields,
        (draft, _, report) => (settleCompany(draft, rules, report), draft),
      ),
    orders: () =>
      reader(
        rules,
        target => orderSetter(target, rules),
        emptyOrder,
        raw => raw.draft.fields,
        (raw, cells, report) => settleOrder(raw, cells, rules, report),
      ),
    notes: () =>
      reader(
        rules,
        target => noteSetter(target, rules),
        emptyNote,
        () => ({}),
        (raw, _, report) => settleNote(raw, rules, report),
      ),
  }
  return readers[object]() as (row: number, cells: readonly string[]) => ParsedRow<Drafts[O]>
}

function reader<Raw, Draft>(
  rules: RowRules,
  setterOf: (target: string) => Setter<Raw>,
  empty: (row: number) => Raw,
  fieldsOf: (raw: Raw) => Record<string, unknown>,
  settle: (raw: Raw, cells: readonly string[], report: Report) => Draft,
): (row: number, cells: readonly string[]) => ParsedRow<Draft> {
  const setters = rules.mapping.map(mapped => {
    if (mapped === null) return null
    const key = mapped.target.startsWith('fields.') ? mapped.target.slice('fields.'.length) : null
    return key === null ? setterOf(mapped.target) : fieldSetter(key, rules, fieldsOf)
  })
  const report = new Report()
  return (row, cells) => {
    report.reset()
    const raw = empty(row)
    for (let at = 0; at < setters.length; at++) {
      const setter = setters[at]
      const cell = cells[at]
      if (!setter || !cell) continue
      const text = cleanCell(cell)
      if (text === '') continue
      report.column = rules.columns[at]!
      setter(raw, text, report)
    }
    report.column = null
    if (cells.length > rules.columns.length && cells.slice(rules.columns.length).some(cell => cell.trim() !== '')) {
      report.refuse(
        `Has ${cells.length} cells, but the file has ${rules.columns.length} columns. A quotation mark or delimiter may be missing.`,
      )
    }
    const draft = settle(raw, cells, report)
    return { row, draft, problems: report.problems, warnings: report.warnings }
  }
}

function fieldSetter<Raw>(
  key: string,
  rules: RowRules,
  fieldsOf: (raw: Raw) => Record<string, unknown>,
): Setter<Raw> | null {
  const field = rules.fields.find(known => known.key === key)
  if (!field) return null
  const read = fieldReader(field, rules)
  return (raw, text, report) => {
    const value = read(text, report)
    if (value !== undefined) fieldsOf(raw)[key] = value
  }
}

/** Completes a contact: its handles in their normal form, and a name or a handle there must be. */
export function settleContact(draft: ContactDraft, rules: RowRules, report: Report): ContactDraft {
  settleHandles(draft, rules, report)
  if (draft.values.country === undefined) delete draft.values.country
  const isNamed = Boolean(draft.name || draft.firstName || draft.lastName)
  if (!isNamed && draft.handles.length === 0 && report.problems.length === 0)
    report.refuse('Has no name, e-mail, phone or id.', null)
  return draft
}
