import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { root, sources, within } from '../support/sources.ts'

// An act that several rules refuse is refused still where one of them is taken away: a test that asks for the class or the status alone
// sees nothing. So each refusal of the server whose words are written down is asked for by them, in some test.

type Refused = { place: string; words: string[] }

const parsed = new Map(
  sources
    .filter(({ path }) => path.endsWith('.ts'))
    .map(({ path, text }) => [path, ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)])
)

const nodesOf = (node: ts.Node): ts.Node[] => {
  const all: ts.Node[] = [node]
  node.forEachChild((child) => void all.push(...nodesOf(child)))
  return all
}

const isExported = ({ parent: { parent } }: ts.VariableDeclaration): boolean =>
  ts.isVariableStatement(parent) &&
  (parent.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false)

/** What each name stands for: in its own file, or else wherever it is exported. */
const declared = Map.groupBy(
  [...parsed].flatMap(([path, file]) =>
    nodesOf(file).flatMap((node) =>
      ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer
        ? [{ path, name: node.name.text, value: node.initializer, exported: isExported(node) }]
        : []
    )
  ),
  ({ name }) => name
)

const literals = (node: ts.Expression): string[] => {
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (!ts.isTemplateExpression(node)) return []
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
}

/** The French words of a reason, as far as they are written down: the longest piece of each. */
const frenchIn = (node: ts.Node, path: string, depth = 0): string[] => {
  if (ts.isIdentifier(node) || ts.isCallExpression(node)) {
    const name = ts.isIdentifier(node) ? node : node.expression
    if (depth > 2 || !ts.isIdentifier(name)) return []
    const all = declared.get(name.text) ?? []
    const own = all.filter((one) => one.path === path)
    return (own.length > 0 ? own : all.filter((one) => one.exported)).flatMap((one) =>
      frenchIn(one.value, one.path, depth + 1)
    )
  }
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    const of = (declared.get(node.expression.text) ?? []).filter((one) => one.path === path)
    const named = of.flatMap((one) => nodesOf(one.value).filter(ts.isPropertyAssignment))
    return named
      .filter((one) => one.name.getText() === node.name.text)
      .flatMap((one) => frenchIn(one.initializer, path, depth + 1))
  }
  if (ts.isPropertyAssignment(node) && node.name.getText() === 'fr') {
    const [longest = ''] = literals(node.initializer).toSorted((a, b) => b.length - a.length)
    return longest.trim().length < 12 ? [] : [longest.trim().slice(0, 32)]
  }
  const found: string[] = []
  node.forEachChild((child) => {
    if (!ts.isIdentifier(child)) found.push(...frenchIn(child, path, depth))
  })
  return found
}

const refusing = ['RuleRefused', 'NotAllowed', 'StandsAlready', 'PlaceTaken', 'wrongField']

const refusals: Refused[] = within('server')
  .filter(({ path }) => path.endsWith('.ts') && path !== 'server/errors.ts')
  .flatMap(({ path }) =>
    nodesOf(parsed.get(path)!).flatMap((node) => {
      if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return []
      if (!refusing.includes(node.expression.getText()) || !node.arguments) return []
      return [{ place: path, words: node.arguments.flatMap((one) => frenchIn(one, path)) }]
    })
  )

const tests = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(root, 'tests', name), 'utf8'))
  .join('\n')

const unasked = (all: readonly Refused[]): string[] =>
  all.flatMap(({ place, words }) =>
    words.filter((one) => !tests.includes(one)).map((one) => `${place}: ${one}`)
  )

it('finds what nobody asks for', () =>
  expect(
    unasked([{ place: 'server/x.ts', words: ['Ces mots ne sont ' + 'demandés nulle part'] }])
  ).toHaveLength(1))

it('reads the words of most refusals', () => {
  expect(refusals.length).toBeGreaterThan(150)
  expect(refusals.filter(({ words }) => words.length > 0).length).toBeGreaterThan(120)
})

it('asks for each by its words', () => expect([...new Set(unasked(refusals))]).toEqual([]))
