import { useEffect, useRef, useState } from 'react'
import type { FieldOption } from '../fields/field.ts'

const pause = 150

/** Options for what is typed, asked for after a short pause; an answer to an older question is dropped. */
export function useSearchOptions<Option extends FieldOption>(
  search: (query: string, signal: AbortSignal) => Promise<Option[]>,
  query: string,
  enabled: boolean,
) {
  const [options, setOptions] = useState<readonly Option[]>([])
  const [searching, setSearching] = useState(false)
  const latest = useRef(search)
  latest.current = search
  useEffect(() => {
    if (!enabled) return
    const abort = new AbortController()
    setSearching(true)
    const timer = setTimeout(
      async () => {
        try {
          const found = await latest.current(query, abort.signal)
          if (!abort.signal.aborted) setOptions(found)
        } catch {
          if (!abort.signal.aborted) setOptions([])
        } finally {
          if (!abort.signal.aborted) setSearching(false)
        }
      },
      query === '' ? 0 : pause,
    )
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [query, enabled])
  return { options, searching }
}
