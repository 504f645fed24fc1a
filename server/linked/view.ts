import { mayEndLink } from '../../policies/correction-rights.ts'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import { linkKinds } from '../../workflows/case/linked.ts'
import { showCode } from '../cases/code.ts'
import type { Tx } from '../db/context.ts'
import { linksKnown } from '../disclosure/linked/known.ts'
import type { Reader } from '../disclosure/reader.ts'
import type { LinkedCases } from '../views/acts/linked.ts'
import { linksOf, readHere } from './store.ts'

/**
 * The cases that have something in common with this one, for who may know both.
 * @throws NotFound for whoever reads no such case.
 */
export const viewLinks = async (tx: Tx, { id }: { id: string }, reader: Reader): Promise<LinkedCases> => {
  const { actor, locale } = reader
  const here = await readHere(tx, id, actor)
  const zone = zoneOf(here.row.territory)
  return {
    items: (await linksOf(tx, here, actor)).map((one) => ({
      ...{ id: one.id, caseId: one.other.id, code: showCode(one.other.code) },
      kind: linkKinds[one.kind][locale],
      madeOn: civilDate(one.madeAt, zone),
      endedOn: one.endedAt && civilDate(one.endedAt, zone),
      mine: one.madeOrg === actor.orgId,
      mayEnd: mayEndLink(one, [here, one.there], actor)
    })),
    kinds: linksKnown(here).map((kind) => ({ id: kind, label: linkKinds[kind][locale] }))
  }
}
