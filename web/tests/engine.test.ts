// The built page with the engine in it, in Chromium: `cargo xtask page` makes it.

import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'

import type { Browser, Page } from 'playwright-core'
import { launch, opened } from './browser.ts'
import { serve, type Host } from './serve.ts'

const DIST = fileURLToPath(new URL('../dist', import.meta.url))
const skip = existsSync(`${DIST}/engine/standfast.wasm`) ? false : 'the page was built without the engine: run `cargo xtask page`'

let browser: Browser
let host: Host

before(async () => {
  host = await serve(DIST)
  browser = await launch()
})
after(async () => {
  await browser.close()
  await host.close()
})

const sentence = (page: Page) => page.locator('.sentence').first()
const answer = 'section[aria-labelledby=answer-title]'

/** When the answer had so many draws, from now. */
const reached = (page: Page, draws: number) =>
  page.evaluate(
    async ([where, wanted]) => {
      const begun = performance.now()
      // The answer before this one is taken away first.
      for (const gone of [true, false]) {
        for (;;) {
          const found = /(\d+) of \d+ futures/.exec(document.querySelector(where)?.textContent ?? '')
          if ((Number(found?.[1] ?? 0) < wanted) === gone) break
          await new Promise(requestAnimationFrame)
        }
      }
      return performance.now() - begun
    },
    [answer, draws] as const,
  )

test('a package is answered by more and more draws of the engine', { skip, timeout: 180_000 }, async (context) => {
  const { page, trouble, close } = await opened(browser, host.address)
  page.setDefaultTimeout(120_000)
  await page.evaluate(() => {
    const tasks: number[] = []
    Object.assign(window, { tasks })
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({
      type: 'longtask',
    })
  })
  await sentence(page).filter({ hasText: 'European offer' }).waitFor()
  const few = reached(page, 32)
  const all = reached(page, 256)
  await page.getByLabel('Strong army').check()
  const [first, last] = [await few, await all]
  const longest = Math.max(0, ...(await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks)))
  context.diagnostic(`32 draws after ${Math.round(first)} ms, 256 after ${Math.round(last)} ms`)
  context.diagnostic(`longest task of the main thread ${Math.round(longest)} ms`)
  assert.match((await sentence(page).textContent()) ?? '', /strong army/i)
  assert.ok((await page.locator(`${answer} figure svg`).count()) >= 2)
  assert.deepEqual(trouble, [])
  assert.deepEqual(host.missed, [])
  await close()
})

test('the engine answers other questions and gives up at once', { skip, timeout: 180_000 }, async (context) => {
  const { page, trouble, close } = await opened(browser, host.address)
  page.setDefaultTimeout(120_000)
  await sentence(page).filter({ hasText: 'European offer' }).waitFor()
  // The answers about the package that the page opens with are stored.
  await page.getByLabel('Strong army').check()
  const panel = page.locator('section[aria-labelledby=why]')
  const ask = panel.getByRole('button').first()
  await ask.click()
  const cancel = panel.getByRole('button', { name: /Cancel/ })
  await cancel.waitFor()
  const given = await page.evaluate(async () => {
    const section = document.querySelector('section[aria-labelledby=why]')
    const button = [...(section?.querySelectorAll('button') ?? [])].find((each) => /Cancel/.test(each.textContent ?? ''))
    const begun = performance.now()
    button?.click()
    while (section?.getAttribute('aria-busy') === 'true') await new Promise((next) => setTimeout(next))
    return performance.now() - begun
  })
  context.diagnostic(`given up within ${given.toFixed(1)} ms`)
  // Quiet machines take a few; a busy one may take its time.
  assert.ok(given < 1000, `${given} ms`)
  await panel.getByRole('button').first().click()
  await panel.locator('.said li', { hasText: /point|percent|%/ }).first().waitFor()
  assert.deepEqual(trouble, [])
  await close()
})

test('what is asked of the package that the page opens with is answered before', { skip, timeout: 180_000 }, async () => {
  const { page, trouble, close } = await opened(browser, host.address)
  const { answers } = JSON.parse(readFileSync(`${DIST}/answers/index.json`, 'utf8')) as { answers: { ask: string }[] }
  assert.ok(answers.length >= 7)
  await sentence(page).filter({ hasText: 'European offer' }).waitFor()
  const link = page.url()
  for (const { ask } of answers) {
    const panel = page.locator(`section[aria-labelledby=${ask}]`)
    await panel.scrollIntoViewIfNeeded()
    await panel.locator('.body').getByText(/%/).filter({ visible: true }).first().waitFor()
    assert.equal(await panel.getByRole('button', { name: /^Ask/ }).count(), 0, ask)
  }
  assert.equal(page.url(), link)
  // Of another package it has to be worked out.
  await page.getByLabel('Strong army').check()
  await page.getByRole('button', { name: 'Ask again: Why?' }).waitFor()
  assert.deepEqual(trouble, [])
  assert.deepEqual(host.missed, [])
  await close()
})

test('a little later the other questions and cases need no network either', { skip, timeout: 180_000 }, async (context) => {
  const own = await serve(DIST)
  // A host that is left open after a failure would keep this process waiting.
  context.after(() => own.close())
  const { page, trouble, close } = await opened(browser, own.address)
  page.setDefaultTimeout(120_000)
  await page.evaluate(async (wanted) => {
    for (;;) {
      const keep = (await caches.keys()).find((name) => name.startsWith('standfast-'))
      const files = keep === undefined ? [] : await (await caches.open(keep)).keys()
      if (wanted.every((name) => files.some(({ url }) => url.endsWith(name)))) return
      await new Promise((next) => setTimeout(next, 200))
    }
  }, ['standfast-questions.wasm', 'korea-1953.toml'])
  await own.close()
  await page.reload()
  await sentence(page).filter({ hasText: 'European offer' }).waitFor()
  await page.getByLabel('Strong army').check()
  const panel = page.locator('section[aria-labelledby=tell]')
  await panel.getByRole('button').first().click()
  // What a refusal says is no list.
  await panel.locator('.body ol li').first().waitFor()
  await page.locator('select.cases').selectOption('korea-1953')
  await page.getByRole('heading', { level: 1 }).filter({ hasText: 'Korea' }).waitFor()
  await sentence(page).filter({ hasText: /^With “(?!European offer)/ }).waitFor()
  assert.deepEqual(trouble, [])
  await close()
})

test('the letters of the figures of the answer can be read at every width', { skip }, async (context) => {
  for (const width of [360, 412, 640, 700, 768, 1000, 1100, 1280, 1440, 1600]) {
    const { page, close } = await opened(browser, host.address, { viewport: { width, height: 800 } })
    await sentence(page).filter({ hasText: 'European offer' }).waitFor()
    const sizes = await page.evaluate(() =>
      [...document.querySelectorAll<SVGTextElement>('section[aria-labelledby=answer-title] figure svg text')].map(
        (text) => Number.parseFloat(getComputedStyle(text).fontSize) * (text.getScreenCTM()?.a ?? 0),
      ),
    )
    context.diagnostic(`${width}: ${sizes.length} texts, the smallest ${Math.min(...sizes).toFixed(1)} pixels`)
    assert.ok(sizes.length > 5)
    assert.ok(Math.min(...sizes) >= 12 - 0.05, `${Math.min(...sizes)} pixels at ${width}`)
    await close()
  }
})
