import { jirsOf } from '../../../workflows/calendar/jurisdictions.ts'
import { jirsKey, memberKeys, prosecutionKey } from './organisation.drafts.ts'
import type { WorldOrganisation } from './organisations.ts'
import type { Met } from './population.ts'
import type { Chance } from './random.ts'
import type { Cast } from '../lives/script.ts'

/** Who may be met in the world. */
export type Company = {
  /** Associations that may flag, by territory. */
  associations: Map<string, WorldOrganisation[]>
  everyAssociation: WorldOrganisation[]
  keys: Set<string>
}

export const companyOf = (organisations: readonly WorldOrganisation[]): Company => {
  const associations = Map.groupBy(
    organisations.filter(({ type, regimes }) => type === 'association' && regimes.includes('flag')),
    ({ territory }) => territory!
  )
  return {
    associations,
    everyAssociation: [...associations.values()].flat(),
    keys: new Set(organisations.map(({ key }) => key))
  }
}

const designatedFirst = (associations: readonly WorldOrganisation[]) => {
  const designated = associations.filter(({ regimes }) => regimes.includes('r425_1'))
  return designated.length > 0 ? designated : associations
}

/** Those of the territory who answer, whoever flagged. */
const around = ({ keys }: Company, territory: string) => {
  const jirs = jirsOf(territory)
  const inspection = `work-${territory}`
  return {
    cell: `cell-${territory}`,
    secondSecretary: `cell-${territory}#2`,
    neighbour: territory === '69' ? 'cell-75' : 'cell-69',
    members: memberKeys(territory),
    prefecture: `pref-${territory}`,
    commission: `psp-${territory}`,
    childProtection: `ase-${territory}`,
    investigators: `police-${territory}`,
    prosecution: prosecutionKey(territory),
    jirs: jirs ? { key: jirsKey(jirs), code: jirs } : null,
    judge: `juge-${territory}`,
    guardian: `adhoc-${territory}`,
    health: `soin-${territory}`,
    inspection: keys.has(inspection) ? inspection : null
  }
}

const chosenAmong = (
  company: Company,
  here: readonly WorldOrganisation[],
  chance: Chance,
  designated: boolean
) => {
  const shown = here[0]?.people.some(({ subject }) => !subject.endsWith('.1')) ? here[0] : undefined
  if (shown && chance.chance(0.7)) return shown
  if (here.length > 0) return chance.pick(here)
  return chance.pick(designated ? designatedFirst(company.everyAssociation) : company.everyAssociation)
}

type Casting = { chance: Chance; designated?: boolean; double: string | null }

export const castOf = (
  company: Company,
  { channel, flag }: Met,
  { chance, designated = false, double }: Casting
): Cast => {
  const { territory } = flag
  const everyone = company.associations.get(territory) ?? []
  const here = designated ? designatedFirst(everyone) : everyone
  const association = chosenAmong(company, here, chance, designated)
  const service = {
    police: `police-${territory}`,
    work: `work-${territory}`,
    ofii: 'ofii',
    ase: `ase-${territory}`,
    health: `soin-${territory}`
  }
  const own = channel === 'association'
  const flagger = own ? association.key : service[channel]
  const toName = !own && here.length > 0 ? association.key : null
  return {
    ...around(company, territory),
    flagger,
    referent: own ? association.key : null,
    toName,
    police: channel === 'police' || channel === 'work' ? flagger : null,
    mayOfferReflection: (own || toName !== null) && association.regimes.includes('r425_1'),
    double
  }
}

/** Some services are not everywhere: then an association meets the person. */
export const possible = ({ keys }: Company, met: Met): Met =>
  (met.channel === 'work' && !keys.has(`work-${met.flag.territory}`)) ||
  (met.channel === 'health' && met.flag.territory !== '69')
    ? { ...met, channel: 'association' }
    : met
