// How people are called and titled, as hashes of words.
import { hashWord } from '../tokens.ts'

/** Said of people alone, so that even an ordinary word with a capital behind them is a name: "Mbak Ramadan". */
export const isCalled = new Set('pak mas mbak mba sdr sdri bapak'.split(' ').map(hashWord))
/** Behind one of these a word is likelier a name. */
export const honorifics = new Set(
  'pak bu bpk bapak ibu mas mbak mba bang kang teh mpok cak sdr sdri saudara saudari tn ny nn tuan nyonya mr mrs ms bunda ustadz ustaz ust gus ning jeng bernama'
    .split(' ')
    .map(hashWord),
)
/** Titles that belong to a name, and to the name of a school or hospital called after somebody. */
export const titlesBefore = new Set('h hj kh dr drs dra ir prof drg'.split(' ').map(hashWord))
/** What stands between the word for a thing and the name it is called after. */
export const titlesBetween = new Set(
  'kapten kolonel letjen jenderal jend mayor mayjen brigjen letkol letnan laksamana dr ir h hj kh prof drs bu pak mas mbak ny haji ustad hajah raden ibu mang bang kang cak mpok mbok mak mbah yu'
    .split(' ')
    .map(hashWord),
)
