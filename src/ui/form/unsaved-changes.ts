import { useEffect, useId } from 'react'

const unsaved = new Set<string>()

/** Whether some form on the screen holds changes that are not saved. */
export function hasUnsavedChanges(): boolean {
  return unsaved.size > 0
}

/** While `dirty`, the browser warns before the page is closed and links of the app ask first. */
export function useUnsavedChanges(dirty: boolean) {
  const id = useId()
  useEffect(() => {
    if (!dirty) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    unsaved.add(id)
    window.addEventListener('beforeunload', warn)
    return () => {
      unsaved.delete(id)
      window.removeEventListener('beforeunload', warn)
    }
  }, [dirty, id])
}
