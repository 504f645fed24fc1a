import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'

const workflows = new URL('../../../workflows/', import.meta.url)
const modules = readdirSync(workflows, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts')
)

const said = (word: unknown) => typeof word === 'string' && word.trim().length > 1

/** Where, under what a module exports, something is said in one language and not in the other. */
const unsaid = (value: unknown, path: string, seen: Set<unknown>): string[] => {
  if (typeof value !== 'object' || value === null || seen.has(value)) return []
  seen.add(value)
  const { fr, en } = value as Record<string, unknown>
  const words = fr !== undefined || en !== undefined
  if (words && typeof fr !== 'object') return said(fr) && said(en) ? [] : [path]
  return Object.entries(value).flatMap(([key, inner]) => unsaid(inner, `${path}.${key}`, seen))
}

it.each(modules)('%s says every word that it exports in both languages', async (file) => {
  const exported: unknown = await import(/* @vite-ignore */ new URL(file, workflows).href)
  expect(unsaid({ ...(exported as object) }, file, new Set())).toEqual([])
})
