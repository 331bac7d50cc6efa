import { Input, TextInput } from '@mantine/core'
import { useId, useRef } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { AddButton } from '../../../../ui/form/AddButton.tsx'
import { MoveButtons } from '../../../../ui/form/MoveButtons.tsx'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import classes from './Fields.module.css'

const messages = defineMessages('fields.options-editor', {
  option: 'Choice {number}',
  add: 'Add choice',
})

export interface OptionsEditorProps {
  label: string
  options: readonly string[]
  onChange: (options: string[]) => void
  error?: string
}

/** The choices of a field in their order; Enter adds the next one, several lines pasted become several choices. */
export function OptionsEditor({ label, options, onChange, error }: OptionsEditorProps) {
  const t = useMessages(messages)
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const focus = (index: number) => requestAnimationFrame(() => list.current?.querySelectorAll('input')[index]?.focus())
  const set = (index: number, text: string) => onChange(options.toSpliced(index, 1, ...text.split(/[\r\n\t]+/)))
  const add = (index: number) => {
    onChange(options.toSpliced(index, 0, ''))
    focus(index)
  }
  const swap = (index: number, other: number) =>
    onChange(options.with(index, options[other]!).with(other, options[index]!))
  return (
    <Input.Wrapper label={label} labelProps={{ id, component: 'div' }} error={error}>
      <div ref={list} className={classes.options} role="group" aria-labelledby={id}>
        {options.map((option, index) => (
          <div key={index} className={classes.option}>
            <TextInput
              aria-label={t('option', { number: index + 1 })}
              value={option}
              onChange={event => set(index, event.currentTarget.value)}
              onPaste={event => {
                const text = event.clipboardData.getData('text')
                if (!/[\r\n\t]/.test(text.trim())) return
                event.preventDefault()
                set(index, text.trim())
              }}
              onKeyDown={event => {
                if (event.key !== 'Enter') return
                event.preventDefault()
                add(index + 1)
              }}
            />
            <MoveButtons
              name={t('option', { number: index + 1 })}
              index={index}
              count={options.length}
              onMove={to => swap(index, to)}
              onRemove={() => onChange(options.toSpliced(index, 1))}
            />
          </div>
        ))}
      </div>
      <AddButton label={t('add')} onClick={() => add(options.length)} />
    </Input.Wrapper>
  )
}
