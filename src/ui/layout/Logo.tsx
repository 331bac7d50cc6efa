/** Two speech arcs meeting in one point: customer and company in rapport. */
export function Logo({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <path
        d="M4 20V10.5a6.5 6.5 0 0 1 13 0c0 2.6-1.5 4.9-3.7 5.9"
        stroke="var(--accent)"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
      <path d="M10.2 13.2 19.6 20" stroke="var(--value-mark)" strokeWidth="2.6" strokeLinecap="round" />
      <circle cx="10.5" cy="10.5" r="1.9" fill="var(--accent)" />
    </svg>
  )
}
