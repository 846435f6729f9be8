// The seven screens of the story: what is guessed on each, and what the presets of the case say to it.

import type { Findings, PackageFindings } from '../engine/contract.ts'

export type Guess = { kind: 'tenths' } | { kind: 'count'; most: number } | { kind: 'choice'; among: string[] }

export interface Screen {
  id: 'nothing' | 'waiting' | 'forces' | 'signs' | 'word' | 'all' | 'own'
  guess: Guess
  /** The answer, in the terms of the guess; none where there is no right one. */
  answer: string | null
}

const WITHIN = 10

export const preset = (presets: Findings, id: string): PackageFindings | undefined =>
  presets.packages.find((each) => each.id === id)

/** The chance of war within so many years. */
export const war = (found: PackageFindings | undefined, years = WITHIN) =>
  found?.war.find((each) => each.years === years)?.band ?? { mean: 0, p10: 0, p90: 0 }

const tenths = (share: number) => String(Math.round(share * 10))

export const FORCES = ['european_offer', 'large_force', 'porcupine']
export const REFUSED = 'large_force'

/** The screens, or nothing where the presets are those of another case. */
export function screens(presets: Findings): Screen[] | null {
  const [nothing, nato, all, offer, refused] = ['nothing', 'nato', 'all_together', 'european_offer', REFUSED].map((id) =>
    preset(presets, id),
  )
  const forces = FORCES.map((id) => preset(presets, id))
  if (!nothing || !nato || !all || !offer || !refused || forces.includes(undefined)) return null
  const change = war(nato, 5).mean - war(nothing, 5).mean
  const best = FORCES.reduce((one, other) =>
    war(preset(presets, other)).mean < war(preset(presets, one)).mean ? other : one,
  )
  const refusing = refused.parties.filter((party) => party.rather_refuses).length
  return [
    { id: 'nothing', guess: { kind: 'tenths' }, answer: tenths(war(nothing).mean) },
    {
      id: 'waiting',
      guess: { kind: 'choice', among: ['lower', 'same', 'higher'] },
      // Less than half a point is no difference, as in the tables of the program.
      answer: Math.abs(change) < 0.005 ? 'same' : change < 0 ? 'lower' : 'higher',
    },
    { id: 'forces', guess: { kind: 'choice', among: FORCES }, answer: best },
    { id: 'signs', guess: { kind: 'count', most: refused.parties.length }, answer: String(refusing) },
    { id: 'word', guess: { kind: 'tenths' }, answer: tenths(offer.nobody_intervenes.mean) },
    { id: 'all', guess: { kind: 'tenths' }, answer: tenths(war(all).mean) },
    { id: 'own', guess: { kind: 'choice', among: presets.packages.map((each) => each.id) }, answer: null },
  ]
}
