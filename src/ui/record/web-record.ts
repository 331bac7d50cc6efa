import { useCallback, type ComponentType } from 'react'
import type { z } from 'zod'
import type { Endpoint } from '../../kernel/endpoint.ts'
import type { Messages } from '../../kernel/messages.ts'
import type { Owned, Permission } from '../../kernel/permissions.ts'
import type { pictureEndpoints } from '../../kernel/record/picture.ts'
import type { Columns, RecordDefinition } from '../../kernel/record/record.ts'
import { addressOf, type AnyEndpoint } from '../api/call.ts'
import type { UseListState } from '../screen/list-state.ts'
import type { ExportFormat } from '../toolbar/ExportMenu.tsx'
import type { RecordField } from './record-field.ts'
import type { WebKind } from './web-kind.ts'

/** Takes `{ ids }`. */
export type IdsEndpoint = Endpoint<
  undefined,
  undefined,
  z.ZodObject<{ ids: z.ZodArray<z.ZodType<string, string>> }>,
  any
>

/** What the screens of records need of the app around them. */
export interface RecordHost {
  useCan: () => (permission: Permission) => boolean
  /** Whether a record is of those that the reader may change: all, or their own and their teams'. */
  useIsWithin: () => (record: Owned) => boolean
  useListState: UseListState
  /** The fields that a record lists, with what its columns and the workspace know of them; its custom fields follow. */
  useFields: (record: WebRecord<any, any>) => readonly RecordField<any>[]
  /** The id of the reader, whose a new record is at first. */
  useMember: () => string
  /** The tags of a record, put on and taken off. */
  Tags: ComponentType<{ record: WebRecord<any, any>; full: FullRecord & { tagIds: readonly string[] } }>
}

/** As `recordEndpoints` makes them; a kind that lacks some lacks what they are for. */
export interface WebEndpoints {
  list: AnyEndpoint
  listDeleted?: AnyEndpoint
  export?: AnyEndpoint
  create?: AnyEndpoint
  get?: AnyEndpoint
  change?: AnyEndpoint
  delete?: AnyEndpoint
  restore?: AnyEndpoint
  save?: AnyEndpoint
  deleteMany?: IdsEndpoint
  restoreMany?: IdsEndpoint
}

/** A record as its own page has it. */
export interface FullRecord {
  id: string
  deletedAt: string | null
}

/**
 * What is particular to a field, or its key where its column says all; `*` stands for all columns that are listed, written
 * or filtered and not named before: what is named after it stands among them.
 */
export type FieldGiven<Row> =
  string | (Partial<RecordField<Row>> & { key: string; /** Names it instead of its key. */ word?: string })

/** A kind of records as its screens need it; each screen is made of this one value and of what is particular to it. */
export interface WebRecord<Row extends { id: string }, Full extends { id: string } = Row> extends WebKind {
  /** Address of its list; a record is one below it, the bin at `/bin`. */
  href: string
  host: RecordHost
  columns: Columns
  /** Everybody sees it, also who may not change it. */
  isShared?: boolean
  endpoints: WebEndpoints
  /** Where it has a picture. */
  pictures?: ReturnType<typeof pictureEndpoints>
  /** Formats of the export. */
  formats?: readonly ExportFormat[]
  /** As the address writes it: `-placedAt`. */
  defaultSort: string
  /** Names of its fields, where they are not those that many kinds have, and of what there is to choose from. */
  words: Messages
  /** In the order of the columns. */
  fields: readonly FieldGiven<Row>[]
  useFields: () => readonly RecordField<Row>[]
  /** What a record is called; `one` is the noun. */
  titleOf: (record: Row | Full, one: string) => string
}

type Particular<Row extends { id: string }, Full extends { id: string }> = Pick<
  WebRecord<Row, Full>,
  'host' | 'endpoints' | 'fields' | 'words'
> &
  Partial<WebRecord<Row, Full>> & { definition: RecordDefinition }

/** Listed under its table by name, and called by that, where nothing else is said. */
export function webRecord<Row extends { id: string }, Full extends { id: string } = Row>(
  kind: WebKind,
  { definition, ...particular }: Particular<Row, Full>,
): WebRecord<Row, Full> {
  const record: WebRecord<Row, Full> = {
    href: `/${kind.table}`,
    defaultSort: 'name',
    titleOf: named => (named as { name?: string }).name ?? '',
    useFields: () => particular.host.useFields(record),
    columns: definition.columns,
    isShared: definition.isShared,
    ...kind,
    ...particular,
    fields: withOthers(particular.fields, definition.columns),
  }
  return record
}

export const fieldKeyOf = (given: FieldGiven<any>) => (typeof given === 'string' ? given : given.key)

function withOthers<Row>(given: readonly FieldGiven<Row>[], columns: Columns): readonly FieldGiven<Row>[] {
  const star = given.indexOf('*')
  if (star < 0) return given
  const [first, rest] = [given.slice(0, star), given.slice(star + 1)]
  const named = ['id', 'fields', ...first.map(fieldKeyOf)]
  const isShown = ([key, { uses }]: [string, Columns[string]]) =>
    !named.includes(key) && !uses.includes('later') && uses.some(use => ['listed', 'written', 'filtered'].includes(use))
  const others = Object.entries(columns)
    .filter(isShown)
    .map(([key]) => rest.find(field => fieldKeyOf(field) === key) ?? key)
  return [...first, ...others, ...rest.filter(field => !others.includes(field))]
}

/** Whether the reader may change records of this kind. */
export function useMayWrite({ host, endpoints }: WebRecord<any, any>): boolean {
  const can = host.useCan()
  return endpoints.change !== undefined && can(endpoints.change.access as Permission)
}

/** Whether one of what everybody sees is the reader's to change; of other kinds all that they see are. */
export function useIsTheirs<Row extends object>({ host, isShared }: WebRecord<any, any>): (row: Row) => boolean {
  const isWithin = host.useIsWithin()
  return useCallback(row => !isShared || isWithin(row as unknown as Owned), [isShared, isWithin])
}

/** Whether the reader sees only their own of this kind, and those of their teams. */
export function useIsHeld({ host, isShared }: WebRecord<any, any>): boolean {
  const isWithin = host.useIsWithin()
  return !isShared && !isWithin({ ownerId: null, teamId: null })
}

/** Whether the reader may change this one now, and take it to the bin; take it out of there, where it is `isDeleted`. */
export function useMayChange(record: WebRecord<any, any>, full: FullRecord | undefined, isDeleted = false): boolean {
  const mayWrite = useMayWrite(record)
  const isTheirs = useIsTheirs(record)
  return mayWrite && full !== undefined && isTheirs(full) && (full.deletedAt !== null) === isDeleted
}

/** The address of a record's picture, if it has one. */
export function pictureOf({ pictures }: WebRecord<any, any>, row: { id: string; pictureFileId?: string | null }) {
  const { id, pictureFileId } = row
  return pictures && pictureFileId
    ? addressOf(pictures.get, { params: { id }, query: { v: pictureFileId } })
    : undefined
}
