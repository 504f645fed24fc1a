import { concludingRefused } from '../../../policies/requirements/voices.ts'
import { conductsMeetings } from '../../../policies/features.ts'
import type { Actor } from '../../../policies/actor.ts'
import type { Shown } from '../../../policies/requirements/requirement.ts'
import { firstVoices } from '../../../workflows/facts/opinions.ts'
import type { Bilingual } from '../../../workflows/vocabulary/vocabulary.ts'
import { runQuery, type Tx } from '../../db/context.ts'
import type { DisclosedCase } from '../../disclosure/door.ts'
import type { NextStep } from '../../views/next.ts'

const words = {
  label: { fr: 'Un second avis est attendu', en: 'A second opinion is awaited' },
  awaited: {
    fr: 'Il vient d’une autre institution que le premier\u00a0: {names}.',
    en: 'It comes from another institution than the first: {names}.'
  },
  toConvene: {
    fr: 'Il vient d’une autre institution que le premier. À la cellule, sans lire ce dossier\u00a0: {names}. Inscrivez-le à une réunion et convoquez-la\u00a0: cela le leur ouvre.',
    en: 'It comes from another institution than the first. In the cell, without reading this case: {names}. Put it before a meeting and convene it: that opens it to them.'
  },
  nobody: {
    fr: 'Il vient d’une autre institution que le premier, et personne ne siège encore pour cela. Une fois le siège pris, une réunion convoquée ouvre ce dossier à qui le tient.',
    en: 'It comes from another institution than the first, and nobody sits for that yet. Once the seat is taken, a meeting that is convened opens this case to whoever holds it.'
  }
} as const satisfies Record<string, Bilingual>

type Voice = { orgId: string; orgType: string; name: string; reads: boolean }

const text = `select org_id as "orgId", org_type as "orgType", name, reads from second_voices($1)`

/** Whether this reader keeps the file of a case that a first opinion stands in, and two conclude on by themselves. */
const mayAsk = ({ facts, beside, held, reader: { actor } }: DisclosedCase, { quorum }: Shown['deciding']) =>
  held.includes('cell') &&
  conductsMeetings(actor) &&
  facts.proposal != null &&
  beside.takingPart.includes('cell_member') &&
  quorum.institutions <= 2

const namesIn = (voices: readonly Voice[]) => voices.map(({ name }) => name).join(', ')

type Waits = { why: string; leads?: 'meetings' | 'seats' }

const waitsFor = (others: readonly Voice[], { reader: { locale } }: DisclosedCase): Waits => {
  const readers = others.filter(({ reads }) => reads)
  if (readers.length > 0) return { why: words.awaited[locale].replace('{names}', namesIn(readers)) }
  if (others.length === 0) return { why: words.nobody[locale], leads: 'seats' }
  return { why: words.toConvene[locale].replace('{names}', namesIn(others)), leads: 'meetings' }
}

/**
 * The card of whoever keeps the file, where nothing is theirs to do and a second opinion is waited for: from whom, and what lets them
 * give it. Otherwise a case whose second institution took its seat too late to be let in would wait unseen.
 */
export const withSecondVoice = async (
  tx: Tx,
  told: DisclosedCase,
  { next, deciding }: { next: NextStep; deciding: Shown['deciding'] }
): Promise<NextStep> => {
  if (next.is !== 'nothing' || !mayAsk(told, deciding)) return next
  const { proposal = null, otherVoices = [] } = told.facts
  const spoken = firstVoices({ proposal, otherVoices }).map(({ orgId }) => orgId)
  const others = (await runQuery<Voice>(tx, text, [told.id])).filter(
    ({ orgId, orgType }) =>
      !spoken.includes(orgId) &&
      concludingRefused({ orgType: orgType as Actor['orgType'] }, deciding) === null
  )
  const { why, leads } = waitsFor(others, told)
  const { locale } = told.reader
  return {
    ...next,
    label: words.label[locale],
    because: [why, ...(next.due ? next.because : [])],
    ...(leads && { leads })
  }
}
