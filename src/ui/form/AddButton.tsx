import { IconPlus } from '@tabler/icons-react'
import { SmallButton } from '../layout/SmallButton.tsx'

/** Adds one more to what stands above it, or below its heading. */
export function AddButton({ label, onClick }: { label: string; onClick: () => void }) {
  return <SmallButton label={label} icon={IconPlus} tone="accent" onClick={onClick} />
}
