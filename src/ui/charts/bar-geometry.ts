export interface BarSeries {
  key: string
  label: string
  colour: string
}

export interface BarPeriod {
  key: string
  label: string
  /** By series key; negative values hang below zero. */
  values: Readonly<Record<string, number>>
}

export interface BarMark {
  period: BarPeriod
  series: BarSeries
  value: number
  x: number
  y: number
  width: number
  height: number
}

export interface BarGeometry {
  marks: BarMark[]
  zero: number
  /** Centre of each period's column. */
  centres: number[]
  /** Top and bottom of each period's stack, where its label goes. */
  ends: { top: number; bottom: number; total: number }[]
}

/** Stacked bars in a box: positive values grow up from zero in the order of the series, negative ones down. */
export function barGeometry(
  periods: readonly BarPeriod[],
  series: readonly BarSeries[],
  size: { width: number; height: number; labels: number },
): BarGeometry {
  const sums = periods.map(period => {
    const values = series.map(group => period.values[group.key] ?? 0)
    return {
      up: values.filter(value => value > 0).reduce((sum, value) => sum + value, 0),
      down: values.filter(value => value < 0).reduce((sum, value) => sum + value, 0),
    }
  })
  const high = Math.max(0, ...sums.map(sum => sum.up))
  const low = Math.min(0, ...sums.map(sum => sum.down))
  const top = size.labels
  const bottom = size.height - (low < 0 ? size.labels : 1)
  const scale = high - low > 0 ? (bottom - top) / (high - low) : 0
  const zero = top + high * scale
  const step = periods.length > 0 ? size.width / periods.length : 0
  const width = Math.max(2, Math.min(32, step * 0.64))
  const marks: BarMark[] = []
  periods.forEach((period, index) => {
    let up = zero
    let down = zero
    for (const group of series) {
      const value = period.values[group.key] ?? 0
      if (value === 0) continue
      // A value never vanishes: one pixel at least.
      const height = Math.max(1, Math.abs(value) * scale)
      const y = value > 0 ? up - height : down
      if (value > 0) up -= height
      else down += height
      marks.push({ period, series: group, value, x: step * (index + 0.5) - width / 2, y, width, height })
    }
  })
  return {
    marks,
    zero,
    centres: periods.map((_, index) => step * (index + 0.5)),
    ends: sums.map(sum => ({ top: zero - sum.up * scale, bottom: zero - sum.down * scale, total: sum.up + sum.down })),
  }
}

/** Every how many periods a label fits. */
export function labelStride(count: number, width: number, labelWidth: number): number {
  return count === 0 ? 1 : Math.max(1, Math.ceil((count * labelWidth) / Math.max(1, width)))
}
