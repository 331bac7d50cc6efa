import { Slider } from '@mantine/core'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import type { PrecisionPoint } from '../schema.ts'
import { identityWords } from './identity-words.ts'
import { shareText } from './share.ts'
import classes from './ThresholdSlider.module.css'

const messages = defineMessages('identity.threshold-slider', {
  from: 'From {share} on',
  expected: 'expected right: {share}',
  observed: '{share} right of {count, plural, one {# decided} other {# decided}} ({low}–{high})',
  unknown: 'no decisions there yet',
})

export interface ThresholdSliderProps {
  label: string
  points: readonly PrecisionPoint[]
  value: number
  onChange: (threshold: number) => void
  /** The thumb was let go. */
  onChangeEnd?: (threshold: number) => void
  disabled?: boolean
}

/** A threshold with what it takes in and how much of that is right, as the scores say and as people decided. */
export function ThresholdSlider({ label, points, value, onChange, onChangeEnd, disabled }: ThresholdSliderProps) {
  const t = useMessages(messages)
  const words = useMessages(identityWords)
  const format = useFormat()
  if (points.length === 0) return null
  const at = Math.max(
    0,
    points.findLastIndex(point => point.threshold <= value),
  )
  const point = points[at]!
  return (
    <div className={classes.slider}>
      <Slider
        thumbLabel={label}
        min={0}
        max={points.length - 1}
        step={1}
        disabled={disabled}
        value={at}
        label={null}
        marks={points.map((_, index) => ({ value: index }))}
        thumbProps={{ 'aria-valuetext': shareText(format, point.threshold) }}
        onChange={index => onChange(points[index]!.threshold)}
        onChangeEnd={onChangeEnd && (index => onChangeEnd(points[index]!.threshold))}
      />
      <dl className={classes.facts}>
        <div>
          <dt>{t('from', { share: shareText(format, point.threshold) })}</dt>
          <dd>{words('count', { count: point.pairs })}</dd>
        </div>
        <div>
          <dt>{point.expected === null ? '–' : t('expected', { share: format.percent(point.expected, 2) })}</dt>
          <dd>
            {point.observed === null
              ? t('unknown')
              : t('observed', {
                  share: format.percent(point.observed.share),
                  count: point.observed.decided,
                  low: format.percent(point.observed.low),
                  high: format.percent(point.observed.high),
                })}
          </dd>
        </div>
      </dl>
    </div>
  )
}
