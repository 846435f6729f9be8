// Enough of TOML to colour it line by line.

import type { StreamParser } from '@codemirror/language'

export const toml: StreamParser<{ fence: string | null }> = {
  startState: () => ({ fence: null }),
  token(stream, state) {
    if (state.fence) {
      while (!stream.eol()) {
        if (stream.match(state.fence)) {
          state.fence = null
          break
        }
        stream.next()
      }
      return 'string'
    }
    if (stream.eatSpace()) return null
    if (stream.match(/^#.*/)) return 'comment'
    if (stream.sol() && stream.match(/^\[\[?[^\]]*\]\]?/)) return 'heading'
    const fence = stream.match(/^("""|''')/) as RegExpMatchArray | null
    if (fence) {
      state.fence = fence[0]
      return 'string'
    }
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/) || stream.match(/^'[^']*'?/)) return 'string'
    if (stream.match(/^[A-Za-z0-9_.-]+(?=\s*=)/)) return 'propertyName'
    if (stream.match(/^(true|false)\b/)) return 'bool'
    if (stream.match(/^[+-]?[0-9][0-9_.:TZ+-]*(e[+-]?[0-9]+)?/)) return 'number'
    stream.next()
    return null
  },
}
