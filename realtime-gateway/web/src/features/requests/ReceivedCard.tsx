import type { Price } from '@ringside/client';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { isPending } from '../../data/deed.ts';
import { priceInput } from '../../data/format.ts';
import { ownAnswer, type RfqRow } from '../../data/rfq-rows.ts';
import * as controls from '../../design/controls.css.ts';
import { StatusMark } from '../../design/StatusMark.tsx';
import { useFloor, useFloorState, useNow, useRow } from '../floor/context.ts';
import { PersonMark } from '../presence/index.ts';
import { isStale } from '../quotes/staleness.ts';
import { typed } from '../ticket/checks.ts';
import { NumberField } from '../ticket/fields.tsx';
import { steppedPrice } from '../ticket/ticket.state.ts';
import { AccountWords } from './AccountWords.tsx';
import * as css from './answer.css.ts';
import { answerForm, besideMarket, touchFor } from './answer.state.ts';
import { useCountdown } from './Countdown.tsx';
import { DeedLine } from './DeedLine.tsx';
import { Head } from './Head.tsx';
import { MarketFills } from './MarketFills.tsx';
import { slim } from './requests.css.ts';
import type { RequestsStore } from './requests.store.ts';
import { askerName, ownSide, personName, priceOf } from './words.ts';

/** A request of somebody else: the price field, what the market does, and what this user has answered so far. */
export function ReceivedCard({ row, store }: { row: RfqRow; store: RequestsStore }) {
  const floor = useFloor();
  const { view } = row;
  const instruments = useFloorState(state => state.instruments);
  const counterparties = useFloorState(state => state.counterparties);
  const connection = useFloorState(state => state.connection);
  const instrument = instruments.get(view.instrument);
  const quote = useRow(floor.books.quotes, view.instrument);
  const shown = useNow();
  const now = floor.clock.at(shown);
  const left = useCountdown(view);
  const wish = useStore(store, state => state.wish === row.key);
  const field = useRef<HTMLInputElement>(null);
  const draft = useStore(store, state => state.drafts[row.key]);
  const own = ownAnswer(view);
  // Who has passed may give a price after all.
  const [again, setAgain] = useState(false);
  const pending = isPending(row.deed);
  const fresh = quote && !isStale(quote, shown) ? quote.quote : undefined;
  const proposed = own?.price ?? touchFor(view, fresh);
  const account = draft?.account ?? view.account ?? floor.user.accounts[0] ?? '';
  const form = answerForm(draft?.price ?? '', view, instrument, { connection, now });

  // A price that follows the market would move under a press; so the market proposes once.
  useEffect(() => {
    if (draft || !proposed || !instrument) return;
    store.getState().change(row.key, { price: priceInput(proposed, instrument.priceTick), account });
  }, [draft, proposed, instrument, store, row.key, account]);

  // Not before the price is there, which is selected, so that typing replaces it.
  const ready = draft !== undefined || !proposed || !instrument;
  useEffect(() => {
    if (!wish || !ready) return;
    field.current?.focus();
    field.current?.select();
    store.setState({ wish: null });
  }, [wish, ready, store]);

  const change = (price: string) => store.getState().change(row.key, { price, account });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (form.kind === 'ready' && !pending) floor.rfqs.quote(row.key, account, form.price);
    else field.current?.focus();
  }

  function pass(): void {
    setAgain(false);
    if (own?.status !== 'PASSED' && connection.kind === 'live') floor.rfqs.pass(row.key, account);
  }

  function leaveByKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') (document.activeElement as HTMLElement | null)?.blur();
  }

  if (own?.status === 'PASSED' && !again) return <Passed row={row} again={() => setAgain(true)} />;
  const note =
    (form.kind === 'ready' || form.kind === 'standing') && instrument && fresh
      ? besideMarket(typed(draft?.price ?? '') as Price, view, fresh, instrument.priceTick)
      : null;
  const standing = own?.status === 'ACTIVE' ? own.price : undefined;
  const blocked = form.kind === 'blocked' ? form.reason : null;
  return (
    <>
      <Head
        view={view}
        left={left}
        tools={
          <AccountWords
            account={account}
            fixed={view.account !== undefined}
            change={chosen =>
              store.getState().change(row.key, { price: draft?.price ?? '', account: chosen })
            }
          />
        }
      >
        {ownSide(view) === 'SELL' ? 'to' : 'from'} {askerName(view, counterparties)} ·{' '}
        <PersonMark user={view.requester} /> {personName(view.requester, counterparties)}
      </Head>
      {standing && (
        <p className={css.standing} data-testid="standing">
          <StatusMark tone="accent" shape="full" />
          Your price <strong className={css.standingPrice}>{priceOf(standing, view, instruments)}</strong>
          <span className={css.version}>version {own?.version}, firm until the end</span>
        </p>
      )}
      <form className={css.form} onSubmit={submit} onKeyDown={leaveByKey}>
        <div className={css.beside}>
          <NumberField
            label="Price"
            unit={note?.text ?? ''}
            warns={note?.tone === 'warning'}
            value={draft?.price ?? ''}
            fault={form.kind === 'incomplete' ? (form.fault ?? undefined) : undefined}
            disabled={!instrument}
            inputRef={field}
            change={change}
            step={count => instrument && change(steppedPrice(draft?.price ?? '', instrument, quote, count))}
          />
          {instrument && <MarketFills instrument={instrument} quote={quote} now={shown} take={change} />}
        </div>
        {blocked && <p className={css.blocked}>{blocked}</p>}
        <div className={css.actions}>
          <button
            type="submit"
            className={`${controls.button[ownSide(view) === 'BUY' ? 'buy' : 'sell']} ${css.action}`}
            aria-disabled={form.kind !== 'ready' || pending}
          >
            {form.action}
          </button>
          <button
            type="button"
            className={`${controls.button.outlined} ${css.action}`}
            aria-disabled={connection.kind !== 'live' || pending}
            onClick={pass}
          >
            {standing ? 'Take back' : 'Pass'}
          </button>
        </div>
      </form>
      <DeedLine row={row} slip={null} />
    </>
  );
}

function Passed({ row, again }: { row: RfqRow; again(): void }) {
  const counterparties = useFloorState(state => state.counterparties);
  return (
    <>
      <Head
        view={row.view}
        left={useCountdown(row.view)}
        tools={
          <button type="button" className={`${controls.button.quiet} ${slim}`} onClick={again}>
            Quote after all
          </button>
        }
      >
        You passed on {askerName(row.view, counterparties)}.
      </Head>
      <DeedLine row={row} slip={null} />
    </>
  );
}
