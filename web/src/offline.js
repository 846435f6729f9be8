// The service worker: after the first load the page works without a network. `scripts/offline.ts` fills in the
// constants. All files of a version are kept together, so that a page never runs with parts of two.
const KEPT = 'standfast-__VERSION__'
const FILES = __FILES__
const LATER = __LATER__

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(KEPT)
      .then((cache) => cache.addAll(FILES))
      .then(() => self.skipWaiting()),
  )
})

// A tab that still runs the version before goes on with what it has loaded; its lazy parts come from the network.
self.addEventListener('activate', (event) => {
  const others = (names) => names.filter((name) => name.startsWith('standfast-') && name !== KEPT)
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(others(names).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return
  const key = request.mode === 'navigate' ? './' : request
  event.respondWith(
    caches
      .open(KEPT)
      .then(async (cache) => (await cache.match(key, { ignoreSearch: true })) ?? fetched(cache, request)),
  )
})

// What is not needed at first is kept when the page has nothing else to do, and says so.
self.addEventListener('message', (event) => {
  if (event.data !== 'later') return
  const missing = async (cache) => {
    const known = await Promise.all(LATER.map((file) => cache.match(file)))
    return cache.addAll(LATER.filter((_, i) => !known[i]))
  }
  event.waitUntil(caches.open(KEPT).then(missing))
})

// What is not among the files is kept once it was asked for.
async function fetched(cache, request) {
  const response = await fetch(request)
  if (response.ok) await cache.put(request, response.clone())
  return response
}
