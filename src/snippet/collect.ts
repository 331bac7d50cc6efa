/**
 * What a site loads to tell of its visitors: `<script async src="https://…/collect.js" data-key="…"></script>`.
 * Calls made before it has loaded wait in `rapport.q`. Nothing is kept in the browser without consent where the site asks
 * for it (`data-consent="after-consent"`) or the browser says no (Global Privacy Control, Do Not Track).
 */
type Json = Record<string, unknown>
interface Call {
  (...args: unknown[]): void
  q?: ArrayLike<unknown>[]
}

const script = document.currentScript as HTMLScriptElement
const { key = '', host = new URL(script.src).origin, consent: consentMode = 'always', pages } = script.dataset
const page = window as Window & { rapport?: Call }
const waiting: Json[] = []
const prefix = 'rapport.'
let isSending = false
let pause = 1000
let timer: ReturnType<typeof setTimeout> | undefined
let visitor = newVisitor()
let user: string | undefined
let lastUrl = ''
let before = document.referrer

function newVisitor(): string {
  // Sites without https have no randomUUID.
  const bytes = Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0'))
  return bytes.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** Storage that a browser may refuse is as good as none. */
function keep(name: string, value?: string | null): string | null {
  try {
    if (value === null) localStorage.removeItem(prefix + name)
    else if (value !== undefined) localStorage.setItem(prefix + name, value)
    return localStorage.getItem(prefix + name)
  } catch {
    return null
  }
}

let answer = keep('consent')
const { globalPrivacyControl, doNotTrack } = navigator as Navigator & { globalPrivacyControl?: boolean }
const isAllowed = () =>
  answer === 'yes' || (answer === null && consentMode === 'always' && !globalPrivacyControl && doNotTrack !== '1')

/** The visitor as known from the last visit; of one who did not agree nothing is read or kept. */
function meet(): void {
  if (!isAllowed()) return
  visitor = keep('id') ?? keep('id', visitor) ?? visitor
  user ??= keep('user') ?? undefined
}

function forget(): void {
  for (const name of ['id', 'user', 'queue']) keep(name, null)
  visitor = newVisitor()
  user = undefined
}

function say(type: string, more: Json): void {
  const { href, pathname, search } = location
  const campaign: Json = {}
  for (const [name, value] of new URLSearchParams(search))
    if (name.startsWith('utm_')) campaign[name === 'utm_campaign' ? 'name' : name.slice(4)] = value
  waiting.push({
    type,
    messageId: `r-${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}${Math.random().toString(36).slice(2)}`,
    timestamp: new Date().toISOString(),
    anonymousId: visitor,
    userId: user,
    ...more,
    context: {
      page: { url: href, path: pathname, search, title: document.title, referrer: before },
      locale: navigator.language,
      timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      consent: isAllowed() ? (answer === 'yes' ? { given: true } : undefined) : { given: false },
      campaign: Object.keys(campaign).length > 0 ? campaign : undefined,
      library: { name: 'rapport' },
    },
  })
  if (waiting.length > 200) waiting.shift()
  remember()
  later(200)
}

/** What is not sent yet survives the end of the page, where anything may be kept. */
function remember(): void {
  if (isAllowed()) keep('queue', waiting.length > 0 ? JSON.stringify(waiting.slice(-50)) : null)
}

function later(milliseconds: number): void {
  timer ??= setTimeout(() => {
    timer = undefined
    void send()
  }, milliseconds)
}

const bodyOf = (batch: Json[]) => JSON.stringify({ writeKey: key, sentAt: new Date().toISOString(), batch })

async function send(): Promise<void> {
  if (isSending || waiting.length === 0) return
  isSending = true
  const batch = waiting.slice(0, 20)
  let isDone = false
  try {
    // Text, so that no browser asks first whether it may send.
    const { status } = await fetch(`${host}/v1/batch`, {
      method: 'POST',
      body: bodyOf(batch),
      keepalive: true,
      credentials: 'omit',
    })
    isDone = status < 500 && status !== 429
  } catch {
    // Offline: kept for the next try.
  }
  isSending = false
  if (isDone) {
    drop(batch)
    pause = 1000
    if (waiting.length > 0) later(0)
  } else {
    later(pause)
    pause = Math.min(pause * 2, 120_000)
  }
}

function drop(batch: Json[]): void {
  for (const one of batch) {
    const at = waiting.indexOf(one)
    if (at >= 0) waiting.splice(at, 1)
  }
  remember()
}

/**
 * When the page goes away, the browser itself sends the rest. It does not say whether that arrived, so what may be kept
 * is sent again by the next page: what comes twice is counted once.
 */
function sendLast(): void {
  if (waiting.length > 0) navigator.sendBeacon?.(`${host}/v1/batch`, bodyOf(waiting.slice(0, 20)))
}

function view(): void {
  const url = location.pathname + location.search
  if (url === lastUrl) return
  lastUrl = url
  say('page', { name: document.title, properties: { url: location.href, path: location.pathname } })
  before = location.href
}

const commands: Record<string, (...args: any[]) => void> = {
  track: (event: string, properties: Json = {}) => say('track', { event, properties }),
  page: (name?: string, properties: Json = {}) => say('page', { name: name ?? document.title, properties }),
  identify: (id: string | Json, traits: Json = {}) => {
    const isKnown = typeof id !== 'object'
    if (isKnown && isAllowed()) keep('user', (user = String(id)))
    say('identify', { ...(isKnown ? { userId: String(id) } : {}), traits: isKnown ? traits : id })
  },
  group: (groupId: string, traits: Json = {}) => say('group', { groupId, traits }),
  alias: (userId: string, previousId: string = visitor) => say('alias', { userId, previousId }),
  consent: (given: boolean) => {
    answer = given ? 'yes' : 'no'
    if (given) meet()
    else forget()
    keep('consent', answer)
  },
  reset: forget,
}

function call(name: unknown, ...args: unknown[]): void {
  commands[String(name)]?.(...args)
}

if (key !== '') {
  meet()
  if (isAllowed()) {
    try {
      waiting.push(...(JSON.parse(keep('queue') ?? '[]') as Json[]))
    } catch {
      keep('queue', null)
    }
  }
  const early = page.rapport?.q ?? []
  page.rapport = call
  for (const args of Array.from(early)) call(...(Array.from(args) as [unknown]))
  if (pages !== 'off') {
    view()
    for (const name of ['pushState', 'replaceState'] as const) {
      const original = history[name]
      history[name] = function (...args) {
        original.apply(this, args)
        // The title follows the address a moment later.
        setTimeout(view, 50)
      }
    }
    addEventListener('popstate', () => setTimeout(view, 50))
  }
  addEventListener('pagehide', sendLast)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') sendLast()
  })
  addEventListener('online', () => later(0))
  if (waiting.length > 0) later(200)
}
