// Pictures of the page in both languages, themes and at several widths, to be looked at: `npm run look`.

import { mkdirSync } from 'node:fs'
import { launch, MOCK, opened } from './browser.ts'
import { serve } from './serve.ts'

const only = process.argv.slice(2)
const folder = new URL('./pictures/', import.meta.url)
mkdirSync(folder, { recursive: true })
const host = await serve(process.env['DIST'] ?? MOCK)
const browser = await launch()
for (const language of ['en', 'uk'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [360, 768, 1280, 1600]) {
      const name = `${language}-${colorScheme}-${width}`
      if (only.length > 0 && !only.some((each) => name.includes(each))) continue
      const { page, trouble, close } = await opened(browser, host.address, {
        colorScheme,
        locale: language === 'uk' ? 'uk-UA' : 'en-GB',
        viewport: { width, height: 900 },
      })
      await page.waitForTimeout(900)
      await page.screenshot({ path: new URL(`${name}-first.png`, folder).pathname })
      await page.evaluate(() => {
        for (const button of document.querySelectorAll<HTMLElement>('section button.main:not(:disabled)')) button.click()
      })
      await page.waitForTimeout(2500)
      for (const section of await page.locator('main section').all()) {
        const heading = await section.getAttribute('aria-labelledby')
        await section.screenshot({ path: new URL(`${name}-${heading}.png`, folder).pathname })
      }
      await page.locator('header nav button').nth(2).click()
      await page.locator('article').screenshot({ path: new URL(`${name}-lesson.png`, folder).pathname })
      await page.locator('header nav button').nth(1).click()
      await page.locator('article form').waitFor()
      for (let screen = 1; screen <= 7; screen += 1) {
        const radio = page.locator('article input[type=radio]').nth(1)
        if ((await radio.count()) > 0) await radio.evaluate((each) => (each as HTMLInputElement).click())
        await page.locator('article form button').click()
        await page.locator('article .told').waitFor()
        await page.locator('article').screenshot({ path: new URL(`${name}-story-${screen}.png`, folder).pathname })
        await page.locator('article nav button').nth(screen === 1 ? 0 : 1).click()
      }
      for (const line of trouble) console.log(name, line)
      await close()
    }
  }
}
await browser.close()
await host.close()
