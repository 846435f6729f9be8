// A figure for use elsewhere: as a file of its own, as pixels, as its numbers, as words.

import type { Figure, Table } from '../engine/contract.ts'

const SVG = 'http://www.w3.org/2000/svg'
const MARGIN = 8
const FACES = '"Noto Sans", system-ui, sans-serif'

/** The drawing with the colours that it has on the page now, on the page's paper, its title above and a line below. */
export function standalone(figure: Figure, credit: string): string {
  const svg = new DOMParser().parseFromString(figure.svg, 'image/svg+xml').documentElement
  const style = getComputedStyle(document.documentElement)
  const colour = (text: string) =>
    text.replace(/var\((--[a-z0-9-]+)(?:\s*,[^()]*)?\)/g, (_, name: string) => style.getPropertyValue(name).trim())
  for (const element of [svg, ...svg.querySelectorAll('*')]) {
    for (const attribute of element.attributes) {
      if (attribute.value.includes('var(')) element.setAttribute(attribute.name, colour(attribute.value))
    }
  }
  const box = framed(svg, figure.title, credit, style.getPropertyValue('--sf-ink').trim())
  const paper = document.createElementNS(SVG, 'rect')
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

/** Writes a title above a drawing and a line below it, and says how much room all of it takes. */
function framed(svg: Element, title: string, credit: string, ink: string) {
  const box = viewBox(svg)
  const write = (text: string, x: number, y: number, size: number, weight: number) => {
    const line = document.createElementNS(SVG, 'text')
    const attributes = { x, y, 'font-size': size, 'font-weight': weight, fill: ink }
    for (const [name, value] of Object.entries(attributes)) line.setAttribute(name, String(value))
    line.textContent = text
    svg.append(line)
  }
  const above = wrapped(title, box.width - 2 * MARGIN, 15)
  const below = wrapped(credit, box.width - 2 * MARGIN, 11)
  const top = box.y - above.length * 20 - 4
  above.forEach((text, i) => write(text, box.x + MARGIN, top + 18 + i * 20, 15, 700))
  below.forEach((text, i) => write(text, box.x + MARGIN, box.y + box.height + 12 + i * 15, 11, 400))
  const height = box.y + box.height + below.length * 15 + 6 - top
  svg.setAttribute('viewBox', `${box.x} ${top} ${box.width} ${height}`)
  return { ...box, y: top, height }
}

/** A text in lines of a width, by what letters take on average. */
function wrapped(text: string, width: number, size: number): string[] {
  const most = Math.floor(width / (size * 0.58))
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line !== '' && line.length + 1 + word.length > most) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines
}

function viewBox(svg: Element) {
  const [x = 0, y = 0, width = 640, height = 400] = (svg.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number)
  return { x, y, width, height }
}

export async function png(figure: Figure, credit: string, scale = 2): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([standalone(figure, credit)], { type: 'image/svg+xml' }))
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
