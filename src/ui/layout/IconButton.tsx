import { ActionIcon, type ActionIconProps } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'

export interface IconButtonProps extends Pick<ActionIconProps, 'size' | 'disabled'> {
  icon: Icon
  /** Verb + object: "Remove price". */
  label: string
  onClick: () => unknown
}

/** A button that its picture names; its words appear over it. */
export function IconButton({ icon: Icon, label, onClick, ...rest }: IconButtonProps) {
  return (
    <ActionIcon {...rest} aria-label={label} title={label} onClick={() => void onClick()}>
      <Icon size={15} stroke={1.6} />
    </ActionIcon>
  )
}
