import type { Actor } from '../../policies/actor.ts'
import { openingsADay } from '../../workflows/case/emergency-access.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { RuleRefused, TooManyRequests } from '../errors.ts'

const tooMany: Bilingual = {
  fr: `${openingsADay} accès d’urgence en vingt-quatre heures : c’est le maximum. Demandez à une autre personne.`,
  en: `${openingsADay} emergency accesses in twenty-four hours: that is the most. Ask another person.`
}
const waiting: Bilingual = {
  fr: 'Votre accès à ce dossier attend d’être confirmé.',
  en: 'Your access to this case waits to be confirmed.'
}
const refusedBefore: Bilingual = {
  fr: 'Un accès à ce dossier vous a été refusé : une autre personne doit l’ouvrir.',
  en: 'An access to this case was refused to you: another person must open it.'
}

const sinceADay = `select count(*)::int as n from glass_opening
  where person_id = $1 and opened_at > $2::timestamptz - interval '24 hours'`

const before = `select coalesce(bool_or(state = 'open'), false) as waits, coalesce(bool_or(state = 'refused'), false) as refused
  from glass_opening where person_id = $1 and case_id = $2`

/**
 * Where one person's openings of a day stop, counted one after the other. Asked before anything of the case is: who has
 * opened enough is refused alike for every case, and learns of none.
 */
export const withinDay = async (tx: Tx, { personId }: Actor, at: Date): Promise<void> => {
  await runQuery(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`glass ${personId}`])
  const [day] = await runQuery<{ n: number }>(tx, sinceADay, [personId, at])
  if (day!.n >= openingsADay) throw new TooManyRequests('above the limit of a day', tooMany)
}

/** A second hour is not had by opening again, nor what a colleague refused. */
export const notAgain = async (tx: Tx, { personId }: Actor, caseId: string): Promise<void> => {
  const [here] = await runQuery<{ waits: boolean; refused: boolean }>(tx, before, [personId, caseId])
  if (here?.refused) throw new RuleRefused('refused before', refusedBefore)
  if (here?.waits) throw new RuleRefused('waits already', waiting)
}
