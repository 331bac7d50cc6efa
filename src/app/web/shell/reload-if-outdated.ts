const key = 'rapport.reloaded'
const pause = 60_000

/**
 * A page that was open while a new version was installed asks for code that is no longer there. Starts it anew if the
 * server has another version; not when it cannot be reached, for then the page is all there is.
 */
export async function reloadIfOutdated(): Promise<void> {
  if (Date.now() - Number(sessionStorage.getItem(key) ?? 0) < pause) return
  const script = document.querySelector<HTMLScriptElement>('script[type=module][src]')
  try {
    const page = await (await fetch('/', { cache: 'no-store' })).text()
    if (script === null || page.includes(new URL(script.src).pathname)) return
  } catch {
    return
  }
  sessionStorage.setItem(key, String(Date.now()))
  location.reload()
}
