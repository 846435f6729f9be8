// The engine, its outline of the case, and the case as the engine is told it.

import { open } from '$engine'
import { Refusal, type Engine, type Language, type Manner, type Of, type Outline, type Stored } from '../engine/contract.ts'
import { DEFAULT_CASE } from './link.ts'
import { page } from './page.svelte.ts'
import { t } from '../text/fluent.svelte.ts'
import { applied, fingerprint, type Change } from './patch.ts'

/** So many draws are enough for an answer to show. */
const PREPARED = 32

class Desk {
  engine = $state.raw<Engine | null>(null)
  outline = $state.raw<Outline | null>(null)
  stored = $state.raw<Stored | null>(null)
  cases = $state.raw<{ id: string; name: string }[]>([])
  /** The text of the case where it was changed. */
  text = $state.raw<string | null>(null)
  refusal = $state.raw<Refusal | null>(null)
  /** Which case the outline is of. */
  #outlined = $state('')
  #reading = 0
  #recalled = ''

  /** The answer that the page opens with. It comes before the engine, and without one. */
  async recall({ language, narrow }: Manner) {
    const name = `${language}.${narrow ? 'narrow' : 'wide'}`
    if (this.#recalled === name) return
    this.#recalled = name
    try {
      const response = await fetch(`./stored/${name}.json`)
      if (!response.ok) return
      const stored = (await response.json()) as Stored
      if (this.#recalled !== name) return
      this.stored = stored
      if (page.state.case === DEFAULT_CASE && page.state.changes.length === 0) {
        this.outline = this.stored.outline
        this.#outlined = this.#chosen
      }
    } catch {
      // Without it the page waits for the engine.
    }
  }

  async start() {
    try {
      this.engine = await open()
    } catch (error) {
      this.refusal = refusal(error)
    }
  }

  /** Reads the case that the state names. */
  async read(language: Language) {
    if (!this.engine) return
    const turn = ++this.#reading
    const changes = $state.snapshot(page.state.changes)
    try {
      const chosen = this.#chosen
      const text = changes.length > 0 ? this.#changed(await this.engine.text(page.state.case), changes) : null
      const outline = await this.engine.outline(text === null ? { id: page.state.case } : { text }, language)
      const cases = await this.engine.cases(language)
      if (turn !== this.#reading) return
      this.text = text
      this.outline = outline
      this.#outlined = chosen
      this.cases = cases
      this.refusal = null
      // The stored answer has no draws to go on from: those of what a first tick of a box will be compared with.
      const { stored } = this
      if (stored && changes.length === 0 && page.state.case === DEFAULT_CASE) {
        const { packages, ghosts = [] } = stored.study
        this.engine.prepare({ ...stored.study, packages: ghosts, ghosts: packages }, language, PREPARED)
      }
    } catch (error) {
      if (turn === this.#reading) this.refusal = refusal(error)
    }
  }

  get #chosen(): string {
    return JSON.stringify([page.state.case, page.state.changes])
  }

  /** Whether the outline is that of the case that is chosen, so that names of packages mean something. */
  get isRead(): boolean {
    return this.outline !== null && this.#outlined === this.#chosen
  }

  #changed(original: string, changes: Change[]): string {
    if (fingerprint(original) !== page.state.base) throw new Refusal(t('page-changes-of-another'))
    return applied(original, changes)
  }

  get of(): Of {
    const assume = $state.snapshot(page.state.assume)
    const case_ = this.text === null ? { id: page.state.case } : { text: this.text }
    return assume.length > 0 ? { ...case_, assume } : case_
  }

  /** What a package is called among the packages of the case: a preset, or its instruments. */
  named(instruments: string[]): string {
    const same = (preset: { instruments: string[] }) =>
      preset.instruments.length === instruments.length && preset.instruments.every((id) => instruments.includes(id))
    const preset = this.outline?.packages.find(same)
    if (preset) return preset.id
    const order = this.outline?.instruments.map((each) => each.id) ?? []
    const sorted = [...instruments].sort((one, other) => order.indexOf(one) - order.indexOf(other))
    return sorted.join('+') || 'nothing'
  }

  instrument(id: string): string {
    return this.outline?.instruments.find((each) => each.id === id)?.name ?? id
  }

  actor(id: string): string {
    return this.outline?.actors.find((each) => each.id === id)?.name ?? id
  }

  /** What a package is called by people. */
  called(instruments: string[]): string {
    const preset = this.outline?.packages.find((each) => each.id === this.named(instruments))
    return preset ? preset.name : instruments.map((id) => this.instrument(id)).join(' + ')
  }
}

export function refusal(error: unknown): Refusal {
  return error instanceof Refusal ? error : new Refusal(error instanceof Error ? error.message : String(error))
}

export const desk = new Desk()
