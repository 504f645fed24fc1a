/** Fields that were written in since a form came back: what was said of them may no longer hold. */
export class Mended {
  private names = $state<readonly string[]>([])

  /** For `oninput` of the form. */
  note = ({ target }: Event) => {
    const name = (target as Partial<HTMLInputElement> | null)?.name
    if (name && !this.names.includes(name)) this.names = [...this.names, name]
  }

  /** Another answer came: all that it says is new. */
  reset() {
    this.names = []
  }

  /** Of a sign, its source is what lacked. */
  left(errors: Record<string, string>): Record<string, string> {
    const written = this.names.map((name) => name.replace(/^source\./, 'sign.'))
    return Object.fromEntries(Object.entries(errors).filter(([name]) => !written.includes(name)))
  }
}
