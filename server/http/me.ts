import { ownMemberships, type OwnMembership } from '../auth/acting.ts'
import { idleMs } from '../auth/store.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type, type Static } from 'typebox'
import { abilityFor, answers, refers, worksOnCases } from '../../policies/abilities.ts'
import { roles, type Actor } from '../../policies/actor.ts'
import { arrivalsOf, deskOfRole } from '../../policies/desks.ts'
import { keepsReferentsOf, recordsOccupancy } from '../../policies/organisations/directories.ts'
import { overseesOpenings } from '../../policies/emergency-access.ts'
import { conductsMeetings, enters, featuresOf, sitsInCell } from '../../policies/features.ts'
import { administers, confirmsForOthers, managesAccess } from '../../policies/organisations.ts'
import { mayWorkInTeams } from '../../policies/organisations/teams.ts'
import { readsOffers } from '../../policies/organisations/offers.ts'
import { readsSettlements } from '../../policies/organisations/settlements.ts'
import { flagging, grants } from '../../policies/grants.ts'
import { flagAsksOf } from '../../policies/requirements/form.ts'
import { preparesProtocol, signingSide } from '../../policies/protocols.ts'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import { commandRow } from '../../workflows/case/commands.ts'
import type { Configuration } from '../../workflows/configuration/configuration.ts'
import { formUnder } from '../../workflows/configuration/forms.ts'
import { indicatorsOffered } from '../../workflows/configuration/lists.ts'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { leads } from '../../workflows/vocabulary/indicator.leading.ts'
import { dimensions, indicators, urgentSigns } from '../../workflows/vocabulary/indicators.ts'
import { isTerritory, territories, territory, zoneWhereWorks } from '../../workflows/calendar/territories.ts'
import { languagesOrUnknown, minorBands } from '../../workflows/vocabulary/words.ts'
import { basesOf, localizeSchema } from '../views/words.ts'
import { Basis, FlagRefused, JsonForm, Me } from '../views/schemas.ts'
import { localeOf, type Locale } from '../locale.ts'
import { configurationAt } from '../cases/configuration.ts'
import { settleAll } from '../db/context.ts'
import { regimesOf } from '../cases/habilitations.ts'
import { flagRefusedTo, mayBeKept, nothingInTheWay, ownStanding } from '../organisations/own/standing.ts'
import { onCallNow, placesUnheard } from '../cases/on-call.ts'
import { reading, type RouteDeps } from './reading.ts'

/** Those who prepare or sign the protocols of where they work; others come to them from their account, or from a case. */
const livesByProtocols = (actor: Actor): boolean => {
  const { territory: place } = actor
  return place !== null && (preparesProtocol(actor, place) || signingSide(actor, place) !== null)
}

/** Which rooms of the house a person has: computed from what the person may do there. */
const navOf = (actor: Actor): Me['nav'] => {
  const policy = abilityFor(actor)
  const { role, accredited } = actor
  const works = accredited && worksOnCases(role)
  const streets: [Me['nav'][number], boolean][] = [
    ['today', works],
    ['cases', works],
    ['flag', policy.can('case.flag', 'Case')],
    ['referrals', works && refers(role)],
    ['places', accredited && enters(role, 'places')],
    ['meetings', works && sitsInCell(actor)],
    ['deadlines', works],
    ['notices', works],
    ['figures', policy.can('read', 'Figures')],
    ['audit', policy.can('read', 'Audit')],
    ['protocols', livesByProtocols(actor)],
    ['configuration', policy.can('read', 'Configuration')],
    ['organisations', administers(actor) || (accredited && confirmsForOthers(role))],
    ['people', managesAccess(actor) || administers(actor)],
    ['team', accredited && mayWorkInTeams(role)],
    // Who keeps a directory; who reads it comes to it from where it is needed.
    ['referents', keepsReferentsOf(actor, actor.orgId)],
    ['occupancy', recordsOccupancy(actor)],
    ['settlements', readsSettlements(actor)],
    ['directory', readsOffers(actor)]
  ]
  return streets.filter(([, open]) => open).map(([street]) => street)
}

/** What stands in no navigation: beside the rooms of a role, those of whom somebody is there. */
const roomsOf = (actor: Actor): Me['rooms'] => {
  const further: [Me['rooms'][number], boolean][] = [
    ['openings', worksOnCases(actor.role) || overseesOpenings(actor.role)],
    ['seats', conductsMeetings(actor)],
    ['accessReview', managesAccess(actor)],
    ['import', administers(actor)]
  ]
  return [...featuresOf(actor.role), ...further.filter(([, open]) => open).map(([room]) => room)]
}

const rolesOf = (actor: Actor, locale: Locale, own: readonly OwnMembership[]): Me['memberships'] =>
  own.map(({ id, orgId, organisation, role }) => ({
    ...{ id, organisation, roleLabel: roles[role][locale] },
    here: orgId === actor.orgId && role === actor.role
  }))

