import { trimmed } from '../../../../kernel/text.ts'

const control = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g
const hasControl = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/

/** A cell as text: without control characters, outer spaces and the apostrophe that defuses formulas in exports. */
export function cleanCell(cell: string): string {
  let text = cell
  if (hasControl.test(text)) text = text.replace(control, '')
  text = trimmed(text)
  return text.charCodeAt(0) === 39 && /^'+[=+\-@]/.test(text) ? text.slice(1) : text
}

/** One line of text; line breaks become commas. */
export function toLine(text: string): string {
  return /[\n\r\t]/.test(text)
    ? text
        .split(/[\n\r]/)
        .map(line => line.replace(/\s+/g, ' ').trim())
        .filter(line => line !== '')
        .join(', ')
    : text
}

/** The parts of a cell that holds several things. */
export function splitCell(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map(part => part.trim())
    .filter(part => part !== '')
}
