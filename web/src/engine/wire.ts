// What the engine says in its own words, as the page has them.

import { Refusal, type Basis, type Diagnostic, type Group, type Outline, type Role } from './contract.ts'
import type { Answer, Explained, Outline as Told, Purpose } from './types.ts'

/** What was found, or else the reason why not, thrown. */
export function found<T>(answer: unknown): T {
  const given = answer as Answer<T>
  if ('found' in given) return given.found
  const { failed } = given
  const faults = 'diagnostics' in failed ? failed.diagnostics : []
  const first = faults[0] ?? ('message' in failed ? { help: null, ...failed } : { message: failed.because, help: null })
  throw new Refusal([first.message, first.help].filter(Boolean).join(' '), diagnostics(faults))
}

export const diagnostics = (explained: Explained[]): Diagnostic[] =>
  explained.map(({ severity, code, path, span: { start, end }, message, help }) => ({
    severity: severity === 'error' ? 'error' : 'warning',
    code,
    path,
    start,
    end,
    message,
    help,
  }))

const GROUPS: Record<Purpose, Group> = {
  promise: 'promise',
  forces: 'forces',
  pressure: 'money',
  own_strength: 'strength',
  concession: 'concession',
}

/** The outline of a case; `citations` are the works that its evidence names, by key. */
export function outlined(told: Told, citations: Record<string, string>): Outline {
  const evidence = new Map(told.evidence.map((each) => [each.id, each]))
  const said = (id: string) => {
    const each = evidence.get(id)
    if (!each) return id
    const source = each.source ? (citations[each.source] ?? each.source) : ''
    return [each.says, source, each.locator ?? ''].filter(Boolean).join(' — ')
  }
  return {
    id: told.id,
    name: told.title,
    summary: '',
    start: told.start,
    horizon: told.horizon,
    digest: told.digest,
    actors: told.actors.map((each) => ({ ...each, role: each.role as Role })),
    instruments: told.instruments.map((each) => ({
      id: each.id,
      name: each.name,
      summary: each.about,
      group: GROUPS[each.purpose],
      lead_years: each.lead_time,
      needs: each.needs,
      clashes: each.clashes,
      signatories: each.signed_by,
      sources: each.evidence.map(said),
    })),
    packages: told.packages,
    numbers: told.numbers.map((each) => ({
      path: each.path,
      title: each.title,
      name: each.name,
      value: each.percentiles[1],
      low: each.percentiles[0],
      high: each.percentiles[2],
      unit: each.meaning,
      basis: each.basis as Basis,
      source: each.evidence.map(said).join('\n'),
    })),
    readers: told.readers,
    stresses: told.stresses,
  }
}
