// What the reader has chosen, kept in step with the address.

import type { Language } from '../engine/contract.ts'
import { initial, read, written, type PageState } from './link.ts'

/** Browsers refuse addresses that change too often. */
const PAUSE_MS = 150

class Page {
  state = $state<PageState>(initial('en'))
  /** Why the link could not be opened, and the link itself, so that nothing is lost. */
  unopened = $state<{ problem: 'version' | 'broken'; fragment: string } | null>(null)
  #timer: ReturnType<typeof setTimeout> | undefined
  #shown = ''
  /** Whether the reader has rested on the package: ticking box after box passes through packages that nobody looks at. */
  #rested = true

  open(fragment: string, language: Language) {
    const found = read(fragment, language)
    if ('state' in found) {
      this.state = found.state
      this.unopened = null
    } else {
      this.state = initial(language)
      this.unopened = { problem: found.problem, fragment }
    }
    this.#shown = fragment
    this.#rested = true
  }

  /** Whether a fragment is the one that the page itself has written. */
  isShown(fragment: string) {
    return fragment === this.#shown
  }

  get link() {
    return `${location.href.split('#')[0]}#${written($state.snapshot(this.state) as PageState)}`
  }

  /** Writes the state into the address, soon. A link that could not be opened stays there until something is chosen. */
  write(fragment: string) {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      if (fragment === this.#shown) return
      this.#shown = fragment
      history.replaceState(null, '', `#${fragment}`)
    }, PAUSE_MS)
  }

  /** The reader has seen an answer about the package. */
  rest() {
    this.#rested = true
  }

  /** Chooses a package; the one before becomes a ghost, if the reader has rested on it. */
  choose(instruments: string[]) {
    const { package: before, ghosts } = this.state
    const same = (one: string[], other: string[]) => one.length === other.length && one.every((id) => other.includes(id))
    if (same(before, instruments)) return
    const others = ghosts.filter((each) => !same(each, before) && !same(each, instruments))
    this.state.ghosts = [...(this.#rested ? [before] : []), ...others].slice(0, 2)
    this.state.package = instruments
    this.#rested = false
  }
}

export const page = new Page()
