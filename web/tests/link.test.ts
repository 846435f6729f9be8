// Links: what is written is read again, and what was not written so is refused.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateSync, strToU8 } from 'fflate'
import { initial, read, written, type PageState } from '../src/state/link.ts'
import { applied, changes, fingerprint } from '../src/state/patch.ts'

const packed = (json: string) => `1.${Buffer.from(deflateSync(strToU8(json))).toString('base64url')}`

const full: PageState = {
  ...initial('uk'),
  view: 'story',
  theme: 'dark',
  case: 'korea-1953',
  base: '0123abcd',
  changes: [{ at: 3, cut: 1, put: ['name = "Їжак"', ''] }],
  package: ['strong_army'],
  ghosts: [['nato_membership'], []],
  compare: [['strong_army'], []],
  seed: 7,
  assume: [{ path: 'instruments.treaty.effects[3].add', range: '-0.5 to 1e-3' }],
  asked: ['why', 'tell'],
  readers: ['hawks', 'doves'],
  path: 12,
  screen: 3,
  guesses: { '0': '4', '2': 'porcupine' },
}

test('a link opens exactly what it was made of', () => {
  for (const state of [initial('en'), initial('uk'), full]) {
    assert.deepEqual(read(written(state), 'en'), { state })
  }
})

test('a link is short where little was chosen', () => {
  assert.ok(written(initial('en')).length < 40, written(initial('en')))
  assert.ok(written(full).length < 500, written(full))
})

test('without a fragment the default opens, in the language of the reader', () => {
  assert.deepEqual(read('', 'uk'), { state: initial('uk') })
})

test('a link of another version, or a damaged one, says so', () => {
  const link = written(full)
  assert.deepEqual(read(`2${link.slice(1)}`, 'en'), { problem: 'version' })
  const damaged = [
    link.slice(0, -5),
    link.slice(0, 2),
    `${link}.x`,
    `${link}%20`,
    'sources',
    '1.',
    '.',
    packed('null'),
    packed('[]'),
    packed('{"view":"nowhere"}'),
    packed('{"unknown":1}'),
    packed('{"__proto__":{"view":"story"}}'),
    packed('{"toString":1}'),
    packed('{"seed":-1}'),
    packed('{"base":"x"}'),
    packed('{"seed":1.5}'),
    packed('{"package":"strong_army"}'),
    packed('{"package":["<script>"]}'),
    packed(`{"package":${JSON.stringify(Array(65).fill('a'))}}`),
    packed('{"assume":[{"path":"a","range":"1; drop"}]}'),
    packed('{"assume":[{"path":"a","range":"1","more":1}]}'),
    packed('{"changes":[{"at":0,"cut":0,"put":["two\\nlines"]}]}'),
    packed('{"readers":["one"]}'),
    packed('{"guesses":{"9":"1"}}'),
  ]
  for (const each of damaged) assert.deepEqual(read(each, 'en'), { problem: 'broken' }, each.slice(0, 80))
})

test('a bomb is not unpacked', () => {
  const bomb = packed(`{"case":"${'a'.repeat(60 << 20)}"}`)
  assert.ok(bomb.length < 1 << 20)
  const before = performance.now()
  assert.deepEqual(read(bomb, 'en'), { problem: 'broken' })
  assert.ok(performance.now() - before < 1000)
})

test('changes make one text of another', () => {
  const texts = ['', 'a', 'a\nb\nc', 'a\nc', 'x\na\nb\nb\nc\n', 'b\nc\nd\na', 'a\nb\nc\nd\ne\nf', 'f\ne\nd\nc\nb\na']
  for (const from of texts) {
    for (const to of texts) assert.equal(applied(from, changes(from, to)), to)
  }
  const long = Array.from({ length: 3000 }, (_, i) => `line ${i}`)
  const edited = long.flatMap((line, i) => (i === 700 ? [] : i % 1000 === 5 ? [line, 'new'] : [line]))
  const list = changes(long.join('\n'), edited.join('\n'))
  assert.equal(list.length, 4)
  assert.equal(applied(long.join('\n'), list), edited.join('\n'))
  const other = Array.from({ length: 3000 }, (_, i) => `other ${i}`).join('\n')
  assert.equal(applied(long.join('\n'), changes(long.join('\n'), other)), other)
  assert.throws(() => applied('a', [{ at: 5, cut: 2, put: [] }]))
  assert.notEqual(fingerprint('a\nb'), fingerprint('a\nc'))
  assert.match(fingerprint(''), /^[0-9a-f]{8}$/)
})
