import { useEffect, useState } from 'react'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { search, type SearchGroup } from '../schema.ts'

export type { Hit } from '../schema.ts'

const pause = 90
const none: readonly SearchGroup[] = []

/** Finds as one types; the last answer stays until the next is there. Nothing is asked for an empty query. */
export function useSearch(
  query: string,
  limit: number,
): { groups: readonly SearchGroup[]; searching: boolean; error: Error | null } {
  const [asked, setAsked] = useState(query.trim())
  useEffect(() => {
    const timer = setTimeout(() => setAsked(query.trim()), pause)
    return () => clearTimeout(timer)
  }, [query])
  const answer = useEndpoint(search, asked === '' ? null : { query: { q: asked, limit } }, { keepPrevious: true })
  const idle = query.trim() === ''
  return {
    groups: idle ? none : (answer.data?.groups ?? none),
    searching: !idle && (answer.isFetching || asked !== query.trim()),
    error: answer.error,
  }
}
