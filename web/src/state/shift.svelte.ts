// By how much the last change has moved the answer: what it says now, and what it said when the reader last rested on
// another choice.

import type { PackageFindings } from '../engine/contract.ts'
import { answer, questionOf } from './answer.svelte.ts'
import { chosen } from './chosen.svelte.ts'
import { desk } from './engine.svelte.ts'
import { page } from './page.svelte.ts'

/** From so many draws on an answer says something. */
export const SETTLED = 32

/** What was said to a choice. */
export interface Stand {
  question: string
  case: string
  instruments: string[]
  years: number
  risk: number
  draws: number
}

const risk = (found: PackageFindings, years: number) => found.war.find((each) => each.years === years)?.band.mean ?? null

class Shift {
  #rested = $state.raw<Stand | null>(null)
  #before = $state.raw<Stand | null>(null)

  /** What the answer says, if it is one to what is chosen. */
  now: Stand | null = $derived.by(() => {
    const { said, draws, question } = answer
    const found = said?.findings.packages[0]
    if (!said || !found || question !== chosen.question) return null
    const years = said.findings.headline_years
    const chance = risk(found, years)
    const { instruments } = found
    return chance === null ? null : { question, case: page.state.case, instruments, years, risk: chance, draws }
  })

  /** What it said before the last change of the same case. */
  before: Stand | null = $derived.by(() => {
    const last = this.#rested?.question === chosen.question ? this.#before : this.#rested
    if (!last || last.case !== page.state.case) return null
    // Where only the package is another one, that of before is drawn beside it, and so known on the same draws.
    const own = desk.named([...last.instruments])
    const beside = answer.said?.findings.packages.find((each) => desk.named([...each.instruments]) === own)
    const only = last.question === questionOf({ ...chosen.study, packages: [own] })
    const chance = only && beside && this.now ? risk(beside, last.years) : null
    return chance === null ? last : { ...last, risk: chance, draws: answer.draws }
  })

  /** Whether the reader has rested on the choice that an answer is to, or on none as yet. */
  isKnown(stand: Stand) {
    return this.#rested === null || this.#rested.question === stand.question
  }

  rest(stand: Stand) {
    if (!this.isKnown(stand)) this.#before = this.#rested
    this.#rested = stand
    page.rest()
  }
}

export const shift = new Shift()
