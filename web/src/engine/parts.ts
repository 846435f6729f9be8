// Parts of studies that were solved: packages in batches of draws, so that what was shown before need not be solved
// again.

/** What is kept at most; the packages that were asked for longest ago go first. */
const MOST_BYTES = 96 << 20

type Part = Promise<Uint8Array<ArrayBuffer>>

export class Parts {
  #packages = new Map<string, Part[]>()
  #bytes = new Map<string, number>()

  /** The part of a batch of a package, which is solved if it is not there. */
  get(key: string, batch: number, solve: () => Part): Part {
    const known = this.#packages.get(key) ?? []
    // What was used last stands last.
    this.#packages.delete(key)
    this.#packages.set(key, known)
    const part = known[batch]
    if (part) return part
    const solved = solve()
    known[batch] = solved
    solved.then(
      (bytes) => this.#weigh(key, bytes.length),
      () => {
        if (known[batch] === solved) delete known[batch]
      },
    )
    return solved
  }

  /** The part, if it was asked for before. */
  known(key: string, batch: number): Part | undefined {
    return this.#packages.get(key)?.[batch]
  }

  #weigh(key: string, bytes: number) {
    this.#bytes.set(key, (this.#bytes.get(key) ?? 0) + bytes)
    let all = [...this.#bytes.values()].reduce((sum, each) => sum + each, 0)
    for (const oldest of this.#packages.keys()) {
      if (all <= MOST_BYTES || oldest === key) return
      all -= this.#bytes.get(oldest) ?? 0
      this.#packages.delete(oldest)
      this.#bytes.delete(oldest)
    }
  }
}
