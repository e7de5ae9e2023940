// What admins did, told in words. Pure; the gateway's papers and the console's log use it.
export { actSentences } from './sentences.ts'
export { detailOf, tellAct, type Named } from './tell.ts'
export { toldActs } from './told.ts'
