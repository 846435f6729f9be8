// What the composer asks: its package, and the packages that are drawn beside it.

import type { Study } from '../engine/contract.ts'
import { questionOf } from './answer.svelte.ts'
import { desk } from './engine.svelte.ts'
import { page } from './page.svelte.ts'

class Chosen {
  study: Study = $derived({
    case: desk.of,
    packages: [desk.named([...page.state.package])],
    ghosts: page.state.ghosts.map((each) => desk.named([...each])),
    seed: page.state.seed,
  })
  /** The same, whatever is drawn beside it. */
  question: string = $derived(questionOf(this.study))
}

export const chosen = new Chosen()
