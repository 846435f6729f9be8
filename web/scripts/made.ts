import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

const LANGUAGES = ['en', 'uk'] as const
const FOLDER = new URL('../made/', import.meta.url)

/**
 * What stands beside the page's own code: the engine, the words that it speaks in, the cases, and the answers that the
 * page opens with. `cargo xtask page` has put them into the folder `made`. A page with the mock engine has recorded
 * answers instead.
 */
export function made(mock: boolean): Plugin {
  return {
    name: 'made',
    async generateBundle() {
      const emit = (fileName: string, source: string | Uint8Array) =>
        this.emitFile({ type: 'asset', fileName, source })
      if (mock) {
        const { storedAnswer } = await import('../src/engine/recorded.ts')
        for (const language of LANGUAGES) {
          const stored = JSON.stringify(storedAnswer(language))
          for (const form of ['wide', 'narrow']) emit(`stored/${language}.${form}.json`, stored)
        }
      } else if (existsSync(FOLDER)) {
        const { outlined } = await import('../src/engine/wire.ts')
        const files = readdirSync(FOLDER, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
        for (const { parentPath, name } of files) {
          const path = `${parentPath}/${name}`.slice(FOLDER.pathname.length).replace(/^\//, '')
          if (path.startsWith('stored/')) {
            const stored = JSON.parse(readFileSync(new URL(path, FOLDER), 'utf8'))
            const cited = JSON.parse(readFileSync(new URL(`cases/${stored.study.case.id}.json`, FOLDER), 'utf8'))
            emit(path, JSON.stringify({ ...stored, outline: outlined(stored.outline, cited) }))
          } else {
            emit(path, readFileSync(new URL(path, FOLDER)))
          }
        }
      } else {
        this.warn('there is no folder `made`: the page has no engine (run `cargo xtask page`)')
      }
    },
  }
}
