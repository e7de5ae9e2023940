// What all views of one class are given.
import type { ClassWithSeats } from '../../../../shared/protocol/classes.ts'
import type { Asked } from '../../parts/loaded.tsx'

/** One class as it is now, and how to ask anew. */
export interface ClassProps {
  held: ClassWithSeats
  asked: Asked<ClassWithSeats>
}

/** Where people join: the code stands behind the #, so that no server's log gets it. */
export function linkOf({ joinCode }: Pick<ClassWithSeats, 'joinCode'>): string {
  return `${location.origin}/kelas/#${joinCode}`
}
