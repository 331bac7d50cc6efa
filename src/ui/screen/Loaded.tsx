import type { ReactNode } from 'react'
import { asProblem } from '../api/problem-error.ts'
import { EmptyState, type EmptyStateProps } from '../layout/EmptyState.tsx'
import { SkeletonRows } from '../layout/SkeletonRows.tsx'
import { ProblemState } from './ProblemState.tsx'

/** What `useEndpoint` gives. */
export interface Asked<Data> {
  data: Data | undefined
  error: Error | null
  refetch: () => unknown
}

export interface LoadedProps<Data> {
  from: Asked<Data>
  /** Grey lines that stand in for it, and how high each is. */
  rows?: number
  height?: number
  compact?: boolean
  /** Instead of a list without items. */
  empty?: EmptyStateProps
  /** Absent where what was asked for is shown elsewhere. */
  children?: (data: Data) => ReactNode
}

/** Shows what was asked for once it is there, grey lines until then, and why where it failed. */
export function Loaded<Data>({ from, rows, height, compact, empty, children }: LoadedProps<Data>) {
  const { data, error, refetch } = from
  if (error) return <ProblemState problem={asProblem(error)} onRetry={() => void refetch()} compact={compact} />
  if (data === undefined) return <SkeletonRows count={rows} height={height} />
  const { items } = data as { items?: readonly unknown[] }
  return empty && items?.length === 0 ? <EmptyState {...empty} /> : children?.(data)
}
