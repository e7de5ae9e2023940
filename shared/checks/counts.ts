// Numbers that people write in words.

/** In Indonesian, each at the place of its number, from none to ten. */
export const countWords: readonly string[] =
  'nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh'.split(' ')
