import type { RawBuilder } from 'kysely'
import type { RecordKind } from '../../../platform/record/record-kind.ts'

declare module '../../../platform/record/record-kind.ts' {
  interface RecordKind {
    /** Its records have a timeline, at `/{table}/{id}/timeline` and on their pages. */
    timeline?: RecordTimeline
  }
}

export interface RecordTimeline {
  /** Column of the events that names the record, where more stands on its timeline than what is about itself. */
  column?: 'contact_id' | 'company_id'
  /** Where records are merged into others. */
  merged?: {
    /** The record that is asked for, `asked`, beside the one that it belongs to now, `c`. */
    askedAndRoot: RawBuilder<unknown>
    /** All ids that the history of the record `alias` is written with. */
    idsOfRoot(alias: string): RawBuilder<string[]>
  }
}

export type WithTimeline = RecordKind & { timeline: RecordTimeline }

export function hasTimeline(kind: RecordKind): kind is WithTimeline {
  return kind.timeline !== undefined
}
