// First letters of Indonesian number plates, one per registration area (Perpol 7/2021).
export const plateAreas: ReadonlySet<string> = new Set(
  (
    'A AA AB AD AE AG B BA BB BD BE BG BH BK BL BM BN BP D DA DB DC DD DE DG DH DK DL DM DN DP DR DS DT DW E EA EB ED F G ' +
    'H K KB KH KT KU L M N P PA PB PG PS PT PY R S T W Z'
  ).split(' '),
)
