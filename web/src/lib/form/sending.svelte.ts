import type { SubmitFunction } from '$app/forms'
import type { Problem } from '#lib/api.types.ts'
import { unsent } from './unsent.ts'

/** What an answer leaves of the form, and whether the page is read again. */
type Options = { reset?: boolean; refreshAll?: boolean }

/** A form on its way: whether it is under way, and why it never reached the act. With JavaScript, for `use:enhance`. */
export class Sending {
  busy = $state(false)
  lost = $state<Problem | null>(null)
  /** How often what was sent was done: whatever stands on the same page next begins empty. */
  done = $state(0)
  /** The same press once more. */
  again = $state.raw(() => {})
  private readonly options: Options

  constructor(options: Options = { reset: false }) {
    this.options = options
  }

  submit: SubmitFunction = ({ formElement, submitter }) => {
    this.busy = true
    this.again = () => formElement.requestSubmit(submitter)
    return async ({ result, update }) => {
      this.lost = unsent(result)
      // Said before the page is read again, which may take the form away.
      const heard = this.lost ? 'unsent' : result.type === 'failure' ? null : 'sent'
      if (heard) formElement.dispatchEvent(new Event(heard, { bubbles: true }))
      // An address that says what was done, or of what the page is, is another one than the form was sent to: gone there
      // while everything is read again, what was refused and typed would be lost.
      if (!this.lost) await update({ ...this.options, navigate: !this.options.refreshAll })
      if (result.type === 'redirect') this.done += 1
      this.busy = false
    }
  }
}
