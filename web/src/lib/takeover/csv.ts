/** What a spreadsheet wrote: UTF-8, or what Excel writes in French on Windows where it is not. */
export const csvText = async (file: File): Promise<string> => {
  const bytes = await file.arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The file that a form brings, or what was pasted beside it, as text. */
export const csvIn = async (form: FormData): Promise<string> => {
  const file = form.get('file')
  const pasted = String(form.get('csv') ?? '')
  return file instanceof File && file.size > 0 ? csvText(file) : pasted
}
