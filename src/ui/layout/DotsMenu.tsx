import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import { useMessages } from '../i18n/i18n.tsx'

const messages = defineMessages('ui.dots-menu', { more: 'More' })

export interface DotsMenuProps {
  /** "Actions for Marta", where it stands beside what it belongs to. */
  label?: string
  /** Items of the menu. */
  children: ReactNode
}

/** What else can be done with something, behind three dots. */
export function DotsMenu({ label, children }: DotsMenuProps) {
  const t = useMessages(messages)
  const name = label ?? t('more')
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={name} title={name}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}
