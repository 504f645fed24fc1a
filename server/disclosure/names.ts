import { roles, type OrgType, type Role } from '../../policies/actor.ts'
import { toldAs, type Acquainted, type ToldAs } from '../../policies/names.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { isStaffed } from '../cases/staff.ts'
import { runQuery, type Tx } from '../db/context.ts'
import type { Locale } from '../locale.ts'

/** How services are told that have no name for a reader, whichever they are. */
export const unnamed: Record<Exclude<ToldAs, 'name'>, Bilingual> = {
  cell: { fr: 'La cellule', en: 'The cell' },
  another: { fr: 'Un autre service', en: 'Another service' }
}
const clockWord: Bilingual = { fr: 'Délai échu', en: 'Time limit' }

/** `empty`: it stands, and nobody has access in it. */
type Listed = { id: string; name: string; type: OrgType; empty?: boolean }
export type Services = ReadonlyMap<string, Listed>

const listed = `select id, name, type, (status = 'accredited' and type <> 'external' and not ${isStaffed('organisation.id')}) as empty
  from organisation where id = any($1::uuid[])`

/** The services of these ids, each once. */
export const servicesOf = async (tx: Tx, ids: readonly (string | null)[]): Promise<Services> => {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await runQuery<Listed>(tx, listed, [wanted])
  return new Map(rows.map((row) => [row.id, row]))
}

type Doer = { orgId: string | null; role: string; command: string }

/** The services of a case as one reader is told of them. */
export type Names = {
  of: (orgId: string | null) => string
  isNamed: (orgId: string, doing?: Partial<Doer>) => boolean
  /** Whether it has a name for this reader, or is the cell: anything but another service. */
  isKnown: (orgId: string) => boolean
  /** Whether what is sent there is read by nobody today, of one that has a name for this reader. */
  isEmpty: (orgId: string) => boolean
  /** Who did an act: of who is another service, no role either. */
  by: (doer: Doer) => { organisation: string; role: string }
}

export const namesFor = (services: Services, reader: Acquainted, locale: Locale): Names => {
  const told = (orgId: string, doing: Partial<Doer> = {}) => {
    const listed = services.get(orgId)
    const as = listed ? toldAs({ ...doing, orgId, type: listed.type }, reader) : 'another'
    return { as, name: as === 'name' ? listed!.name : unnamed[as][locale] }
  }
  return {
    of: (orgId) => (orgId === null ? unnamed.another[locale] : told(orgId).name),
    isNamed: (orgId, doing) => told(orgId, doing).as === 'name',
    isEmpty: (orgId) => told(orgId).as === 'name' && services.get(orgId)!.empty === true,
    isKnown: (orgId) => told(orgId).as !== 'another',
    by: ({ orgId, ...doing }) => {
      const { as, name } = orgId === null ? { as: 'name', name: clockWord[locale] } : told(orgId, doing)
      return { organisation: name, role: as === 'another' ? '' : roles[doing.role as Role][locale] }
    }
  }
}
