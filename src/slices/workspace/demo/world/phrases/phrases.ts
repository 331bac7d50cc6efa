export const causes = ['late delivery', 'damaged in transit', 'wrong item', 'defective', 'wrong invoice'] as const
export type Cause = (typeof causes)[number]

/** A message: what it is about, and what it says. */
export type Message = [subject: string, text: string]
export type Topic = 'question' | 'quote' | 'whereIsIt' | 'thanks'
type Answer = 'questionAnswer' | 'quoteAnswer' | 'whereIsItAnswer' | 'thanksAnswer' | 'apology'
/** How a complaint ended: money back, replaced, or explained. */
type Ending = 'refunded' | 'replaced' | 'explained'
type Review = 'delighted' | 'mixed' | 'upset'

/**
 * What customers and staff write in one language. `{product}` and `{order}` stand for names that are put in as they
 * are, so sentences keep them out of cases and genders.
 */
export type Phrases = Record<Topic | Cause, Message[]> & Record<Answer | Ending | Review, string[]>

/** Reads lines below headings; the subject of a message stands before a bar. */
export function readPhrases(text: string): Phrases {
  const parts = text.split('\n# ').slice(1)
  const lists = parts.map(part => {
    const [heading, ...lines] = part.trim().split('\n')
    return [heading, lines.map(line => (line.includes(' | ') ? line.split(' | ') : line))]
  })
  return Object.fromEntries(lists)
}
