import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'

/** Adds one more to what stands above it, or below its heading. */
export function AddButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button size="xs" variant="subtle" leftSection={<IconPlus size={14} />} onClick={onClick}>
      {label}
    </Button>
  )
}
