import type { ReactNode } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import { useFormat, useMessages } from '../i18n/i18n.tsx'
import classes from './ThreeV.module.css'

const messages = defineMessages('ui.three-v', { value: 'Value', voice: 'Voice', valence: 'Valence' })

/** Expected lifetime value: a gold coin. */
export function ValueGlyph({ size = 14 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 14 14" aria-hidden="true">
      <circle cx="7" cy="7" r="5.6" fill="var(--value-mark)" />
      <path
        d="M4.6 4.6 7 9.6l2.4-5"
        fill="none"
        stroke="var(--surface)"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}

/** What the contact says: a violet speech mark. */
export function VoiceGlyph({ size = 14 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 14 14" aria-hidden="true">
      <path
        d="M3.2 1.8h7.6a1.8 1.8 0 0 1 1.8 1.8v4.2a1.8 1.8 0 0 1-1.8 1.8H7.2L4.4 12.3V9.6H3.2a1.8 1.8 0 0 1-1.8-1.8V3.6a1.8 1.8 0 0 1 1.8-1.8Z"
        fill="var(--voice-mark)"
      />
    </svg>
  )
}

/** Rapport over time: its arrow rises, lies or falls, so that colour is not all that tells. */
export function ValenceGlyph({ valence, size = 14 }: { valence: number; size?: number }) {
  const shape = valence >= 0.15 ? 'M7 2.2 12.2 11H1.8Z' : valence <= -0.15 ? 'M7 11.8 1.8 3h10.4Z' : 'M2 5.4h10v3.2H2Z'
  return (
    <svg width={size} height={size} viewBox="0 0 14 14" aria-hidden="true">
      <path
        d={shape}
        fill={valenceColour(valence, 'mark')}
        stroke={valenceColour(valence, 'mark')}
        strokeWidth="1.2"
        strokeLinejoin="round"
      />
    </svg>
  )
}

/** The diverging scale rust – grey – teal at a valence in [−1, 1]; `mark` for shapes, `text` for words. */
export function valenceColour(valence: number, use: 'mark' | 'text'): string {
  const end = valence < 0 ? 'negative' : 'positive'
  const suffix = use === 'mark' ? '-mark' : ''
  const share = Math.round(Math.min(1, Math.abs(valence) * 1.4) * 100)
  return `color-mix(in oklab, var(--valence-${end}${suffix}) ${share}%, var(--valence-neutral${suffix}))`
}

interface ChipProps {
  name: 'value' | 'voice' | 'valence'
  glyph: ReactNode
  colour: string
  children: ReactNode
}

function Chip({ name, glyph, colour, children }: ChipProps) {
  const t = useMessages(messages)
  return (
    <span className={classes.chip} title={t(name)}>
      {glyph}
      <span className="visually-hidden">{t(name)}</span>
      <span style={{ color: colour }}>{children}</span>
    </span>
  )
}

export function ValueChip({ children }: { children: ReactNode }) {
  return (
    <Chip name="value" glyph={<ValueGlyph />} colour="var(--value)">
      {children}
    </Chip>
  )
}

export function VoiceChip({ children }: { children: ReactNode }) {
  return (
    <Chip name="voice" glyph={<VoiceGlyph />} colour="var(--voice)">
      {children}
    </Chip>
  )
}

export function ValenceChip({ valence }: { valence: number }) {
  const words = useFormat().signed(valence)
  const glyph = <ValenceGlyph valence={valence} />
  return (
    <Chip name="valence" glyph={glyph} colour={valenceColour(valence, 'text')}>
      {words}
    </Chip>
  )
}
