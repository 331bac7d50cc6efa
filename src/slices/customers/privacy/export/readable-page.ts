import type { Text } from '../../../../kernel/message-params.ts'
import { defineMessages, hasKey, type Messages } from '../../../../kernel/messages.ts'
import { dayIn } from '../../../../kernel/time.ts'
import type { WorkspaceSettings } from '../../../../platform/context.ts'
import { textIn, wordsFor } from '../../../../platform/languages.ts'
import { contactWords } from '../../contacts/record.ts'
import { sharedWords } from '../../fields/record.ts'
import { orderWords } from '../../orders/record.ts'
import { columnWords } from './column-words.ts'
import { html, publicPage, type Html } from '../../../../platform/http/page.ts'

export interface Section {
  name: string
  label: Text
  rows: object[]
}

export const readableWords = defineMessages('privacy.readable-page', {
  title: 'Your data',
  about: 'Everything that {company} holds about you, as of {day}.',
  machine: 'The same for programs: data.json. Files that are yours lie in the folder files.',
  others: 'Other people, and members of staff by name, are left out.',
  nothing: 'Nothing of this kind.',
  yes: 'yes',
  no: 'no',
  file: 'your-data.html',
})

/** The export as a page for people: one section for each kind of data, one table for each row. */
export function readablePage(
  { name: company, timeZone }: Pick<WorkspaceSettings, 'name' | 'timeZone'>,
  language: string,
  at: Date,
  sections: Section[],
): string {
  const text = wordsFor(readableWords, language)
  const day = { day: dayIn(at, timeZone) }
  const reader = { language, timeZone }
  const body = html`
    <p>${text('about', { company, day })}</p>
    <p class="soft small">${text('machine')} ${text('others')}</p>
    ${sections.map(
      ({ label, rows }) => html`
        <h2>${textIn(label, language)} (${rows.length})</h2>
        ${rows.length === 0 ? html`<p class="soft">${text('nothing')}</p>` : rows.map(row => table(row, reader))}
      `,
    )}
  `
  return publicPage({ title: text('title'), language, company, body })
}

interface Reader {
  language: string
  timeZone: string
}

function table(row: object, reader: Reader): Html {
  const cells = Object.entries(row).filter(([key, value]) => key !== 'id' && !isEmpty(value))
  return html`<table>
    ${cells.map(([key, value]) => html`<tr><th scope="row">${title(key, reader.language)}</th><td>${shown(value, reader)}</td></tr>`)}
  </table>`
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === '' ||
    (typeof value === 'object' && !(value instanceof Date) && Object.keys(value).length === 0)
  )
}

function shown(value: unknown, reader: Reader): Html | string {
  const { language, timeZone } = reader
  if (value instanceof Date)
    return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(value)
  if (typeof value === 'boolean') return wordsFor(readableWords, language)(value ? 'yes' : 'no')
  if (Array.isArray(value)) return html`${value.map(item => html`<div>${shown(item, reader)}</div>`)}`
  if (typeof value === 'object' && value !== null)
    return html`${Object.entries(value)
      .filter(([, item]) => !isEmpty(item))
      .map(
        ([key, item]) => html`<div><span class="soft">${title(key, language)}:</span> ${shown(item, reader)}</div>`,
      )}`
  return String(value)
}

/** The first that has a word for a column says it. */
export const named: readonly Messages[] = [contactWords, columnWords, sharedWords, orderWords]

/** What a key is called; one that nobody named, such as that of a custom field, is only spaced: `placedAt` → `Placed at`. */
function title(key: string, language: string): string {
  for (const words of named) if (hasKey(words, key)) return textIn({ group: words.group, key }, language)
  const spaced = key.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}
