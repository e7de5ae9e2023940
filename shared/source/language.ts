// Which language a text is in, of those that reach an Indonesian office. Script tells most; among Latin letters the small
// words do, which every sentence has and few languages share.

/** Indonesian, English, Mandarin, Japanese, Korean, Arabic, Sundanese, Javanese. */
export type TextLanguage = 'id' | 'en' | 'zh' | 'ja' | 'ko' | 'ar' | 'su' | 'jv'

const scripts: readonly (readonly [TextLanguage, RegExp])[] = [
  ['ja', /[\u3040-\u30ff]/g],
  ['ko', /[\uac00-\ud7af\u1100-\u11ff]/g],
  ['zh', /[\u4e00-\u9fff]/g],
  ['ar', /[\u0600-\u06ff]/g],
]
/** A letter of these says as much as so many Latin ones. */
const weight = 3

const smallWords: Readonly<Record<'id' | 'en' | 'su' | 'jv', ReadonlySet<string>>> = {
  id: words(
    'yang dan di ke dari untuk dengan ini itu pada tidak sudah belum akan saya kami kita anda adalah ada atau karena oleh ' +
      'juga bisa dapat telah sebagai agar mohon tolong terima kasih tersebut bapak ibu sejak sampai jalan rumah warga kalau ' +
      'jika bila saja lagi hari nomor surat nggak gak yg dgn utk tdk sdh krn',
  ),
  en: words(
    'the of and to in is are was were for on with that this it as at by from be have has had not we you your our they will ' +
      'would can could please which there been an or if about their please dear regards',
  ),
  su: words(
    'nu teu anu jeung sareng abdi kuring urang ieu eta éta di ka tina pikeun keur ayeuna geus parantos tos henteu aya naon ' +
      'kumaha mah teh téh atuh hoyong punten hatur nuhun bade badé margi kusabab imah bumi dinten',
  ),
  jv: words(
    'sing ora kula kulo aku panjenengan sampeyan iki iku menika punika saking ing karo kalih lan wis sampun durung dereng ' +
      'ana wonten apa nopo piye pripun matur nuwun nggih kanggo kangge amarga amargi griya omah dalan mboten boten arep ' +
      'badhe tulung wae kok',
  ),
}
/** Enough to tell by; a whole page says no more. */
const sample = 4000
/** Fewer small words are chance. */
const fewest = 2

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}

/** @returns the language of most of a text, or null where too little tells it */
export function languageOf(text: string): TextLanguage | null {
  const head = text.slice(0, sample)
  const latin = head.match(/[a-zà-ž]/gi)?.length ?? 0
  for (const [language, letters] of scripts) {
    const found = head.match(letters)?.length ?? 0
    if (found * weight > latin && found > fewest) return language
  }
  const counts = countWords(head)
  const [best] = counts
  return best && best[1] >= fewest ? best[0] : null
}

/** Small words by language, most first. Where Javanese or Sundanese is mixed into Indonesian, its share must be real. */
function countWords(text: string): [keyof typeof smallWords, number][] {
  const counts = { id: 0, en: 0, su: 0, jv: 0 }
  for (const [word] of text.toLowerCase().matchAll(/[a-zé]+/g)) {
    for (const language of ['id', 'en', 'su', 'jv'] as const) {
      if (smallWords[language].has(word)) counts[language] += 1
    }
  }
  return (Object.entries(counts) as [keyof typeof smallWords, number][]).sort((a, b) => b[1] - a[1])
}
