import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'

/** Below the fields of a dialog: takes away what they are of. It can be undone. */
export function RemoveButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <div>
      <Button size="xs" variant="subtle" color="red" leftSection={<IconTrash size={14} />} onClick={onClick}>
        {label}
      </Button>
    </div>
  )
}
