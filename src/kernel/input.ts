import { z } from 'zod'
import { defineMessages, refusal } from './messages.ts'
import { trimmed } from './text.ts'

const words = defineMessages('kernel.input', {
  oneLine: 'Use one line of text.',
  plainText: 'Use plain text.',
  email: 'Use an e-mail address such as marta@example.com.',
  country: 'Use a two-letter country code such as CZ.',
  language: 'Use a language code such as en or cs.',
})

/** One line of text as people type it. */
export const lineOf = (most = 200) =>
  z
    .string()
    .overwrite(trimmed)
    .max(most)
    .regex(/^[^\p{Cc}]*$/u, refusal(words, 'oneLine'))

/** Text of many lines as people type it. */
export const linesOf = (most = 20_000) =>
  z
    .string()
    .overwrite(trimmed)
    .max(most)
    .regex(/^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$/, refusal(words, 'plainText'))

export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email(refusal(words, 'email')))

export const countryCode = z.string().regex(/^[A-Z]{2}$/, refusal(words, 'country'))

export const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/, refusal(words, 'language'))

type Given<S> = S extends z.ZodDefault<infer Inner> ? Inner : S

/** What a change takes of what is given when something is made: any of it, and nothing by itself. */
export function patchOf<Shape extends z.ZodRawShape>({ shape }: z.ZodObject<Shape>) {
  const given = Object.entries(shape).map(([key, schema]) => [
    key,
    schema instanceof z.ZodDefault ? schema.unwrap() : schema,
  ])
  return z.strictObject(Object.fromEntries(given) as { [K in keyof Shape]: Given<Shape[K]> }).partial()
}

/** What a workspace says to its customers, by language; English is what everybody else is shown. */
export const byLanguage = <English extends z.ZodType<string>, Other extends z.ZodType<string>>(
  english: English,
  other: Other,
) => z.object({ en: english }).catchall(other).refine(isByLanguage, refusal(words, 'language'))

/** What is said in a language, else in English. */
export function inLanguage(texts: Readonly<Record<string, string>>, language: string): string {
  return texts[language.split('-')[0]!] || texts['en'] || ''
}

function isByLanguage(texts: object): boolean {
  return Object.keys(texts).every(tag => languageTag.safeParse(tag).success)
}
