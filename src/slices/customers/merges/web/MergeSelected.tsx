import { IconArrowMerge } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { SmallButton } from '../../../../ui/layout/SmallButton.tsx'

const MergeDialog = lazy(() => import('./MergeDialog.tsx'))

const messages = defineMessages('merges.merge-selected', { merge: 'Merge' })

const most = 10

/** Merging the selected rows of a list. */
export default function MergeSelected({ ids, onDone }: { ids: readonly string[]; onDone: () => void }) {
  const t = useMessages(messages)
  const [open, setOpen] = useState(false)
  return (
    <>
      <SmallButton
        label={t('merge')}
        icon={IconArrowMerge}
        tone="quiet"
        disabled={ids.length < 2 || ids.length > most}
        onClick={() => setOpen(true)}
      />
      <Suspense>
        {open && <MergeDialog contactIds={ids} onClose={() => setOpen(false)} onMerged={onDone} isStaying />}
      </Suspense>
    </>
  )
}
