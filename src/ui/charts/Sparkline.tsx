export interface SparklineProps {
  values: readonly number[]
  width?: number
  height?: number
  colour?: string
}

/** The shape of a series beside its number; decoration, the number says it. Zero is drawn when the series crosses it. */
export function Sparkline({ values, width = 96, height = 24, colour = 'var(--text-dim)' }: SparklineProps) {
  if (values.length < 2) return null
  const low = Math.min(...values)
  const high = Math.max(...values)
  const span = high - low || 1
  const y = (value: number) => 2 + (1 - (value - low) / span) * (height - 4)
  const x = (index: number) => 2 + (index / (values.length - 1)) * (width - 4)
  const path = values
    .map((value, index) => `${index === 0 ? 'M' : 'L'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`)
    .join('')
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" style={{ flex: 'none' }}>
      {low < 0 && high > 0 && (
        <line x1="0" x2={width} y1={y(0)} y2={y(0)} stroke="var(--hairline-strong)" strokeDasharray="2 2" />
      )}
      <path d={path} fill="none" stroke={colour} strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
      <circle cx={x(values.length - 1)} cy={y(values.at(-1)!)} r="2" fill={colour} />
    </svg>
  )
}
