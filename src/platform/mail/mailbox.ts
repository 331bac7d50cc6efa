import { invalidField } from '../../kernel/errors.ts'
import { defineMessages, say } from '../../kernel/messages.ts'

const words = defineMessages('platform.mailbox', {
  cleanLine: 'Write this on one line, without line breaks or control characters.',
  mailbox: 'Use an address such as name@example.com.',
})

export interface Mailbox {
  name: string | null
  address: string
}

/** Control characters and line separators, with which one header would become two. Tabs are only white space. */
const lineBreaks = /(?!\t)[\p{Cc}\u2028\u2029]/u
const addressPattern = /^[^\s@<>(),;:"\\[\]]{1,64}@[^\s@<>(),;:"\\[\]]{1,190}$/

/** Refuses text for a mail header that holds a line break (CR/LF injection), naming the field at fault. */
export function checkHeaderText(field: string, text: string): void {
  if (lineBreaks.test(text)) throw invalidField(field, say(words, 'cleanLine'))
}

export function checkMailbox(field: string, { name, address }: Mailbox): void {
  checkHeaderText(`${field}.name`, name ?? '')
  checkHeaderText(`${field}.address`, address)
  if (!addressPattern.test(address)) throw invalidField(`${field}.address`, say(words, 'mailbox'))
}

/** `name@example.com` or `Name <name@example.com>`; null when it is neither. */
export function parseMailbox(text: string): Mailbox | null {
  const open = text.indexOf('<')
  const mailbox =
    open < 0
      ? { name: null, address: text.trim() }
      : text.trimEnd().endsWith('>')
        ? {
            name: unquoted(text.slice(0, open).trim()) || null,
            address: text
              .trimEnd()
              .slice(open + 1, -1)
              .trim(),
          }
        : null
  if (!mailbox || lineBreaks.test(text) || !addressPattern.test(mailbox.address)) return null
  return mailbox
}

function unquoted(name: string): string {
  return name.length > 1 && name.startsWith('"') && name.endsWith('"')
    ? name.slice(1, -1).replace(/\\(.)/g, '$1')
    : name
}
