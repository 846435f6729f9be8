import './styles/base.css'
import { mount } from 'svelte'
import App from './App.svelte'
import { desk } from './state/engine.svelte.ts'
import { answerManner } from './state/manner.ts'
import { page } from './state/page.svelte.ts'
import { speak } from './text/fluent.svelte.ts'

const own = navigator.languages.some((tag) => tag.toLowerCase().startsWith('uk')) ? 'uk' : 'en'
page.open(location.hash.slice(1), own)

// Words and the stored answer together, so that what is painted first is already an answer.
const { language } = page.state
await Promise.all([speak(language), desk.recall(answerManner())])
mount(App, { target: document.getElementById('page') ?? document.body })
const started = desk.start()

/** Does something once there is nothing else to do; not at all for a reader who has to save data. */
function later(something: () => void) {
  const { connection } = navigator as { connection?: { saveData?: boolean } }
  if (!connection?.saveData) setTimeout(something, 10_000)
}

// The page works on without a network; in a frame that forbids workers it works all the same.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  // After the engine, so that what is kept for later does not hold up the first answer.
  const kept = started.then(() => navigator.serviceWorker.register('./offline.js')).then(() => navigator.serviceWorker.ready)
  kept.then(({ active }) => later(() => active?.postMessage('later'))).catch(() => undefined)
}
