import { IconTrash } from '@tabler/icons-react'
import { SmallButton } from '../layout/SmallButton.tsx'

/** Below the fields of a dialog: takes away what they are of. It can be undone. */
export function RemoveButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <div>
      <SmallButton label={label} icon={IconTrash} tone="danger" onClick={onClick} />
    </div>
  )
}
