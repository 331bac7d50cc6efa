import { lazy, Suspense } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useShortcuts } from '../../../../ui/keyboard/shortcuts.ts'
import { urlValue, useUrlState } from '../../../../ui/screen/use-url-state.ts'

const MergeDialog = lazy(() => import('./MergeDialog.tsx'))
const SplitDialog = lazy(() => import('./SplitDialog.tsx'))
const ClaimDialog = lazy(() => import('./ClaimDialog.tsx'))

const messages = defineMessages('merges.contact-dialogs', { contact: 'Contact', merge: 'Merge with another contact' })

/** The dialogs that `ContactActions` opens. */
export default function ContactDialogs({ id: contactId }: { id: string }) {
  const t = useMessages(messages)
  const [state, change] = useUrlState()
  const close = () => change({ do: undefined }, 'replace')
  useShortcuts(t('contact'), [{ keys: 'shift+m', label: t('merge'), run: () => change({ do: 'merge' }) }])
  const open = urlValue(state, 'do')
  return (
    <Suspense>
      {open === 'merge' && <MergeDialog contactIds={[contactId]} onClose={close} />}
      {open === 'split' && <SplitDialog contactId={contactId} onClose={close} />}
      {open === 'claim' && <ClaimDialog contactId={contactId} onClose={close} />}
    </Suspense>
  )
}
