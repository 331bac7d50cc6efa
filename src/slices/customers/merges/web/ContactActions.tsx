import { IconArrowMerge, IconMailCheck, IconScissors } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { MenuItem } from '../../../../ui/layout/DotsMenu.tsx'
import { useUrlState } from '../../../../ui/screen/use-url-state.ts'

const messages = defineMessages('merges.contact-actions', {
  merge: 'Merge with…',
  split: 'Take handles out…',
  claim: 'Send claim link…',
})

/** What can be done with who a contact is; each opens a dialog that stands in the address. */
export default function ContactActions() {
  const t = useMessages(messages)
  const [, change] = useUrlState()
  return (
    <>
      <MenuItem icon={IconArrowMerge} label={t('merge')} onClick={() => change({ do: 'merge' })} />
      <MenuItem icon={IconScissors} label={t('split')} onClick={() => change({ do: 'split' })} />
      <MenuItem icon={IconMailCheck} label={t('claim')} onClick={() => change({ do: 'claim' })} />
    </>
  )
}
