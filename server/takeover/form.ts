import { columnForm, columnIds, columnRow } from '../../workflows/takeover/columns.ts'
import { lacking } from '../../policies/habilitations.ts'
import { bringsFiles, mayBringFiles } from '../../policies/organisations/takeover.ts'
import type { Actor } from '../../policies/actor.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { regimesOf } from '../cases/habilitations.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { NotAllowed, NotFound, wrongField } from '../errors.ts'
import type { Reader } from '../disclosure/reader.ts'
import { followersOf } from '../teams/hand.ts'
import { isOpen, standingOf, type Standing } from '../teams/store.ts'
import type { Followers } from '../teams/caseload.ts'
import type { TakeoverForm } from '../views/organisations/takeover.ts'
import { filesAtMost, referenceColumn } from './read.ts'

const notYours: Bilingual = {
  fr: 'Des dossiers sont repris par qui encadre une équipe, ou gère les accès de l’association.',
  en: 'Files are taken over by whoever leads a team, or manages the accesses of the association.'
}

const whyNot = async (tx: Tx, actor: Actor, standing: Standing): Promise<Bilingual | null> =>
  mayBringFiles(standing) ? lacking('case.flag', actor.role, await regimesOf(tx, actor.orgId)) : notYours

/** For others than those who accompany somebody it is not there. @throws NotFound */
export const mustBring = (actor: Actor): void => {
  if (!bringsFiles(actor)) throw new NotFound('has no files to bring')
}

/** @throws NotFound, or NotAllowed for whoever may not bring many files at once */
export const mustTakeOver = async (tx: Tx, actor: Actor): Promise<Standing> => {
  mustBring(actor)
  const standing = await standingOf(tx, actor)
  if ((await whyNot(tx, actor, standing)) !== null) throw new NotAllowed('may not bring files')
  return standing
}

const nobody = (code: string) =>
  wrongField('to', code, {
    fr: 'Choisissez l’équipe qui suivra ces dossiers',
    en: 'Choose the team that will follow these files'
  })

/** Who follows what is brought: said where the organisation works in teams, and nobody elsewhere. @throws InvalidInput */
export const chosenIn = async (
  tx: Tx,
  actor: Actor,
  { standing, asked }: { standing: Standing; asked: Followers }
): Promise<Followers | null> => {
  if (!standing.byTeam) {
    if (asked.teamId !== null || asked.personId !== null) throw nobody('unknown')
    return null
  }
  if (asked.teamId === null) throw nobody('required')
  return followersOf(tx, actor, asked)
}

const teams = `select id, name from team where org_id = $1 and ${isOpen} order by name, id`

const reference: Bilingual = {
  fr: 'Votre référence du dossier, pour retrouver la ligne : elle n’est pas gardée',
  en: 'Your own reference of the file, to find the line again: it is not kept'
}

/** @throws NotFound */
export const viewForm = async (tx: Tx, { actor, locale }: Reader): Promise<TakeoverForm> => {
  mustBring(actor)
  const standing = await standingOf(tx, actor)
  const reason = await whyNot(tx, actor, standing)
  const columns = columnIds.map((id): TakeoverForm['columns'][number] => {
    const { label, kind, values, words, required } = columnForm(id)
    const ofFlag = columnRow(id).into.some(({ act }) => act === 'case.flag')
    return {
      ...{ name: id, label: label[locale], kind, example: columnRow(id).example },
      required: !required ? 'never' : ofFlag ? 'always' : 'with',
      values: values.map((code) => ({ code, label: words[code]?.[locale] ?? code }))
    }
  })
  const own = { name: referenceColumn, label: reference[locale], kind: 'text', required: 'never' } as const
  return {
    columns: [{ ...own, values: [], example: 'D-2026-014' }, ...columns],
    atMost: filesAtMost,
    may: { enabled: reason === null, reason: reason?.[locale] ?? null },
    inTeams: standing.byTeam,
    teams: standing.byTeam ? await runQuery<{ id: string; name: string }>(tx, teams, [actor.orgId]) : []
  }
}
