import { writeFileSync } from 'node:fs'
import { legalBases } from '../../../workflows/law/register.ts'
import { compared } from './differences.ts'
import { digestFiles } from './digest-files.ts'

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

if (flags.includes('--write'))
  for (const [name, text] of Object.entries(digestFiles(digests)))
    writeFileSync(new URL(`../../../workflows/law/digests/${name}`, import.meta.url), text)
process.exitCode = differ.length > 0 ? 1 : 0
