import { Checkbox } from '@mantine/core'
import { useMemo, type ReactNode } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Link } from '../../../../ui/layout/Link.tsx'
import { Avatar } from '../../../../ui/values/Avatar.tsx'
import type { EvidenceItem, Side } from '../schema.ts'
import classes from './Comparison.module.css'
import { differences } from './differences.ts'
import { EvidenceBar } from './EvidenceBar.tsx'
import { useSideRows, type SideRow } from './use-side-rows.ts'

const messages = defineMessages('identity.side-table', {
  field: 'Field',
  evidence: 'What it says',
  include: 'Include {name}',
  none: 'nothing known',
})

const labelWidth = 104
const sideWidth = 184

interface Choice {
  chosen: ReadonlySet<string>
  onChange: (chosen: ReadonlySet<string>) => void
}

export interface SideTableProps {
  label: string
  sides: readonly Side[]
  /** Of a pair: what each field says. */
  evidence?: readonly EvidenceItem[]
  /** Of a group: who takes part. */
  choice?: Choice
  /** Under each name. */
  under?: (side: Side) => ReactNode
}

/** Contacts side by side, field by field, with what differs marked. */
export function SideTable({ label, sides, evidence, choice, under }: SideTableProps) {
  const t = useMessages(messages)
  const rows = useSideRows(sides)
  const placed = new Set(rows.flatMap(row => row.evidence))
  const loose = (evidence ?? []).filter(item => !placed.has(item.field))
  return (
    <table
      className={classes.table}
      aria-label={label}
      data-many={!evidence || undefined}
      style={evidence ? undefined : { minWidth: labelWidth + sides.length * sideWidth }}
    >
      <thead>
        <tr>
          <th scope="col" className={classes.corner}>
            <span className="visually-hidden">{t('field')}</span>
          </th>
          {sides.map(side => (
            <th key={side.id} scope="col" className={classes.head}>
              <span className={classes.person}>
                {choice && (
                  <Checkbox
                    size="xs"
                    aria-label={t('include', { name: side.name })}
                    checked={choice.chosen.has(side.id)}
                    onChange={() => choice.onChange(toggled(choice.chosen, side.id))}
                  />
                )}
                <Avatar name={side.name} size={24} />
                <Link href={`/contacts/${side.id}`} className={classes.name}>
                  {side.name}
                </Link>
              </span>
              {under?.(side)}
            </th>
          ))}
          {evidence && (
            <th scope="col" className={classes.evidenceHead}>
              {t('evidence')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <Row key={row.key} row={row} sides={sides} evidence={evidence} none={t('none')} />
        ))}
        {loose.map(item => (
          <tr key={item.field} className={classes.row}>
            <th scope="row">{item.label}</th>
            <td>{item.a}</td>
            <td>{item.b}</td>
            <td>
              <EvidenceBar item={item} isNamed={false} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  row: SideRow
  sides: readonly Side[]
  evidence: readonly EvidenceItem[] | undefined
  none: string
}

function Row({ row, sides, evidence, none }: RowProps) {
  return (
    <tr className={classes.row} data-fact={row.isFact || undefined}>
      <th scope="row">{row.label}</th>
      {row.values.map((lines, at) => (
        <td key={sides[at]!.id}>
          {lines.length === 0 ? (
            <span className={classes.none} aria-label={none}>
              –
            </span>
          ) : (
            lines.map((line, index) => (
              <div key={index} className={classes.value}>
                <Marked
                  text={line}
                  other={row.isFact ? undefined : nearest(line, index, row.values[at === 0 ? 1 : 0])}
                />
              </div>
            ))
          )}
        </td>
      ))}
      {evidence && (
        <td>
          {evidence
            .filter(item => row.evidence.includes(item.field))
            .map(item => (
              <EvidenceBar key={item.field} item={item} isNamed={row.evidence.length > 1} />
            ))}
        </td>
      )}
    </tr>
  )
}

/** The line of the other side to compare with: the same one if it is there, else the one in its place. */
function nearest(line: string, index: number, others: readonly string[] | undefined): string | undefined {
  if (!others || others.length === 0) return undefined
  return others.find(other => other.toLocaleLowerCase() === line.toLocaleLowerCase()) ?? others[index] ?? others[0]
}

function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(chosen)
  if (!next.delete(id)) next.add(id)
  return next
}

/** A text with what the other has not marked. */
function Marked({ text, other }: { text: string; other: string | undefined }) {
  const stretches = useMemo(() => (other === undefined ? null : differences(text, other)[0]), [text, other])
  if (!stretches) return text
  return stretches.map(({ text: part, isOther }, at) =>
    isOther ? (
      <mark key={at} className={classes.mark}>
        {part}
      </mark>
    ) : (
      <span key={at}>{part}</span>
    ),
  )
}
