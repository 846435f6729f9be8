// Recorded answers for the mock engine: what the native program printed, shortened.

import assessed from '../../fixtures/assess.json' with { type: 'json' }
import claims from '../../fixtures/claims.json' with { type: 'json' }
import sensitivity from '../../fixtures/sensitivity.json' with { type: 'json' }
import tellEn from '../../fixtures/tell.en.json' with { type: 'json' }
import tellUk from '../../fixtures/tell.uk.json' with { type: 'json' }
import wordsEn from '../../fixtures/words.en.json' with { type: 'json' }
import wordsUk from '../../fixtures/words.uk.json' with { type: 'json' }
import type { Figure, Findings, Language, Outline, PackageFindings, Question, Said, Stored, Study } from './contract.ts'
import { bars, dots, fan, figure, type Year } from './drawn.ts'

type Recorded = PackageFindings & { intact: Year[] }
type Words = { sentences: string[]; doubts: string[]; method: string[] }

const findings = assessed as unknown as Omit<Findings, 'packages'> & { packages: Recorded[] }
const words = {
  en: wordsEn as unknown as { outline: Outline; said: Record<string, Words> },
  uk: wordsUk as unknown as { outline: Outline; said: Record<string, Words> },
}

export const outlineOf = (language: Language): Outline => words[language].outline

const percent = (share: number) => `${Math.round(share * 100)} %`

/** The recorded preset that has most instruments in common with a package. */
function nearest(name: string, language: Language): Recorded {
  const outline = outlineOf(language)
  const preset = outline.packages.find((each) => each.id === name)
  const wanted = new Set(preset ? preset.instruments : name === 'nothing' ? [] : name.split('+'))
  const likeness = (each: Recorded) => {
    const common = each.instruments.filter((id) => wanted.has(id)).length
    return 2 * common - each.instruments.length - wanted.size
  }
  const found = findings.packages.reduce((best, each) => (likeness(each) > likeness(best) ? each : best))
  return { ...found, id: name, instruments: [...wanted], name: preset ? preset.name : null }
}

const nameOf = (each: PackageFindings, language: Language) => {
  const name = (id: string) => outlineOf(language).instruments.find((known) => known.id === id)?.name ?? id
  return typeof each.name === 'string' ? each.name : each.instruments.map(name).join(' + ')
}

const at = (each: PackageFindings, years: number) => each.war.find((risk) => risk.years === years)?.band.mean ?? 0

export function assessment(study: Study, language: Language, draws: number): Said<Findings> {
  const scale = draws / findings.method.draws
  const packages = [...new Set([...study.packages, ...(study.ghosts ?? []), 'nothing'])]
    .map((name) => nearest(name, language))
    .map((each) => ({
      ...each,
      parties: each.parties.map((party) => ({ ...party, refuses_in: Math.round(party.refuses_in * scale) })),
    }))
  const [own, ...others] = packages
  if (!own) throw new Error('no package')
  const uk = language === 'uk'
  const name = nameOf(own, language)
  const columns = uk ? ['Пакет', '5 років', '10 років', '50 років'] : ['Package', '5 years', '10 years', '50 years']
  const rows = packages.map((each) => [
    nameOf(each, language),
    ...[5, 10, 50].map((years) => percent(at(each, years))),
  ])
  const band = own.war.find((risk) => risk.years === 10)?.band
  const spread = band ? `${percent(band.p10)}–${percent(band.p90)}` : ''
  const sentence = uk
    ? `З пакетом «${name}» імовірність нової війни протягом 10 років — ${percent(at(own, 10))} (${spread}).`
    : `With “${name}”, the chance of renewed war within 10 years is ${percent(at(own, 10))} (${spread}).`
  const title = uk ? 'Імовірність, що війна вже почалася' : 'The chance that war has begun'
  const [tens, comparison] = uk ? ['Десять варіантів майбутнього', 'Порівняння'] : ['Ten futures', 'Side by side']
  const table = { columns, rows }
  const figures: Figure[] = [
    figure('fan', title, sentence, table, fan(own.intact, others.map((each) => each.intact))),
    figure('dots', tens, sentence, { columns, rows: rows.slice(0, 1) }, dots(at(own, 10)), 72),
    figure('packages', comparison, sentence, table, bars(packages.map((each) => [nameOf(each, language), at(each, 10)]))),
  ]
  const recorded = words[language].said['assess']
  return {
    findings: { ...findings, method: { ...findings.method, draws }, packages },
    sentences: [sentence, ...(recorded?.sentences ?? [])],
    doubts: recorded?.doubts ?? [],
    method: recorded?.method ?? [],
    figures,
  }
}

const FOUND: Record<string, Record<Language, unknown>> = {
  claims: { en: claims, uk: claims },
  tell: { en: tellEn, uk: tellUk },
  sensitivity: { en: sensitivity, uk: sensitivity },
}

export function answer(question: Question, language: Language): Said<unknown> {
  const said = words[language].said[question] ?? { sentences: [], doubts: [], method: [] }
  const table = { columns: ['A', 'B'], rows: [['1', '2']] }
  const body = bars([
    ['<script>alert(1)</script>', -3],
    ['Bilateral agreements', -1],
  ])
  const without = question === 'claims' || question === 'tell'
  const figures = without ? [] : [figure(question, said.sentences[0] ?? question, said.sentences[0] ?? '', table, body, 90)]
  return { findings: FOUND[question]?.[language] ?? {}, ...said, figures }
}

export function storedAnswer(language: Language): Stored {
  const study: Study = { case: { id: 'ukraine-2025' }, packages: ['european_offer'], ghosts: ['nothing'], seed: 2025 }
  const packages = findings.packages.map(({ intact: _, ...each }) => each)
  return {
    outline: outlineOf(language),
    draws: 256,
    study,
    said: assessment(study, language, 256),
    presets: { ...findings, packages },
  }
}
