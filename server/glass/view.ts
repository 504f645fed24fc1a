import { abilityFor, asOpening } from '../../policies/abilities.ts'
import { houses, roles, type Actor, type OrgType, type Role } from '../../policies/actor.ts'
import { overseesOpenings } from '../../policies/glass.ts'
import { capacities } from '../../workflows/capacities.ts'
import { glassReasons, glassRefusals, glassStates, isIncident } from '../../workflows/glass.ts'
import { dataClasses, type Bilingual } from '../../workflows/vocabulary.ts'
import { showCode } from '../cases/code.ts'
import { aShelter } from '../cases/names.ts'
import { unseal } from '../cases/sealing.ts'
import { selectAll } from '../cases/store.ts'
import type { Reader } from '../cases/view.ts'
import { ask, type Tx } from '../db/context.ts'
import { glassOpenings } from '../db/schema.ts'
import type { Keys } from '../keys.ts'
import { whereaboutsIn, type Whereabouts } from '../referrals/whereabouts.ts'
import type { OpeningView } from '../views/glass.ts'
import { badgeTone } from '../views/words.ts'
import { subjectOf, wordsAt, type Opening } from './store.ts'

type Named = Opening & {
  code: string | null
  dueAt: Date | null
  name: string | null
  organisation: string
  orgType: OrgType
  confirmer: string
  confirmerType: OrgType
}

/** Rows as PostgreSQL shows them to whoever asks; `where` ends in what orders and limits them. */
const selection = (
  where: string
) => `select g.*, c.code, d.due_at as "dueAt", p.display_name as name, o.name as organisation,
    o.type as "orgType", s.name as confirmer, s.type as "confirmerType"
  from (${selectAll(glassOpenings)}) g
    join organisation o on o.id = g."orgId" join organisation s on s.id = g."confirmOrgId"
    left join "case" c on c.id = g."caseId" left join deadline d on d.id = g.id and d.state = 'running'
    left join person p on p.id = g."personId"
  ${where}`

// Beside a case, the name of who houses people, or of who works there, would say where the person is.
const hidden = (type: OrgType, orgId: string, actor: Actor) => houses(type) && orgId !== actor.orgId

const readsWords = (row: Named, actor: Actor, mayConfirm: boolean) =>
  row.words !== null && (row.personId === actor.personId || mayConfirm)

const byOf = (row: Named, { actor, locale }: Reader) => {
  const masked = hidden(row.orgType, row.orgId, actor)
  return {
    name: masked ? '' : (row.name ?? ''),
    organisation: masked ? aShelter[locale] : row.organisation,
    role: roles[row.role as Role][locale]
  }
}

const followingCell: Bilingual = {
  fr: 'La cellule qui suit le dossier',
  en: 'The cell that follows the case'
}

/** A cell says where she is: it is named, moved or not, to those alone who may know that. */
const confirmerOf = (row: Named, { actor, locale }: Reader, where: Whereabouts | undefined) => {
  const { confirmOrgId, confirmer, confirmerType } = row
  if (hidden(confirmerType, confirmOrgId, actor)) return aShelter[locale]
  const named = confirmOrgId === actor.orgId || where?.placed || overseesOpenings(actor.role)
  return named || confirmerType !== 'cell' ? confirmer : followingCell[locale]
}

type Reading = { keys: Keys; reader: Reader; where: Whereabouts | undefined }

const lineOf = (row: Named, { keys, reader, where }: Reading): OpeningView => {
  const { actor, locale, now } = reader
  const { state } = row
  const second = abilityFor(actor).can('glass.settle', asOpening(subjectOf(row)))
  const due = state === 'open' ? row.dueAt : null
  const follows = row.code !== null || overseesOpenings(actor.role)
  return {
    id: row.id,
    caseId: follows ? row.caseId : null,
    caseCode: row.code && showCode(row.code),
    openedAt: row.openedAt.toISOString(),
    by: byOf(row, reader),
    reason: glassReasons[row.reason][locale],
    words: readsWords(row, actor, second) ? String(unseal(keys, wordsAt(row.id), row.words!)) : null,
    classes: row.classes.map((one) => dataClasses[one][locale]),
    state,
    stateLabel: glassStates[state].label[locale],
    tone: badgeTone(glassStates[state].tone),
    refusal: row.refusal && glassRefusals[row.refusal][locale],
    until: row.until.toISOString(),
    showing: !isIncident(state) && row.until > now,
    confirmBy: due?.toISOString() ?? null,
    confirmer: confirmerOf(row, reader, where),
    told: capacities[row.toldAs][locale],
    mine: row.personId === actor.personId,
    mayConfirm: second && state === 'open' && due !== null && due > now,
    incident: isIncident(state)
  }
}

export const openingRows = (
  tx: Tx,
  { where, values }: { where: string; values: unknown[] }
): Promise<Named[]> => ask<Named>(tx, selection(where), values)

/** The openings that this reader may know of: PostgreSQL gave the rows, the policy is asked again. */
export const openingsKnown = (rows: readonly Named[], { actor }: Pick<Reader, 'actor'>): Named[] => {
  const policy = abilityFor(actor)
  return rows.filter((row) => policy.can('read', asOpening(subjectOf(row))))
}

export const openingViews = async (
  tx: Tx,
  rows: readonly Named[],
  keys: Keys,
  reader: Reader
): Promise<OpeningView[]> => {
  const known = openingsKnown(rows, reader)
  const places = await whereaboutsIn(tx, [...new Set(known.map(({ caseId }) => caseId))], reader.actor)
  return known.map((row) => lineOf(row, { keys, reader, where: places.get(row.caseId) }))
}
