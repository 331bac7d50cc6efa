import { defineMessages } from '../../../../kernel/messages.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { safeFileName } from '../../../../platform/files/file-name.ts'
import { textIn, wordsFor } from '../../../../platform/languages.ts'
import { walk } from '../../../../platform/redact.ts'
import { findPerson } from '../person.ts'
import { readablePage, readableWords, type Section } from './readable-page.ts'
import { OthersRedaction, othersWords } from './redact-others.ts'
import type { ZipEntry } from './write-zip.ts'

export interface Gathered {
  counts: Record<string, number>
  entries(): AsyncIterable<ZipEntry>
}

/** Everything that all slices hold about a person, in two forms: for programs and for people; and the person's files. */
export async function gather(
  ctx: Ctx,
  ids: string[],
  language: string,
  onProgress: (done: number) => Promise<void>,
): Promise<Gathered> {
  const person = await findPerson(ctx, ids)
  const others = await OthersRedaction.open(ctx, person, language)
  const sections: Section[] = []
  const counts: Record<string, number> = {}
  for (const [index, { name, label, read }] of ctx.app.personalData.entries()) {
    const rows: object[] = []
    for await (const page of read(ctx, ids, person)) rows.push(...wordedRows(await others.redact(page), language))
    counts[name] = rows.length
    sections.push({ name, label, rows })
    await onProgress(index + 1)
  }
  const { name: company } = ctx.workspace
  const document = {
    format: 'rapport-personal-data',
    version: 1,
    company,
    madeAt: ctx.now().toISOString(),
    contactIds: ids,
    data: Object.fromEntries(sections.map(section => [section.name, section.rows])),
  }
  return {
    counts,
    async *entries() {
      yield { name: 'data.json', content: once(JSON.stringify(document, null, 2)) }
      const page = readablePage(
        ctx.workspace,
        language,
        ctx.now(),
        sections.filter(section => section.rows.length > 0),
      )
      yield { name: wordsFor(readableWords, language)('file'), content: once(page) }
      yield { name: 'README.txt', content: once(aboutIn(language)) }
      let at = 0
      for (const { files } of ctx.app.personalData)
        for await (const file of files?.(ctx, ids) ?? [])
          yield {
            name: `files/${++at}-${safeFileName(file.name)}`,
            content: (await file.open()) as AsyncIterable<Uint8Array>,
          }
    },
  }
}

const words = defineMessages('privacy.gather', {
  about: `data.json holds everything about one person:

  format, version   "rapport-personal-data", 1
  company, madeAt   who holds the data, and when this file was made (ISO 8601, UTC)
  contactIds        the ids under which the person is known
  data              one list of rows for each kind of data, by its name: contacts, handles, events, orders …
                    Amounts are whole numbers of the smallest unit of the currency beside them; times are UTC.

The page beside it shows the same for people. The folder files holds files that are kept with the person.
Other people are left out: {person}, {address}, {number}; members of staff stand there by their role.
`,
})

function aboutIn(language: string): string {
  const text = wordsFor(othersWords, language)
  return wordsFor(words, language)('about', {
    person: text('person'),
    address: text('address'),
    number: text('number'),
  })
}

/** Names that nobody gave and the like, in the person's language. */
function wordedRows(rows: object[], language: string): object[] {
  return walk(rows, text => textIn(text, language)) as object[]
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}
