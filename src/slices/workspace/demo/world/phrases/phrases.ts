export const causes = ['late delivery', 'damaged in transit', 'wrong item', 'defective', 'wrong invoice'] as const
export type Cause = (typeof causes)[number]

/** A message: what it is about, and what it says. */
export type Message = [subject: string, text: string]

/**
 * What customers and staff write in one language. `{product}` and `{order}` stand for names that are put in as they
 * are, so sentences keep them out of cases and genders.
 */
export interface Phrases {
  question: Message[]
  questionAnswer: string[]
  quote: Message[]
  quoteAnswer: string[]
  whereIsIt: Message[]
  whereIsItAnswer: string[]
  thanks: Message[]
  thanksAnswer: string[]
  complaint: Record<Cause, Message[]>
  apology: string[]
  /** How it ended: money back, replaced, or explained. */
  refunded: string[]
  replaced: string[]
  explained: string[]
  delighted: string[]
  mixed: string[]
  upset: string[]
}
