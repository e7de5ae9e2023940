// The extension's fixed identity in Chromium browsers, so that the gateway knows its origin and a browser policy its id.

/** Public key in the manifest's `key`. Its private half was not kept: a packed build is signed with the publisher's own. */
export const extensionKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAm4aG1zUNrUrnOMW1NiR175mT3GNnSq9Sy4iXAriT1Ue5YbUATRLkdWK9rkwJJ5Fm9OE4' +
  'CBPE88QcaQZQsWk2my2d2ruA4ukpEWJAiUGvVkRmYoODiVvIulmO2UqO9jKcBxjuTeHY5cwedE7y3KczhHhfGwGjos6m794WYsbkbnRR++yczUwK' +
  'VOKZUI8FskFo/dmMuB9IrhumJ6RhI1Pc5ago+BrECWaclgUA/x5istNs/VI6zA1h5RXxqPDSClq6Yp7YAStT1600YCG/VgRBeLnNWgdEn9lQRsfq' +
  'dKhrgIJCSeBtEDdsvK4reY8uMCwmhfphYRwQ2WfsMbrT9SwaiwIDAQAB'

/** First half of the key's SHA-256, written with the letters a to p: how Chromium names an extension. */
export const extensionId = 'bemnckbagcmehlgdmopoihomdpcojbhk'
