import type { Catalogue } from './index.ts'
import { id } from './id.ts'
export const en: Catalogue = id
