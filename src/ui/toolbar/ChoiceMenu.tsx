import { Menu } from '@mantine/core'
import { TickItem, ToolbarMenu } from './ToolbarMenu.tsx'

export interface ChoiceMenuProps {
  /** Shown when nothing is chosen: "Everything". */
  allLabel: string
  /** For screen readers: "Kind". */
  label: string
  choices: readonly { value: string; label: string }[]
  value: readonly string[]
  onChange: (value: string[]) => void
}

/** Narrows something by a few ticks; none ticked is everything. */
export function ChoiceMenu({ allLabel, label, choices, value, onChange }: ChoiceMenuProps) {
  const chosen = choices.filter(choice => value.includes(choice.value)).map(choice => choice.label)
  return (
    <ToolbarMenu label={label} chosen={chosen.join(', ') || allLabel}>
      <TickItem isTicked={value.length === 0} isOneOfMany onClick={() => onChange([])}>
        {allLabel}
      </TickItem>
      <Menu.Divider />
      {choices.map(({ value: key, label: text }) => {
        const others = value.filter(other => other !== key)
        const isTicked = others.length < value.length
        return (
          <TickItem
            key={key}
            isTicked={isTicked}
            isOneOfMany
            onClick={() => onChange(isTicked ? others : [...others, key])}
          >
            {text}
          </TickItem>
        )
      })}
    </ToolbarMenu>
  )
}
