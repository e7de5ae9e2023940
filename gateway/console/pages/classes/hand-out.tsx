import { day, moment, t } from '../../i18n/index.ts'
import { Page } from '../../parts/page.tsx'
import { Qr } from '../../parts/qr.tsx'
import { hrefTo } from '../../router.ts'
import { linkOf, type ClassProps } from './held.ts'
import { JoinCode } from './join-code.tsx'

const rules = ['ruleInvented', 'ruleDraft', 'ruleEvidence', 'rulePublic', 'ruleSecret', 'ruleSeen'] as const

/** One A4 page for each participant: how to come in, what holds, whom to ask. */
export function HandOut({ held }: { held: ClassProps['held'] }) {
  const { id, name, joinCode, startsAt, endsAt, keysUntil } = held
  return (
    <Page
      title={`${t('toHandOut')}: ${name}`}
      actions={
        <>
          <a class="button" href={hrefTo('kelas', id)}>
            {t('backToClass')}
          </a>
          <button class="primary" onClick={() => print()}>
            {t('print')}
          </button>
        </>
      }
    >
      <article class="hand-out printed">
        <header>
          <h2>{t('handOutTitle')}</h2>
          <p>
            <strong>{name}</strong>
            <br />
            {t('classFromTo', { from: moment(startsAt), to: moment(endsAt) })}
          </p>
        </header>
        <section class="way-in">
          <div>
            <h3>{t('joinCode')}</h3>
            <JoinCode code={joinCode} />
            <p>{t('noIcon', { address: `${location.host}/kelas` })}</p>
          </div>
          <Qr text={linkOf(held)} />
        </section>
        <section>
          <h3>{t('handOutSteps')}</h3>
          <ol>
            <li>{t('step1')}</li>
            <li>
              {t('step2')} <strong>{location.host}</strong>
            </li>
            <li>{t('step3')}</li>
          </ol>
        </section>
        <section>
          <h3>{t('handOutRules')}</h3>
          <ul>
            {rules.map((rule) => (
              <li key={rule}>{t(rule)}</li>
            ))}
            <li>{t('keysHoldUntil', { day: day(keysUntil) })}</li>
          </ul>
        </section>
        <section>
          <h3>{t('handOutAsk')}</h3>
          <ul>
            <li>{t('askInClass')}</li>
            <li>{t('askAfter')}</li>
          </ul>
        </section>
      </article>
    </Page>
  )
}
