import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type AppProcess } from '../src/testing/app-process.ts'
import { launchBrowser, newContext } from './browser.ts'
import type { Browser } from 'playwright-core'

let app: AppProcess
let browser: Browser
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-e2e-'))
  ;[app, browser] = await Promise.all([startApp(folder), launchBrowser()])
})
afterAll(async () => {
  await browser.close()
  await app.stop()
  await rm(folder, { recursive: true, force: true })
})

test('the printed link makes the first owner, once', async () => {
  const context = await newContext(browser, app.url)
  const page = await context.newPage()
  const link = /http\S+(\/setup\/\S+)/.exec(app.output())![1]!
  await page.goto(link)
  await page.getByLabel('Name of your company').fill('Acme')
  await page.getByLabel('Your name').fill('Olga Owner')
  await page.getByLabel('Your e-mail').fill('olga@example.com')
  await page.locator('input[type=password]').fill('short')
  await page.getByRole('button', { name: 'Create workspace' }).click()
  await page.getByText('Use at least 10 characters.').waitFor()
  await page.locator('input[type=password]').fill('correct horse battery')
  await page.getByRole('button', { name: 'Create workspace' }).click()
  await page.getByRole('heading', { name: 'Home' }).waitFor()
  await page.getByText('Nothing to do').first().waitFor()

  await page.goto(link)
  await page.getByRole('heading', { name: 'This link does not work' }).waitFor()
  await context.close()
  expect(app.output()).not.toContain('unexpected error')
})
