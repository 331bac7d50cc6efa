import { Button, Menu } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import classes from './ViewMenu.module.css'

export interface Choice {
  value: string
  label: string
}

export interface ChoiceMenuProps {
  /** Shown when nothing is chosen: "Everything". */
  allLabel: string
  /** For screen readers: "Kind". */
  label: string
  choices: readonly Choice[]
  value: readonly string[]
  onChange: (value: string[]) => void
}

/** Narrows something by a few ticks; none ticked is everything. */
export function ChoiceMenu({ allLabel, label, choices, value, onChange }: ChoiceMenuProps) {
  const chosen = choices.filter(choice => value.includes(choice.value))
  const toggle = (one: string) => onChange(value.includes(one) ? value.filter(other => other !== one) : [...value, one])
  const item = (key: string, text: string, checked: boolean, run: () => void) => (
    <Menu.Item
      key={key}
      role="menuitemcheckbox"
      aria-checked={checked}
      closeMenuOnClick={false}
      leftSection={<IconCheck size={14} className={checked ? undefined : classes.unchecked} aria-hidden />}
      onClick={run}
    >
      {text}
    </Menu.Item>
  )
  return (
    <Menu position="bottom-start" width={200}>
      <Menu.Target>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          className={classes.button}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          <span className="visually-hidden">{label}: </span>
          {chosen.length === 0 ? allLabel : chosen.map(choice => choice.label).join(', ')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {item('', allLabel, value.length === 0, () => onChange([]))}
        <Menu.Divider />
        {choices.map(choice =>
          item(choice.value, choice.label, value.includes(choice.value), () => toggle(choice.value)),
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
