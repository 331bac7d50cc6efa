import { ActionIcon, Menu, type MenuProps } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { ComponentType, ReactNode } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import { useMessages } from '../i18n/i18n.tsx'
import { Link } from './Link.tsx'

const messages = defineMessages('ui.dots-menu', { more: 'More' })

export interface DotsMenuProps extends Pick<MenuProps, 'opened' | 'onChange'> {
  /** "Actions for Marta", where it stands beside what it belongs to. */
  label?: string
  /** In a line of text. */
  small?: boolean
  /** Of the button. */
  className?: string
  /** Items of the menu. */
  children: ReactNode
}

/** What else can be done with something, behind three dots. */
export function DotsMenu({ label, small, className, children, ...menu }: DotsMenuProps) {
  const t = useMessages(messages)
  const name = label ?? t('more')
  return (
    <Menu {...menu} position="bottom-end">
      <Menu.Target>
        <ActionIcon size={small ? 'sm' : undefined} className={className} aria-label={name} title={name}>
          <IconDots size={small ? 14 : 16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}

export interface MenuItemProps {
  icon?: ComponentType<{ size?: number; stroke?: number }>
  /** Verb + object: "Delete team". */
  label: string
  onClick?: () => unknown
  /** Where it leads, instead of what it does. */
  href?: string
  /** It takes something away. */
  danger?: boolean
}

/** One thing that a menu does, or where it leads. */
export function MenuItem({ icon: Icon, label, onClick, href, danger }: MenuItemProps) {
  const look = {
    color: danger ? 'red' : undefined,
    leftSection: Icon && <Icon size={15} stroke={1.6} />,
    children: label,
  }
  return href === undefined ? (
    <Menu.Item {...look} onClick={() => void onClick?.()} />
  ) : (
    <Menu.Item {...look} component={Link} href={href} />
  )
}
