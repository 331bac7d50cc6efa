import type { MessageParams, ParamsOf } from '../../kernel/message-params.ts'
import type { Messages } from '../../kernel/messages.ts'
import { textIn } from '../languages.ts'
import type { NewMail } from './outgoing-mail.ts'

/** A kind of mail by two of these texts, said in the language of its reader; names stand on one line, as headers do. */
export function defineMail<
  English extends Record<string, string>,
  Subject extends keyof English & string,
  Body extends keyof English & string,
>({ group }: Messages<English>, subject: Subject, text: Body) {
  return (to: string, language: string, ...[values]: ParamsOf<English[Subject | Body]>): NewMail => {
    const params = values && oneLined(values)
    const wordsOf = (key: string) => textIn({ group, key, ...(params && { params }) }, language)
    return { to, subject: wordsOf(subject), text: wordsOf(text) }
  }
}

function oneLined(values: object): MessageParams {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value,
  ])
  return Object.fromEntries(entries) as MessageParams
}
