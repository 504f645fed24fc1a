import type { CaseAction, CaseView } from '#lib/api.types.ts'

/** What is weighed beside another file, or ends everyone's part in this one, has a page of its own. */
const ownPage = (form: CaseAction): boolean =>
  form.confirms === 'merge.propose' || 'into' in (form.input.properties ?? {}) || Boolean(form.ahead?.ends)

/** The act that is filled in on the page of the case; null where the card leads to it. */
export function formHere({
  nextStep: { form }
}: {
  nextStep: Pick<CaseView['nextStep'], 'form'>
}): CaseAction | null {
  return form?.enabled && !form.unusual && !ownPage(form) ? form : null
}

export const asksPlace = (form: CaseAction | null): boolean =>
  form !== null && 'placeId' in (form.input.properties ?? {})
