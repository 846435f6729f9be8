// The engine of the page: draws split over workers, gathered as they settle.

import type { Asked, Engine, Findings, Language, Of, Question, Said, Study } from './contract.ts'
import { Parts } from './parts.ts'
import { opening, Pool, type Setting } from './pool.ts'
import type { Answer, Explained, Request } from './types.ts'
import { diagnostics, found, outlined } from './wire.ts'

/** The package without any guarantee. */
const NOTHING = 'nothing'
/** Draws come in batches of eight. */
const BATCH = 8
/** Answers are shown with so many draws, until there are as many as were asked for; risks sooner than the rest. */
const GLANCES = [8, 32]
const STEPS = [32, 64, 128, 256, 512, 1024]
/** More workers than that would take too much memory, each about 100 MB with a large case. */
const MOST_WORKERS = 4
/** So many questions are answered at a time. */
const MOST_QUESTIONS = 2

/** Draws of a question that has its own games; the command line has more of them, and more threads. */
const DRAWS: Record<Question, number> = {
  why: 32,
  break: 16,
  sensitivity: 64,
  timeline: 32,
  packages: 8,
  claims: 32,
  disagree: 32,
  tell: 64,
}

const compiled = async (name: string) => {
  const response = await fetch(`./engine/${name}.wasm`)
  if (!response.ok) throw new Error(`engine/${name}.wasm: ${response.status}`)
  // Some hosts do not know the type of the file, and `compileStreaming` demands it.
  return WebAssembly.compile(await response.arrayBuffer())
}

const text = async (path: string) => {
  const response = await fetch(`./${path}`)
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response.text()
}

/** What is fetched once. */
function once<T>(fetch: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return (key) => {
    const value = known.get(key) ?? fetch(key)
    known.set(key, value)
    value.catch(() => known.delete(key))
    return value
  }
}

/** What parts are wanted of, and whether somebody waits for them who may give up. */
interface Wanted {
  study: Study
  where: Setting
  signal?: AbortSignal
}

const named = ({ packages, ghosts = [] }: Study) => [...new Set([...packages, ...ghosts, NOTHING])]

const batches = (draws: number) => Array.from({ length: Math.ceil(draws / BATCH) }, (_, batch) => batch)

/** Requests about a case whose answers are stored, in `answers/ASK.LANGUAGE.FORM.json`. */
interface StoredAnswers {
  case: string
  answers: Request[]
}

/** A request without how it is answered: in how many draws, and in what form. */
function about(request: Request): string {
  const { draws: _, narrow: __, ...rest } = { draws: 0, narrow: false, ...request }
  const order = Object.entries(rest).filter(([, value]) => !(Array.isArray(value) && value.length === 0))
  return JSON.stringify(order.sort(([one], [other]) => (one < other ? -1 : 1)))
}

interface CaseName {
  id: string
  name: Record<Language, string>
}

