import { cpus, totalmem } from 'node:os'
import type { Figure } from './bench.ts'

/** One line of JSON a figure. */
export function jsonLine({ name, value, unit, raw, ratio }: Figure): string {
  return JSON.stringify({ name, value: round(value), unit, raw: round(raw), ratio: Number(ratio.toFixed(3)) })
}

const titles = ['figure', 'app', 'bare handler', 'ratio', 'target', '', 'p99 ms', 'bytes']

/** A table for people, in Markdown. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, unit, raw, ratio, target, p99, bytes }) => [
    name,
    `${round(value)} ${unit}`,
    String(round(raw)),
    ratio.toFixed(2),
    target.toFixed(2),
    ratio >= target ? 'reached' : 'missed',
    p99 ? p99.map(round).join(' / ') : '',
    bytes ? bytes.map(Math.round).join(' / ') : '',
  ])
  const widths = titles.map((title, column) => Math.max(title.length, ...rows.map(row => row[column]!.length)))
  const line = (cells: string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`
  return [line(titles), `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join('\n')
}

export function machine(): string {
  const processors = cpus()
  return `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`
}

function round(value: number): number {
  if (value >= 100) return Math.round(value)
  return Number(value.toPrecision(value > 0.9 && value < 1 ? 5 : 3))
}
