// The page's own words, from the same catalogues as the program's.

import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'
import type { Language } from '../engine/contract.ts'

const SOURCES: Record<Language, () => Promise<{ default: string }>> = {
  en: () => import('../../../crates/standfast-report/locales/en/page.ftl?raw'),
  uk: () => import('../../../crates/standfast-report/locales/uk/page.ftl?raw'),
}

let bundle = $state.raw<FluentBundle | null>(null)

export async function speak(language: Language) {
  if (bundle?.locales[0] === language) return
  const next = new FluentBundle(language, { useIsolating: false })
  next.addResource(new FluentResource((await SOURCES[language]()).default))
  bundle = next
}

/** A message, or one of its attributes (after a dot). */
export function t(id: string, args?: Record<string, FluentVariable>): string {
  const [name = id, attribute] = id.split('.')
  const message = bundle?.getMessage(name)
  const pattern = attribute ? message?.attributes[attribute] : message?.value
  return bundle && pattern ? bundle.formatPattern(pattern, args) : id
}

/** The language that is spoken now. */
export const spoken = (): Language => (bundle?.locales[0] === 'uk' ? 'uk' : 'en')

/** A text of a case, in the language of the page where it has it. */
export function inLanguage(text: string | { en?: string; uk?: string } | null | undefined): string {
  if (text === null || text === undefined) return ''
  return typeof text === 'string' ? text : (text[spoken()] ?? text.en ?? text.uk ?? '')
}

/** The first sentence of a text, and the rest of it. */
export function opening(text: string): [string, string] {
  if (typeof Intl.Segmenter !== 'function') return [text, '']
  const [first] = new Intl.Segmenter(spoken(), { granularity: 'sentence' }).segment(text)
  return first ? [first.segment.trim(), text.slice(first.segment.length)] : [text, '']
}

/** A chance in whole percent, never a zero that is none. */
export function percent(share: number): string {
  const whole = Math.round(share * 100)
  const figure = share > 0 && share < 0.005 ? '<1' : share < 1 && share >= 0.995 ? '>99' : `${whole}`
  return `${figure}\u00a0%`
}

/** So far ahead nothing is known to the point: figures are rounded to fives, as in the figures of the engine. */
const FAR_YEARS = 40

/** A chance within so many years. */
export function within(share: number, years: number): string {
  const fives = Math.round(share * 20) * 5
  return years < FAR_YEARS || fives === 0 || fives === 100 ? percent(share) : `~${fives}\u00a0%`
}

export const number = (value: number, digits = 3) =>
  value.toLocaleString(spoken(), { maximumSignificantDigits: digits, useGrouping: false })
