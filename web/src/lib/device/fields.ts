/** What somebody typed into a form: names and values, hidden ones with them, so that it is sent as the same act. */
export type Fields = [name: string, value: string][]

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

export const fieldsOf = (form: HTMLFormElement): Fields =>
  [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))

const controlsOf = (form: HTMLFormElement) =>
  [...form.querySelectorAll<Control>('input[name], textarea[name], select[name]')].filter(
    ({ type }) => type !== 'file' && type !== 'submit'
  )

const changed = (control: Control) => {
  for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }))
}

/** Gives one control what it held; whether that was something else than it holds. */
function give(control: Control, values: readonly string[]): boolean {
  if (control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type)) {
    const wanted = values.includes(control.value)
    if (control.checked === wanted) return false
    control.checked = wanted
    if (wanted || control.type === 'checkbox') changed(control)
    return true
  }
  const [value] = values
  if (value === undefined || control.value === value) return false
  control.value = value
  // A list may not have it any more: it then stays as it is.
  if (control.value !== value) return false
  changed(control)
  return true
}

/** An answer may bring other questions, and those their own answers. */
const rounds = 4

export async function fill(form: HTMLFormElement, fields: Fields, drawn: () => Promise<void>): Promise<void> {
  const valuesOf = (name: string) => fields.flatMap(([one, value]) => (one === name ? [value] : []))
  for (let round = 0; round < rounds; round += 1) {
    const given = controlsOf(form).filter((control) => give(control, valuesOf(control.name)))
    if (given.length === 0) return
    await drawn()
  }
}
