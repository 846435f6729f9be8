import { Refusal, type Engine } from './contract.ts'

/** The engine of the page. Until it is built in, every question is refused, and the page shows its stored answer. */
export function open(): Promise<Engine> {
  return Promise.reject(new Refusal('This page was built without the engine.'))
}
