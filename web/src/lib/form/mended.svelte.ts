import { fieldName } from './errors.ts'

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

  /** Of a sign, its source is what lacked, and one may stand for all of them; of all signs together, one of them. */
  is = (path: string): boolean => {
    const field = fieldName(path)
    if (field === 'indicators') return this.names.includes('indicator')
    if (field.startsWith('sign.') && this.names.includes('sources')) return true
    return this.names.includes(field.replace(/^sign\./, 'source.'))
  }

  left(errors: Record<string, string>): Record<string, string> {
    return Object.fromEntries(Object.entries(errors).filter(([name]) => !this.is(name)))
  }
}
