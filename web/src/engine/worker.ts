// One module of the engine in one worker: a request in, an answer out. See docs/wasm.md.

/** What the page tells a worker: the module that it is to run, once, and then requests. */
export type ToWorker = { module: WebAssembly.Module } | { id: number; request: string; attached: Uint8Array[] }

/** What a worker tells the page. `bytes` are what stands behind the JSON of an answer. */
export type FromWorker =
  | { id: number; answer: string; bytes: Uint8Array<ArrayBuffer> | null }
  | { id: number; done: number; total: number }
  | { id: number; broken: string }

interface Exports {
  memory: WebAssembly.Memory
  request(length: number): number
  answer(): number
  answered(): number
}

/** Progress is told this often at most. */
const PAUSE_MS = 100

let exports: Promise<Exports> | null = null
let current = 0
let told = 0

function advanced(done: number, total: number) {
  const now = performance.now()
  if (now - told < PAUSE_MS) return
  told = now
  post({ id: current, done, total })
}

const post = (message: FromWorker, transfer: Transferable[] = []) => self.postMessage(message, { transfer })

async function instance(module: WebAssembly.Module): Promise<Exports> {
  const { exports } = await WebAssembly.instantiate(module, { page: { advanced } })
  return exports as unknown as Exports
}

async function answered({ id, request, attached }: { id: number; request: string; attached: Uint8Array[] }) {
  const engine = await exports
  if (!engine) throw new Error('no module')
  current = id
  const text = new TextEncoder().encode(request)
  // A zero byte stands between the JSON and what is attached to it.
  const length = text.length + (attached.length > 0 ? 1 : 0) + attached.reduce((sum, part) => sum + part.length, 0)
  // Memory may grow with each call, and its buffer is another one then.
  const place = engine.request(length)
  const room = new Uint8Array(engine.memory.buffer, place, length)
  room.set(text)
  let at = text.length
  if (attached.length > 0) room[at++] = 0
  for (const part of attached) {
    room.set(part, at)
    at += part.length
  }
  const where = engine.answer()
  const answer = new Uint8Array(engine.memory.buffer, where, engine.answered())
  const zero = answer.indexOf(0)
  const bytes = zero < 0 ? null : answer.slice(zero + 1)
  const said = new TextDecoder().decode(zero < 0 ? answer : answer.subarray(0, zero))
  post({ id, answer: said, bytes }, bytes ? [bytes.buffer] : [])
}

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if ('module' in data) exports = instance(data.module)
  // After a trap the instance is in no state to go on: whoever asked starts another worker.
  else answered(data).catch((error: unknown) => post({ id: data.id, broken: String(error) }))
}
