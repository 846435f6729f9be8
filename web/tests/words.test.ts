// Every language says all that another one says, and the page asks for nothing that is not there.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { FluentBundle, FluentResource } from '@fluent/bundle'
import { unitsOf } from '../src/editor/bytes.ts'
import { ordered, range, weighed } from '../src/state/numbers.ts'

const LANGUAGES = ['en', 'uk'] as const

const text = (language: string) =>
  readFileSync(new URL(`../../crates/standfast-report/locales/${language}/page.ftl`, import.meta.url), 'utf8')

const resource = (language: string) => new FluentResource(text(language))

type Pattern = ReturnType<typeof patterns>[number][1]
const patterns = (language: string) =>
  resource(language).body.flatMap((entry) => [
    ...(entry.value === null ? [] : [[entry.id, entry.value] as const]),
    ...Object.entries(entry.attributes).map(([name, value]) => [`${entry.id}.${name}`, value] as const),
  ])

interface Part {
  type: string
  name?: string
  selector?: Part
  variants?: { key: { type: string; value: unknown }; value: Pattern | Part }[]
}

const parts = (pattern: unknown): Part[] =>
  (Array.isArray(pattern) ? pattern : [pattern]).flatMap((part: Part | string) =>
    typeof part === 'string' ? [] : [part, ...(part.variants ?? []).flatMap((each) => parts(each.value))],
  )

const variables = (pattern: unknown) =>
  new Set(parts(pattern).flatMap((part) => [part, part.selector].filter((each) => each?.type === 'var').map((each) => each?.name)))

test('both languages have the same messages, attributes and variables', () => {
  const [english, ukrainian] = LANGUAGES.map((language) => new Map(patterns(language)))
  assert.ok(english && ukrainian && english.size > 200)
  assert.deepEqual([...ukrainian.keys()], [...english.keys()])
  for (const [id, pattern] of ukrainian) {
    for (const name of variables(pattern)) assert.ok(variables(english.get(id)).has(name), `${id}: ${name}`)
  }
})

test('where a number decides, every form of the language is there', () => {
  const forms = { en: ['one', 'other'], uk: ['one', 'few', 'many', 'other'] }
  for (const language of LANGUAGES) {
    for (const [id, pattern] of patterns(language)) {
      for (const part of parts(pattern)) {
        if (part.type !== 'select') continue
        const keys = (part.variants ?? []).map((each) => each.key.value)
        for (const form of forms[language]) assert.ok(keys.includes(form), `${language}: ${id} lacks ${form}`)
      }
    }
  }
})

test('every message is formed without a gap', () => {
  for (const language of LANGUAGES) {
    const bundle = new FluentBundle(language, { useIsolating: false })
    assert.deepEqual(bundle.addResource(resource(language)), [])
    for (const [id, pattern] of patterns(language)) {
      const names = [...variables(pattern)] as string[]
      const errors: Error[] = []
      const said = bundle.formatPattern(pattern, Object.fromEntries(names.map((name) => [name, 3])), errors)
      assert.deepEqual(errors, [], id)
      assert.ok(said.length > 0 && !/[{}]/.test(said), id)
    }
  }
})

test('the page asks for messages that are there, and for all of them', () => {
  const source = (folder: URL): string =>
    readdirSync(folder, { withFileTypes: true })
      .map((entry) => {
        const url = new URL(entry.isDirectory() ? `${entry.name}/` : entry.name, folder)
        return entry.isDirectory() ? source(url) : /\.(ts|svelte)$/.test(entry.name) ? readFileSync(url, 'utf8') : ''
      })
      .join('\n')
  const code = source(new URL('../src/', import.meta.url))
  const known = new Set(patterns('en').map(([id]) => id))
  const named = [...code.matchAll(/['`](page-[a-z0-9.-]+)['`]/g)].map((match) => match[1] ?? '')
  for (const id of named) assert.ok(known.has(id), `${id} is missing`)
  // Ids with a part that is put in: any message that fits is asked for.
  const made = [...code.matchAll(/`(page-[^`]*\$\{[^`]*)`/g)].map(
    (match) => new RegExp(`^${(match[1] ?? '').replace(/\$\{[^}]*\}/g, '[a-z0-9-]+').replaceAll('.', '\\.')}$`),
  )
  const asked = (id: string) => named.includes(id) || made.some((pattern) => pattern.test(id))
  for (const id of known) assert.ok(asked(id), `${id} is not used`)
})

test('bytes of UTF-8 are found in a text of JavaScript', () => {
  const text = 'aїЄ–😀b'
  const bytes = [0, 1, 3, 5, 8, 12, 13, 99]
  assert.deepEqual(unitsOf(text, bytes), [0, 1, 2, 3, 4, 6, 7, 7])
  assert.deepEqual(unitsOf(text, [12, 1]), [6, 1])
  assert.deepEqual(unitsOf('', [0]), [0])
})

test('a range is two numbers, the smaller first', () => {
  assert.equal(range('0,2', ' 0.4 '), '0.2 to 0.4')
  assert.equal(range('−1', '2e-1'), '-1 to 0.2')
  assert.equal(range('3', '3'), '3')
  for (const [low, high] of [['2', '1'], ['', '1'], ['a', '1'], ['1', 'Infinity'], ['1; x', '2']] as const) {
    assert.equal(range(low, high), null)
  }
})

test('numbers that much hangs on and that rest on little come first', () => {
  const number = (path: string, basis: 'sources' | 'judgement') =>
    ({ path, title: path, name: path, value: 1, low: 0, high: 2, unit: '', basis, source: '' })
  const numbers = [number('a', 'sources'), number('b', 'judgement'), number('c', 'judgement'), number('d', 'sources')]
  const sensitivity = {
    headline_years: 10,
    results: [{ years: 10, numbers: [{ path: 'a', first: 0.5 }, { path: 'b', first: 0.1 }, { path: 'c', first: 0.2 }] }],
  }
  const paths = (order: Parameters<typeof ordered>[1]) =>
    ordered(weighed(numbers, sensitivity), order).map((each) => each.path).join('')
  assert.equal(paths('need'), 'cbad')
  assert.equal(paths('influence'), 'acbd')
  assert.equal(paths('weakness'), 'bcad')
  assert.equal(paths('name'), 'abcd')
  assert.equal(ordered(weighed(numbers, null), 'need').map((each) => each.path).join(''), 'bcad')
})
