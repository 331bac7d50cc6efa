import { IconArrowBackUp, IconPencil, IconTrash, type Icon } from '@tabler/icons-react'
import { defineMessages } from '../../kernel/messages.ts'
import type { FieldValue } from '../fields/field.ts'
import { useFieldWords } from '../fields/use-field-words.ts'
import { useMessages } from '../i18n/i18n.tsx'
import type { EventRow, ShownEvent, UseEventRow } from '../screen/event-rows.ts'
import { useNoun } from './noun.ts'
import type { RecordField } from './record-field.ts'
import type { WebRecord } from './web-record.ts'

const messages = defineMessages('ui.record-rows', {
  from: '{source, select, manual {by hand} api {through the API} import {by an import} form {by a form} split {by a split} other {from {source}}}',
  set: '{field} set to {after}',
  changed: '{field} changed',
  cleared: '{field} cleared',
  several: '{count, plural, one {# field changed} other {# fields changed}}',
  change: '{before} → {after}',
  added: '{what} added',
  removed: '{what} removed',
  none: 'none',
  picture: 'Picture',
  pictureAdded: 'Picture added',
  pictureChanged: 'Picture changed',
  pictureRemoved: 'Picture removed',
})

export interface RecordRowsOptions {
  icon?: Icon
  /** What the titles speak of where the timeline is that of another record: "Order 10231". */
  whatOf?: (event: ShownEvent, one: string) => string
  hrefOf?: (event: ShownEvent) => string | undefined
  /** Fields whose changes are told, when these are not all that lists know. A hook. */
  useFields?: () => readonly ToldField[]
}

interface ToldField extends Pick<RecordField<never>, 'key' | 'label' | 'type' | 'options' | 'currency'> {
  /** What each is called, where the record has several parts of its own; of those only what changed is told. */
  partText?: (part: any) => string
}

const icons = { deleted: IconTrash, restored: IconArrowBackUp }
const sentences = { created: 'wasCreated', deleted: 'wasDeleted', restored: 'wasRestored' } as const

/** How the events look that any kind of records has; for `rowsOf`. */
export interface RecordRows {
  created: UseEventRow
  changed: UseEventRow
  deleted: UseEventRow
  restored: UseEventRow
}

export function recordRows(record: WebRecord<any, any>, options: RecordRowsOptions = {}): RecordRows {
  const { whatOf, hrefOf } = options
  const base = (event: ShownEvent) => ({ href: hrefOf?.(event) })

  const useHappened = (event: ShownEvent, verb: keyof typeof sentences): EventRow => {
    const t = useMessages(messages)
    const noun = useNoun(record.noun)
    const { source } = event.data as { source?: string | null }
    return {
      ...base(event),
      icon: verb === 'created' ? (options.icon ?? record.icon) : icons[verb],
      title: noun.sayHappened(sentences[verb], whatOf?.(event, noun.one)),
      meta: [verb === 'created' && source && t('from', { source }), event.actorName],
    }
  }

  const useChanged = (event: ShownEvent): EventRow => {
    const t = useMessages(messages)
    const noun = useNoun(record.noun)
    const words = useFieldWords()
    const fields: readonly ToldField[] = (options.useFields ?? record.useFields)()
    const tell = (before: string, after: string) =>
      t('change', { before: before || t('none'), after: after || t('none') })
    const tellPart = ({ before, after }: PartChange) => {
      if (before === undefined) return t('added', { what: after! })
      return after === undefined ? t('removed', { what: before }) : tell(before, after)
    }
    const tellField = (field: ToldField, before: FieldValue, after: FieldValue) => {
      const [old, now] = [words(field, before), words(field, after)]
      const told = tell(old, now)
      if (now === '') return { told, title: t('cleared', { field: field.label }), body: told }
      if (old === '') return { told, title: t('set', { field: field.label, after: now }) }
      return { told, title: t('changed', { field: field.label }), body: told }
    }
    const changes = fieldChanges(event.data['changes']).flatMap(({ key, before, after }) => {
      if (key === 'pictureFileId') {
        const title = t(!before ? 'pictureAdded' : after ? 'pictureChanged' : 'pictureRemoved')
        return [{ label: t('picture'), told: title, title, body: undefined }]
      }
      const field = fields.find(candidate => candidate.key === key)
      if (!field) return []
      const { label, partText } = field
      if (!partText) return [{ label, ...tellField(field, before, after) }]
      const told = changedParts(before, after, partText).map(tellPart).join(', ')
      return [{ label, told, title: t('changed', { field: label }), body: told }]
    })
    const row = { ...base(event), icon: IconPencil }
    const [first] = changes
    if (changes.length === 1 && first && !whatOf) return { ...row, title: first.title, body: first.body }
    const lines = changes.map(({ label, told }) => `${label}: ${told}`)
    const title =
      whatOf || changes.length === 0
        ? noun.sayHappened('wasChanged', whatOf?.(event, noun.one))
        : t('several', { count: changes.length })
    return { ...row, title, body: lines.join(' · ') || undefined }
  }

  return {
    created: event => useHappened(event, 'created'),
    changed: useChanged,
    deleted: event => useHappened(event, 'deleted'),
    restored: event => useHappened(event, 'restored'),
  }
}

interface FieldChange {
  key: string
  before: FieldValue
  after: FieldValue
}

/** The changes of an event field by field; custom ones stand together under `fields`. */
export function fieldChanges(changes: Readonly<Record<string, readonly [unknown, unknown]>> = {}): FieldChange[] {
  return Object.entries(changes).flatMap(([key, [before, after]]) => {
    if (key !== 'fields') return [{ key, before: before as FieldValue, after: after as FieldValue }]
    const [old, now] = [before, after].map(value => (value ?? {}) as Readonly<Record<string, FieldValue>>)
    return [...new Set([...Object.keys(old!), ...Object.keys(now!)])]
      .filter(name => JSON.stringify(old![name]) !== JSON.stringify(now![name]))
      .map(name => ({ key: `fields.${name}`, before: old![name] ?? null, after: now![name] ?? null }))
  })
}

interface PartChange {
  before: string | undefined
  after: string | undefined
}

/** Which of a record's parts came, went or read otherwise; one is the same by its id. */
export function changedParts(before: unknown, after: unknown, textOf: (part: any) => string): PartChange[] {
  const [old, now] = [before, after].map(
    parts => new Map((parts as readonly { id: string }[]).map(part => [part.id, textOf(part)])),
  )
  return [...new Set([...old!.keys(), ...now!.keys()])]
    .map(id => ({ before: old!.get(id), after: now!.get(id) }))
    .filter(({ before, after }) => before !== after)
}
