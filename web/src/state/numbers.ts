// The numbers of a case in the order that the reader wants: by how much hangs on them, and on how little they rest.

import type { Basis, CaseNumber } from '../engine/contract.ts'

/** From the firmest basis to none; the place is its weakness. */
export const BASES: Basis[] = ['sources', 'judged-sources', 'calibrated', 'judgement', 'nothing']

export type Order = 'need' | 'influence' | 'weakness' | 'name'

export interface Weighed extends CaseNumber {
  /** Its first-order share of the outcome's variance, where it was measured. */
  influence: number | null
}

interface Sensitivity {
  headline_years?: number
  results?: { years: number; numbers: { path: string; first: number }[] }[]
}

export function weighed(numbers: CaseNumber[], sensitivity: unknown): Weighed[] {
  const { results = [], headline_years: years } = (sensitivity ?? {}) as Sensitivity
  const result = results.find((each) => each.years === years) ?? results[0]
  const shares = new Map(result?.numbers.map((each) => [each.path, Math.max(0, each.first)]))
  return numbers.map((each) => ({ ...each, influence: shares.get(each.path) ?? null }))
}

const weakness = (each: CaseNumber) => BASES.indexOf(each.basis)
const influence = (each: Weighed) => each.influence ?? -1

const need = (each: Weighed) => (each.influence ?? 0) * weakness(each)

export function ordered(list: Weighed[], order: Order): Weighed[] {
  const by: Record<Order, (one: Weighed, other: Weighed) => number> = {
    // Without influences the weakest come first.
    need: (one, other) => need(other) - need(one) || weakness(other) - weakness(one),
    influence: (one, other) => influence(other) - influence(one),
    weakness: (one, other) => weakness(other) - weakness(one),
    name: () => 0,
  }
  return [...list].sort((one, other) => by[order](one, other) || one.title.localeCompare(other.title))
}

/** What a reader has typed as a range of the language of cases, or nothing where it is none. */
export function range(low: string, high: string): string | null {
  const [from, to] = [low, high].map((text) => {
    const plain = text.trim().replace(',', '.').replace('−', '-')
    return /^-?[0-9]+(\.[0-9]+)?(e-?[0-9]+)?$/.test(plain) ? Number(plain) : Number.NaN
  })
  if (from === undefined || to === undefined || !Number.isFinite(from) || !Number.isFinite(to) || from > to) return null
  return from === to ? `${from}` : `${from} to ${to}`
}

export function ends(range: string): [string, string] {
  const [low = '', high = low] = range.split(' to ')
  return [low, high]
}
