import type { Bilingual } from '../../../workflows/vocabulary/vocabulary.ts'
import { runQuery, type Tx } from '../../db/context.ts'
import type { Locale } from '../../locale.ts'
import type { MergePreview } from '../../views/organisations/organisations.ts'

const keepingWords = {
  meetings: { fr: 'Réunions de la cellule', en: 'Meetings of the cell' },
  handings: {
    fr: 'Passages de dossiers en attente de réponse',
    en: 'Handings of cases that wait for an answer'
  },
  contacts: { fr: 'Contacts nommés', en: 'Named contacts' },
  settlements: { fr: 'Lieux de vie informels', en: 'Informal settlements' },
  openings: { fr: 'Accès d’urgence en cours', en: 'Running emergency accesses' }
} as const satisfies Record<string, Bilingual>

const changeWords = {
  seats: {
    fr: 'Sièges de la cellule qui prennent fin, car l’autre est d’un autre département',
    en: 'Seats of the cell that end, the other being of another département'
  },
  team: {
    fr: 'Personnes qui y forment une équipe, laquelle suit ce que leur organisation suivait',
    en: 'People who become a team there, which follows what their organisation followed'
  },
  managers: {
    fr: 'Responsables des accès qui ne le sont plus dans l’organisation qui reste, où ce droit se donne à nouveau',
    en: 'People who manage access and no longer do in the organisation that stays, where that right is given anew'
  },
  kept: {
    fr: 'Personnes accompagnées qui passent à une organisation qui n’est pas habilitée à signaler : elle les garde, et n’en accompagnera pas de nouvelles',
    en: 'Persons accompanied who come to an organisation that is not accredited to flag: it keeps them, and will accompany nobody anew'
  }
} as const satisfies Record<string, Bilingual>

type Counted = Partial<Record<string, number | string>> | null

/** What goes with a merge beside what is counted of every organisation, and what changes for its people. */
export type Merged = { keepings: Counted; changes: Counted }

/** As columns of a statement: of the organisation that goes, and of the one into which it is merged. */
export const merged = (
  from: string,
  into: string
) => `(select to_jsonb(k) from organisation_keepings(${from}) k where ${into} is not null) as keepings,
  (select to_jsonb(c) from merge_changes(${from}, ${into}) c where ${into} is not null) as changes`

export const mergedBy = async (tx: Tx, pair: readonly [from: string, into: string]): Promise<Merged> =>
  (await runQuery<Merged>(tx, `select ${merged('$1::uuid', '$2::uuid')}`, [...pair]))[0]!

const linesOf = (words: Record<string, Bilingual>, counted: Counted, locale: Locale) =>
  Object.entries(words)
    .map(([key, word]) => ({ label: word[locale], count: Number(counted?.[key] ?? 0) }))
    .filter(({ count }) => count > 0)

/** Read alike by whoever proposes a merge and by whoever confirms it. */
export const mergeSays = (
  { keepings, changes }: Merged,
  locale: Locale
): Pick<MergePreview, 'keepings' | 'changes'> => ({
  keepings: linesOf(keepingWords, keepings, locale),
  changes: linesOf(changeWords, changes, locale)
})
