// Numbers that the reader takes to be otherwise, with what was taken back.

import type { Assumption } from '../engine/contract.ts'
import { page } from './page.svelte.ts'

class History {
  #before = $state.raw<Assumption[][]>([])
  #after = $state.raw<Assumption[][]>([])

  get canUndo() {
    return this.#before.length > 0
  }

  get canRedo() {
    return this.#after.length > 0
  }

  assume(path: string, range: string | null) {
    const others = page.state.assume.filter((each) => each.path !== path)
    this.replace(range === null ? others : [...others, { path, range }])
  }

  replace(list: Assumption[]) {
    this.#before = [...this.#before, $state.snapshot(page.state.assume)]
    this.#after = []
    page.state.assume = list
  }

  undo() {
    const last = this.#before.at(-1)
    if (!last) return
    this.#before = this.#before.slice(0, -1)
    this.#after = [...this.#after, $state.snapshot(page.state.assume)]
    page.state.assume = last
  }

  redo() {
    const next = this.#after.at(-1)
    if (!next) return
    this.#after = this.#after.slice(0, -1)
    this.#before = [...this.#before, $state.snapshot(page.state.assume)]
    page.state.assume = next
  }
}

export const history = new History()
