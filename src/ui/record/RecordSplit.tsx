import type { ReactNode } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import { useMessages } from '../i18n/i18n.tsx'
import { SkeletonRows } from '../layout/SkeletonRows.tsx'
import { SplitPage } from '../layout/SplitPage.tsx'
import { Slot } from '../screen/Slot.tsx'
import type { Slots } from '../screen/slots.ts'
import classes from './Record.module.css'
import type { FullRecord, WebRecord } from './web-record.ts'

const messages = defineMessages('ui.record-split', { who: 'Who', timeline: 'Timeline', now: 'Now' })

/** Places of a record's page that other slices fill: what can be written, what happened, what is going on, what can be done. */
export const recordSlots = ['compose', 'main', 'now', 'actions'] as const

export function slotOf({ name }: WebRecord<any, any>, slot: (typeof recordSlots)[number]): keyof Slots {
  return `${name}.${slot}` as keyof Slots
}

/** A place on the page of a record: `contact.main` is told `contactId` and the name. */
export function RecordSlot(props: {
  record: WebRecord<any, any>
  full: FullRecord
  name: (typeof recordSlots)[number]
  fallback?: ReactNode
}) {
  const { record, full } = props
  const told = { ...full, [`${record.name}Id`]: full.id, name: record.titleOf(full, '') }
  return <Slot name={slotOf(record, props.name)} props={told as never} fallback={props.fallback} />
}

export interface RecordSplitProps<Full extends FullRecord> {
  record: WebRecord<any, Full>
  full: Full
  head: ReactNode
  who: ReactNode
}

/** A record in three columns: who it is, what happened, what is going on now. */
export function RecordSplit<Full extends FullRecord>({ record, full, head, who }: RecordSplitProps<Full>) {
  const t = useMessages(messages)
  return (
    <SplitPage
      who={
        <>
          <div className={classes.whoHead}>{head}</div>
          {who}
        </>
      }
      whoSummary={head}
      whoLabel={t('who')}
      mainLabel={t('timeline')}
      nowLabel={t('now')}
      now={<RecordSlot record={record} full={full} name="now" fallback={<SkeletonRows count={2} />} />}
    >
      {full.deletedAt === null && <RecordSlot record={record} full={full} name="compose" />}
      <div className={classes.main}>
        <RecordSlot record={record} full={full} name="main" fallback={<MainSkeleton />} />
      </div>
    </SplitPage>
  )
}

/** The same places while the record is on its way. */
export function RecordSplitSkeleton() {
  const t = useMessages(messages)
  return (
    <SplitPage
      who={<SkeletonRows count={10} height={28} />}
      whoSummary={<SkeletonRows count={1} height={44} />}
      whoLabel={t('who')}
      mainLabel={t('timeline')}
      nowLabel={t('now')}
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
