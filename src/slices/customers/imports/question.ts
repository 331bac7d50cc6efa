import type { Text } from '../../../kernel/message-params.ts'
import type { ImportOptions } from './schema.ts'

/** What is asked before a file of some kinds of record is imported: an option of its own, yes unless it is answered no. */
export interface Question {
  key: string
  label: Text
}

export function isWanted({ options }: { options: ImportOptions }, { key }: Question): boolean {
  return options[key] !== false
}
