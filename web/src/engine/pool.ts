// Workers that answer requests about one case each, and the order in which they are given them.

import type { Assumption, Language } from './contract.ts'
import type { Request } from './types.ts'
import type { FromWorker, ToWorker } from './worker.ts'

/** A case as workers are told it, and the language in which they speak. */
export interface Setting {
  /** Names the case: the same key, the same text and the same assumptions. */
  key: string
  text: string
  assume: Assumption[]
  language: Language
  /** The messages of the language. */
  words: string
}

export interface Answered {
  answer: unknown
  bytes: Uint8Array<ArrayBuffer> | null
}

/** Who is served first: words for what is done, then what somebody waits for, then what somebody may ask for. */
export type Rank = 'first' | 'next' | 'last'
const RANKS: Rank[] = ['first', 'next', 'last']

interface Task {
  rank: Rank
  request: Request
  attached: Uint8Array[]
  setting: Setting
  progress?: (share: number) => void
  signal?: AbortSignal
  resolve(answered: Answered): void
  reject(error: unknown): void
}

/** A worker, and what it knows. */
class Hand {
  #worker: Worker
  #waiting = new Map<number, { resolve(found: Answered): void; reject(error: unknown): void; task?: Task }>()
  #id = 0
  #key = ''
  #language = ''
  task: Task | null = null

  constructor(module: WebAssembly.Module) {
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    this.#worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#heard(data)
    this.#worker.onerror = (event) => this.#fail(new Error(event.message || 'the worker stopped'))
    this.#tell({ module })
  }

  #tell(message: ToWorker) {
    this.#worker.postMessage(message)
  }

  #heard(message: FromWorker) {
    const waiting = this.#waiting.get(message.id)
    if (!waiting) return
    if ('done' in message) {
      waiting.task?.progress?.(message.total > 0 ? message.done / message.total : 0)
      return
    }
    this.#waiting.delete(message.id)
    if ('broken' in message) waiting.reject(new Error(message.broken))
    else waiting.resolve({ answer: JSON.parse(message.answer) as unknown, bytes: message.bytes })
  }

  #fail(error: Error) {
    for (const waiting of this.#waiting.values()) waiting.reject(error)
    this.#waiting.clear()
  }

  #ask(request: Request, attached: Uint8Array[] = [], task?: Task): Promise<Answered> {
    const id = ++this.#id
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, task ? { resolve, reject, task } : { resolve, reject })
      this.#tell({ id, request: JSON.stringify(request), attached })
    })
  }

  /** Does a task, after it was told the words and the case that the task is about. */
  async does(task: Task): Promise<Answered> {
    const { setting } = task
    if (this.#language !== setting.language) {
      await this.#ask({ ask: 'words', language: setting.language, text: setting.words })
      this.#language = setting.language
    }
    const opens = task.request.ask === 'open' || task.request.ask === 'check'
    if (!opens && this.#key !== setting.key) {
      const { answer } = await this.#ask(opening(setting))
      if ('failed' in (answer as object)) return { answer, bytes: null }
      this.#key = setting.key
    }
    const answered = await this.#ask(task.request, task.attached, task)
    if (opens) this.#key = ''
    return answered
  }

  end() {
    this.#worker.terminate()
    this.#fail(new Error('ended'))
  }
}

/** The request that opens the case of a setting. */
export function opening({ text, assume }: Setting): Request {
  return { ask: 'open', text, assume: assume.map(({ path, range }) => [path, range]) }
}

/** Some workers with the same module. */
export class Pool {
  #module: Promise<WebAssembly.Module>
  #most: number
  #hands: Hand[] = []
  #queue: Task[] = []

  constructor(module: Promise<WebAssembly.Module>, most: number) {
    this.#module = module
    this.#most = most
    // Who asks for something hears of it.
    module.catch(() => {})
  }

  /** Puts a request to the next worker that is free, after those of its rank that wait already. */
  ask(
    request: Request,
    setting: Setting,
    more: { attached?: Uint8Array[]; signal?: AbortSignal; progress?: (share: number) => void; rank?: Rank } = {},
  ): Promise<Answered> {
    const { attached = [], signal, progress, rank = 'next' } = more
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error)
      const task: Task = { rank, request, attached, setting, resolve, reject }
      if (progress) task.progress = progress
      if (signal) {
        task.signal = signal
        signal.addEventListener('abort', () => this.#drop(task), { once: true })
      }
      const later = this.#queue.findIndex((other) => RANKS.indexOf(other.rank) > RANKS.indexOf(rank))
      this.#queue.splice(later < 0 ? this.#queue.length : later, 0, task)
      void this.#hand()
    })
  }

  /** A task that waits is taken out; the worker of one that runs is ended, and another takes its place. */
  #drop(task: Task) {
    const place = this.#queue.indexOf(task)
    if (place >= 0) this.#queue.splice(place, 1)
    const hand = this.#hands.find((each) => each.task === task)
    if (hand) this.#end(hand)
    task.reject(task.signal?.reason)
    void this.#hand()
  }

  #end(hand: Hand) {
    this.#hands = this.#hands.filter((each) => each !== hand)
    hand.end()
  }

  /** Gives tasks to workers that are free, or to new ones. */
  async #hand() {
    let module: WebAssembly.Module
    try {
      module = await this.#module
    } catch (error) {
      for (const task of this.#queue.splice(0)) task.reject(error)
      return
    }
    while (this.#queue.length > 0) {
      let free = this.#hands.find((hand) => hand.task === null)
      if (!free) {
        if (this.#hands.length >= this.#most) return
        free = new Hand(module)
        this.#hands.push(free)
      }
      const task = this.#queue.shift()
      if (task) void this.#run(free, task)
    }
  }

  async #run(hand: Hand, task: Task) {
    hand.task = task
    try {
      task.resolve(await hand.does(task))
    } catch (error) {
      this.#end(hand)
      task.reject(error)
    } finally {
      hand.task = null
      void this.#hand()
    }
  }
}
