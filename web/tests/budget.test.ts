// How much has to be loaded. The page that is weighed is the built one (`npm run build`).

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const KIB = 1024
/** The code of the page, without the engine. */
const CODE = 150 * KIB
/** The editor, which is loaded when it is opened. */
const EDITOR = 120 * KIB
/** Everything that is loaded before the page has answered: the engine and the stored answer of one language with it. */
const FIRST = 1_000_000
const ENGINE = 600 * KIB

const dist = fileURLToPath(new URL('../dist/', import.meta.url))
const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => {
    const bytes = readFileSync(`${entry.parentPath}/${entry.name}`)
    const plain = entry.name.endsWith('.woff2')
    const path = `${entry.parentPath}/${entry.name}`.slice(dist.length).replace(/^\//, '')
    return { name: entry.name, path, size: plain ? bytes.length : gzipSync(bytes, { level: 9 }).length, text: bytes }
  })

const sum = (some: typeof files) => some.reduce((size, file) => size + file.size, 0)
const said = (size: number) => `${(size / KIB).toFixed(1)} KiB`

test('the code of the page is small', (context) => {
  const code = files.filter((file) => /\.(js|css|html)$/.test(file.name))
  const editor = code.filter((file) => file.name.startsWith('editor-'))
  const own = code.filter((file) => !editor.includes(file))
  context.diagnostic(`code ${said(sum(own))}, and the editor ${said(sum(editor))}`)
  assert.ok(own.length > 3 && editor.length === 1)
  assert.ok(sum(own) <= CODE, said(sum(own)))
  assert.ok(sum(editor) <= EDITOR, said(sum(editor)))
})

test('the first load is small', (context) => {
  const wasm = files.filter((file) => file.path === 'engine/standfast.wasm')
  // As much as the engine may have, where the page was built without it.
  const engine = wasm.length > 0 ? sum(wasm) : ENGINE
  assert.ok(engine <= ENGINE, said(engine))
  for (const language of ['en', 'uk']) {
    const own = [`stored/${language}.wide.json`, `words/${language}.ftl`, 'cases/ukraine-2025.toml', 'cases/ukraine-2025.json', 'cases/index.json']
    // The editor, the story and the lesson are loaded when they are opened, and so is the engine of the questions.
    const first = files.filter(
      ({ path }) => own.includes(path) || (!/^(stored|answers|words|cases|engine)\//.test(path) && !/^assets\/(editor|Story|Lesson)-/.test(path)),
    )
    const size = sum(first) + engine
    context.diagnostic(`${language}: first load ${said(size)}, with ${said(engine)} for the engine`)
    assert.ok(size <= FIRST, said(size))
  }
})

test('the mock engine is no part of the page', () => {
  for (const file of files.filter((each) => each.name.endsWith('.js'))) {
    assert.ok(!file.text.includes('medium_contingent+'), file.name)
    assert.ok(!file.text.includes('alert(1)'), file.name)
  }
})
