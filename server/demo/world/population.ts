import type { InputOf } from '../../../workflows/case/commands.ts'
import { indicators } from '../../../workflows/vocabulary/indicators.ts'
import type { languages } from '../../../workflows/vocabulary/words.ts'
import { territories } from '../../../workflows/calendar/territories.ts'
import { figures, rateOf } from './figures.ts'
import { inventedName } from './names.ts'
import type { Chance } from './random.ts'

export type Channel = keyof typeof figures.channel.value
/** Of an invented person nothing is unknown that the acts of her story have to say. */
export type Flag = Omit<InputOf<'case.flag'>, 'language' | 'children'> & {
  language: keyof typeof languages
  children: number
}
type Origin = keyof typeof figures.nationality.value

/** An invented person as she is first met; `metOn` is filled when the story is given its dates. */
export type Met = {
  channel: Channel
  flag: Omit<Flag, 'metOn' | 'identity'>
  name: string
  withIdentity: boolean
}

const territoryWeights = Object.fromEntries(
  territories.map(({ code, population }) => [code, rateOf(code) * population])
)

const formsOf = (chance: Chance, channel: Channel, territory: string): Flag['forms'] => {
  if (chance.chance(figures.unknownForm.value)) return ['other']
  const overseas = (figures.formsOverseas.value as Record<string, Partial<Record<string, number>>>)[territory]
  const police = channel === 'police' || channel === 'work'
  const weights: Partial<Record<string, number>> =
    overseas ?? (police ? figures.formsByPolice.value : figures.formsByAssociations.value)
  const drawn = channel === 'work' ? 'labour' : chance.weighted(weights)
  const first = drawn === 'labour' && chance.chance(0.25) ? 'domestic' : (drawn as Flag['forms'][number])
  if (!chance.chance(figures.severalForms.value)) return [first]
  const others = (['sexual', 'labour', 'domestic', 'begging', 'criminality'] as const).filter(
    (form) => form !== first
  )
  return [
    first,
    chance.weighted(
      Object.fromEntries(others.map((form) => [form, form === 'labour' || form === 'domestic' ? 3 : 1]))
    ) as Flag['forms'][number]
  ]
}

const sexOf = (chance: Chance, form: string): Flag['sex'] => {
  if (chance.chance(0.01)) return chance.pick(['other', 'unknown'] as const)
  const women = figures.womenByForm.value[form as keyof typeof figures.womenByForm.value]
  return chance.chance(women) ? 'female' : 'male'
}

const minorBands = { '0-12': 0.1, '13-14': 0.25, '15-17': 0.65 } as const
const adultBands = {
  sexual: { '18-24': 0.55, '25-34': 0.32, '35-44': 0.1, '45+': 0.03 },
  labour: { '18-24': 0.2, '25-34': 0.4, '35-44': 0.25, '45+': 0.15 }
} as const

const ageOf = (chance: Chance, channel: Channel, form: string): Pick<Flag, 'ageGroup' | 'ageBand'> => {
  if (channel === 'ase')
    return { ageGroup: chance.chance(0.2) ? 'doubt' : 'minor', ageBand: chance.weighted(minorBands) }
  if (chance.chance(figures.unknownAge.value)) return { ageGroup: 'doubt' }
  const share = channel === 'police' ? figures.minorsByPolice.value : figures.minorsByAssociations.value
  if (chance.chance(share)) return { ageGroup: 'minor', ageBand: chance.weighted(minorBands) }
  return {
    ageGroup: 'adult',
    ageBand: chance.weighted(form === 'sexual' ? adultBands.sexual : adultBands.labour)
  }
}

const spoken: Record<Origin, Partial<Record<Flag['language'], number>>> = {
  FR: { fr: 1 },
  Africa: { fr: 3, en: 3, bin: 3, yor: 1, ar: 1, ff: 1, bm: 1, ln: 1, so: 0.5, ti: 0.5, am: 0.5, wo: 0.5 },
  Americas: { es: 5, pt: 3, ht: 1 },
  Asia: { zh: 4, vi: 3, th: 2, bn: 1, ur: 1, tl: 1, fa: 1 },
  EU: { ro: 5, bg: 3, es: 1 },
  other: { sq: 2, ru: 1, uk: 2, tr: 1 }
}

const originsOverseas: Partial<Record<string, Partial<Record<Origin, number>>>> = {
  '976': { Africa: 0.9, FR: 0.1 },
  '973': { Americas: 0.8, FR: 0.2 },
  '971': { Americas: 0.7, FR: 0.3 },
  '972': { Americas: 0.65, FR: 0.35 }
}

