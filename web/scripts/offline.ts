import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** What is kept a little later: the other questions, their engine, and cases that are not the first. */
const LATER = /^(engine\/standfast-questions\.wasm|answers\/.*|cases\/(?!index|ukraine-2025).*)$/

/**
 * The service worker with the list of all that the page is made of, and a version that is a digest of it. The list is
 * made last, when every file has its name.
 */
export function offline(): Plugin {
  return {
    name: 'offline',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const digest = createHash('sha256')
        const files = Object.values(bundle).map((file) => {
          digest.update(file.fileName).update(file.type === 'chunk' ? file.code : file.source)
          return file.fileName
        })
        const plain = readdirSync(new URL('../public', import.meta.url))
        files.push(...plain)
        files.sort()
        const first = ['./', ...files.filter((file) => file !== 'index.html' && !LATER.test(file))]
        const source = readFileSync(new URL('../src/offline.js', import.meta.url), 'utf8')
          .replace('__VERSION__', digest.digest('hex').slice(0, 16))
          .replace('__FILES__', JSON.stringify(first))
          .replace('__LATER__', JSON.stringify(files.filter((file) => LATER.test(file))))
        this.emitFile({ type: 'asset', fileName: 'offline.js', source })
      },
    },
  }
}
