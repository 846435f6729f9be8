// Plain pictures for the mock engine, so that the page has something to lay out: the engine draws the real ones.

import type { Figure, Table } from './contract.ts'

const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

export function figure(name: string, title: string, sentence: string, table: Table, body: string, height = 320): Figure {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 ${height}" role="img" aria-labelledby="${name}-t">` +
    `<title id="${name}-t">${escape(title)}</title>${body}</svg>`
  return { name, title, description: sentence, sentence, table, svg }
}

export type Year = { mean: number; p05: number; p25: number; p75: number; p95: number }

const x = (year: number) => 48 + year * 11.4
const y = (chance: number) => 288 - chance * 264

/** Bands and a line of the chance that war has begun, from the chances that it has not. */
export function fan(intact: Year[], ghosts: Year[][]): string {
  const line = (years: Year[], key: keyof Year) => years.map((each, i) => `${x(i + 1)},${y(1 - each[key])}`)
  const band = (low: keyof Year, high: keyof Year, fill: string) =>
    `<path d="M${[...line(intact, low), ...line(intact, high).reverse()].join('L')}Z" fill="${fill}"/>`
  const grid = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      `<path d="M48 ${y(share)}H620" stroke="var(--sf-grid)"/><text x="40" y="${y(share) + 4}" text-anchor="end">${share * 100} %</text>`,
  )
  const dates = [5, 10, 25, 50].map(
    (year) => `<text x="${x(year)}" y="308" text-anchor="middle">${2025 + year}</text>`,
  )
  const ghost = ghosts.map(
    (years) => `<path d="M${line(years, 'mean').join('L')}" fill="none" stroke="var(--sf-muted)" stroke-dasharray="5 4"/>`,
  )
  return (
    `<g font-size="13" fill="var(--sf-ink)">${grid.join('')}${dates.join('')}${band('p05', 'p95', 'var(--sf-wide)')}` +
    `${band('p25', 'p75', 'var(--sf-narrow)')}${ghost.join('')}` +
    `<path d="M${line(intact, 'mean').join('L')}" fill="none" stroke="var(--sf-first)" stroke-width="3"/></g>`
  )
}

/** Ten futures, of which so many see a war. */
export function dots(chance: number): string {
  const wars = Math.round(chance * 10)
  return Array.from({ length: 10 }, (_, i) =>
    i < wars
      ? `<circle cx="${35 + i * 63}" cy="36" r="22" fill="var(--danger)"/><path d="M${26 + i * 63} 27l18 18m0-18l-18 18" stroke="var(--sf-ground)" stroke-width="3"/>`
      : `<circle cx="${35 + i * 63}" cy="36" r="21" fill="none" stroke="var(--ok)" stroke-width="3"/>`,
  ).join('')
}

/** Rows of a name and a bar from a middle line. */
export function bars(rows: [string, number][]): string {
  const most = Math.max(...rows.map(([, value]) => Math.abs(value)), 1e-9)
  return rows
    .map(([name, value], i) => {
      const [top, width] = [12 + i * 34, (Math.abs(value) / most) * 170]
      const left = value < 0 ? 440 - width : 440
      return (
        `<text x="4" y="${top + 16}" font-size="13" fill="var(--sf-ink)">${escape(name)}</text>` +
        `<rect x="${left}" y="${top}" width="${width}" height="22" fill="var(--sf-first)"/>`
      )
    })
    .join('')
}
