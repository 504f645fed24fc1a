import type { RightsText } from '../sentences.ts'
import { english } from './english.ts'
import { plainFrench } from './french.plain.ts'
import { french } from './french.ts'

// As before, and that a no is written down. The provisional translations wait for their translator to say it.

const from = '2026-11-29'

export const plainFrenchOfRefusals = {
  ...plainFrench,
  ...{ from, code: 'w7qd' },
  sentences: {
    ...plainFrench.sentences,
    change: 'Si vous dites non, nous l’écrivons dans le dossier. Vous pouvez changer d’avis à tout moment.'
  }
} as const satisfies RightsText

export const frenchOfRefusals = {
  ...french,
  ...{ from, code: 'h8ny' },
  sentences: {
    ...french.sentences,
    change: `${french.sentences.change} Un refus est écrit dans le dossier avec sa date, et vous pouvez changer d’avis à tout moment.`
  }
} as const satisfies RightsText

export const englishOfRefusals = {
  ...english,
  ...{ from, code: 'm3rk' },
  sentences: {
    ...english.sentences,
    change: `${english.sentences.change} A refusal is written in the file with its date, and you can change your mind at any time.`
  }
} as const satisfies RightsText
