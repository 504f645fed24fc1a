import type { ConversationForm, paths } from '#lib/api.types.ts'

type Body = paths['/api/cases/{id}/conversation']['post']['requestBody']['content']['application/json']
type Scope = Body['agrees'][number]

/** What was typed and answered, as the form carries it: it comes back whole where it is refused. */
export type Said = Record<string, string>

export const answerName = (scope: string) => `accord.${scope}`

/** A means of speaking, and whether somebody interprets, as one answer. */
export const withInterpreter = (means: string) => `${means}+interpreter`

export const saidIn = (form: FormData): Said =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === 'string' && !name.startsWith('_') ? [[name, value]] : []
    )
  )

const scopesWith = (said: Said, answer: string) =>
  Object.entries(said).flatMap(([name, value]) =>
    name.startsWith('accord.') && value === answer ? [name.slice('accord.'.length) as Scope] : []
  )

/** Each answer as the API takes it: what was not asked, or left for later, is left out. The API judges the rest. */
export const bodyOf = (said: Said): Body => {
  const [means, interpreted] = (said['means'] ?? '').split('+')
  const wished = said['souhait'] === 'yes' || said['souhait'] === 'no'
  return {
    ...({ shown: said['shown'], language: said['language'], means } as Body),
    on: said['on'] ?? '',
    interpreter: interpreted !== undefined,
    ...(said['informs'] === 'true' && { helpWithoutConsent: said['helpWithoutConsent'] === 'true' }),
    agrees: scopesWith(said, 'yes'),
    refuses: scopesWith(said, 'no'),
    withdraws: scopesWith(said, 'withdraw'),
    ...(wished && { wishes: said['souhait'] === 'yes', confidential: said['confidential'] === 'true' })
  }
}

/** What was recorded of it, in the order in which it is: the page then says each, and not the first alone. */
export const actsIn = (body: Body): string[] =>
  Object.entries({
    'person.inform': body.helpWithoutConsent !== undefined,
    'consent.withdraw': body.withdraws.length > 0,
    'consent.refuse': (body.refuses ?? []).length > 0,
    'consent.record': body.agrees.length > 0,
    'reflection.offer': body.wishes !== undefined
  }).flatMap(([command, is]) => (is ? [command] : []))

export const actIn = ({ acts }: Pick<ConversationForm, 'acts'>, command: string) =>
  acts.find((act) => act.command === command)

/** What would be recorded of these answers, act by act. */
export const named = (sheet: ConversationForm, said: Said) => {
  const labels = (answer: string) =>
    sheet.consents.filter(({ scope }) => said[answerName(scope)] === answer).map(({ label }) => label)
  return {
    informs: actIn(sheet, 'person.inform')?.enabled === true,
    agrees: labels('yes'),
    refuses: labels('no'),
    withdraws: labels('withdraw'),
    wishes: said['souhait'] === 'yes' ? true : said['souhait'] === 'no' ? false : null
  }
}
