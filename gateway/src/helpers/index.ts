// All helpers by their model name. One more: a file beside this, its name in shared/protocol/helpers.ts, a line here.
import type { HelperName } from '../../../shared/protocol/index.ts'
import { compose } from './compose.ts'
import type { Helper } from './helper.ts'
import { improve } from './improve.ts'
import { recipe } from './recipe.ts'
import { reply } from './reply.ts'
import { summarise } from './summarise.ts'
import { translate } from './translate.ts'

export const helpers: Record<HelperName, Helper> = { summarise, translate, reply, improve, compose, recipe }

export type { HelperContext } from './helper.ts'