const standingOf = (
  chance: Chance,
  channel: Channel,
  territory: string
): Pick<Flag, 'nationality' | 'stay' | 'language' | 'asylumLink' | 'asylumClaim'> => {
  const origin: Origin =
    channel === 'ofii'
      ? chance.weighted({ Africa: 7, Asia: 2, other: 1 })
      : chance.weighted<Origin>(originsOverseas[territory] ?? figures.nationality.value)
  const language =
    territory === '976' && origin === 'Africa' ? 'swb' : chance.weighted<Flag['language']>(spoken[origin])
  if (origin === 'FR') return { nationality: 'french', stay: 'unknown', language, asylumLink: false }
  if (origin === 'EU') return { nationality: 'eu', stay: 'regular', language, asylumLink: false }
  if (chance.chance(0.04)) return { nationality: 'unknown', stay: 'unknown', language, asylumLink: false }
  const known =
    channel === 'ofii'
      ? 'asylum'
      : chance.weighted({ irregular: 0.55, asylum: 0.25, regular: 0.15, unknown: 0.05 })
  const asks = known === 'asylum'
  const stay = asks ? 'unknown' : known
  return { nationality: 'third_country', stay, language, asylumLink: asks, asylumClaim: asks }
}

const meetings: Record<Channel, Partial<Record<Flag['channel'], number>>> = {
  association: { outreach: 5, reception: 4, helpline: 2, health: 1 },
  police: { police: 1 },
  ofii: { asylum: 1 },
  ase: { school: 1, other: 2 },
  work: { workplace: 1 },
  health: { health: 1 }
}

const seenOf = (chance: Chance, forms: readonly string[]): Flag['indicators'] => {
  const entries = Object.entries(indicators) as [
    Flag['indicators'][number]['code'],
    { form: string | null }
  ][]
  const special = entries
    .filter(([, { form }]) => form !== null && forms.includes(form))
    .map(([code]) => code)
  const general = entries.filter(([, { form }]) => form === null).map(([code]) => code)
  const codes = [...chance.sample(special, chance.whole(0, 3)), ...chance.sample(general, chance.whole(2, 6))]
  return codes.map((code) => ({
    code,
    source: chance.weighted<Flag['indicators'][number]['source']>({
      person: 5,
      seen: 3,
      third: 1,
      document: 1
    })
  }))
}

const stories = [
  'Elle dit avoir été conduite ici contre une promesse de travail, et devoir rembourser une dette qui grandit.',
  'Elle raconte que ses papiers lui ont été retirés à l’arrivée et qu’on la surveille à chaque sortie.',
  'Il dit travailler tous les jours sans être payé et dormir sur place, sous la menace d’être dénoncé.',
  'Elle dit qu’une connaissance l’a amenée là et lui prend tout ce qu’elle gagne.',
  'La personne parle peu ; elle a peur pour sa famille restée au pays.'
]

/** One invented person, shaped by the figures; her territory may be given. */
export const someoneMet = (chance: Chance, given: { territory?: string; channel?: Channel } = {}): Met => {
  const territory = given.territory ?? chance.weighted(territoryWeights)
  const channel = given.channel ?? chance.weighted<Channel>(figures.channel.value)
  const forms = formsOf(chance, channel, territory)
  const sex = sexOf(chance, forms[0]!)
  const age = ageOf(chance, channel, forms[0]!)
  const danger = chance.weighted<Flag['danger']>({ none: 0.5, possible: 0.43, immediate: 0.07 })
  const withIdentity = chance.chance(0.45)
  const name = inventedName(chance, sex === 'male' ? 'male' : 'female')
  const flag = {
    danger,
    ...(danger !== 'none' && {
      dangerFacts: 'Des hommes la cherchent autour du lieu où elle a été rencontrée.'
    }),
    territory: territory as Flag['territory'],
    channel: chance.weighted<Flag['channel']>(meetings[channel]),
    indicators: seenOf(chance, forms),
    ...age,
    sex,
    ...standingOf(chance, channel, territory),
    forms,
    children:
      sex === 'female' && age.ageGroup === 'adult'
        ? Number(chance.weighted({ '0': 0.75, '1': 0.15, '2': 0.08, '3': 0.02 }))
        : 0,
    localDanger: danger === 'immediate' || chance.chance(danger === 'possible' ? 0.4 : 0.08),
    nominativeConsent: age.ageGroup === 'adult' && (withIdentity || chance.chance(0.3)),
    narrative: chance.pick(stories)
  } satisfies Omit<Flag, 'metOn' | 'identity'>
  return { channel, flag, name, withIdentity }
}
