import { Menu } from '@mantine/core'
import { IconArrowMerge, IconMailCheck, IconScissors } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
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
      <Menu.Item leftSection={<IconArrowMerge size={14} />} onClick={() => change({ do: 'merge' })}>
        {t('merge')}
      </Menu.Item>
      <Menu.Item leftSection={<IconScissors size={14} />} onClick={() => change({ do: 'split' })}>
        {t('split')}
      </Menu.Item>
      <Menu.Item leftSection={<IconMailCheck size={14} />} onClick={() => change({ do: 'claim' })}>
        {t('claim')}
      </Menu.Item>
    </>
  )
}
