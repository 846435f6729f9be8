// What the page asks of the engine, and nothing else of it: the engine in WebAssembly answers it (`open.ts`), and in
// tests recorded answers do (`mock.ts`).

export type Language = 'en' | 'uk'

/** How an answer is to be said and drawn. */
export interface Manner {
  language: Language
  /** Whether figures are for a telephone. */
  narrow: boolean
}

/** A number that a reader takes to be otherwise: `path` as in the outline, `range` as the language of cases has it. */
export interface Assumption {
  path: string
  range: string
}

/** A bundled case or a scenario text, with numbers that are taken to be otherwise. */
export type Of = { id: string; assume?: Assumption[] } | { text: string; assume?: Assumption[] }

export interface Table {
  title?: string
  columns: string[]
  rows: string[][]
}

/**
 * A figure. The page puts `svg` into its own document, under a policy that allows no inline style: no `style`
 * attributes and no `<style>` in it, colours as `fill="var(--sf-ink)"` (the palette of the figures; `tokens.css` sets
 * it).
 */
export interface Figure {
  name: string
  title: string
  description: string
  sentence: string
  table: Table
  svg: string
}

/** What was found, in words: `findings` is the JSON that the command of the same name prints. */
export interface Said<F> {
  findings: F
  sentences: string[]
  doubts: string[]
  method: string[]
  figures: Figure[]
}

/** Packages: ids of presets, or instruments joined by `+`. The first one is asked about, the others are compared. */
export interface Study {
  case: Of
  packages: string[]
  /** Packages that are drawn beside them: of these only risks are asked. */
  ghosts?: string[]
  seed: number
  years?: number[]
}

export type Question =
  | 'why'
  | 'break'
  | 'sensitivity'
  | 'claims'
  | 'tell'
  | 'packages'
  | 'disagree'
  | 'timeline'

export interface Asked extends Study {
  package?: string
  readers?: [string, string]
  draws?: number
  path?: number
}

export interface Engine {
  /** The cases that come with the engine. */
  cases(language: Language): Promise<{ id: string; name: string }[]>
  /** What the composer needs of a case. */
  outline(of: Of, language: Language): Promise<Outline>
  /** The text of a bundled case. */
  text(id: string): Promise<string>
  check(text: string, language: Language): Promise<Diagnostic[]>
  /**
   * Answers with more and more draws, always the same ones: risks in 8 and 32 draws first, then all of it in 32, 64,
   * 128, 256. The first sentence is about the first package of the study; the figures are `fan`, `dots` and
   * `signs` of the first package, with the others as ghosts of the fan, and `packages`, the comparison of all where
   * there are no ghosts. No guarantee is always among the findings.
   */
  assess(
    study: Study,
    manner: Manner,
    draws: number,
    settled: (said: Said<Findings>, draws: number, whole: boolean) => void,
    signal: AbortSignal,
  ): Promise<void>
  /** Whether a question has a stored answer, which costs nothing but a small file. */
  isStored(question: Question, asked: Asked): Promise<boolean>
  /** Solves the first draws of a study before anybody asks for them. */
  prepare(study: Study, language: Language, draws: number): void
  ask(
    question: Question,
    asked: Asked,
    manner: Manner,
    progress: (share: number) => void,
    signal: AbortSignal,
  ): Promise<Said<unknown>>
}

/** What is wrong with a text. Places are bytes of its UTF-8. */
export interface Diagnostic {
  severity: 'error' | 'warning'
  code: string
  path: string
  start: number
  end: number
  message: string
  help: string | null
}

/** Why the engine cannot answer: a sentence for people, and where a text is at fault, the faults. */
export class Refusal extends Error {
  readonly diagnostics: Diagnostic[]
  constructor(message: string, diagnostics: Diagnostic[] = []) {
    super(message)
    this.name = 'Refusal'
    this.diagnostics = diagnostics
  }
}

export type Role = 'challenger' | 'protege' | 'guarantor' | 'other'

/** What the instrument moves most: what it is grouped by. */
export type Group = 'promise' | 'forces' | 'money' | 'strength' | 'concession'

export interface Instrument {
  id: string
  name: string
  summary: string
  group: Group
  lead_years: number
  needs: string[]
  clashes: string[]
  signatories: string[]
  sources: string[]
}

/** What a number rests on: see `standfast::basis`. */
export type Basis = 'sources' | 'judged-sources' | 'calibrated' | 'judgement' | 'nothing'

export interface CaseNumber {
  path: string
  /** What people call it. */
  title: string
  /** What it is by the names of the case. */
  name: string
  value: number
  low: number
  high: number
  unit: string
  basis: Basis
  source: string
}

/** Something with a name; what it is, is empty where the case does not say. */
export interface Described {
  id: string
  name: string
  about: string
}

export interface Outline {
  id: string
  name: string
  summary: string
  start: number
  horizon: number
  digest: string
  actors: { id: string; name: string; role: Role }[]
  instruments: Instrument[]
  packages: (Described & { instruments: string[] })[]
  numbers: CaseNumber[]
  readers: Described[]
  stresses: Described[]
}

/**
 * The answer that the page opens with, `stored/LANGUAGE.wide.json` and `.narrow.json` beside it: the default package of
 * the default case, and all presets (without figures and series), which the guided story is about.
 */
export interface Stored {
  outline: Outline
  draws: number
  study: Study
  said: Said<Findings>
  presets: Findings
}

// The parts of the findings of an assessment that the page reads itself.

export interface Band {
  mean: number
  p10: number
  p90: number
}

export interface PackageFindings {
  id: string
  name: string | { en?: string; uk?: string } | null
  instruments: string[]
  war: { years: number; band: Band }[]
  limited: { years: number; band: Band }[]
  war_difference: { years: number; band: Band }[] | null
  against_nothing: { lower: number; same: number; higher: number } | null
  parties: { actor: string; signs: Band; refuses_in: number; rather_refuses: boolean }[]
  concluded: Band | null
  responses: { guarantor: string; stands_aside: Band; supplies: Band; intervenes: Band }[]
  nobody_intervenes: Band
  window: { years: number; within: number; instruments: string[]; war: Band; war_unforeseen: Band; cost: Band } | null
}

export interface Findings {
  method: { engine: string; draws: number; seed: number; uncertain_numbers: number }
  headline_years: number
  years: number[]
  packages: PackageFindings[]
}
