import { isId } from '../../core/ids.ts'

/** What a person chose that an item is to the register: as compared, a new one, or a thing that stands there. */
export function readRegister<Id extends string>(form: URLSearchParams): 'compared' | 'new' | Id {
  const chosen = form.get('register')
  if (chosen === 'new') return 'new'
  return isId(chosen) ? (chosen as Id) : 'compared'
}
