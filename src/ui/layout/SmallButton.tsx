import { Button, type ButtonProps } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { ButtonHTMLAttributes } from 'react'

type Own = Pick<ButtonProps, 'loading' | 'disabled' | 'mt'> & ButtonHTMLAttributes<HTMLButtonElement>

export interface SmallButtonProps extends Omit<Own, 'children' | 'color' | 'style'> {
  /** Verb + object. */
  label: string
  icon?: Icon
  /** Without a frame: one of several, or what takes something away. */
  tone?: 'quiet' | 'accent' | 'danger'
  /** Of a line of text. */
  compact?: boolean
}

const colors = { quiet: 'gray', accent: undefined, danger: 'red' } as const

/** What can be done with a row, a section or what is selected. */
export function SmallButton({ label, icon: Icon, tone, compact, ...rest }: SmallButtonProps) {
  return (
    <Button
      size={compact ? 'compact-xs' : 'xs'}
      variant={tone ? 'subtle' : 'default'}
      color={tone && colors[tone]}
      leftSection={Icon && <Icon size={15} />}
      {...rest}
    >
      {label}
    </Button>
  )
}
