import classes from './Logo.module.css'

/** Two arcs that hold each other: company and customer in rapport. The same shape is `favicon.svg`. */
export function Logo({ size = 20 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      strokeWidth="3.6"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M2.6 12a5.9 5.9 0 0 1 11.8 0" stroke="var(--accent)" />
      <path d="M21.4 12a5.9 5.9 0 0 1-11.8 0" stroke="var(--value-mark)" />
    </svg>
  )
}

/** The mark with the name. */
export function Wordmark({ size = 24 }: { size?: number }) {
  return (
    <span className={classes.wordmark} style={{ fontSize: size * 0.78 }}>
      <Logo size={size} />
      Rapport
    </span>
  )
}
