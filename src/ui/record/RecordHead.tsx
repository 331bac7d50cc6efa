import { useRef, useState } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import { useMessages } from '../i18n/i18n.tsx'
import { useShortcuts } from '../keyboard/shortcuts.ts'
import { InlineEditor } from '../table/InlineEditor.tsx'
import { Avatar } from '../values/Avatar.tsx'
import { useNoun } from './noun.ts'
import classes from './Record.module.css'
import type { RecordField } from './record-field.ts'
import { useChangeRecord } from './use-change-record.ts'
import { pictureOf, useMayChange, type FullRecord, type WebRecord } from './web-record.ts'

const messages = defineMessages('ui.record-head', { rename: 'Change name' })

export interface RecordHeadProps<Full> {
  record: WebRecord<any, Full & FullRecord>
  full: Full & FullRecord & { name: string }
  detail: string | null
}

/** Picture, name and what they do: the head of a record. The name is changed where it stands. */
export function RecordHead<Full>({ record, full, detail }: RecordHeadProps<Full>) {
  const t = useMessages(messages)
  const noun = useNoun(record.noun)
  const change = useChangeRecord(record)
  const field = (record.useFields() as readonly RecordField<unknown>[]).find(({ key }) => key === 'name')!
  const mayWrite = useMayChange(record, full)
  const [editing, setEditing] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  useShortcuts(noun.many, mayWrite ? [{ keys: 'e', label: t('rename'), run: () => setEditing(true) }] : [])
  const { id, name } = full
  const end = () => {
    setEditing(false)
    requestAnimationFrame(() => button.current?.focus())
  }
  return (
    <div className={classes.head}>
      <Avatar name={name} src={pictureOf(record, full)} size={44} square={record.picture !== 'round'} />
      <div className={classes.headText}>
        {editing ? (
          <InlineEditor
            row={full}
            label={field.label}
            edit={{ field, value: () => name, save: (_, value) => change(id, { name: value }) }}
            onEnd={end}
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
