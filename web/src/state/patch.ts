// A text as what it changes in another one, so that a link carries the changes and not the whole case.

/** From line `at` of the old text on, `cut` lines give way to `put`. */
export interface Change {
  at: number
  cut: number
  put: string[]
}

/** Tells texts apart (FNV-1a), so that changes of one are not made to another. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/** Beyond so many different lines the middle of the text is taken as one change. */
const MOST_EDITS = 400

/** The changes from one text to another: shortest edit script (Myers 1986) between what both begin and end with. */
export function changes(from: string, to: string): Change[] {
  const [old, young] = [from.split('\n'), to.split('\n')]
  let head = 0
  while (head < old.length && head < young.length && old[head] === young[head]) head += 1
  let tail = 0
  while (
    tail < old.length - head &&
    tail < young.length - head &&
    old[old.length - 1 - tail] === young[young.length - 1 - tail]
  ) {
    tail += 1
  }
  const [a, b] = [old.slice(head, old.length - tail), young.slice(head, young.length - tail)]
  if (a.length === 0 && b.length === 0) return []
  const script = shortest(a, b)
  if (!script) return [{ at: head, cut: a.length, put: b }]
  return gathered(script, b).map((change) => ({ ...change, at: change.at + head }))
}

export function applied(from: string, list: Change[]): string {
  const lines = from.split('\n')
  for (const { at, cut, put } of [...list].sort((one, other) => other.at - one.at)) {
    if (at + cut > lines.length) throw new Error('the changes are of another text')
    lines.splice(at, cut, ...put)
  }
  return lines.join('\n')
}

type Step = { kind: 'cut' | 'put'; at: number; line: number }

function shortest(a: string[], b: string[]): Step[] | null {
  const reach = new Map<number, number>([[1, 0]])
  const trail: Map<number, number>[] = []
  for (let edits = 0; edits <= Math.min(MOST_EDITS, a.length + b.length); edits += 1) {
    trail.push(new Map(reach))
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = fromAbove(reach, diagonal, edits) ? far(reach, diagonal + 1) : far(reach, diagonal - 1) + 1
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1
      reach.set(diagonal, x)
      if (x >= a.length && x - diagonal >= b.length) return steps(trail, a.length, b.length)
    }
  }
  return null
}

const far = (reach: Map<number, number>, diagonal: number) => reach.get(diagonal) ?? -1

const fromAbove = (reach: Map<number, number>, diagonal: number, edits: number) =>
  diagonal === -edits || (diagonal !== edits && far(reach, diagonal - 1) < far(reach, diagonal + 1))

function steps(trail: Map<number, number>[], endA: number, endB: number): Step[] {
  const found: Step[] = []
  let [x, y] = [endA, endB]
  for (let edits = trail.length - 1; edits > 0; edits -= 1) {
    const reach = trail[edits]
    if (!reach) break
    const diagonal = x - y
    const above = fromAbove(reach, diagonal, edits)
    const before = above ? diagonal + 1 : diagonal - 1
    x = far(reach, before)
    y = x - before
    found.push(above ? { kind: 'put', at: x, line: y } : { kind: 'cut', at: x, line: y })
  }
  return found.reverse()
}

function gathered(script: Step[], b: string[]): Change[] {
  const list: Change[] = []
  for (const step of script) {
    const last = list.at(-1)
    const change = last && step.at === last.at + last.cut ? last : { at: step.at, cut: 0, put: [] }
    if (change !== last) list.push(change)
    if (step.kind === 'cut') change.cut += 1
    else change.put.push(b[step.line] ?? '')
  }
  return list
}
