type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const controls = 'input, textarea, select'
const ticked = ({ type }: HTMLInputElement) => type === 'radio' || type === 'checkbox'

/** What a list shows as long as nobody chose. */
const firstShown = ({ options }: HTMLSelectElement) =>
  [...options].findLast(({ defaultSelected }) => defaultSelected) ?? options[0]

function touched(control: Control): boolean {
  if (control instanceof HTMLSelectElement) return control.selectedOptions[0] !== firstShown(control)
  if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue
  if (control.type === 'file') return false
  if (!ticked(control)) return control.value !== control.defaultValue
  // Of several buttons the one that is pressed says all.
  return control.checked !== control.defaultChecked && (control.checked || control.type === 'checkbox')
}

/** Gives back what one control held, and says so as if it were written now. */
function giveBack(control: Control): () => void {
  const { value } = control
  const checked = control instanceof HTMLInputElement && ticked(control) ? control.checked : null
  return () => {
    if (!control.isConnected) return
    if (checked === null) control.value = value
    else (control as HTMLInputElement).checked = checked
    for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }))
  }
}

/** What was ticked or written before the script came, which starts from what the page said: kept, and given back once it runs. */
export function keepEarly(root: ParentNode): () => void {
  const early = [...root.querySelectorAll<Control>(controls)].filter(touched).map(giveBack)
  return () => early.forEach((back) => back())
}
