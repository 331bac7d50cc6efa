import { Button } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useEffect, type ReactNode } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import { asProblem } from '../api/problem-error.ts'
import { useEndpoint } from '../api/use-endpoint.ts'
import { useMessages } from '../i18n/i18n.tsx'
import { useNavigateTo } from '../layout/Link.tsx'
import { Page, type PageProps } from '../layout/Page.tsx'
import { SkeletonRows } from '../layout/SkeletonRows.tsx'
import { ProblemState } from '../screen/ProblemState.tsx'
import { forgetRecent, nounOfKind, useRecents, useRemember } from '../screen/recents.ts'
import { usePreloadedSlots } from '../screen/slots.ts'
import { StatusChip } from '../values/StatusChip.tsx'
import { useNoun } from './noun.ts'
import { RecordMenu } from './RecordMenu.tsx'
import { recordSlots } from './RecordSplit.tsx'
import { useRecordBin } from './use-record-bin.ts'
import { useMayChange, type FullRecord, type WebRecord } from './web-record.ts'

const messages = defineMessages('ui.record-page', { inBin: 'In the bin' })

export interface RecordPageProps<Full extends FullRecord> {
  record: WebRecord<any, Full>
  id: string
  layout: PageProps['layout']
  /** Beside the title: a status. */
  aside?: (full: Full) => ReactNode
  /** Further items of its menu. */
  menu?: (full: Full) => ReactNode
  /** Stands in while it is on its way. */
  skeleton?: ReactNode
  children: (full: Full) => ReactNode
}

/** The page of one record: its title and where it hangs, what can be done with it, and the content. */
export function RecordPage<Full extends FullRecord>(props: RecordPageProps<Full>) {
  const { record, id, layout, skeleton } = props
  const noun = useNoun(record.noun)
  usePreloadedSlots(recordSlots, record.name)
  const router = useRouter()
  const { data, error, refetch } = useEndpoint(record.endpoints.get!, { params: { id } })
  const full = data as Full | undefined
  const known = useRecents().find(recent => recent.id === id)?.label
  const isMerged = full !== undefined && full.id !== id
  useEffect(() => {
    // The id was merged into another record: its address is the survivor's now.
    if (isMerged) router.history.replace(`${record.href}/${full.id}`)
  }, [isMerged, full?.id, record.href, router])
  const isGone = isMerged || (full ? full.deletedAt !== null : asProblem(error).code === 'not-found')
  useEffect(() => {
    if (isGone) forgetRecent(id)
  }, [isGone, id])
  if (full && !isMerged) return <Loaded key={full.id} {...props} full={full} />
  return (
    <Page title={known ?? noun.one} breadcrumbs={[{ label: noun.many, href: record.href }]} layout={layout}>
      {error ? (
        <ProblemState problem={asProblem(error)} onRetry={() => void refetch()} />
      ) : (
        (skeleton ?? <SkeletonRows count={10} />)
      )}
    </Page>
  )
}

function Loaded<Full extends FullRecord>({
  record,
  full,
  layout,
  aside,
  menu,
  children,
}: RecordPageProps<Full> & { full: Full }) {
  const t = useMessages(messages)
  const noun = useNoun(record.noun)
  const navigate = useNavigateTo()
  const mayChange = useMayChange(record, full)
  const mayRestore = useMayChange(record, full, true)
  const { bin, restore } = useRecordBin(record)
  const { id } = full
  const title = record.titleOf(full, noun.one)
  const isDeleted = full.deletedAt !== null
  const address = `${record.href}/${id}`
  useRemember(isDeleted ? null : { kind: record.name, id, label: record.titleOf(full, nounOfKind), href: address })
  const drop = () =>
    void bin(
      full,
      () => navigate(record.href),
      () => navigate(address),
    )
  return (
    <Page
      title={title}
      breadcrumbs={[{ label: noun.many, href: record.href }]}
      aside={isDeleted ? <StatusChip tone="danger">{t('inBin')}</StatusChip> : aside?.(full)}
      layout={layout}
      actions={
        <>
          {mayRestore && (
            <Button variant="default" onClick={() => restore(id)}>
              {noun.say('restore')}
            </Button>
          )}
          <RecordMenu record={record} id={id} onDelete={mayChange ? drop : undefined}>
            {menu?.(full)}
          </RecordMenu>
        </>
      }
    >
      {children(full)}
    </Page>
  )
}
