import { useCallback, useRef } from 'react'
import { asProblem } from '../api/problem-error.ts'
import { toastError } from '../feedback/toast.ts'
import { useProblemWords } from './problem-words.ts'

/** Waits for a change; says in a toast when it failed. True when it was done. */
export function useAttempt(): (work: Promise<unknown>) => Promise<boolean> {
  const words = useRef(useProblemWords())
  return useCallback(async work => {
    try {
      await work
      return true
    } catch (error) {
      const problem = asProblem(error)
      toastError(words.current(problem), problem.code === 'offline')
      return false
    }
  }, [])
}
