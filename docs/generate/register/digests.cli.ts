import { writeFileSync } from 'node:fs'
import { legalBases } from '../../../workflows/law/register.ts'
import { compared } from './differences.ts'

// npm run law:digests -- <folder of copies> [--write]: says which articles differ from those that were read. It asks no
// network for anything; which copies belong into the folder stands in docs/register.md.
const [folder, ...flags] = process.argv.slice(2)
if (folder === undefined) throw new Error('Name the folder with the copies: npm run law:digests -- <folder>')

const { digests, absent, differ } = compared(folder, legalBases)
const lacking = absent.filter((code) => digests[code] !== undefined)
const told = [
  ...differ,
  ...absent.map((code) => `${code}: not in this folder`),
  `${Object.keys(digests).length - lacking.length} articles compared, ${differ.length} differences`
]
process.stdout.write(`${told.join('\n')}\n`)

if (flags.includes('--write')) {
  const lines = Object.entries(digests).map(
    ([code, { digest, among }]) => `  '${code}': whole('${digest}'${among === 1 ? '' : `, ${among}`})`
  )
  writeFileSync(
    new URL('../../../workflows/law/digests.ts', import.meta.url),
    `/** SHA-256 of an article that was read whole, and how many versions of it its copy holds under one heading. */
export type Digest = { digest: string; among: number }

const whole = (digest: string, among = 1): Digest => ({ digest, among })

/** Written by \`npm run law:digests -- <folder> --write\`, which see. */
export const digests: Readonly<Record<string, Digest>> = {
${lines.join(',\n')}
}
`
  )
}
process.exitCode = differ.length > 0 ? 1 : 0
