import { useRef, useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useShortcuts } from '../../../../ui/keyboard/shortcuts.ts'
import { InlineEditor } from '../../../../ui/table/InlineEditor.tsx'
import { Avatar } from '../../../../ui/values/Avatar.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import type { Contact } from '../schema.ts'
import { contactWords } from './contact-words.ts'
import classes from './NameLine.module.css'
import { useChangeContact } from './use-change-contact.ts'

const messages = defineMessages('contacts.name-line', { at: '{job} at {company}', rename: 'Change name' })

/** Picture, name and what they do: the head of a contact. The name is changed where it stands. */
export function NameLine({ contact }: { contact: Contact }) {
  const t = useMessages(messages)
  const words = useMessages(contactWords)
  const change = useChangeContact()
  const mayWrite = useCan()('contacts:write') && contact.deletedAt === null
  const [editing, setEditing] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  useShortcuts(words('contacts'), mayWrite ? [{ keys: 'e', label: t('rename'), run: () => setEditing(true) }] : [])
  const { id, name, jobTitle, companyName } = contact
  const detail =
    jobTitle && companyName
      ? t('at', { job: jobTitle, company: companyName })
      : (jobTitle ?? companyName ?? contact.email)
  const edit = {
    field: { key: 'name', label: words('name'), type: 'text' as const },
    value: () => name,
    save: (_: unknown, value: unknown) => change(id, { name: value as string | null }),
  }
  return (
    <div className={classes.head}>
      <Avatar name={name} size={44} />
      <div className={classes.text}>
        {editing ? (
          <InlineEditor
            row={contact}
            label={words('name')}
            edit={edit}
            onEnd={() => {
              setEditing(false)
              requestAnimationFrame(() => button.current?.focus())
            }}
          />
        ) : mayWrite ? (
          <button
            ref={button}
            type="button"
            className={classes.name}
            title={t('rename')}
            onClick={() => setEditing(true)}
          >
            {name}
          </button>
        ) : (
          <p className={classes.name}>{name}</p>
        )}
        {detail && !editing && <p className={classes.detail}>{detail}</p>}
      </div>
    </div>
  )
}
