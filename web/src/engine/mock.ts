// An engine that answers from records, for the tests of the page. It is no part of the built page.

import { Refusal, type Diagnostic, type Engine } from './contract.ts'
import { answer, assessment, outlineOf } from './recorded.ts'

const pause = (milliseconds: number, signal?: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const stop = () => reject(signal?.reason)
    if (signal?.aborted) return stop()
    signal?.addEventListener('abort', stop, { once: true })
    setTimeout(resolve, milliseconds)
  })

const TEXT = `standfast = 1

[scenario]
id = "ukraine-2025"
title = { en = "Ukraine, March 2025: which guarantees would hold?" }
start = 2025
horizon = 50

[primitives]
challenger.prize = { range = "3.9 to 5.4" }
`

/** Finds fault with a text that is no table of TOML, where it stops to be one; enough to have something to mark. */
function faults(text: string): Diagnostic[] {
  if (text.length > 1 << 20) {
    const message = 'The text has more than 1 MiB.'
    return [{ severity: 'error', code: 'too-long', path: '', start: 0, end: 0, message, help: null }]
  }
  const place = text.indexOf('oops')
  if (place < 0) return []
  const start = new TextEncoder().encode(text.slice(0, place)).length
  const message = 'There is no key oops <script>alert(1)</script>.'
  return [{ severity: 'error', code: 'unknown-key', path: 'oops', start, end: start + 4, message, help: 'Remove it.' }]
}

const engine: Engine = {
  cases: async () => [
    { id: 'ukraine-2025', name: outlineOf('en').name },
    { id: 'korea-1953', name: 'Korea, 1953' },
  ],
  async outline(of, language) {
    if ('text' in of && faults(of.text).length > 0) throw new Refusal('The text has faults.', faults(of.text))
    if ('id' in of && !['ukraine-2025', 'korea-1953'].includes(of.id)) throw new Refusal(`There is no case ${of.id}.`)
    return outlineOf(language)
  },
  text: async () => TEXT,
  async check(text) {
    await pause(20)
    return faults(text)
  },
  async assess(study, { language }, draws, settled, signal) {
    if ('text' in study.case && faults(study.case.text).length > 0) throw new Refusal('The text has faults.')
    const assumed = study.case.assume?.find(({ range }) => range.startsWith('-'))
    if (assumed) throw new Refusal(`The range ${assumed.range} does not stay above 0.`)
    for (let some = 8; some <= draws; some *= some === 8 ? 4 : 2) {
      await pause(60, signal)
      settled(assessment(study, language, some), some, true)
    }
  },
  isStored: async () => false,
  prepare() {},
  async ask(question, _, { language }, progress, signal) {
    for (let tenth = 1; tenth <= 10; tenth += 1) {
      await pause(question === 'packages' ? 150 : 30, signal)
      progress(tenth / 10)
    }
    return answer(question, language)
  },
}

export const open = () => Promise.resolve(engine)
