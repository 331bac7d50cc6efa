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

export function ValueChip({ children }: { children: ReactNode }) {
  const t = useMessages(messages)
  return (
    <span className={classes.chip} title={t('value')}>
      <ValueGlyph />
      <span className="visually-hidden">{t('value')}</span>
      <span className={classes.value}>{children}</span>
    </span>
  )
}

export function VoiceChip({ children }: { children: ReactNode }) {
  const t = useMessages(messages)
  return (
    <span className={classes.chip} title={t('voice')}>
      <VoiceGlyph />
      <span className="visually-hidden">{t('voice')}</span>
      <span className={classes.voice}>{children}</span>
    </span>
  )
}

export function ValenceChip({ valence, digits = 2 }: { valence: number; digits?: number }) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <span className={classes.chip} title={t('valence')}>
      <ValenceGlyph valence={valence} />
      <span className="visually-hidden">{t('valence')}</span>
      <span style={{ color: valenceColour(valence, 'text') }}>{format.signed(valence, digits)}</span>
    </span>
  )
}

export interface ThreeVProps {
  value?: ReactNode
  voice?: ReactNode
  valence?: number
  /** In one line without labels, for the folded header of a phone. */
  inline?: boolean
}

/** The three Vs as a small labelled column, for the side of a record; what is not known is absent. */
export function ThreeV({ value, voice, valence, inline = false }: ThreeVProps) {
  const t = useMessages(messages)
  const format = useFormat()
  if (inline) {
    return (
      <div className={classes.inline}>
        {value !== undefined && <ValueChip>{value}</ValueChip>}
        {voice !== undefined && <VoiceChip>{voice}</VoiceChip>}
        {valence !== undefined && <ValenceChip valence={valence} />}
      </div>
    )
  }
  return (
    <dl className={classes.column}>
      {value !== undefined && (
        <div className={classes.row}>
          <dt>
            <ValueGlyph /> {t('value')}
          </dt>
          <dd className={classes.value}>{value}</dd>
        </div>
      )}
      {voice !== undefined && (
        <div className={classes.row}>
          <dt>
            <VoiceGlyph /> {t('voice')}
          </dt>
          <dd className={classes.voice}>{voice}</dd>
        </div>
      )}
      {valence !== undefined && (
        <div className={classes.row}>
          <dt>
            <ValenceGlyph valence={valence} /> {t('valence')}
          </dt>
          <dd style={{ color: valenceColour(valence, 'text') }}>{format.signed(valence)}</dd>
        </div>
      )}
    </dl>
  )
}
