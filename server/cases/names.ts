import { inArray } from 'drizzle-orm'
import { houses, type Actor, type OrgType } from '../../policies/actor.ts'
import type { PlaceKind } from '../../workflows/places/places.ts'
import type { Bilingual } from '../../workflows/vocabulary.ts'
import type { Tx } from '../db/context.ts'
import { organisation } from '../db/schema.ts'
import type { Locale } from '../http/locale.ts'
import { poolsOf } from '../places/pools.ts'

/** Stands for who houses people, where its name would say where she is. */
export const aShelter: Bilingual = { fr: 'Structure d’accueil', en: 'Shelter' }
export const anOrganisation: Bilingual = { fr: 'Organisation', en: 'Organisation' }

/** That a shelter asks would say that she is sheltered: to whom may not know of it, it is an organisation like any other. */
export const senderTold = (name: string, { placed, locale }: { placed: boolean; locale: Locale }): string =>
  !placed && name === aShelter[locale] ? anOrganisation[locale] : name

/** Of an organisation whose name is not shown, nobody is named either. */
export const isNamed = (name: string) =>
  ![aShelter, anOrganisation].some((mask) => Object.values(mask).includes(name))

type Reader = {
  actor: Actor
  locale: Locale
  /** The pool whose houses the reader offers, and so knows by name. */
  pool?: PlaceKind | null
  /** Houses of which class A is open to the reader, or all that a sender itself has asked. */
  shelters: 'all' | readonly string[]
  /** The départements to which the person was ever to move, where the reader may not know of it: who works there tells where she is. */
  untold?: readonly string[]
  /** Whose part the reader may not know of. */
  masked?: (orgId: string) => boolean
}

/** The names of organisations for one reader. The name of who houses people says where they are: it is shown only with class A. */
export const namesFor = async (
  tx: Tx,
  ids: readonly (string | null)[],
  { actor, locale, pool = null, shelters, untold = [], masked = () => false }: Reader
) => {
  const known = (id: string, orgType: OrgType) =>
    shelters === 'all' ||
    id === actor.orgId ||
    shelters.includes(id) ||
    (pool !== null && poolsOf({ orgType }).includes(pool))
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))]
  const rows =
    wanted.length === 0
      ? []
      : await tx
          .select({
            id: organisation.id,
            name: organisation.name,
            type: organisation.type,
            territory: organisation.territory
          })
          .from(organisation)
          .where(inArray(organisation.id, wanted))
  const nameOf = ({ id, name, type, territory }: (typeof rows)[number]) => {
    if (masked(id)) return anOrganisation[locale]
    if (houses(type as OrgType) && !known(id, type as OrgType)) return aShelter[locale]
    return territory !== null && untold.includes(territory) && id !== actor.orgId
      ? anOrganisation[locale]
      : name
  }
  const named = new Map(rows.map((row) => [row.id, nameOf(row)]))
  return (id: string | null) => (id && named.get(id)) || anOrganisation[locale]
}
