// The editor of scenario texts: loaded when somebody opens it. It lives in a shadow root, because its styles are then
// sheets of that root, which the policy of the page lets through.

import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language'
import { lintGutter, linter, lintKeymap, type Diagnostic as Mark } from '@codemirror/lint'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { EditorState } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import type { Diagnostic } from '../engine/contract.ts'
import { unitsOf } from './bytes.ts'
import { toml } from './toml.ts'

export interface Editor {
  text(): string
  replace(text: string): void
  show(fault: Diagnostic): void
}

/** How long nothing has to be typed before the text is checked. */
const PAUSE_MS = 400

const colours = HighlightStyle.define([
  { tag: tags.comment, color: 'var(--sf-muted)' },
  { tag: tags.heading, color: 'var(--sf-first)', fontWeight: '650' },
  { tag: tags.propertyName, color: 'var(--sf-first)' },
  { tag: tags.string, color: 'var(--ok)' },
  { tag: tags.number, color: 'var(--sf-second)' },
  { tag: tags.bool, color: 'var(--sf-second)' },
])

const look = EditorView.theme({
  '&': { height: '32rem', maxHeight: '80vh', border: '1px solid var(--sf-muted)', background: 'var(--raised)' },
  '&.cm-focused': { outline: '3px solid var(--sf-first)', outlineOffset: '2px' },
  '.cm-scroller': { fontFamily: 'ui-monospace, monospace', fontSize: '0.875rem', lineHeight: '1.5' },
  '.cm-content': { caretColor: 'var(--sf-ink)' },
  '.cm-gutters': { background: 'var(--tint)', color: 'var(--sf-muted)', border: '0' },
  '.cm-activeLine': { background: 'transparent' },
  '.cm-cursor': { borderLeftColor: 'var(--sf-ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--sf-wide)',
  },
  '.cm-tooltip, .cm-panels': { background: 'var(--raised)', color: 'var(--sf-ink)', border: '1px solid var(--sf-muted)' },
  '.cm-panels input, .cm-panels button': { background: 'var(--sf-ground)', color: 'var(--sf-ink)', font: 'inherit' },
})

export function edit(
  place: HTMLElement,
  text: string,
  label: string,
  check: (text: string) => Promise<Diagnostic[]>,
): Editor {
  const root = place.attachShadow({ mode: 'open' })

  async function marks(view: EditorView): Promise<Mark[]> {
    const given = view.state.doc.toString()
    const faults = await check(given)
    const units = unitsOf(given, faults.flatMap((fault) => [fault.start, fault.end]))
    return faults.map((fault, i) => ({
      from: units[2 * i] ?? 0,
      to: Math.max(units[2 * i] ?? 0, units[2 * i + 1] ?? 0),
      severity: fault.severity,
      message: fault.help ? `${fault.message}\n${fault.help}` : fault.message,
    }))
  }

  const extensions = [
    lineNumbers(),
    history(),
    drawSelection(),
    highlightActiveLine(),
    highlightSelectionMatches(),
    search({ top: true }),
    StreamLanguage.define(toml),
    syntaxHighlighting(colours),
    lintGutter(),
    linter(marks, { delay: PAUSE_MS }),
    // Tab goes on to the next control, as everywhere on the page.
    keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, ...lintKeymap]),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
    look,
  ]
  const view = new EditorView({ state: EditorState.create({ doc: text, extensions }), root, parent: root })
  return {
    text: () => view.state.doc.toString(),
    replace: (next) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } }),
    show: (fault) => {
      const [from = 0, to = from] = unitsOf(view.state.doc.toString(), [fault.start, fault.end])
      view.dispatch({ selection: { anchor: from, head: Math.max(from, to) }, scrollIntoView: true })
      view.focus()
    },
  }
}
