import { useRef, useState, type ReactNode } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import { useMessages } from '../i18n/i18n.tsx'
import { InlineEditor } from '../table/InlineEditor.tsx'
import factClasses from '../values/FactList.module.css'
import classes from './EditableFacts.module.css'
import type { Field, FieldOption, FieldValue } from './field.ts'

const messages = defineMessages('ui.editable-facts', {
  add: 'Add',
  edit: 'Edit {label}',
  addLabel: 'Add {label}',
  more: '{count, plural, one {Show # more field} other {Show # more fields}}',
  less: 'Show fewer fields',
})

export interface EditableFact {
  field: Field
  value: FieldValue
  /** How the value reads; empty values show a way to fill them. */
  text: ReactNode
  chosen?: readonly FieldOption[]
  /** Absent: it is only read. Rejects with what went wrong. */
  save?: (value: FieldValue) => Promise<unknown> | void
  /** Shown even when empty. */
  always?: boolean
}

export interface EditableFactsProps {
  facts: readonly EditableFact[]
  /** Shows at first only those that are always shown. */
  folded?: boolean
}

/** The fields of a record in two columns, each edited where it stands. Empty ones wait behind a line. */
export function EditableFacts({ facts, folded = false }: EditableFactsProps) {
  const t = useMessages(messages)
  const [all, setAll] = useState(false)
  const less = facts.filter(fact => !fact.always && (folded || isEmpty(fact)))
  // A line that says that there is one more is no shorter than that one.
  const rest = less.length > 1 ? less : []
  const visible = all ? facts : facts.filter(fact => !rest.includes(fact))
  return (
    <>
      <dl className={factClasses.list}>
        {visible.map(fact => (
          <FactRow key={fact.field.key} fact={fact} />
        ))}
      </dl>
      {rest.some(fact => fact.save || !isEmpty(fact)) && (
        <button type="button" className={classes.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('less') : t('more', { count: rest.length })}
        </button>
      )}
    </>
  )
}

function FactRow({ fact }: { fact: EditableFact }) {
  const t = useMessages(messages)
  const [editing, setEditing] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const { field, value, text, chosen, save } = fact
  const empty = isEmpty(fact)
  const end = () => {
    setEditing(false)
    requestAnimationFrame(() => button.current?.focus())
  }
  return (
    <div className={factClasses.row}>
      <dt title={field.label}>{field.label}</dt>
      <dd className={classes.value}>
        {editing && save ? (
          <InlineEditor
            row={fact}
            label={field.label}
            edit={{ field, value: () => value, chosen: () => chosen ?? [], save: (_, next) => save(next) }}
            onEnd={end}
          />
        ) : save ? (
          <>
            {!empty && <span className={classes.text}>{text}</span>}
            <button
              ref={button}
              type="button"
              className={classes.edit}
              data-empty={empty || undefined}
              aria-label={t(empty ? 'addLabel' : 'edit', { label: field.label })}
              onClick={() => setEditing(true)}
            >
              {empty && t('add')}
            </button>
          </>
        ) : (
          text
        )}
      </dd>
    </div>
  )
}

function isEmpty({ value }: EditableFact): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