export async function open(): Promise<Engine> {
  const words = once((language) => text(`words/${language}.ftl`))
  const texts = once((id) => text(`cases/${id}.toml`))
  const citations = once(async (id) => JSON.parse(await text(`cases/${id}.json`)) as Record<string, string>)
  const cases = once(async (path) => JSON.parse(await text(path)) as CaseName[])
  const workers = Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency || 2))
  const pool = new Pool(compiled('standfast'), workers)
  let questions: Pool | null = null
  const parts = new Parts()
  const answers = once(async (path) => JSON.parse(await text(path)) as unknown)
  await cases('cases/index.json')

  async function setting(of: Of, language: Language): Promise<Setting> {
    const assume = of.assume ?? []
    const written = 'id' in of ? await texts(of.id) : of.text
    const key = JSON.stringify(['id' in of ? { id: of.id } : { text: of.text }, assume])
    return { key, text: written, assume, language, words: await words(language) }
  }

  async function solved({ study, where, signal }: Wanted, name: string, batch: number, risks_only: boolean) {
    const request: Request = { ask: 'part', package: name, seed: study.seed, batch, risks_only }
    const { answer, bytes } = await pool.ask(request, where, signal ? { signal } : { rank: 'last' })
    found(answer)
    if (!bytes) throw new Error('a part without bytes')
    return bytes
  }

  const keyed = ({ study, where }: Wanted, name: string, risksOnly: boolean) =>
    JSON.stringify([where.key, study.seed, name, risksOnly])

  /** A part, which may be on its way for somebody else, who may give it up. A whole one has risks as well. */
  async function part(wanted: Wanted, name: string, batch: number, risksOnly: boolean) {
    const whole = keyed(wanted, name, false)
    for (;;) {
      const alone = risksOnly && parts.known(whole, batch) === undefined
      const key = alone ? keyed(wanted, name, true) : whole
      const { signal } = wanted
      try {
        return await parts.get(key, batch, () => solved(wanted, name, batch, alone))
      } catch (error) {
        const givenUp = error instanceof DOMException && error.name === 'AbortError'
        if (!givenUp || signal?.aborted) throw error
      }
    }
  }

  /** All parts of so many draws, batch by batch; whole for the packages of the study, unless only risks are wanted. */
  function all(wanted: Wanted, draws: number, risksOnly: boolean) {
    const { packages } = wanted.study
    const each = batches(draws).flatMap((batch) =>
      named(wanted.study).map((name) => part(wanted, name, batch, risksOnly || !(packages.includes(name) || name === NOTHING))),
    )
    const together = Promise.all(each)
    // Whoever waits for them hears why there is none.
    together.catch(() => {})
    return together
  }

  /** Whether whole parts are on their way, so that risks need not come first. */
  const begun = (wanted: Wanted, draws: number) =>
    wanted.study.packages.every((name) => parts.known(keyed(wanted, name, false), batches(draws).length - 1))

  /** Whether the answer to a question, which was asked for in no number of draws of its own, is stored. */
  async function isStored(question: Question, asked: Asked) {
    if (!('id' in asked.case) || asked.case.assume !== undefined || asked.draws !== undefined) return false
    try {
      const index = (await answers('answers/index.json')) as StoredAnswers
      const request = about(requested(question, asked, false))
      return index.case === asked.case.id && index.answers.some((each) => about(each) === request)
    } catch {
      // It is worked out then.
      return false
    }
  }

  return {
    isStored,

    async cases(language) {
      return (await cases('cases/index.json')).map(({ id, name }) => ({ id, name: name[language] }))
    },

    async outline(of, language) {
      const where = await setting(of, language)
      const { answer } = await pool.ask(opening(where), where, { rank: 'first' })
      const known = 'id' in of ? await citations(of.id) : {}
      return outlined(found(answer), known)
    },

    text: (id) => texts(id),

    async check(written, language) {
      const where = { ...(await setting({ text: '' }, language)), text: '' }
      const { answer } = await pool.ask({ ask: 'check', text: written }, where, { rank: 'first' })
      const said = answer as Answer<Explained[]>
      const faults = 'failed' in said && 'diagnostics' in said.failed ? said.failed.diagnostics : null
      return diagnostics(faults ?? found<Explained[]>(answer))
    },

    async assess(study, { language, narrow }, draws, settled, signal) {
      const where = await setting(study.case, language)
      const wanted: Wanted = { study, where, signal }
      const packages = named(study)
      const { seed, years = [] } = study
      const steps = [...STEPS.filter((some) => some < draws), draws].map((some) => ({ some, whole: true }))
      if (!begun(wanted, Math.min(draws, STEPS[0] ?? draws))) {
        const glances = GLANCES.filter((some) => some <= draws)
        steps.unshift(...glances.map((some) => ({ some, whole: false })))
      }
      // While an answer is put together, the workers go on with the next.
      const asked = (i: number) => {
        const step = steps[i]
        return step ? all(wanted, step.some, !step.whole) : null
      }
      let next = asked(0)
      for (const [i, { some, whole }] of steps.entries()) {
        const attached = (await next) ?? []
        next = asked(i + 1)
        const request: Request = { ask: 'gather', packages, seed, draws: some, years, narrow }
        const { answer } = await pool.ask(request, where, { attached, signal, rank: 'first' })
        settled(found<Said<Findings>>(answer), some, whole)
      }
    },

    prepare(study, language, draws) {
      const quietly = async () => all({ study, where: await setting(study.case, language) }, draws, false)
      quietly().catch(() => {})
    },

    async ask(question, asked, { language, narrow }, progress, signal) {
      if (await isStored(question, asked)) {
        const form = narrow ? 'narrow' : 'wide'
        return (await answers(`answers/${question}.${language}.${form}.json`)) as Said<unknown>
      }
      signal.throwIfAborted()
      const where = await setting(asked.case, language)
      questions ??= new Pool(compiled('standfast-questions'), Math.min(workers, MOST_QUESTIONS))
      const more = { signal, progress }
      const { answer } = await questions.ask(requested(question, asked, narrow), where, more)
      return found<Said<unknown>>(answer)
    },
  }
}

function requested(question: Question, asked: Asked, narrow: boolean): Request {
  const { package: name, packages, seed, years = [], draws = DRAWS[question], readers, path } = asked
  return {
    ask: question,
    packages: name === undefined ? packages : [name],
    seed,
    draws,
    years,
    narrow,
    ...(readers ? { readers } : {}),
    ...(path === undefined ? {} : { future: path }),
  }
}
