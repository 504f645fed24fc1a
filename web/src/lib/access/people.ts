import { idempotencyKey, send } from '#lib/api.ts'
import type { People } from '#lib/api.types.ts'
import { comesBack, isSure, unsure } from '#lib/form/unsure.ts'
import { after, keyIn, typedIn } from './after.ts'
import { doneAt, doneIn } from './done.ts'
import { settling } from './settling.ts'

type Event = { fetch: typeof fetch; request: Request; url: URL; locals: App.Locals }

type MemberAct = 'end' | 'sign-out' | 'warned' | 'return' | 'absence' | 'manager' | 'seat'

/** Whether what was asked of a seat in the cell waits for a second person. */
const waits = (act: MemberAct, shown: People | null, id: string) =>
  act === 'seat' ||
  (act === 'absence' && shown?.members.some((one) => one.id === id && one.absentFrom === null))

/** A seat always waits, and is said as such. */
const deedOf = (act: MemberAct, form: FormData) => {
  if (act === 'manager') return form.get('manager') === 'true' ? act : 'unmanaged'
  return act === 'seat' ? 'propose' : act
}

const onMember =
  (act: MemberAct, bodyOf: (form: FormData) => object | undefined = () => undefined) =>
  async ({ fetch, request, url, locals }: Event) => {
    const form = await request.formData()
    // It is not given back but by a new invitation.
    if (act === 'end' && !isSure(form))
      return comesBack(unsure(locals.locale, 'people.endUnsure'), undefined, form)
    const at = { id: String(form.get('member')) }
    const body = bodyOf(form)
    const asked = { at, key: keyIn(form), ...(body && { body }) }
    const sent = await send(fetch, 'post', `/api/memberships/{id}/${act}`, asked)
    const to = sent.ok && waits(act, sent.value, at.id) ? `${url.pathname}?attend` : null
    return after(sent, to ?? doneAt(url.pathname, deedOf(act, form)), form)
  }

const onInvitation =
  (act: 'again' | 'withdraw') =>
  async ({ fetch, request, url }: Event) => {
    const form = await request.formData()
    const asked = { at: { id: String(form.get('invitation')) }, key: keyIn(form) }
    return after(await send(fetch, 'post', `/api/invitations/{id}/${act}`, asked), doneAt(url.pathname, act))
  }

const invite = async ({ fetch, request, url }: Event) => {
  const form = await request.formData()
  const { email, role } = typedIn(form, 'email', 'role')
  const [manager, alternate] = [form.get('manager') === 'true', form.get('alternate') === 'true']
  const sent = await send(fetch, 'post', '/api/organisations/{id}/invitations', {
    at: { id: String(form.get('organisation')) },
    body: { email: email ?? '', role, manager, alternate },
    key: keyIn(form)
  })
  return after(sent, `${url.pathname}?invite=${role ?? ''}`, form)
}

/** What is done with people, on one’s own page and on that of the administration. */
export const peopleActs = {
  invite,
  end: onMember('end'),
  signOut: onMember('sign-out'),
  warned: onMember('warned'),
  back: onMember('return'),
  away: onMember('absence', (form) => ({
    from: String(form.get('from') ?? ''),
    until: typedIn(form, 'until').until
  })),
  manager: onMember('manager', (form) => ({ manager: form.get('manager') === 'true' })),
  seat: onMember('seat', (form) => ({ alternate: form.get('alternate') === 'true' })),
  again: onInvitation('again'),
  uninvite: onInvitation('withdraw'),
  ...settling
}

/** What the page must know beside the people themselves. */
export const aboutPage = (url: URL) => ({
  done: doneIn(url),
  /** What was asked waits for a second person. */
  waits: url.searchParams.has('attend'),
  /** In which role somebody was just invited. */
  invited: url.searchParams.get('invite'),
  key: idempotencyKey()
})
