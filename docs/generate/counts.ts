import { lawMutants } from '../../verify/mutation/law.list.ts'
import { mistakes } from '../../verify/mutation/house/list.ts'
import { mutants } from '../../verify/mutation/mutants.list.ts'
import { roles } from '../../policies/actor.ts'
import { commandTypes } from '../../workflows/case/commands.ts'
import { deadlineCodes } from '../../workflows/deadlines/deadlines.ts'
import { legalCodes } from '../../workflows/law/register.ts'
import { kinds } from '../../workflows/referral/kinds/kinds.ts'
import { marked, marksOf, withPart } from './marked.ts'

/** What README counts of the lists of the tree, each by its words. */
const lists: readonly (readonly [words: string, count: number])[] = [
  ['roles ([`actor.ts`](policies/actor.ts))', Object.keys(roles).length],
  ['acts, each with its row ([docs/acts.md](docs/acts.md))', commandTypes.length],
  ['kinds of referral', Object.keys(kinds).length],
  ['clocks ([docs/deadlines.md](docs/deadlines.md))', deadlineCodes.length],
  ['texts of the law, each with how it was read ([docs/law.md](docs/law.md))', legalCodes.length],
  ['guards to be taken away one by one ([list](verify/mutation/mutants.list.ts))', mutants.length],
  [
    'old readings of the law to be put back one by one ([list](verify/mutation/law.list.ts))',
    lawMutants.length
  ],
  ['mistakes of one line ([docs/mutants.md](docs/mutants.md))', mistakes.length]
]

const marks = marksOf('counts', 'npm run docs')

// A number has a line of its own, and its words the next: two branches that lengthen two lists touch no line in common.
const part = () => marked(marks, lists.map(([words, count]) => `- ${count}\n  ${words}`).join('\n'))

/** README with how long each list is now: nobody counts by hand, and whoever merges writes it again. */
export const counted = (readme: string): string => withPart(readme, marks, part())
