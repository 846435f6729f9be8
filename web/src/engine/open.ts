// The engine of the page: draws split over workers, gathered as they settle.

import type { Asked, Engine, Findings, Language, Of, Question, Said, Study } from './contract.ts'
import { Parts } from './parts.ts'
import { opening, Pool, type Setting } from './pool.ts'
import type { Answer, Explained, Request } from './types.ts'
import { diagnostics, found, outlined } from './wire.ts'

/** Draws come in batches of eight. */
const BATCH = 8
/** Answers are shown with so many draws, until there are as many as were asked for. */
const STEPS = [8, 32, 64, 128, 256, 512, 1024]
/** More workers than that would take too much memory, each about 100 MB with a large case. */
const MOST_WORKERS = 4

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
  await cases('cases/index.json')

  async function setting(of: Of, language: Language): Promise<Setting> {
    const assume = of.assume ?? []
    const written = 'id' in of ? await texts(of.id) : of.text
    const key = JSON.stringify(['id' in of ? { id: of.id } : { text: of.text }, assume])
    return { key, text: written, assume, language, words: await words(language) }
  }

  async function solved(study: Study, name: string, batch: number, where: Setting, signal?: AbortSignal) {
    const request: Request = { ask: 'part', package: name, seed: study.seed, batch }
    const { answer, bytes } = await pool.ask(request, where, signal ? { signal } : {})
    found(answer)
    if (!bytes) throw new Error('a part without bytes')
    return bytes
  }

  /** A part, which may be on its way for somebody else, who may give it up. */
  async function part(study: Study, name: string, batch: number, where: Setting, signal?: AbortSignal) {
    const key = JSON.stringify([where.key, study.seed, name])
    for (;;) {
      try {
        return await parts.get(key, batch, () => solved(study, name, batch, where, signal))
      } catch (error) {
        const givenUp = error instanceof DOMException && error.name === 'AbortError'
        if (!givenUp || signal?.aborted) throw error
      }
    }
  }

  /** All parts of so many draws, batch by batch. */
  function wanted(study: Study, names: string[], draws: number, where: Setting, signal?: AbortSignal) {
    const batches = Array.from({ length: Math.ceil(draws / BATCH) }, (_, batch) => batch)
    return Promise.all(batches.flatMap((batch) => names.map((name) => part(study, name, batch, where, signal))))
  }

  const named = (study: Study) => [...new Set([...study.packages, 'nothing'])]

  return {
    async cases(language) {
      return (await cases('cases/index.json')).map(({ id, name }) => ({ id, name: name[language] }))
    },

    async outline(of, language) {
      const where = await setting(of, language)
      const { answer } = await pool.ask(opening(where), where, { urgent: true })
      const known = 'id' in of ? await citations(of.id) : {}
      return outlined(found(answer), known)
    },

    text: (id) => texts(id),

    async check(written, language) {
      const where = { ...(await setting({ text: '' }, language)), text: '' }
      const { answer } = await pool.ask({ ask: 'check', text: written }, where, { urgent: true })
      const said = answer as Answer<Explained[]>
      const faults = 'failed' in said && 'diagnostics' in said.failed ? said.failed.diagnostics : null
      return diagnostics(faults ?? found<Explained[]>(answer))
    },

    async assess(study, language, draws, settled, signal) {
      const where = await setting(study.case, language)
      const names = named(study)
      const steps = [...STEPS.filter((some) => some < draws), draws]
      let next = wanted(study, names, steps[0] ?? draws, where, signal)
      for (const [i, some] of steps.entries()) {
        const attached = await next
        const later = steps[i + 1]
        if (later !== undefined) {
          next = wanted(study, names, later, where, signal)
          next.catch(() => {})
        }
        const { seed, years = [] } = study
        const request: Request = { ask: 'gather', packages: names, seed, draws: some, years }
        const { answer } = await pool.ask(request, where, { attached, signal, urgent: true })
        settled(found<Said<Findings>>(answer), some)
      }
    },

    prepare(study, language, draws) {
      // Whoever asks for a part hears why there is none.
      const quietly = async () => wanted(study, named(study), draws, await setting(study.case, language))
      quietly().catch(() => {})
    },

    async ask(question, asked, language, progress, signal) {
      const where = await setting(asked.case, language)
      questions ??= new Pool(compiled('standfast-questions'), 1)
      const more = { signal, progress }
      const { answer } = await questions.ask(requested(question, asked), where, more)
      return found<Said<unknown>>(answer)
    },
  }
}

function requested(question: Question, asked: Asked): Request {
  const { package: name, packages, seed, years = [], draws = DRAWS[question], readers, path } = asked
  return {
    ask: question,
    packages: name === undefined ? packages : [name],
    seed,
    draws,
    years,
    ...(readers ? { readers } : {}),
    ...(path === undefined ? {} : { future: path }),
  }
}
