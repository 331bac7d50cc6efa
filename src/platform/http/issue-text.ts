import { z } from 'zod'
import type { Sentence } from '../../kernel/errors.ts'
import type { Text } from '../../kernel/message-params.ts'
import { defineMessages, readStored, say, stored } from '../../kernel/messages.ts'

const words = defineMessages('platform.issue', {
  missing: 'Fill this in.',
  text: 'Use text.',
  number: 'Use a number.',
  whole: 'Use a whole number.',
  yesOrNo: 'Use true or false.',
  list: 'Use a list.',
  object: 'Use an object.',
  empty: 'Write something here.',
  shortText: '{least, plural, one {Use at least # character.} other {Use at least # characters.}}',
  longText: '{most, plural, one {Use at most # character.} other {Use at most # characters.}}',
  fewItems: '{least, plural, one {Name at least one.} other {Name at least #.}}',
  manyItems: '{most, plural, one {Name at most one.} other {Name at most #.}}',
  atLeast: 'Use {least} or more.',
  moreThan: 'Use more than {least}.',
  atMost: 'Use {most} or less.',
  lessThan: 'Use less than {most}.',
  email: 'Use an e-mail address such as name@example.com.',
  address: 'Use an address such as https://example.com.',
  id: 'Use an id.',
  format: 'This is not written as it should be.',
  choice: 'Use one of {choices}.',
  step: 'Use a multiple of {step}.',
  unknownField: 'There is no such field.',
  other: 'This cannot be used here.',
})

/** What a text that must be given is told when there is none. */
export const emptyText = say(words, 'empty')

type Issue = z.core.$ZodRawIssue

// What zod has no words of ours for, it says in English; so it has for everything.
z.config({ localeError: issue => stored(textOf(issue)) })

/** What is wrong with a value, in words of a schema's own or else of the catalogue. */
export function issueText({ message }: { message: string }): Sentence {
  return readStored(message) ?? message
}

function textOf(issue: Issue): Text {
  switch (issue.code) {
    case 'invalid_type':
      return typeText(issue)
    case 'too_small':
      return smallText(issue)
    case 'too_big':
      return bigText(issue)
    case 'invalid_format':
      return formatText(issue.format)
    case 'invalid_value':
      return say(words, 'choice', { choices: issue.values.map(String).join(', ') })
    case 'not_multiple_of':
      return say(words, 'step', { step: issue.divisor })
    case 'unrecognized_keys':
      return say(words, 'unknownField')
    default:
      return say(words, 'other')
  }
}

const types: Record<string, 'text' | 'number' | 'whole' | 'yesOrNo' | 'list' | 'object'> = {
  string: 'text',
  number: 'number',
  int: 'whole',
  boolean: 'yesOrNo',
  array: 'list',
  object: 'object',
  record: 'object',
}

function typeText({ expected, input }: Issue & { code: 'invalid_type' }): Text {
  if (input === undefined) return say(words, 'missing')
  return say(words, types[expected] ?? 'other')
}

function smallText({ origin, minimum, inclusive }: Issue & { code: 'too_small' }): Text {
  const least = Number(minimum)
  if (origin === 'string') return least === 1 ? emptyText : say(words, 'shortText', { least })
  if (origin === 'array' || origin === 'set') return say(words, 'fewItems', { least })
  return say(words, inclusive === false ? 'moreThan' : 'atLeast', { least })
}

function bigText({ origin, maximum, inclusive }: Issue & { code: 'too_big' }): Text {
  const most = Number(maximum)
  if (origin === 'string') return say(words, 'longText', { most })
  if (origin === 'array' || origin === 'set') return say(words, 'manyItems', { most })
  return say(words, inclusive === false ? 'lessThan' : 'atMost', { most })
}

function formatText(format: string): Text {
  if (format === 'email') return say(words, 'email')
  if (format === 'url') return say(words, 'address')
  return say(words, /^(uuid|guid)/.test(format) ? 'id' : 'format')
}
