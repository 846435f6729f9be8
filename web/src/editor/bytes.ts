// Places in a text: the engine counts bytes of UTF-8, the editor the units of UTF-16 that JavaScript has.

/** The places of bytes, for any number of them in one pass; beyond the text they are its end. */
export function unitsOf(text: string, bytes: number[]): number[] {
  const order = bytes.map((byte, index) => ({ byte, index })).sort((one, other) => one.byte - other.byte)
  const units: number[] = new Array<number>(bytes.length).fill(text.length)
  let [byte, unit, next] = [0, 0, 0]
  for (const sign of text) {
    while (next < order.length && (order[next]?.byte ?? 0) <= byte) units[order[next++]?.index ?? 0] = unit
    if (next === order.length) break
    const code = sign.codePointAt(0) ?? 0
    byte += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    unit += sign.length
  }
  return units
}
