import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

// The files of the house, and which of them each takes.

export const root = fileURLToPath(new URL('../..', import.meta.url))
export const layers = ['workflows', 'policies', 'figures', 'server', 'web/src'] as const
const valueImport =
  /^\s*(?:import|export)\s+(?!type\b)[^'"]*?from\s+['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]/gm
export interface Source {
  path: string
  text: string
}
export const sources: Source[] = layers.flatMap((layer) =>
  readdirSync(join(root, layer), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|svelte)$/.test(name) && !name.includes('node_modules'))
    .map((name) => join(layer, name))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
)

export const within = (layer: string) => sources.filter(({ path }) => path.startsWith(`${layer}/`))

/** The project's own files whose values this one uses; types do not count. */
export function imported({ path, text }: Source): string[] {
  const named = [...text.matchAll(valueImport)].map((match) => match[1] ?? match[2] ?? '')
  return named.filter((name) => name.startsWith('.')).map((name) => normalize(join(dirname(path), name)))
}

/** The project's own files that this one names, for whatever it takes of them. */
export const named = ({ path, text }: Source): string[] =>
  [...text.matchAll(/\b(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g)].map((match) =>
    normalize(join(dirname(path), match[1]!))
  )
