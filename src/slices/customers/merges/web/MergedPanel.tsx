import { lazy, Suspense, useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { ItemList, ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { TextLink } from '../../../../ui/layout/TextLink.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { SmallButton } from '../../../../ui/layout/SmallButton.tsx'
import { RelativeTime } from '../../../../ui/values/RelativeTime.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { listContactMerges, type Merge } from '../schema.ts'
import { mergeWords } from './merge-words.ts'
import classes from './MergedPanel.module.css'

const UndoDialog = lazy(() => import('./UndoDialog.tsx'))

const messages = defineMessages('merges.merged-panel', {
  title: 'Merged from',
  into: 'into {name}',
  undone: '{count, plural, one {# merge was undone} other {# merges were undone}}',
  all: 'All merges',
  undoOf: 'Unmerge {name}',
  sure: 'p {probability}',
  by: 'by {name}',
})

/** The records that this contact is made of: who merged them, when and why, and a way back. Absent when there are none. */
export default function MergedPanel({ id: contactId }: { id: string }) {
  const t = useMessages(messages)
  const [opened, setOpened] = useState<Merge | null>(null)
  const merges = useEndpoint(listContactMerges, { params: { id: contactId } }).data?.items ?? []
  const active = merges.filter(merge => merge.undoneAt === null)
  const undone = merges.length - active.length
  if (merges.length === 0) return null
  return (
    <Section title={t('title')} actions={<TextLink href="/merges" label={t('all')} />}>
      {active.length > 0 && (
        <ItemList label={t('title')}>
          {active.map(merge => (
            <Line key={merge.id} merge={merge} contactId={contactId} onUndo={() => setOpened(merge)} />
          ))}
        </ItemList>
      )}
      {undone > 0 && <p className={classes.undone}>{t('undone', { count: undone })}</p>}
      <Suspense>{opened && <UndoDialog merge={opened} onClose={() => setOpened(null)} />}</Suspense>
    </Section>
  )
}

function Line({ merge, contactId, onUndo }: { merge: Merge; contactId: string; onUndo: () => void }) {
  const t = useMessages(messages)
  const words = useMessages(mergeWords)
  const can = useCan()
  const why = useWhy(merge)
  const { mergedName: name } = merge
  return (
    <ItemRow
      title={
        <>
          {name}
          {merge.survivorId !== contactId && (
            <span className={classes.into}>{t('into', { name: merge.survivorName })}</span>
          )}
        </>
      }
      detail={[...why, <RelativeTime key="at" at={merge.createdAt} />]}
      actions={
        can('merges:write') && (
          <SmallButton label={words('undo')} compact aria-label={t('undoOf', { name })} onClick={onUndo} />
        )
      }
    />
  )
}

/** Why two records are one, in few words. */
function useWhy({ how, by, evidence }: Merge): (string | null)[] {
  const t = useMessages(messages)
  const words = useMessages(mergeWords)
  const format = useFormat()
  const { probability } = evidence
  const sure =
    typeof probability === 'number'
      ? t('sure', { probability: format.number(Math.floor(probability * 1000) / 1000) })
      : null
  const who = by ? t('by', { name: by.name }) : how === 'person' ? words('person') : null
  return [how === 'person' ? null : words(how), who, sure]
}
