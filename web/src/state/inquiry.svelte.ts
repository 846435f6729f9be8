// A question that is put when the reader asks for it, with progress, and can be given up.

import type { Asked, Manner, Question, Refusal, Said } from '../engine/contract.ts'
import { desk, refusal } from './engine.svelte.ts'
import { page } from './page.svelte.ts'

export class Inquiry {
  readonly question: Question
  said = $state.raw<Said<unknown> | null>(null)
  share = $state(0)
  running = $state(false)
  refusal = $state.raw<Refusal | null>(null)
  key = $state('')
  /** Whether the answer came unbidden. */
  unbidden = $state(false)
  #stop: AbortController | null = null

  constructor(question: Question) {
    this.question = question
  }

  /** Unbidden questions are no part of what a link asks again. */
  async ask(asked: Asked, manner: Manner, unbidden = false) {
    this.cancel()
    if (!desk.engine) return
    const stop = (this.#stop = new AbortController())
    this.running = true
    this.share = 0
    this.refusal = null
    if (!unbidden && !page.state.asked.includes(this.question)) page.state.asked.push(this.question)
    try {
      const progress = (share: number) => {
        if (!stop.signal.aborted) this.share = share
      }
      const said = await desk.engine.ask(this.question, asked, manner, progress, stop.signal)
      if (stop.signal.aborted) return
      this.said = said
      this.unbidden = unbidden
      this.key = JSON.stringify([asked, manner.language])
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

export const inquiries: Record<Question, Inquiry> = {
  why: new Inquiry('why'),
  break: new Inquiry('break'),
  sensitivity: new Inquiry('sensitivity'),
  timeline: new Inquiry('timeline'),
  packages: new Inquiry('packages'),
  claims: new Inquiry('claims'),
  disagree: new Inquiry('disagree'),
  tell: new Inquiry('tell'),
}
