import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { abilityFor } from '../../policies/abilities.ts'
import { roles, type Actor, type Role } from '../../policies/actor.ts'
import { closed } from '../../workflows/fields.ts'
import { flagInput } from '../../workflows/flag.ts'
import { dimensions, indicators, type IndicatorCode } from '../../workflows/indicators.ts'
import { isTerritory, territories, territory } from '../../workflows/territories.ts'
import { languages } from '../../workflows/regions/words.ts'
import { localizeSchema } from '../views/words.ts'
import { Me } from '../views/schemas.ts'
import { localeOf, type Locale } from './locale.ts'

const casework: readonly Role[] = [
  'asso',
  'cell_secretary',
  'cell_member',
  'prefecture',
  'police',
  'labour_inspection',
  'acse_desk',
  'shelter',
  'child_protection',
  'ofii',
  'health'
]

/** Which rooms of the house a person has: computed from what the person may do there. */
const navOf = (actor: Actor): string[] => {
  const policy = abilityFor(actor)
  const works = casework.includes(actor.role) && actor.accredited
  return [
    ...(works ? ['today', 'cases'] : []),
    ...(policy.can('case.flag', 'Case') ? ['flag'] : []),
    ...(works && policy.can('read', 'Referral') ? ['referrals'] : []),
    ...(actor.role === 'acse_desk' || actor.role === 'shelter' ? ['places'] : []),
    ...(works ? ['deadlines'] : []),
    ...(policy.can('read', 'Figures') ? ['figures'] : []),
    ...(policy.can('read', 'Audit') ? ['audit'] : [])
  ]
}

const meOf = (actor: Actor, locale: Locale, demonstration: boolean): Me => ({
  person: { name: actor.name },
  organisation: {
    name: actor.orgName,
    type: actor.orgType,
    territory:
      actor.territory && isTerritory(actor.territory)
        ? { code: actor.territory, name: territory(actor.territory).name }
        : null
  },
  role: actor.role,
  roleLabel: roles[actor.role][locale],
  accredited: actor.accredited,
  demonstration,
  locale,
  nav: navOf(actor)
})

const named = closed({ code: Type.String(), name: Type.String() })
const FlagForm = closed({
  schema: Type.Unsafe<object>({
    type: 'object',
    additionalProperties: true,
    'x-open': 'a JSON Schema written from the flag’s own table'
  }),
  dimensions: Type.Array(
    closed({
      id: Type.String(),
      label: Type.String(),
      indicators: Type.Array(closed({ code: Type.String(), label: Type.String() }))
    })
  ),
  territories: Type.Array(named),
  languages: Type.Array(named)
})

const flagForm = (locale: Locale) => ({
  schema: localizeSchema(flagInput, locale),
  dimensions: Object.entries(dimensions).map(([id, words]) => ({
    id,
    label: words[locale],
    indicators: (Object.keys(indicators) as IndicatorCode[])
      .filter((code) => indicators[code].dimension === id)
      .map((code) => ({ code, label: indicators[code].label[locale] }))
  })),
  territories: territories.map(({ code, name }) => ({ code, name })),
  languages: Object.entries(languages).map(([code, words]) => ({ code, name: words[locale] }))
})

export const meRoutes = async (app: FastifyInstance, { demonstration }: { demonstration: boolean }) => {
  app.get('/api/me', { schema: { response: { 200: Me } } }, async (request) =>
    meOf(request.actor, localeOf(request), demonstration)
  )
  app.get('/api/flag-form', { schema: { response: { 200: FlagForm } } }, async (request) =>
    flagForm(localeOf(request))
  )
}
