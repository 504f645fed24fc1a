import { fail, idempotencyKey, perform, type Fetch } from '#lib/api.ts'
import type { CaseLine, Problem } from '#lib/api.types.ts'
import { textOf } from '#lib/form/parse.ts'
import { caseHref } from '#lib/case/links.ts'

/** A case in which the act was refused, by the code that was on its line. */
export type RefusedLine = { href: string; code: string; problem: Problem }
export type Together = { done: number; refused: RefusedLine[] }
/** What a line carries when it is ticked: the version that was read, and a key; pressed twice, its act is done once. */
export type Tick = { version: string; key: string }

/** The act that lines of a list wait for, and that may be done in all of them at one go. */
export const sharedAct = (lines: readonly CaseLine[]): { command: string; label: string } | null =>
  lines.find(({ waitsFor }) => waitsFor && waitsFor.together !== null)?.waitsFor ?? null

/** By the case of each line. */
export const ticksOf = (lines: readonly CaseLine[]): Record<string, Tick> =>
  Object.fromEntries(
    lines.flatMap(({ id, waitsFor }) =>
      waitsFor && waitsFor.together !== null
        ? [[id, { version: waitsFor.together, key: idempotencyKey() }]]
        : []
    )
  )

/** No more than the API ever lists at once. */
const atOnce = 100

/** No answer of the rules: signed out, too many requests, a fault. What is left is sent again, and nothing is done twice. */
export const isNoVerdict = ({ status }: Problem) => status === 401 || status === 429 || status >= 500

/**
 * The act of the form in each case that was ticked, one after another: each goes through the same gate as if alone.
 * @throws the error of the whole page where the service, and not a rule, did not answer.
 */
export async function actTogether(fetcher: Fetch, form: FormData): Promise<Together> {
  const command = encodeURIComponent(textOf(form, '_command'))
  const ids = [...new Set(form.getAll('case').map(String))].slice(0, atOnce)
  const refused: RefusedLine[] = []
  for (const id of ids) {
    const sent = await perform(fetcher, `/api/cases/${encodeURIComponent(id)}/commands/${command}`, {
      body: {},
      key: textOf(form, `_key-${id}`),
      version: textOf(form, `_version-${id}`),
      shortly: true
    })
    if (!sent.ok && isNoVerdict(sent.problem)) fail(sent.problem)
    if (!sent.ok)
      refused.push({ href: caseHref(id), code: textOf(form, `_code-${id}`), problem: sent.problem })
  }
  return { done: ids.length - refused.length, refused }
}
