import type { Role } from '../../../policies/actor.ts'
import { demoPeople } from './accounts.ts'
import { draftedOrganisations, type Draft } from './organisation.drafts.ts'
import { inventedName, inventedWord } from './names.ts'
import { chanceOf } from './random.ts'

/** One organisation of the world and the people who act for it, the first of them in every story. */
export type WorldOrganisation = Required<Omit<Draft, 'role' | 'region'>> & {
  region: string | null
  /** Without a role: may sign in, and belongs nowhere yet. */
  people: { subject: string; name: string; role: Role | null }[]
}

/** Those of no draft that flag under a regime hold it. */
const flagsUnder = ({ type }: Pick<Draft, 'type'>): Pick<Draft, 'regimes'> =>
  type === 'school_mediation' || type === 'helpline' ? { regimes: ['flag'] } : {}

const withAccounts = (drafts: readonly Draft[], name: (subject: string) => string): WorldOrganisation[] => {
  const homes = Map.groupBy(demoPeople, ({ org }) => org.key)
  const known = new Set(drafts.map(({ key }) => key))
  const others = [...homes]
    .filter(([key]) => !known.has(key))
    .map(([key, [first]]): Draft => ({ ...first!.org, key, role: first!.role, ...flagsUnder(first!.org) }))
  return [...drafts, ...others].map(({ role, region, regimes, ...org }) => {
    const accounts = homes.get(org.key) ?? []
    const people = accounts.map(({ login, given, family, role: own }) => ({
      subject: login,
      name: `${given} ${family}`,
      role: own
    }))
    // What two people decide needs a second one in every secretariat.
    const needed = org.type === 'cell' ? 2 : 1
    const invented = role
      ? Array.from({ length: Math.max(0, needed - people.length) }, (_, index) => {
          const number = people.length + index + 1
          const subject = `${org.key}.${number}`
          return { subject, name: name(number === 1 ? org.key : subject), role }
        })
      : []
    const shown = accounts[0] && accounts[0].org.type === org.type ? { name: accounts[0].org.name } : {}
    return {
      ...org,
      ...shown,
      region: region ?? null,
      regimes: regimes ?? [],
      people: [...people, ...invented]
    }
  })
}

/** Every organisation of the world, the same for one seed. */
export const worldOrganisations = (seed: string): WorldOrganisation[] => {
  const chance = chanceOf(seed, 'organisations')
  const said = new Set<string>()
  const word = (): string => {
    const made = inventedWord(chance)
    if (said.has(made)) return word()
    said.add(made)
    return made
  }
  const drafts = draftedOrganisations(word)
  return withAccounts(drafts, (key) => inventedName(chanceOf(seed, 'person', key)))
}
