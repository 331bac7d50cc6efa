import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useShortcuts } from '../keyboard/shortcuts.ts'

/** The button that begins something new, which `c` presses too; absent where `run` is, for whoever may not. */
export function useCreateButton(group: string, label: string, run: (() => void) | false, Icon = IconPlus) {
  useShortcuts(group, run ? [{ keys: 'c', label, run }] : [])
  return (
    run && (
      <Button leftSection={<Icon size={15} />} onClick={run}>
        {label}
      </Button>
    )
  )
}
