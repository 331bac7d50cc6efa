import type { ReactNode } from 'react'
import { useEndpoint } from '../api/use-endpoint.ts'
import { SideSheet } from '../layout/SideSheet.tsx'
import { SkeletonRows } from '../layout/SkeletonRows.tsx'
import { Loaded } from '../screen/Loaded.tsx'
import { nounOfKind, useRemember } from '../screen/recents.ts'
import { useNoun } from './noun.ts'
import classes from './Record.module.css'
import type { SheetProps } from './RecordList.tsx'
import { RecordMenu } from './RecordMenu.tsx'
import { RecordSlot } from './RecordSplit.tsx'
import { useRecordBin } from './use-record-bin.ts'
import { useMayChange, type FullRecord, type WebRecord } from './web-record.ts'

export interface RecordSheetProps<Full extends FullRecord> extends SheetProps {
  record: WebRecord<any, Full>
  /** Shows what happened below. */
  hasMain?: boolean
  children: (full: Full) => ReactNode
}

/** A record over the list it was found in. */
export function RecordSheet<Full extends FullRecord>({
  record,
  id,
  onClose,
  hasMain,
  children,
  ...steps
}: RecordSheetProps<Full>) {
  const noun = useNoun(record.noun)
  const { bin } = useRecordBin(record)
  const { data, error, refetch } = useEndpoint(record.endpoints.get!, id === undefined ? null : { params: { id } })
  const full = data as Full | undefined
  const mayChange = useMayChange(record, full)
  const title = full ? record.titleOf(full, noun.one) : noun.one
  const href = `${record.href}/${id}`
  const label = full && record.titleOf(full, nounOfKind)
  useRemember(id && label ? { kind: record.name, id: full.id, label, href: `${record.href}/${full.id}` } : null)
  const drop = full && mayChange ? () => void bin(full, onClose, () => {}) : undefined
  return (
    <SideSheet
      opened={id !== undefined}
      onClose={onClose}
      title={title}
      href={href}
      actions={full && <RecordMenu record={record} id={full.id} onDelete={drop} />}
      width={600}
      {...steps}
    >
      {!full || full.id !== id ? (
        <Loaded from={{ data: undefined, error, refetch }} rows={8} />
      ) : (
        <div key={full.id}>
          {children(full)}
          {hasMain && (
            <div className={classes.sheetMain}>
              <RecordSlot
                record={record}
                full={full}
                name="record.main"
                fallback={<SkeletonRows count={5} height={52} />}
              />
            </div>
          )}
        </div>
      )}
    </SideSheet>
  )
}
