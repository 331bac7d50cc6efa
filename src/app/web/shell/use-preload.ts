import { useEffect } from 'react'
import { webSlices } from '../screens.ts'
import { loadPalette } from './load-palette.ts'

const quiet = 2500

/** Once the first screen has settled, fetches the code of the others, so that they open at once. */
export function usePreload(): void {
  useEffect(() => {
    const timer = setTimeout(async () => {
      if ((navigator as { connection?: { saveData?: boolean } }).connection?.saveData) return
      await loadPalette().catch(() => {})
      for (const { screens = [], panels = [], rows } of webSlices) {
        for (const { load } of [...screens.filter(screen => !screen.isPublic), ...panels]) await load().catch(() => {})
        await rows?.().catch(() => {})
      }
    }, quiet)
    return () => clearTimeout(timer)
  }, [])
}
