// Will it hold: the package of the composer, answered anew whenever something is chosen.

import type { Findings, Manner, Refusal, Said, Study } from '../engine/contract.ts'
import { desk, refusal } from './engine.svelte.ts'

export const DRAWS = 256

/** Names a study, and the manner in which it is answered. */
export const keyOf = (study: Study, manner: Manner): string => JSON.stringify([study, manner])

export class Answer {
  said = $state.raw<Said<Findings> | null>(null)
  draws = $state(0)
  /** Whether more than risks is known. */
  whole = $state(true)
  running = $state(false)
  refusal = $state.raw<Refusal | null>(null)
  /** What `said` is an answer to. */
  key = $state('')
  #stop: AbortController | null = null

  take(key: string, said: Said<Findings>, draws: number, whole: boolean) {
    this.key = key
    this.said = said
    this.draws = draws
    this.whole = whole
  }

  async run(study: Study, manner: Manner, draws = DRAWS) {
    const key = keyOf(study, manner)
    this.cancel()
    if (key === this.key && this.draws >= draws) {
      // What is shown is the answer; what was refused in between is no longer asked.
      this.refusal = null
      return
    }
    if (!desk.engine) return
    const stop = (this.#stop = new AbortController())
    this.running = true
    try {
      const settled = (said: Said<Findings>, some: number, whole: boolean) => {
        if (!stop.signal.aborted) this.take(key, said, some, whole)
      }
      await desk.engine.assess(study, manner, draws, settled, stop.signal)
      if (!stop.signal.aborted) this.refusal = null
    } catch (error) {
      if (!stop.signal.aborted) this.refusal = refusal(error)
    } finally {
      if (this.#stop === stop) this.running = false
    }
  }

  cancel() {
    this.#stop?.abort()
    this.running = false
  }
}

/** Of the package in the composer. */
export const answer = new Answer()

/** Of the packages side by side. */
export const comparison = new Answer()
