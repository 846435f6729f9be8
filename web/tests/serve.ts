// A plain host of static files, for the tests: in a folder, as the page has to work in any.

import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { createGzip } from 'node:zlib'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
}

export interface Host {
  address: string
  /** What was asked for that is not there. */
  missed: string[]
  close(): Promise<void>
}

export async function serve(folder: string, prefix = '/some/where/'): Promise<Host> {
  const missed: string[] = []
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const below = path.startsWith(prefix) ? normalize(path.slice(prefix.length)) : null
    const file = below === null || below.startsWith('..') ? null : join(folder, below === '.' || below === '' ? 'index.html' : below)
    if (!file || !existsSync(file) || !statSync(file).isFile()) {
      if (!path.endsWith('favicon.ico')) missed.push(path)
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-encoding': 'gzip',
      'cache-control': 'no-store',
    })
    createReadStream(file).pipe(createGzip()).pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}${prefix}`,
    missed,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
