// The state of the page as a link: everything that a reader has chosen stands in the fragment, which browsers send to
// nobody. A version, then compressed JSON in base64url.

import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate'
import type { Assumption, Language, Question } from '../engine/contract.ts'
import type { Change } from './patch.ts'

export type View = 'study' | 'story' | 'lesson'
export type Theme = 'light' | 'dark'

export interface PageState {
  view: View
  language: Language
  /** The reader's choice, or none: then the system's. */
  theme: Theme | null
  case: string
  /** What the text of the case has been changed into. */
  changes: Change[]
  /** Which text that was: its fingerprint. */
  base: string
  /** Instruments. */
  package: string[]
  /** The packages before this one, the last first. */
  ghosts: string[][]
  compare: string[][]
  seed: number
  assume: Assumption[]
  /** What has been asked, in order. */
  asked: Question[]
  readers: [string, string] | null
  path: number
  screen: number
  /** What was guessed on each screen of the story. */
  guesses: Record<string, string>
}

export const DEFAULT_CASE = 'ukraine-2025'

export function initial(language: Language): PageState {
  return {
    view: 'study',
    language,
    theme: null,
    case: DEFAULT_CASE,
    changes: [],
    base: '',
    package: ['medium_contingent', 'bilateral_pacts'],
    ghosts: [[]],
    compare: [],
    seed: 2025,
    assume: [],
    asked: [],
    readers: null,
    path: 0,
    screen: 0,
    guesses: {},
  }
}

export type Read = { state: PageState } | { problem: 'version' | 'broken' }

const VERSION = '1'

/** More than that is no state of this page, however little it is compressed. */
const MOST_BYTES = 4 << 20

export function written(state: PageState): string {
  const usual = initial(state.language)
  const differs = (key: string, value: unknown) =>
    key === 'language' || JSON.stringify(value) !== JSON.stringify(usual[key as keyof PageState])
  const json = JSON.stringify(Object.fromEntries(Object.entries(state).filter(([key, value]) => differs(key, value))))
  let binary = ''
  for (const byte of deflateSync(strToU8(json), { level: 9 })) binary += String.fromCharCode(byte)
  return `${VERSION}.${btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')}`
}

/** Reads a fragment (without `#`); an empty one is the default. */
export function read(fragment: string, language: Language): Read {
  if (fragment === '') return { state: initial(language) }
  const [version, packed, ...rest] = fragment.split('.')
  if (version !== VERSION) return { problem: /^[0-9]+$/.test(version ?? '') ? 'version' : 'broken' }
  if (!packed || rest.length > 0 || !/^[A-Za-z0-9_-]+$/.test(packed)) return { problem: 'broken' }
  try {
    const binary = atob(packed.replace(/-/g, '+').replace(/_/g, '/'))
    const json: unknown = JSON.parse(unpacked(Uint8Array.from(binary, (sign) => sign.charCodeAt(0))))
    const state = checked(json, language)
    return state ? { state } : { problem: 'broken' }
  } catch {
    return { problem: 'broken' }
  }
}

function unpacked(bytes: Uint8Array): string {
  const parts: Uint8Array[] = []
  let [length, ended] = [0, false]
  const inflate = new Inflate((part, final) => {
    length += part.length
    ended = final
    if (length > MOST_BYTES) throw new Error('too long')
    parts.push(part)
  })
  // In small steps, so that a bomb is found out before it has gone off.
  for (let at = 0; at < bytes.length; at += 4096) inflate.push(bytes.subarray(at, at + 4096), at + 4096 >= bytes.length)
  if (!ended) throw new Error('cut off')
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return strFromU8(whole)
}

type Check = (value: unknown) => boolean

const is = (pattern: RegExp) => (value: unknown) => typeof value === 'string' && pattern.test(value)
const within = (low: number, high: number) => (value: unknown) =>
  Number.isInteger(value) && (value as number) >= low && (value as number) <= high
const among = (...values: unknown[]) => (value: unknown) => values.includes(value)
const list = (each: Check, most: number) => (value: unknown) =>
  Array.isArray(value) && value.length <= most && value.every(each)
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const record = (checks: Record<string, Check>) => (value: unknown) =>
  isRecord(value) &&
  Object.keys(value).length === Object.keys(checks).length &&
  Object.entries(checks).every(([key, check]) => Object.hasOwn(value, key) && check(value[key]))

const id = is(/^[A-Za-z_][A-Za-z0-9_-]{0,199}$/)
const instruments = list(id, 64)

const QUESTIONS: Question[] = ['why', 'break', 'sensitivity', 'timeline', 'packages', 'claims', 'disagree', 'tell']

const CHECKS: Record<keyof PageState, Check> = {
  view: among('study', 'story', 'lesson'),
  language: among('en', 'uk'),
  theme: among('light', 'dark', null),
  case: id,
  changes: list(record({ at: within(0, 1e6), cut: within(0, 1e6), put: list(is(/^[^\n]*$/), 1e5) }), 1000),
  base: is(/^([0-9a-f]{8})?$/),
  package: instruments,
  ghosts: list(instruments, 2),
  compare: list(instruments, 4),
  seed: within(0, Number.MAX_SAFE_INTEGER),
  assume: list(record({ path: is(/^[A-Za-z0-9_.[\]-]{1,300}$/), range: is(/^[-0-9.e+ to]{1,80}$/) }), 1024),
  asked: list(among(...QUESTIONS), QUESTIONS.length),
  readers: (value) => value === null || (list(id, 2)(value) && (value as unknown[]).length === 2),
  path: within(0, 1e6),
  screen: within(0, 6),
  guesses: (value) =>
    isRecord(value) && Object.entries(value).every(([key, guess]) => within(0, 6)(Number(key)) && is(/^[\w+-]{1,200}$/)(guess)),
}

function checked(value: unknown, language: Language): PageState | null {
  if (!isRecord(value)) return null
  const known = Object.entries(value).every(
    ([key, each]) => Object.hasOwn(CHECKS, key) && CHECKS[key as keyof PageState](each),
  )
  return known ? { ...initial(language), ...value } : null
}
