// Banks as people write them before an account number, in lower case. A bare "bank" is known to the detector.
export const bankNames: readonly string[] = [
  'sea ?bank',
  ...(
    'bca bni bri btn bsi bjb bpd bsg brk mandiri cimb niaga permata danamon muamalat maybank ocbc panin ' +
    'mega jatim jateng dki banten sulselbar jago jenius blu allo nagari sinarmas bukopin hsbc uob superbank btpn bpr bprs'
  ).split(' '),
]
/** Wallets; "dana" is money everywhere else, so they count right before a number only. */
export const walletNames: readonly string[] = ['dana', 'ovo', 'go ?pay', 'shopee ?pay', 'link ?aja']
