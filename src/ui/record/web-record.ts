import type { z } from 'zod'
import type { Endpoint } from '../../kernel/endpoint.ts'
import type { Permission } from '../../kernel/permissions.ts'
import type { AnyEndpoint } from '../api/call.ts'
import type { UseListState } from '../screen/list-state.ts'
import type { ExportFormat } from '../toolbar/ExportMenu.tsx'
import type { RecordField } from './record-field.ts'
import type { Noun } from './noun.ts'
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
  useListState: UseListState
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

/** A kind of records as its screens need it; each screen is made of this one value and of what is particular to it. */
export interface WebRecord<Row extends { id: string }, Full extends { id: string } = Row> extends WebKind {
  noun: Noun
  /** Address of its list; a record is one below it, the bin at `/bin`. */
  href: string
  host: RecordHost
  endpoints: WebEndpoints
  /** Formats of the export. */
  formats?: readonly ExportFormat[]
  /** As the address writes it: `-placedAt`. */
  defaultSort: string
  /** Its fields, in the order of the columns. A hook. */
  useFields: () => readonly RecordField<Row>[]
  /** What a record is called; `one` is the noun. */
  titleOf: (record: Row | Full, one: string) => string
}

type Particular<Row extends { id: string }, Full extends { id: string }> = Pick<
  WebRecord<Row, Full>,
  'host' | 'endpoints' | 'useFields'
> &
  Partial<WebRecord<Row, Full>>

/** Listed under its table by name, and called by that, where nothing else is said. */
export function webRecord<Row extends { id: string }, Full extends { id: string } = Row>(
  kind: WebKind & { noun: Noun },
  particular: Particular<Row, Full>,
): WebRecord<Row, Full> {
  return {
    href: `/${kind.table}`,
    defaultSort: 'name',
    titleOf: record => (record as { name?: string }).name ?? '',
    ...kind,
    ...particular,
  }
}

/** Whether the reader may change records of this kind. */
export function useMayWrite({ host, endpoints }: WebRecord<any, any>): boolean {
  const can = host.useCan()
  return endpoints.change !== undefined && can(endpoints.change.access as Permission)
}
