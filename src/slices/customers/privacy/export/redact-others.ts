import { defineMessages, type Translate } from '../../../../kernel/messages.ts'
import { sortKey } from '../../../../kernel/text.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Person } from '../../../../platform/personal-data.ts'
import { wordsFor } from '../../../../platform/languages.ts'
import { redactText, walk } from '../../../../platform/redact.ts'
import { findNamesTaken } from '../../contacts/public.ts'
import { listPeople } from '../../../workspace/members/public.ts'

const address = /[^\s@<>(),;:"[\]]{1,64}@[\p{L}\p{N}.-]{1,255}\.[\p{L}\p{N}-]{2,63}/gu
const number = /(?:\+|\b00)\d[\d ().-]{6,18}\d/g
const mention = /@\[([^\]\n]{1,200})\]\(member:[0-9a-f-]{36}\)/gi
/** Two or three words that begin with a capital letter, as names do. */
const nameLike = /(?=(\p{Lu}\p{L}+(?: \p{Lu}\p{L}+){1,2}))/gu

/** What stands where other people were. */
export const othersWords = defineMessages('privacy.redact-others', {
  member: '[a member of staff]',
  address: '[another person’s address]',
  number: '[another person’s number]',
  person: '[another person]',
})

/** Takes other people out of what one person is given: addresses, numbers, and names of members and other contacts. */
export class OthersRedaction {
  readonly #ctx: Ctx
  readonly #own: { addresses: Set<string>; numbers: Set<string>; names: Set<string> }
  readonly #members: { name: string; email: string; role: string }[]
  readonly #others = new Map<string, boolean>()

  readonly #text: Translate<(typeof othersWords)['english']>

  static async open(ctx: Ctx, person: Person, language: string): Promise<OthersRedaction> {
    return new OthersRedaction(ctx, person, await listPeople(ctx), language)
  }

  constructor(ctx: Ctx, person: Person, members: { name: string; email: string; role: string }[], language: string) {
    this.#ctx = ctx
    this.#text = wordsFor(othersWords, language)
    this.#members = members.filter(member => member.name.includes(' '))
    this.#own = {
      addresses: new Set(person.handles.flatMap(({ value, normal }) => [value.toLowerCase(), normal.toLowerCase()])),
      numbers: new Set(person.handles.map(({ normal }) => digits(normal))),
      names: new Set(person.names.map(sortKey)),
    }
  }

  /** A page of rows; which capitalised words are somebody's name is asked of the database once a page. */
  async redact(rows: object[]): Promise<object[]> {
    await this.#learnNames(rows)
    return walk(rows, text => this.#redactText(text)) as object[]
  }

  #redactText(given: string): string {
    let text = given.replaceAll(mention, this.#text('member'))
    text = text.replaceAll(address, found =>
      this.#own.addresses.has(found.toLowerCase()) ? found : this.#text('address'),
    )
    text = text.replaceAll(number, found => (this.#own.numbers.has(digits(found)) ? found : this.#text('number')))
    for (const { name, role } of this.#members) text = redactText(text, [name], `[${role}]`)
    const others = namesIn(text).filter(name => this.#others.get(sortKey(name)) === true)
    return redactText(text, others, this.#text('person'))
  }

  async #learnNames(rows: object[]): Promise<void> {
    const asked = new Set<string>()
    walk(rows, text => {
      for (const name of namesIn(text)) {
        const key = sortKey(name)
        if (!this.#others.has(key) && !this.#own.names.has(key)) asked.add(key)
      }
      return text
    })
    if (asked.size === 0) return
    const { db, workspaceId } = this.#ctx
    const known = await findNamesTaken({ db, workspaceId }, [...asked])
    for (const key of asked) this.#others.set(key, false)
    for (const key of known) this.#others.set(key, true)
  }
}

/** Also the first two of three words: `Yesterday Karel Novák` holds `Karel Novák`. */
function namesIn(text: string): string[] {
  return [...text.matchAll(nameLike)].flatMap(([, found]) => {
    const words = found!.split(' ')
    return words.length === 3 ? [found!, words.slice(0, 2).join(' ')] : [found!]
  })
}

function digits(text: string): string {
  return text.replaceAll(/\D/g, '').replace(/^00/, '')
}
