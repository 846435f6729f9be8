// Will it hold: the package of the composer, answered anew whenever something is chosen.

import type { Findings, Manner, Refusal, Said, Study } from '../engine/contract.ts'
import { desk, refusal } from './engine.svelte.ts'

export const DRAWS = 256

/** Names a study, and the manner in which it is answered. */
export const keyOf = (study: Study, manner: Manner): string => JSON.stringify([study, manner])

/** Names what is asked, whatever it is compared with and however it is said. */
export const questionOf = ({ case: of, packages, seed }: Study): string => JSON.stringify([of, packages, seed])

export class Answer {
  said = $state.raw<Said<Findings> | null>(null)
  draws = $state(0)
  /** Whether more than risks is known. */
  whole = $state(true)
  running = $state(false)
  refusal = $state.raw<Refusal | null>(null)
  /** What `said` is an answer to. */
  key = $state('')
  question = $state('')
  #stop: AbortController | null = null

  take(study: Study, manner: Manner, said: Said<Findings>, draws: number, whole: boolean) {
    this.key = keyOf(study, manner)
    this.question = questionOf(study)
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
        if (!stop.signal.aborted) this.take(study, manner, said, some, whole)
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
