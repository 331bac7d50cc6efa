/**
 * What a row did: made a record, changed one, changed nothing, added to one that an earlier row of the file had made or
 * changed, or named somebody who is not known.
 */
export type Outcome = 'created' | 'updated' | 'unchanged' | 'repeated' | 'unknown'

/** Value before and after, by column. */
export type Changes = Record<string, [unknown, unknown]>
