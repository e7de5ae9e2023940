import { cityApi } from '../../api-city.ts'
import { t } from '../../i18n/index.ts'
import { Copy } from '../../parts/copy.tsx'
import { Loaded, useAsked } from '../../parts/loaded.tsx'
import { actor } from '../../session.ts'

/** How to prove that an export is whole, and the key to do it with. */
export function Verifying() {
  return (
    <details>
      <summary>{t('verify')}</summary>
      <div class="stack">
        <p>{t('verifyHint')}</p>
        <pre class="example">
          npm run verify-audit -- audit.csv --key &lt;{t('signingKey').toLowerCase()}&gt;
        </pre>
        {actor.value?.office === null ? <SigningKey /> : <p class="muted">{t('signingKeyAsk')}</p>}
      </div>
    </details>
  )
}

function SigningKey() {
  const asked = useAsked(cityApi.signingKey, 'signing key')
  return (
    <Loaded asked={asked}>
      {({ publicKey }) => (
        <>
          <p>
            {t('signingKey')}: <span class="code">{publicKey}</span>
          </p>
          <div class="actions">
            <Copy text={publicKey} />
          </div>
          <p class="muted small">{t('signingKeyHint')}</p>
        </>
      )}
    </Loaded>
  )
}
