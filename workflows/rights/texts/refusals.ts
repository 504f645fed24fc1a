import type { RightsText } from '../sentences.ts'
import { albanian } from './albanian.ts'
import { arabic } from './arabic.ts'
import { bulgarian } from './bulgarian.ts'
import { chinese } from './chinese.ts'
import { english } from './english.ts'
import { plainFrench } from './french.plain.ts'
import { french } from './french.ts'
import { portuguese } from './portuguese.ts'
import { romanian } from './romanian.ts'
import { russian } from './russian.ts'
import { spanish } from './spanish.ts'
import { ukrainian } from './ukrainian.ts'
import { vietnamese } from './vietnamese.ts'

// As before, and that a no is written down: « si vous dites non, nous l’écrivons dans le dossier », in each provisional translation.

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

export const spanishOfRefusals = {
  ...spanish,
  ...{ from, code: 'c8pw' },
  sentences: {
    ...spanish.sentences,
    change: `Si dice que no, lo escribimos en el expediente. ${spanish.sentences.change}`
  }
} as const satisfies RightsText

export const portugueseOfRefusals = {
  ...portuguese,
  ...{ from, code: 'f3md' },
  sentences: {
    ...portuguese.sentences,
    change: `Se disser que não, escrevemo-lo no processo. ${portuguese.sentences.change}`
  }
} as const satisfies RightsText

export const romanianOfRefusals = {
  ...romanian,
  ...{ from, code: 't9xh' },
  sentences: {
    ...romanian.sentences,
    change: `Dacă spuneți nu, scriem acest lucru în dosar. ${romanian.sentences.change}`
  }
} as const satisfies RightsText

export const bulgarianOfRefusals = {
  ...bulgarian,
  ...{ from, code: 'n2rk' },
  sentences: {
    ...bulgarian.sentences,
    change: `Ако кажете „не“, го записваме в досието. ${bulgarian.sentences.change}`
  }
} as const satisfies RightsText

export const albanianOfRefusals = {
  ...albanian,
  ...{ from, code: 'd6yn' },
  sentences: {
    ...albanian.sentences,
    change: `Nëse thoni jo, ne e shënojmë në dosje. ${albanian.sentences.change}`
  }
} as const satisfies RightsText

export const arabicOfRefusals = {
  ...arabic,
  ...{ from, code: 'r4vt' },
  sentences: { ...arabic.sentences, change: `إذا قلت لا، نكتب ذلك في الملف. ${arabic.sentences.change}` }
} as const satisfies RightsText

export const chineseOfRefusals = {
  ...chinese,
  ...{ from, code: 'v7sb' },
  sentences: { ...chinese.sentences, change: `如果您说“不”，我们会写进档案。${chinese.sentences.change}` }
} as const satisfies RightsText

export const vietnameseOfRefusals = {
  ...vietnamese,
  ...{ from, code: 'k9wc' },
  sentences: {
    ...vietnamese.sentences,
    change: `Nếu bạn nói không, chúng tôi sẽ ghi điều đó vào hồ sơ. ${vietnamese.sentences.change}`
  }
} as const satisfies RightsText

export const russianOfRefusals = {
  ...russian,
  ...{ from, code: 'b5hz' },
  sentences: {
    ...russian.sentences,
    change: `Если Вы скажете «нет», мы запишем это в дело. ${russian.sentences.change}`
  }
} as const satisfies RightsText

export const ukrainianOfRefusals = {
  ...ukrainian,
  ...{ from, code: 'q8mf' },
  sentences: {
    ...ukrainian.sentences,
    change: `Якщо Ви скажете «ні», ми запишемо це до справи. ${ukrainian.sentences.change}`
  }
} as const satisfies RightsText
