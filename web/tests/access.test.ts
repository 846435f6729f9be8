// Everybody gets in: by keyboard, with a screen reader, on a phone, in the dark.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { launch, MOCK, opened } from './browser.ts'
import { serve, type Host } from './serve.ts'

let browser: Browser
let host: Host

before(async () => {
  host = await serve(MOCK)
  browser = await launch()
})
after(async () => {
  await browser.close()
  await host.close()
})

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`)
}

/** Asks everything, so that every panel has something in it. */
async function full(page: Page) {
  await page.evaluate(() => {
    for (const button of document.querySelectorAll<HTMLElement>('section button.main:not(:disabled)')) button.click()
  })
  await page.locator('.cm-content').waitFor()
  await page.waitForFunction(() => document.querySelectorAll('[aria-busy=true]').length === 0)
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
}

for (const locale of ['en-GB', 'uk-UA']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [360, 1280]) {
      test(`axe finds nothing serious: ${locale}, ${colorScheme}, ${width} pixels`, async () => {
        const options = { locale, colorScheme, viewport: { width, height: 900 } }
        const { page, close } = await opened(browser, host.address, options)
        await full(page)
        assert.deepEqual(await faults(page), [])
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        assert.ok(overflow <= 0, `${overflow} pixels too wide`)
        for (const place of [1, 2]) {
          await page.locator('header nav button').nth(place).click()
          await page.locator('article').waitFor()
          assert.deepEqual(await faults(page), [])
        }
        await close()
      })
    }
  }
}

test('every control is reached and used by keyboard, and none holds the focus', async () => {
  const { page, close } = await opened(browser, host.address)
  await full(page)
  await page.evaluate(() => {
    window.scrollTo(0, 0)
    ;(document.activeElement as HTMLElement | null)?.blur()
  })
  const wanted = await page.evaluate(() => {
    const controls = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, [tabindex="0"]')]
    const usable = controls.filter((each) => !(each as HTMLButtonElement).disabled && each.checkVisibility())
    usable.forEach((each, i) => each.setAttribute('data-order', String(i)))
    return usable.length
  })
  const reached = new Set<string>()
  const hidden: string[] = []
  for (let press = 0; press < wanted + 40; press += 1) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const active = document.activeElement
      const box = active?.getBoundingClientRect()
      const seen = !box || (box.bottom > 0 && box.top < window.innerHeight)
      return { order: active?.getAttribute('data-order') ?? '', seen, html: active?.outerHTML.slice(0, 120) ?? '' }
    })
    if (!at.seen) hidden.push(at.html)
    if (at.order) reached.add(at.order)
  }
  const missed = await page.evaluate(
    (got) =>
      [...document.querySelectorAll('[data-order]')]
        .filter((each) => !got.includes(each.getAttribute('data-order') ?? ''))
        // Of a group of radio buttons only one is a stop.
        .filter((each) => (each as HTMLInputElement).type !== 'radio')
        .map((each) => each.outerHTML.slice(0, 120)),
    [...reached],
  )
  assert.deepEqual(missed, [])
  assert.deepEqual(hidden, [])
  await page.getByRole('button', { name: /^Ask again: Why/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Cancel: Why/ }).waitFor()
  await close()
})

test('nothing moves by itself', async () => {
  const { page, close } = await opened(browser, host.address)
  await full(page)
  const moving = await page.evaluate(() => document.getAnimations().map((each) => String(each.effect)))
  assert.deepEqual(moving, [])
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), 'auto')
  await close()
})
