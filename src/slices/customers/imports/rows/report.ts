import type { Text } from '../../../../kernel/message-params.ts'
import { defineText, stored } from '../../../../kernel/messages.ts'
import { clip } from '../../../../kernel/text.ts'

const cutOff = defineText('imports.report.cutOff', 'Longer than {length} characters; the rest was cut off.')

/** Something about a row that its file's owner should know. Refused rows are not imported. */
export interface Problem {
  column: string | null
  /** A text as it is stored. */
  reason: string
}

/** Collects what is wrong with one row; `column` is set before each cell is read. */
export class Report {
  column: string | null = null
  problems: Problem[] = []
  warnings: Problem[] = []

  refuse(reason: Text, column = this.column): void {
    this.problems.push({ column, reason: stored(reason) })
  }

  warn(reason: Text, column = this.column): void {
    this.warnings.push({ column, reason: stored(reason) })
  }

  reset(): void {
    this.column = null
    this.problems = []
    this.warnings = []
  }
}

/** A cell as it is quoted in a reason. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return `“${line.length > 60 ? `${clip(line, 59)}…` : line}”`
}

/** Text of at most `length` characters; what is longer is cut, with a warning. */
export function cut(text: string, length: number, report: Report): string {
  if (text.length <= length) return text
  report.warn(cutOff({ length }))
  return clip(text, length).trimEnd()
}
