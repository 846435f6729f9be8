// The page in Chromium.

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'

export const MOCK = fileURLToPath(new URL('../dist-mock', import.meta.url))

const PLACES = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

export function launch(): Promise<Browser> {
  const executablePath = PLACES.find((place) => place && existsSync(place))
  if (!executablePath) throw new Error('no Chromium: install it (Debian: apt-get install chromium), or name it in CHROMIUM')
  return chromium.launch({ executablePath, args: ['--no-sandbox'] })
}

export interface Opened {
  page: Page
  /** Errors, warnings of the policy, and requests to anybody but the host. */
  trouble: string[]
}

export async function opened(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Opened & { close(): Promise<void> }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', ...options })
  context.setDefaultTimeout(8000)
  const page = await context.newPage()
  const trouble = watched(page, address)
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  return { page, trouble, close: () => context.close() }
}

export function watched(page: Page, address: string): string[] {
  const trouble: string[] = []
  const { origin } = new URL(address)
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) trouble.push(`${message.type()}: ${message.text()}`)
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(blob|data):/.test(request.url())) trouble.push(`request: ${request.url()}`)
  })
  return trouble
}
