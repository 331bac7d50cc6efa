const circles = [
  { x: 180, colour: 'var(--accent)', opacity: 0.34, fading: 2400 },
  { x: 460, colour: 'var(--value-mark)', opacity: 0.4, fading: 2000 },
]

/** Conversations as arcs that meet: the mark, grown large. Decoration. */
export function Scene() {
  const arcs = Array.from({ length: 9 }, (_, index) => 70 + index * 62)
  return (
    <svg viewBox="0 0 640 720" preserveAspectRatio="xMidYMid slice" fill="none">
      {circles.map(({ x, colour, opacity, fading }) => (
        <g key={x}>
          {arcs.map(radius => (
            <path
              key={radius}
              d={arc(x, 250, radius)}
              stroke={colour}
              strokeOpacity={opacity - radius / fading}
              strokeWidth="1.5"
            />
          ))}
          <circle cx={x} cy="250" r="9" fill={colour} />
        </g>
      ))}
    </svg>
  )
}

function arc(x: number, y: number, radius: number): string {
  return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${radius * 2} 0a${radius} ${radius} 0 1 0 ${-radius * 2} 0`
}
