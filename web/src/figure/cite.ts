// An answer in a list of works.

const SIGNS: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '\u00a0': '~',
}

/** A text between the braces of BibTeX. */
const plain = (text: string) => text.replace(/[\\{}%&#_$~^\u00a0]/g, (sign) => SIGNS[sign] ?? `\\${sign}`)

export interface Cited {
  /** Ids of the case and of the package. */
  key: string[]
  title: string
  /** What was found, and all that is needed to find it again. */
  note: string
  link: string
  date: Date
}

export function bibtex({ key, title, note, link, date }: Cited): string {
  const day = date.toISOString().slice(0, 10)
  return [
    `@misc{${['standfast', ...key].join('-').replace(/[^A-Za-z0-9_-]/g, '-')},`,
    '  author = {{The Standfast authors}},',
    `  title = {${plain(title)}},`,
    `  year = {${day.slice(0, 4)}},`,
    `  note = {${plain(note)}},`,
    `  url = {${link}},`,
    `  urldate = {${day}}`,
    '}',
  ].join('\n')
}