const meOf = (
  actor: Actor,
  locale: Locale,
  demonstration: boolean
): Omit<Me, 'memberships' | 'flagRefused' | 'waits'> => ({
  person: { id: actor.personId, name: actor.name },
  organisation: {
    id: actor.orgId,
    name: actor.orgName,
    type: actor.orgType,
    territory:
      actor.territory && isTerritory(actor.territory)
        ? { code: actor.territory, name: territory(actor.territory).name }
        : null,
    zone: zoneWhereWorks(actor.territory)
  },
  role: actor.role,
  roleLabel: roles[actor.role][locale],
  accredited: actor.accredited,
  demonstration,
  locale,
  idleSeconds: idleMs / 1000,
  answers: actor.accredited && answers(actor.role),
  offer: actor.accredited ? (deskOfRole(actor.role)?.act ?? null) : null,
  arrivals: actor.accredited ? arrivalsOf(actor.role) : [],
  nav: navOf(actor),
  rooms: actor.accredited ? roomsOf(actor) : []
})

const named = closed({ code: Type.String(), name: Type.String() })
export const FlagForm = closed({
  schema: JsonForm,
  dimensions: Type.Array(
    closed({
      id: Type.String(),
      label: Type.String(),
      indicators: Type.Array(
        closed({
          code: Type.String(),
          label: Type.String(),
          leads: Type.Array(Type.String(), {
            description:
              'Forms of exploitation, or `minor`, or `unknown`, of which it speaks first: an order of reading.'
          })
        })
      )
    })
  ),
  urgent: Type.Array(Type.String(), { description: 'The signs that the danger lane offers, by code.' }),
  territories: Type.Array(closed({ ...named.properties, zone: Type.String() })),
  onCall: Type.Array(closed({ territory: Type.String(), number: Type.String() }), {
    description: 'Where somebody of the cell answers the telephone now, by the protocol of the place.'
  }),
  withoutCell: Type.Array(Type.String(), {
    description: 'The places where no cell is accredited: a flag made there is received by nobody yet.'
  }),
  unreadCell: Type.Array(Type.String(), {
    description:
      'The places whose cell is accredited and in which nobody has access: a flag made there is read by nobody yet.'
  }),
  refused: FlagRefused,
  shelters: Type.Boolean({
    description: 'Whether whoever flags may give shelter for tonight in the case that it opens.'
  }),
  languages: Type.Array(named),
  minorBands: Type.Array(Type.String()),
  basis: Type.Array(Basis, { maxItems: 12 })
})

/** The same form where it asks more of the reader. */
const asking = (form: Static<typeof JsonForm>, fields: readonly string[]) => ({
  ...form,
  required: [...(form.required ?? []), ...fields]
})

const flagForm = (locale: Locale, configuration: Configuration, actor: Actor) => ({
  schema: asking(localizeSchema(formUnder('case.flag', configuration), locale), flagAsksOf(actor)),
  dimensions: Object.entries(dimensions).map(([id, words]) => ({
    id,
    label: words[locale],
    indicators: indicatorsOffered(configuration)
      .filter((code) => indicators[code].dimension === id)
      .map((code) => ({ code, label: indicators[code].label[locale], leads: leads(code) }))
  })),
  urgent: urgentSigns.filter((code) => indicatorsOffered(configuration).includes(code)),
  territories: territories.map(({ code, name, zone }) => ({ code, name, zone })),
  languages: Object.entries(languagesOrUnknown).map(([code, words]) => ({ code, name: words[locale] })),
  minorBands: minorBands.filter((band) => band !== null)
})

/** By the part that its flag gives to the reader's organisation. */
const shelters = ({ role }: Actor) =>
  grants[role].some(({ as, may }) => as === flagging[role] && may.includes('danger.immediate'))

/** The form of a flag made today where the reader works: a choice withdrawn by the version in force is not offered. */
const flagFormToday = (deps: RouteDeps, request: FastifyRequest) =>
  reading(deps)(request, async (tx, { actor, locale, now }) => {
    const today = civilDate(now, zoneWhereWorks(actor.territory))
    const [configuration, onCall, unheard, regimes] = await settleAll([
      configurationAt(tx, today),
      onCallNow(tx, now),
      placesUnheard(tx),
      regimesOf(tx, actor.orgId)
    ])
    return {
      ...flagForm(locale, configuration, actor),
      basis: basesOf(commandRow('case.flag').basis, today, locale),
      onCall,
      ...unheard,
      shelters: shelters(actor),
      refused: flagRefusedTo(actor, regimes, locale)
    }
  })

export const meRoutes = async (
  app: FastifyInstance,
  { demonstration, ...deps }: RouteDeps & { demonstration: boolean }
) => {
  app.get('/api/me', { schema: { response: { 200: Me } } }, async (request) => {
    const { actor } = request
    const locale = localeOf(request)
    const [own, standing] = await settleAll([
      ownMemberships(deps.db.app, actor.personId),
      mayBeKept(actor) ? reading(deps)(request, ownStanding) : Promise.resolve(nothingInTheWay)
    ])
    return {
      ...meOf(actor, locale, demonstration),
      ...standing,
      memberships: rolesOf(actor, locale, own)
    }
  })
  app.get('/api/flag-form', { schema: { response: { 200: FlagForm } } }, (request) =>
    flagFormToday(deps, request)
  )
}
