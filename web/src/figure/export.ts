// A figure for use elsewhere: as a file of its own, as pixels, as its numbers, as words.

import type { Figure, Table } from '../engine/contract.ts'

const FACES = '"Noto Sans", system-ui, sans-serif'

/** The drawing with the colours that it has on the page now, on the page's paper. */
export function standalone(figure: Figure): string {
  const svg = new DOMParser().parseFromString(figure.svg, 'image/svg+xml').documentElement
  const style = getComputedStyle(document.documentElement)
  const colour = (text: string) =>
    text.replace(/var\((--[a-z0-9-]+)(?:\s*,[^()]*)?\)/g, (_, name: string) => style.getPropertyValue(name).trim())
  for (const element of [svg, ...svg.querySelectorAll('*')]) {
    for (const attribute of element.attributes) {
      if (attribute.value.includes('var(')) element.setAttribute(attribute.name, colour(attribute.value))
    }
  }
  const box = viewBox(svg)
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  for (const [name, value] of Object.entries({ x: box.x, y: box.y, width: box.width, height: box.height })) {
    paper.setAttribute(name, String(value))
  }
  paper.setAttribute('fill', style.getPropertyValue('--sf-ground').trim())
  const title = svg.querySelector(':scope > desc') ?? svg.querySelector(':scope > title')
  if (title) title.after(paper)
  else svg.prepend(paper)
  svg.setAttribute('width', String(box.width))
  svg.setAttribute('height', String(box.height))
  if (!svg.hasAttribute('font-family')) svg.setAttribute('font-family', FACES)
  return new XMLSerializer().serializeToString(svg)
}

function viewBox(svg: Element) {
  const [x = 0, y = 0, width = 640, height = 400] = (svg.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number)
  return { x, y, width, height }
}

export async function png(figure: Figure, scale = 2): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([standalone(figure)], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth * scale
    canvas.height = image.naturalHeight * scale
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
    )
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** A table as RFC 4180 has it. */
export function csv(table: Table): string {
  const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text)
  return [table.columns, ...table.rows].map((row) => row.map(cell).join(',') + '\r\n').join('')
}

/** The page in a frame, opened at the link. */
export function embedding(link: string, title: string): string {
  const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  return `<iframe src="${escape(link)}" title="${escape(title)}" width="100%" height="900" loading="lazy"></iframe>`
}

export function download(name: string, content: Blob) {
  const address = URL.createObjectURL(content)
  const anchor = document.createElement('a')
  anchor.href = address
  anchor.download = name
  anchor.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** Whether the text is in the clipboard now. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copied(text)
  }
}

// In a frame without the permission for the clipboard the old way still works.
function copied(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  document.body.append(field)
  field.select()
  const done = document.execCommand('copy')
  field.remove()
  return done
}
