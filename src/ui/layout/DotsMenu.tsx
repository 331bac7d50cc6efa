import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { ReactNode } from 'react'

export interface DotsMenuProps {
  /** "Actions for Marta" */
  label: string
  /** Items of the menu. */
  children: ReactNode
}

/** What else can be done with something, behind three dots. */
export function DotsMenu({ label, children }: DotsMenuProps) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={label} title={label}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}
