// How answers are said and drawn: in the reader's language, and for the width of the window.

import { innerWidth } from 'svelte/reactivity/window'
import type { Manner } from '../engine/contract.ts'
import { page } from './page.svelte.ts'

/** The letters of a figure of the usual form are as large as they are meant to be in a column of so many CSS pixels. */
const COLUMN = 640

/** What stands around a column that has the window to itself. */
const MARGINS = 40

/** Widths of the window at which the answer has another column, or two, beside it, and is narrower than that. */
const BESIDE = [
  [736, 1022],
  [1216, 1456],
] as const

const width = () => innerWidth.current ?? COLUMN

/** For the panels below the answer. */
export const manner = (): Manner => ({
  language: page.state.language,
  narrow: width() < COLUMN + MARGINS,
})

/** For the answer at the top. */
export const answerManner = (): Manner => {
  const usual = manner()
  return { ...usual, narrow: usual.narrow || BESIDE.some(([from, to]) => from <= width() && width() < to) }
}
