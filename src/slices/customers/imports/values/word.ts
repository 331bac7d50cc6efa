import { fold } from '../../../../kernel/text.ts'

const nothing = new Set(
  '|-|--|—|–|.|?|n/a|#n/a|na|n.a.|nil|null|none|undefined|unspecified|unknown|(blank)|[blank]|nan|neznamy|neuvedeno|unbekannt'.split(
    '|',
  ),
)

/** Words that people and programs write into a cell that is empty. Not for names: somebody is called Null. */
export function isNothing(text: string): boolean {
  return text.length < 12 && nothing.has(fold(text))
}

const yes = new Set('true|t|yes|y|1|x|on|ano|a|ja|j|wahr|pravda|checked|opted out|unsubscribed'.split('|'))
const no = new Set('false|f|no|n|0|off|ne|nein|falsch|nepravda|unchecked'.split('|'))

export function parseYesNo(text: string): boolean | null {
  const word = fold(text)
  return yes.has(word) ? true : no.has(word) ? false : null
}

let languages: Map<string, string> | undefined

/** `cs`, `cs-CZ` or the language's name in English, Czech, German or itself. */
export function parseLanguage(text: string): string | null {
  const code = text.trim().replaceAll('_', '-')
  if (/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(code)) {
    const [tag] = canonical(code)
    if (tag && new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag.split('-')[0]!)) return tag
  }
  if (!languages) {
    languages = new Map()
    for (const tag of 'ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nb nl no pl pt ro ru sk sl sr sv th tr uk ur vi zh'.split(
      ' ',
    )) {
      for (const locale of ['en', 'cs', 'de', tag]) {
        languages.set(fold(new Intl.DisplayNames(locale, { type: 'language' }).of(tag)!), tag)
      }
    }
  }
  return languages.get(fold(text)) ?? null
}

function canonical(code: string): string[] {
  try {
    return Intl.getCanonicalLocales(code)
  } catch {
    return []
  }
}

/** Values by the words that mean them, which stand as `a|b|c`. */
export function meaningsOf<Value extends string>(meanings: Record<Value, string>): ReadonlyMap<string, Value> {
  const entries = Object.entries<string>(meanings)
  return new Map(entries.flatMap(([value, words]) => words.split('|').map(word => [word, value as Value] as const)))
}
