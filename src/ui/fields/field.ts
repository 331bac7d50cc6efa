export type FieldType =
  | 'text'
  | 'long'
  | 'password'
  | 'time'
  | 'number'
  | 'money'
  | 'date'
  | 'choice'
  | 'choices'
  | 'yesno'
  | 'link'
  | 'record'
  | 'member'
  | 'team'
  | 'tag'

export interface FieldOption {
  value: string
  label: string
  /** Second line: an e-mail, a domain. */
  hint?: string
}

export type SearchOptions = (query: string, signal: AbortSignal) => Promise<FieldOption[]>

/** What tables, filters and forms need to know of one field, built in or custom. */
export interface Field {
  key: string
  label: string
  type: FieldType
  /** What there is to choose from; of a relation, the records whose names are known already. */
  options?: readonly FieldOption[]
  /** For record, member, team and tag: finds options as the person types; '' lists the likeliest. */
  search?: SearchOptions
  /** For relations: makes a record of what was typed; absent where that is not allowed. */
  create?: (name: string) => Promise<FieldOption>
  /** For relations: holds several records. Tags always do. */
  multiple?: boolean
  /** How a form offers few choices: side by side, or as boxes to tick with their hints; yes or no is one box. */
  shownAs?: 'segments' | 'boxes'
  /** Names of records whose ids stand in a filter that came from the URL or a saved view. */
  resolve?: (ids: readonly string[]) => Promise<FieldOption[]>
  /** For money; amounts are minor units of it. */
  currency?: string
  /** A date that is really a moment: a day in a filter means the reader's whole day. */
  isInstant?: boolean
  sortable?: boolean
  /** False: lists are not filtered by it. */
  filterable?: boolean
  /** Narrows the operators offered for the type. */
  operators?: readonly FilterOperator[]
}

/** As the API writes it: `filter[field][operator]=value`. */
export type FilterOperator = 'eq' | 'ne' | 'in' | 'gt' | 'gte' | 'lt' | 'lte' | 'contains' | 'empty'

export interface Filter {
  field: string
  operator: FilterOperator
  /** As it goes to the API: `in` and several choices joined by commas, yes/no as true/false, money in minor units. */
  value: string
}

export type FieldValue = string | number | boolean | readonly string[] | null

const byType: Record<FieldType, readonly FilterOperator[]> = {
  text: ['contains', 'eq', 'ne', 'empty'],
  long: ['contains', 'empty'],
  password: [],
  time: [],
  link: ['contains', 'eq', 'empty'],
  number: ['eq', 'gt', 'gte', 'lt', 'lte', 'empty'],
  money: ['gte', 'lte', 'eq', 'empty'],
  date: ['gte', 'lte', 'eq', 'empty'],
  choice: ['in', 'ne', 'empty'],
  choices: ['in', 'empty'],
  yesno: ['eq'],
  record: ['in', 'ne', 'empty'],
  member: ['in', 'ne', 'empty'],
  team: ['in', 'ne', 'empty'],
  tag: ['in', 'ne', 'empty'],
}

export function operatorsOf(field: Field): readonly FilterOperator[] {
  return field.operators ?? byType[field.type]
}

export function isRelation(type: FieldType): boolean {
  return type === 'record' || type === 'member' || type === 'team' || type === 'tag'
}

/** What every control understands, whatever it edits. */
export interface ControlProps {
  label?: string
  'aria-label'?: string
  description?: string
  placeholder?: string
  error?: string
  /** A text stays a text when it is emptied, a choice cannot be taken back. */
  required?: boolean
  autoFocus?: boolean
  /** Dialogs and popovers look for this mark when they take the focus. */
  'data-autofocus'?: boolean
  disabled?: boolean
  maxLength?: number
  autoComplete?: string
}

/** What a control of certain types is told. */
export interface TypedControlProps {
  field: Field
  value: FieldValue
  onChange: (value: FieldValue) => void
  input: ControlProps
}

/** A filter is ready when it says something: an operator with a value. */
export function isComplete(filter: Filter): boolean {
  return filter.value !== ''
}
