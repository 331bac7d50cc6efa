import { Button, Combobox, Textarea, useCombobox } from '@mantine/core'
import { useRef, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { defineMessages } from '../../../../kernel/messages.ts'
import { findListed } from '../../../../ui/fields/listed.ts'
import { OptionLine } from '../../../../ui/form/OptionList.tsx'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Kbd } from '../../../../ui/keyboard/Kbd.tsx'
import { useMembers } from '../../../workspace/members/web/public.tsx'
import { kept, mentionAt, readable, type Mention } from './mention-text.ts'
import classes from './NoteEditor.module.css'
import { SmallButton } from '../../../../ui/layout/SmallButton.tsx'

const messages = defineMessages('notes.note-editor', {
  note: 'Note',
  placeholder: 'Write a note. Mention a colleague with @',
  cancel: 'Cancel',
  members: 'Members',
  nobody: 'Nobody of that name',
})

export interface NoteEditorProps {
  body?: string
  submitLabel: string
  /** Resolves to true when it was saved; the text stays otherwise. */
  onSubmit: (body: string) => Promise<boolean>
  /** Shown as a button, and on Escape. */
  onCancel?: () => void
  autoFocus?: boolean
  inputRef?: React.RefObject<HTMLTextAreaElement | null>
}

/** A text with mentions: @ offers the members, ⌘↵ sends. */
export function NoteEditor({ body = '', submitLabel, onSubmit, onCancel, autoFocus, inputRef }: NoteEditorProps) {
  const t = useMessages(messages)
  const members = useMembers()
  const textarea = useRef<HTMLTextAreaElement>(null)
  const input = inputRef ?? textarea
  const [start] = useState(() => readable(body))
  const [text, setText] = useState(start.text)
  const [mentions, setMentions] = useState<readonly Mention[]>(start.mentions)
  const [asked, setAsked] = useState<{ query: string; start: number } | null>(null)
  const [saving, setSaving] = useState(false)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const offered = asked ? findListed(members.active, asked.query).slice(0, 6) : []

  const look = () => {
    const { value, selectionStart } = input.current!
    const found = mentionAt(value, selectionStart)
    setAsked(found)
    if (found) {
      combobox.openDropdown()
      combobox.selectFirstOption()
    } else combobox.closeDropdown()
  }
  const mention = (id: string) => {
    const member = members.active.find(candidate => candidate.id === id)
    if (!member || !asked) return
    const end = asked.start + asked.query.length + 1
    const next = `${text.slice(0, asked.start)}@${member.name} ${text.slice(end)}`
    // At once, so that what is typed meanwhile comes after it.
    flushSync(() => {
      setText(next)
      setMentions([...mentions.filter(other => other.id !== id), { id, name: member.name }])
      setAsked(null)
    })
    combobox.closeDropdown()
    const cursor = asked.start + member.name.length + 2
    input.current?.focus()
    input.current?.setSelectionRange(cursor, cursor)
  }
  const submit = async () => {
    if (text.trim() === '' || saving) return
    setSaving(true)
    const done = await onSubmit(kept(text, mentions).trim())
    setSaving(false)
    if (done) {
      setText('')
      setMentions([])
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault()
      void submit()
    } else if (event.key === 'Escape') {
      event.nativeEvent.stopImmediatePropagation()
      if (combobox.dropdownOpened) combobox.closeDropdown()
      else {
        input.current?.blur()
        onCancel?.()
      }
    }
  }
  const open = onCancel !== undefined || text !== ''
  return (
    <form
      className={classes.form}
      data-open={open || undefined}
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      <Combobox store={combobox} onOptionSubmit={mention} position="bottom-start" width={280}>
        <Combobox.Target withKeyboardNavigation={asked !== null && offered.length > 0}>
          <Textarea
            ref={input}
            aria-label={t('note')}
            placeholder={t('placeholder')}
            autosize
            minRows={open ? 2 : 1}
            maxRows={12}
            maxLength={20_000}
            autoFocus={autoFocus}
            value={text}
            onChange={event => {
              setText(event.currentTarget.value)
              look()
            }}
            onClick={look}
            onBlur={() => combobox.closeDropdown()}
            onKeyDown={onKeyDown}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={asked === null}>
          <Combobox.Options aria-label={t('members')}>
            {offered.map(member => (
              <Combobox.Option key={member.id} value={member.id}>
                <OptionLine option={{ value: member.id, label: member.name, hint: member.email }} />
              </Combobox.Option>
            ))}
            {offered.length === 0 && <Combobox.Empty>{t('nobody')}</Combobox.Empty>}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {open && (
        <div className={classes.actions}>
          <span className={classes.keys} aria-hidden>
            <Kbd keys="mod+enter" />
          </span>
          {onCancel && <SmallButton label={t('cancel')} tone="quiet" onClick={onCancel} />}
          <Button size="xs" type="submit" loading={saving} disabled={text.trim() === ''}>
            {submitLabel}
          </Button>
        </div>
      )}
    </form>
  )
}
