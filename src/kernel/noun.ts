import { defineMessages, type Messages } from './messages.ts'

/**
 * The forms of a noun that the sentences about records are made of: "Contact", "Contacts", "3 contacts", and inside a
 * sentence as what something is done with, "contact" and "contacts". `gender` is what a language needs to agree with it.
 */
export type Noun = Messages<Record<'one' | 'many' | 'count' | 'object' | 'objects' | 'gender', string>>

/** English has all of its forms from two; other languages say them in their `words`. */
export function defineNoun(group: string, one: string, many: string): Noun {
  return defineMessages(group, formsOf(one, many))
}

export function formsOf(one: string, many: string): Noun['english'] {
  return {
    one: capitalised(one),
    many: capitalised(many),
    count: `{count, plural, one {# ${one}} other {# ${many}}}`,
    object: one,
    objects: many,
    gender: 'neuter',
  }
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
