// How answers are said and drawn: in the reader's language, and for the width of the window.

import { innerWidth } from 'svelte/reactivity/window'
import type { Manner } from '../engine/contract.ts'
import { page } from './page.svelte.ts'

/** Windows that are less wide, in CSS pixels, are given figures for a telephone. */
const NARROW = 560

export const manner = (): Manner => ({
  language: page.state.language,
  narrow: (innerWidth.current ?? NARROW) < NARROW,
})
