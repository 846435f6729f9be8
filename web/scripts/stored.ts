import { existsSync, readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

const LANGUAGES = ['en', 'uk'] as const

/**
 * The answers that the page opens with, as `stored/LANGUAGE.json`: those that `cargo xtask page` has put into the folder
 * `stored`, or the recorded ones for a page with the mock engine.
 */
export function stored(mock: boolean): Plugin {
  return {
    name: 'stored',
    async generateBundle() {
      for (const language of LANGUAGES) {
        const fileName = `stored/${language}.json`
        const path = new URL(`../${fileName}`, import.meta.url)
        if (mock) {
          const { storedAnswer } = await import('../src/engine/recorded.ts')
          this.emitFile({ type: 'asset', fileName, source: JSON.stringify(storedAnswer(language)) })
        } else if (existsSync(path)) {
          this.emitFile({ type: 'asset', fileName, source: readFileSync(path) })
        } else {
          this.warn(`${fileName} is missing: the page will open without a stored answer`)
        }
      }
    },
  }
}
