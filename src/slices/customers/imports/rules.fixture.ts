import { inEnglish, readStored } from '../../../kernel/messages.ts'
import type { Mapping } from './mapped-column.ts'
import type { RowRules } from './rows/rules.ts'

/** Rules by which a row with these targets is read. */
export const rulesOf = (targets: (string | null)[], more: Partial<RowRules> = {}): RowRules => ({
  source: 'shop',
  columns: targets.map((_, at) => `c${at}`),
  mapping: targets.map(target => (target === null ? null : { target })) as Mapping,
  dateOrder: 'dmy',
  decimalMark: '.',
  currency: 'EUR',
  timeZone: 'Europe/Prague',
  country: 'CZ',
  fields: [],
  choices: new Map(),
  members: new Map([
    ['olga@example.com', 'm1'],
    ['olga owner', 'm1'],
  ]),
  ...more,
})

export const fieldOf = (
  key: string,
  type: 'number' | 'date' | 'yesno' | 'choice' | 'choices' | 'money' | 'link' | 'text',
) => ({
  id: key,
  object: 'contact' as const,
  key,
  label: key,
  type,
  options: ['Red', 'Blue'],
  currency: null,
  position: 0,
})

/** A reason as an English reader sees it. */
export const said = (reason: string) => inEnglish(readStored(reason)!)
