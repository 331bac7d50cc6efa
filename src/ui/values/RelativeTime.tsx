import { useEffect, useState } from 'react'
import type { Instant } from '../i18n/format.ts'
import { useFormat } from '../i18n/i18n.tsx'

/** "6 min. ago", with the exact time on hover; keeps itself right while on the screen. */
export function RelativeTime({ at }: { at: Instant }) {
  const format = useFormat()
  const now = useNow()
  return (
    <time dateTime={new Date(at).toISOString()} title={format.fullDateTime(at)}>
      {format.relative(at, now)}
    </time>
  )
}

/** One clock for all times on the screen, once a minute. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const listen = () => setNow(Date.now())
    listeners.add(listen)
    timer ??= setInterval(() => listeners.forEach(tell => tell()), 60_000)
    return () => {
      listeners.delete(listen)
      if (listeners.size === 0) {
        clearInterval(timer)
        timer = undefined
      }
    }
  }, [])
  return now
}

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
