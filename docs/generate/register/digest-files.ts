import type { Digest } from '../../../workflows/law/digests/digests.ts'

/** Which digests stand in which file of `workflows/law/digests/`: all of a text in one, so that each stays short. */
const files = { ceseda: ['CESEDA'], criminal: ['CP', 'CPP'], others: null } as const

const textOf = (code: string) => code.slice(0, code.indexOf('.'))
const named = Object.values(files).flatMap((texts): readonly string[] => texts ?? [])

const holds = (texts: readonly string[] | null, code: string) =>
  texts === null ? !named.includes(textOf(code)) : texts.includes(textOf(code))

const lineOf = ([code, { digest, among }]: [string, Digest]) =>
  `  '${code}': whole('${digest}'${among === 1 ? '' : `, ${among}`})`

const constant = { ceseda: 'cesedaDigests', criminal: 'criminalDigests', others: 'otherDigests' } as const

/** The text of each file, by its name. */
export const digestFiles = (digests: Readonly<Record<string, Digest>>): Record<string, string> =>
  Object.fromEntries(
    (Object.keys(files) as (keyof typeof files)[]).map((name) => {
      const lines = Object.entries(digests)
        .filter(([code]) => holds(files[name], code))
        .map(lineOf)
      const text = `import { whole, type Digest } from './digest.ts'

/** Written by \`npm run law:digests -- <folder> --write\`, which see. */
export const ${constant[name]}: Readonly<Record<string, Digest>> = {
${lines.join(',\n')}
}
`
      return [`${name}.ts`, text]
    })
  )
