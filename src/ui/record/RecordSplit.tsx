import type { ReactNode } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import { useMessages } from '../i18n/i18n.tsx'
import { Section } from '../layout/Section.tsx'
import { SkeletonRows } from '../layout/SkeletonRows.tsx'
import { SplitPage } from '../layout/SplitPage.tsx'
import { Slot } from '../screen/Slot.tsx'
import classes from './Record.module.css'
import type { FullRecord, WebRecord } from './web-record.ts'

const messages = defineMessages('ui.record-split', { timeline: 'Timeline' })

/** Places of a record's page that other slices fill: what can be written, what happened, what is going on, what can be done. */
export const recordSlots = ['record.compose', 'record.main', 'record.now', 'record.actions'] as const

interface RecordSlotProps {
  record: WebRecord<any, any>
  full: FullRecord
  name: (typeof recordSlots)[number]
  fallback?: ReactNode
}

/** A place on the page of a record. */
export function RecordSlot({ record, full, ...slot }: RecordSlotProps) {
  const subject = {
    kind: record.name,
    table: record.table,
    id: full.id,
    name: record.titleOf(full, ''),
    isDeleted: full.deletedAt !== null,
    full,
  }
  return <Slot props={subject} {...slot} />
}

export interface RecordSplitProps<Full extends FullRecord> {
  record: WebRecord<any, Full>
  full: Full
  head: ReactNode
  who: ReactNode
}

/** A record in three columns: who it is, what happened, what is going on now. */
export function RecordSplit<Full extends FullRecord>({ record, full, head, who }: RecordSplitProps<Full>) {
  return (
    <SplitPage
      who={
        <>
          <div className={classes.whoHead}>{head}</div>
          {who}
        </>
      }
      whoSummary={head}
      now={<RecordSlot record={record} full={full} name="record.now" fallback={<SkeletonRows count={2} />} />}
    >
      {full.deletedAt === null && <RecordSlot record={record} full={full} name="record.compose" />}
      <div className={classes.main}>
        <RecordSlot record={record} full={full} name="record.main" fallback={<MainSkeleton />} />
      </div>
    </SplitPage>
  )
}

/** What is going on and what happened with a record, at the end of a page without columns. */
export function RecordHistory({ record, full }: Pick<RecordSlotProps, 'record' | 'full'>) {
  const t = useMessages(messages)
  return (
    <>
      <RecordSlot record={record} full={full} name="record.now" />
      <Section title={t('timeline')}>
        <div className={classes.history}>
          {full.deletedAt === null && <RecordSlot record={record} full={full} name="record.compose" />}
          <RecordSlot record={record} full={full} name="record.main" fallback={<MainSkeleton />} />
        </div>
      </Section>
    </>
  )
}

/** The same places while the record is on its way. */
export function RecordSplitSkeleton() {
  return (
    <SplitPage
      who={<SkeletonRows count={10} height={28} />}
      whoSummary={<SkeletonRows count={1} height={44} />}
      now={<SkeletonRows count={8} />}
    >
      <MainSkeleton />
    </SplitPage>
  )
}

function MainSkeleton() {
  return (
    <div className={classes.skeleton}>
      <SkeletonRows count={8} height={52} />
    </div>
  )
}
