import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { makeOwner, startApp, type AppProcess } from '../src/testing/app-process.ts'
import { launchBrowser, newContext, type Page, type Visit } from './browser.ts'

/** Whom `makeOwner` makes. */
export const owner = { name: 'Olga Owner', email: 'olga@example.com', password: 'correct horse battery' }

export interface Site {
  app: AppProcess
  /** Where the app keeps its data. */
  folder: string
  browser: Browser
  /** A call of the API as the owner. */
  api<T = any>(method: string, path: string, body?: unknown): Promise<T>
  /** A tab of its own, signed in as the owner. What goes wrong in it is collected in `faults`. */
  open(path: string, visit?: Visit): Promise<Page>
  faults: string[]
  /** Throws if anything went wrong since it was last asked; for `afterEach`. */
  requireNoFaults(): void
  close(): Promise<void>
}

/** The real app with an empty workspace and its owner, and a browser. */
export async function startSite(env: Record<string, string> = {}, program?: string): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-e2e-'))
  const [app, browser] = await Promise.all([startApp(folder, env, program), launchBrowser()])
  const cookie = await makeOwner(app)
  const faults: string[] = []
  const cookies = cookie.split('; ').map(pair => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: app.url }
  })
  return {
    app,
    folder,
    browser,
    faults,
    async api(method, path, body) {
      const content = body === undefined ? {} : { body: JSON.stringify(body) }
      const headers = { cookie, 'content-type': 'application/json' }
      const response = await fetch(`${app.url}/api/v1${path}`, { method, headers, ...content })
      const text = await response.text()
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
      return text === '' ? null : JSON.parse(text)
    },
    async open(path, visit) {
      const context = await newContext(browser, app.url, visit)
      await context.addCookies(cookies)
      const page = await context.newPage()
      watch(page, faults)
      await page.goto(path)
      return page
    },
    requireNoFaults() {
      const found = faults.splice(0)
      if (found.length > 0) throw new Error(`In the browser: ${found.join('; ')}`)
    },
    async close() {
      await browser.close()
      await app.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Collects what no journey should cause: uncaught errors, refused resources, failed requests of our own. */
function watch(page: Page, faults: string[]): void {
  page.on('pageerror', error => faults.push(`error: ${error.message}`))
  page.on('console', message => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(`console: ${message.text()}`)
  })
  page.on('response', response => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`)
  })
}
