import { IconCheck } from '@tabler/icons-react'
import { useId } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useFieldWords } from '../../../../ui/fields/use-field-words.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { webContact } from '../../contacts/web/contact-record.tsx'
import type { Preview } from '../schema.ts'
import { useCountWords } from './merge-words.ts'

import classes from './Comparison.module.css'

const messages = defineMessages('merges.comparison', {
  caption: 'What the contacts have, side by side',
  keep: 'Survives',
  survives: 'The others are merged into {name}',
  address: 'Address',
  choose: '{field} of {name}',
  none: 'none',
  handles: 'Ways to reach',
})

export interface ComparisonProps {
  preview: Preview
  choices: Readonly<Record<string, string>>
  onChoose: (key: string, contactId: string) => void
  onSurvive: (contactId: string) => void
}

type Value = Preview['values'][number]

/** One row a value, one column a contact; where they differ, whose is shown can be chosen. */
export function Comparison({ preview, choices, onChoose, onSurvive }: ComparisonProps) {
  const t = useMessages(messages)
  const countWords = useCountWords()
  const fields = webContact.useFields()
  const fieldWords = useFieldWords()
  const format = useFormat()
  const group = useId()
  const labelOf = ({ key, label }: Value) =>
    label ?? (key === 'address' ? t('address') : (fields.find(field => field.key === key)?.label ?? key))
  const textOf = ({ key }: Value, text: string) => {
    const field = fields.find(candidate => candidate.key === key)
    return field && (field.type === 'choice' || field.type === 'date') ? fieldWords(field, text) : text
  }
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('caption')}>
      <table className={classes.table}>
        <caption className="visually-hidden">{t('caption')}</caption>
        <thead>
          <tr>
            <td />
            {preview.contacts.map(({ id, name, source, createdAt, counts }, at) => (
              <th key={id} scope="col">
                <label className={classes.head} title={t('survives', { name })}>
                  <input
                    type="radio"
                    name={`${group} survivor`}
                    checked={at === 0}
                    onChange={() => onSurvive(id)}
                    aria-label={t('survives', { name })}
                  />
                  <span className={classes.name}>{name}</span>
                  {at === 0 && <span className={classes.keep}>{t('keep')}</span>}
                </label>
                <span className={classes.about}>
                  {[source, format.date(createdAt), ...countWords(counts, ['handles'])].filter(Boolean).join(' · ')}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.values.map(value => {
            const chosen = choices[value.key] ?? value.takenFrom
            return (
              <tr key={value.key} data-conflict={value.isConflict || undefined}>
                <th scope="row">{labelOf(value)}</th>
                {value.given.map((text, at) => {
                  const { id, name } = preview.contacts[at]!
                  if (text === null)
                    return (
                      <td key={id} className={classes.none}>
                        <span aria-label={t('none')}>–</span>
                      </td>
                    )
                  const isTaken = chosen === null || chosen === id
                  return (
                    <td key={id} data-taken={isTaken || undefined}>
                      {value.isConflict && chosen !== null ? (
                        <label className={classes.choice}>
                          <input
                            type="radio"
                            name={`${group} ${value.key}`}
                            checked={chosen === id}
                            onChange={() => onChoose(value.key, id)}
                            aria-label={t('choose', { field: labelOf(value), name })}
                          />
                          <span>{textOf(value, text)}</span>
                        </label>
                      ) : (
                        <span className={classes.plain}>
                          {textOf(value, text)}
                          {!value.isConflict && isTaken && chosen === id && value.given.length > 1 && (
                            <IconCheck size={13} aria-hidden className={classes.tick} />
                          )}
                        </span>
                      )}
                    </td>
                  )
                })}
              </tr>
            )
          })}
          <tr>
            <th scope="row">{t('handles')}</th>
            {preview.contacts.map(({ id }, at) => (
              <td key={id} data-taken>
                <ul className={classes.handles}>
                  {handlesOf(preview, at).map(({ kind, value }) => (
                    <li key={`${kind} ${value}`}>{value}</li>
                  ))}
                </ul>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  )
}

/** Handles of a column; those of contacts merged into it earlier stand with the survivor. */
function handlesOf({ contacts, handles }: Preview, at: number) {
  const ids = new Set(contacts.map(contact => contact.id))
  return handles.filter(({ contactId }) => contactId === contacts[at]!.id || (at === 0 && !ids.has(contactId)))
}
