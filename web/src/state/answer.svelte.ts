// Will it hold: the package of the composer, answered anew whenever something is chosen.

import type { Findings, Language, Refusal, Said, Study } from '../engine/contract.ts'
import { desk, refusal } from './engine.svelte.ts'

export const DRAWS = 256

export class Answer {
  said = $state.raw<Said<Findings> | null>(null)
  draws = $state(0)
  running = $state(false)
  refusal = $state.raw<Refusal | null>(null)
  /** What `said` is an answer to. */
  key = $state('')
  #stop: AbortController | null = null

  take(key: string, said: Said<Findings>, draws: number) {
    this.key = key
    this.said = said
    this.draws = draws
  }

  async run(study: Study, language: Language, draws = DRAWS) {
    const key = JSON.stringify([study, language])
    this.cancel()
    if (key === this.key && this.draws >= draws) return
    if (!desk.engine) return
    const stop = (this.#stop = new AbortController())
    this.running = true
    try {
      const settled = (said: Said<Findings>, some: number) => {
        if (!stop.signal.aborted) this.take(key, said, some)
      }
      await desk.engine.assess(study, language, draws, settled, stop.signal)
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
