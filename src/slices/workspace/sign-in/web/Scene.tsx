/** Conversations as arcs that meet: the mark, grown large. Decoration. */
export function Scene() {
  const arcs = Array.from({ length: 9 }, (_, index) => 70 + index * 62)
  return (
    <svg viewBox="0 0 640 720" preserveAspectRatio="xMidYMid slice" fill="none">
      {arcs.map(radius => (
        <path
          key={`c${radius}`}
          d={arc(180, 250, radius)}
          stroke="var(--accent)"
          strokeOpacity={0.34 - radius / 2400}
          strokeWidth="1.5"
        />
      ))}
      {arcs.map(radius => (
        <path
          key={`v${radius}`}
          d={arc(460, 250, radius)}
          stroke="var(--value-mark)"
          strokeOpacity={0.4 - radius / 2000}
          strokeWidth="1.5"
        />
      ))}
      <circle cx="180" cy="250" r="9" fill="var(--accent)" />
      <circle cx="460" cy="250" r="9" fill="var(--value-mark)" />
    </svg>
  )
}

function arc(x: number, y: number, radius: number): string {
  return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${radius * 2} 0a${radius} ${radius} 0 1 0 ${-radius * 2} 0`
}
