import { mkdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import type { AxeResults } from 'axe-core'
import { chromium as playwright, type Browser, type BrowserContext, type Page } from 'playwright-core'

export type { Page } from 'playwright-core'

export const sizes = { desktop: { width: 1280, height: 720 }, phone: { width: 390, height: 844 } } as const

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

export interface Visit {
  size?: keyof typeof sizes
  scheme?: 'light' | 'dark'
  locale?: string
}

export const installed = process.env.CHROMIUM

/** A browser that needs nothing from the system: CHROMIUM names an installed one, else the packaged one is unpacked. */
export async function launchBrowser(): Promise<Browser> {
  if (installed) return playwright.launch({ executablePath: installed, args: ['--no-sandbox'] })
  return playwright.launch({
    executablePath: await unpackBrowser(),
    args: [
      ...chromium.args.filter(arg => arg !== '--single-process' && arg !== '--no-zygote'),
      '--no-sandbox',
      '--force-color-profile=srgb',
    ],
    headless: true,
  })
}

/** Where the packaged browser is; unpacked where nobody did, which two may not do at once: prepare.ts is first. */
export async function unpackBrowser(): Promise<string> {
  const { AWS_LAMBDA_JS_RUNTIME, TMPDIR } = process.env
  // The package unpacks libraries of its own for this runtime; a folder per user, since root's files are not everyone's.
  setEnvironment({ AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x', TMPDIR: await userFolder() })
  return chromium.executablePath().finally(() => setEnvironment({ AWS_LAMBDA_JS_RUNTIME, TMPDIR }))
}

function setEnvironment(values: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
}

async function userFolder(): Promise<string> {
  const folder = join(tmpdir(), `rapport-browser-${process.getuid?.() ?? 'user'}`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return folder
}

export async function newContext(
  browser: Browser,
  baseURL: string,
  { size = 'desktop', scheme = 'light', locale = 'en-GB' }: Visit = {},
): Promise<BrowserContext> {
  return browser.newContext({
    baseURL,
    viewport: sizes[size],
    colorScheme: scheme,
    locale,
    timezoneId: 'Europe/Prague',
    hasTouch: size === 'phone',
    isMobile: size === 'phone',
    deviceScaleFactor: size === 'phone' ? 2 : 1,
    reducedMotion: 'reduce',
  })
}

/** Signs in through the form, as a person does. */
export async function signIn(
  page: Page,
  { email, password }: { email: string; password: string },
  to = '/',
): Promise<void> {
  await page.goto(`/sign-in?to=${encodeURIComponent(to)}`)
  await page.getByLabel(/^E-?mail$/).fill(email)
  await page.locator('input[name=password]').fill(password)
  await page.locator('button[type=submit]').click()
  await page.locator('main#main h1').waitFor()
}

/** What axe finds wrong by WCAG 2.2 A and AA, one line each. */
export async function axe(page: Page): Promise<string[]> {
  // Evaluated, not added as a script: the content security policy would refuse that.
  await page.evaluate(await readFile(axePath, 'utf8'))
  const results = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: (context: unknown, options: unknown) => Promise<unknown> } }
    return (await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })) as never
  })
  return (results as AxeResults).violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} – ${nodes
        .slice(0, 3)
        .map(node => node.target.join(' '))
        .join(' | ')}`,
  )
}
