import { useElementSize } from '@mantine/hooks'
import { IconChartBar, IconTable } from '@tabler/icons-react'
import { useState, type KeyboardEvent } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import { useMessages } from '../i18n/i18n.tsx'
import { SmallTable } from '../values/SmallTable.tsx'
import { barGeometry, labelStride, type BarMark, type BarPeriod, type BarSeries } from './bar-geometry.ts'
import classes from './BarChart.module.css'

const messages = defineMessages('ui.bar-chart', {
  table: 'View as table',
  chart: 'View as chart',
  period: 'Period',
  mark: '{series}, {period}: {value}',
})

export interface BarChartProps {
  /** What is shown: "Orders by quarter". */
  label: string
  periods: readonly BarPeriod[]
  series: readonly BarSeries[]
  formatValue: (value: number) => string
  /** Shorter, for labels at the bars. */
  formatLabel?: (value: number) => string
  /** Opens the rows behind a bar. */
  onOpen?: (periodKey: string, seriesKey: string) => void
  height?: number
}

const labelRoom = 16
const axisRoom = 20

/** A few periods of one or two series, with its zero line; negative bars hang below. Each bar opens its rows. */
export function BarChart({
  label,
  periods,
  series,
  formatValue,
  formatLabel = formatValue,
  onOpen,
  height = 160,
}: BarChartProps) {
  const t = useMessages(messages)
  const [asTable, setAsTable] = useState(false)
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>
        <span className={classes.label}>{label}</span>
        {series.length > 1 && (
          <span className={classes.keys}>
            {series.map(group => (
              <span key={group.key} className={classes.key}>
                <span className={classes.swatch} style={{ background: group.colour }} />
                {group.label}
              </span>
            ))}
          </span>
        )}
        <button
          type="button"
          className={classes.toggle}
          onClick={() => setAsTable(!asTable)}
          aria-label={asTable ? t('chart') : t('table')}
          title={asTable ? t('chart') : t('table')}
        >
          {asTable ? <IconChartBar size={15} aria-hidden /> : <IconTable size={15} aria-hidden />}
        </button>
      </figcaption>
      {asTable ? (
        <ValueTable label={label} periods={periods} series={series} formatValue={formatValue} onOpen={onOpen} />
      ) : (
        <Bars {...{ label, periods, series, formatValue, formatLabel, onOpen, height }} />
      )}
    </figure>
  )
}

type BarsProps = Required<Omit<BarChartProps, 'onOpen'>> & Pick<BarChartProps, 'onOpen'>

function Bars({ label, periods, series, formatValue, formatLabel, onOpen, height }: BarsProps) {
  const t = useMessages(messages)
  const { ref, width } = useElementSize()
  const { marks, zero, centres, ends } = barGeometry(periods, series, { width, height, labels: labelRoom })
  const [focused, setFocused] = useState(0)
  const stride = labelStride(periods.length, width, 56)
  const labelsFit = labelStride(periods.length, width, 44) === 1
  const highest = Math.min(...ends.map(end => end.top))
  const lowest = Math.max(...ends.map(end => end.bottom))

  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const next = Math.max(0, Math.min(marks.length - 1, focused + step))
    setFocused(next)
    event.currentTarget.querySelectorAll<SVGElement>('[data-mark]')[next]?.focus()
  }
  const words = (mark: BarMark) =>
    t('mark', { series: mark.series.label, period: mark.period.label, value: formatValue(mark.value) })

  return (
    <div ref={ref} className={classes.box} style={{ height: height + axisRoom }}>
      {width > 0 && (
        <svg width={width} height={height + axisRoom} role="group" aria-label={label} onKeyDown={onKeyDown}>
          {marks.map((mark, index) => (
            <g
              key={`${mark.period.key} ${mark.series.key}`}
              data-mark
              className={classes.mark}
              role={onOpen ? 'button' : 'img'}
              aria-label={words(mark)}
              tabIndex={index === Math.min(focused, marks.length - 1) ? 0 : -1}
              onFocus={() => setFocused(index)}
              onClick={() => onOpen?.(mark.period.key, mark.series.key)}
              onKeyDown={event => {
                if (event.key !== 'Enter' && event.key !== ' ') return
                event.preventDefault()
                onOpen?.(mark.period.key, mark.series.key)
              }}
              data-opens={onOpen ? true : undefined}
            >
              <title>{words(mark)}</title>
              {/* A wider target than the bar itself. */}
              <rect
                x={mark.x - 4}
                y={mark.y - 2}
                width={mark.width + 8}
                height={Math.max(8, mark.height + 4)}
                fill="transparent"
              />
              <rect
                x={mark.x}
                y={mark.y}
                width={mark.width}
                height={mark.height}
                rx={Math.min(2, mark.height / 2)}
                fill={mark.series.colour}
              />
            </g>
          ))}
          <line x1="0" x2={width} y1={zero} y2={zero} className={classes.zero} />
          <g aria-hidden="true">
            {periods.map((period, index) => (
              <g key={period.key}>
                {(labelsFit || ends[index]!.top === highest) && ends[index]!.top < zero && (
                  <text x={centres[index]} y={ends[index]!.top - 4} className={classes.value}>
                    {formatLabel(sumOf(period, series, 1))}
                  </text>
                )}
                {(labelsFit || ends[index]!.bottom === lowest) && ends[index]!.bottom > zero && (
                  <text x={centres[index]} y={ends[index]!.bottom + 12} className={classes.value}>
                    {formatLabel(sumOf(period, series, -1))}
                  </text>
                )}
                {(periods.length - 1 - index) % stride === 0 && (
                  <text x={centres[index]} y={height + 14} className={classes.period}>
                    {period.label}
                  </text>
                )}
              </g>
            ))}
          </g>
        </svg>
      )}
    </div>
  )
}

function sumOf(period: BarPeriod, series: readonly BarSeries[], sign: 1 | -1): number {
  return series
    .map(group => period.values[group.key] ?? 0)
    .filter(value => value * sign > 0)
    .reduce((sum, value) => sum + value, 0)
}

type TableProps = Pick<BarChartProps, 'label' | 'periods' | 'series' | 'formatValue' | 'onOpen'>

function ValueTable({ label, periods, series, formatValue, onOpen }: TableProps) {
  const t = useMessages(messages)
  const cell = (period: BarPeriod, { key }: BarSeries) => {
    const text = formatValue(period.values[key] ?? 0)
    if (!onOpen) return text
    return (
      <button type="button" className={classes.cell} onClick={() => onOpen(period.key, key)}>
        {text}
      </button>
    )
  }
  return (
    <SmallTable
      label={label}
      heads={[t('period'), ...series.map(group => group.label)]}
      rows={periods.map(period => [period.label, ...series.map(group => cell(period, group))])}
    />
  )
}
