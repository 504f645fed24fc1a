/** The form that this page keeps on the device, until when, and whether the device was emptied since. */
class Kept {
  form = $state.raw<HTMLFormElement | null>(null)
  until = $state<string | null>(null)
  over = false
}

export const kept = new Kept()

/** Heard by all tabs of this browser: nothing of the person who left is written any more. */
export const wipedChannel = 'kept'
