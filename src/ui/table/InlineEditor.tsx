import { Popover } from '@mantine/core'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { ProblemError } from '../api/problem-error.ts'
import { FieldInput } from '../fields/FieldInput.tsx'
import type { FieldValue } from '../fields/field.ts'
import { useMessages } from '../i18n/i18n.tsx'
import { useProblemWords } from '../screen/problem-words.ts'
import classes from './InlineEditor.module.css'
import { tableMessages } from './table-messages.ts'
import type { CellEdit } from './table-types.ts'

export interface InlineEditorProps<Row> {
  row: Row
  label: string
  edit: CellEdit<Row>
  /** Leaves the cell, or goes on to the next (1) or previous (−1) one that can be edited. */
  onEnd: (move: -1 | 0 | 1) => void
}

const picksAtOnce = new Set(['choice', 'yesno', 'date', 'record', 'member', 'team'])

/** Enter saves, Esc leaves it as it was, Tab saves and goes on; leaving the cell saves too. */
export function InlineEditor<Row>({ row, label, edit, onEnd }: InlineEditorProps<Row>) {
  const t = useMessages(tableMessages)
  const words = useProblemWords()
  const [value, setValue] = useState(() => edit.value(row))
  const [error, setError] = useState<string>()
  const [saving, setSaving] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const done = useRef(false)

  useEffect(() => {
    const input = box.current?.querySelector('input')
    input?.focus()
    input?.select()
    if (picksAtOnce.has(edit.field.type)) input?.click()
  }, [edit.field.type])

  const leave = (move: -1 | 0 | 1) => {
    done.current = true
    onEnd(move)
  }
  const save = async (next: FieldValue, move: -1 | 0 | 1) => {
    if (done.current || saving || Number.isNaN(next)) return
    if (JSON.stringify(next) === JSON.stringify(edit.value(row))) return leave(move)
    setSaving(true)
    setError(undefined)
    try {
      await edit.save(row, next)
      leave(move)
    } catch (problem) {
      setSaving(false)
      setError(problem instanceof ProblemError ? words(problem) : t('saveFailed'))
      box.current?.querySelector('input')?.focus()
    }
  }

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    const inDropdown = box.current?.querySelector('[aria-expanded="true"]')
    if (event.key === 'Escape') {
      event.nativeEvent.stopImmediatePropagation()
      leave(0)
    } else if (event.key === 'Tab') {
      event.preventDefault()
      save(value, event.shiftKey ? -1 : 1)
    } else if (event.key === 'Enter' && !inDropdown && !event.nativeEvent.isComposing) {
      event.preventDefault()
      save(value, 0)
    }
  }

  return (
    <div
      ref={box}
      className={classes.editor}
      data-editor
      data-saving={saving || undefined}
      onKeyDown={onKeyDown}
      onBlur={event => {
        const next = event.relatedTarget as HTMLElement | null
        if (error || box.current?.contains(next) || next?.closest('[data-portal]')) return
        if (!picksAtOnce.has(edit.field.type)) save(value, 0)
        else if (!Number.isNaN(value) && !document.querySelector('[data-portal] [role="listbox"]')) leave(0)
      }}
    >
      <FieldInput
        field={edit.field}
        value={value}
        chosen={edit.chosen?.(row)}
        onChange={next => {
          setValue(next)
          if (picksAtOnce.has(edit.field.type)) save(next, 0)
        }}
        aria-label={t('editCell', { column: label })}
        autoFocus
      />
      <Popover opened={error !== undefined} position="bottom-start" width={280} withRoles={false}>
        <Popover.Target>
          <span className={classes.anchor} />
        </Popover.Target>
        <Popover.Dropdown className={classes.error}>
          <p role="alert">{error}</p>
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}
