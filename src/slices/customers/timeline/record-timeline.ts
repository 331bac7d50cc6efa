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
}

export type WithTimeline = RecordKind & { timeline: RecordTimeline }

export function hasTimeline(kind: RecordKind): kind is WithTimeline {
  return kind.timeline !== undefined
}
