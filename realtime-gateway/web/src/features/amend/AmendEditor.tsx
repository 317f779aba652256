import type { Instrument, OrderState, Price } from '@ringside/client';
import { CircleAlert, CircleDashed } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { priceInput, quantityText } from '../../data/format.ts';
import { isOpen } from '../../data/rows.ts';
import * as controls from '../../design/controls.css.ts';
import { placeAt } from '../../design/place-at.ts';
import * as sheetCss from '../../design/sheet.css.ts';
import { useFloor, useFloorState, useRow } from '../floor/context.ts';
import { SIDE_WORDS } from '../orders/status.ts';
import { NumberField } from '../ticket/fields.tsx';
import { steppedPrice, steppedQuantity } from '../ticket/ticket.state.ts';
import * as css from './amend.css.ts';
import { amendView, type Draft, filledWords, progressOf } from './amend.state.ts';

/** For an order in an instrument that is not listed. */
const WHOLE = '1' as Price;

interface AmendEditorProps {
  /** Of the order's row. */
  orderKey: string;
  /** Closes the editor; `back` takes the focus to where it came from. */
  leave(back: boolean): void;
}

/** Quantity and price of an order that rests: Enter sends, Escape leaves, and the order's answer closes it. */
export default function AmendEditor({ orderKey, leave }: AmendEditorProps) {
  const floor = useFloor();
  const row = useRow(floor.books.orders, orderKey);
  const instruments = useFloorState(state => state.instruments);
  const live = useFloorState(state => state.connection.kind === 'live');
  const quote = useRow(floor.books.quotes, row?.order.instrument ?? '');
  const sheet = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<Draft>({});
  const [sentId, setSentId] = useState<string | null>(null);
  const order = row?.order;
  const waits = row?.amending?.kind === 'sent' || order?.pendingTerms !== undefined;
  // The order itself says that its amend was answered, whichever way.
  const answered = sentId !== null && order?.amendId === sentId && !order.pendingTerms;

  useLayoutEffect(() => {
    const popover = sheet.current;
    if (!popover) return;
    popover.showPopover?.();
    placeAt(popover, document.getElementById(`Orders-${orderKey}`));
    field.current?.focus();
    field.current?.select();
  }, [orderKey]);

  // What was refused before is no news in an editor that is opened again.
  useEffect(() => floor.orders.forgetAmend(orderKey), [floor, orderKey]);

  const gone = order === undefined;
  useEffect(() => {
    // Whoever types elsewhere by now must not be taken from there by an answer.
    if (gone || answered) leave(sheet.current?.contains(document.activeElement) ?? false);
  }, [gone, answered, leave]);

  if (!order) return null;
  const instrument = instruments.get(order.instrument);
  const view = amendView(draft, { order, instrument, live });
  const progress = progressOf(order, row?.amending, instrument?.priceTick ?? order.limitPrice ?? WHOLE);
  const quantity = draft.quantity ?? quantityText(order.quantity);
  const limitPrice = draft.limitPrice ?? shownPrice(order, instrument);
  const faults = view.kind === 'incomplete' ? view.faults : {};

  function change(next: Partial<Draft>): void {
    setDraft(before => ({ ...before, ...next }));
    floor.orders.forgetAmend(orderKey);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!order || waits) return;
    if (view.kind === 'same') leave(true);
    else if (view.kind === 'ready' && isOpen(order)) {
      setSentId(floor.orders.amend(order, view.change));
    } else field.current?.focus();
  }

  function press(event: KeyboardEvent): void {
    // The keys of the table behind it are not meant.
    event.stopPropagation();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    leave(true);
  }

  return (
    <form
      ref={sheet}
      popover="manual"
      className={`${controls.floating} ${sheetCss.sheet}`}
      aria-label={`Amend the order in ${instrument?.symbol ?? order.instrument}`}
      data-testid="amend"
      onSubmit={submit}
      onKeyDown={press}
      noValidate
    >
      <header className={css.head}>
        <h2 className={sheetCss.title}>
          Amend {SIDE_WORDS[order.side].toLowerCase()} {instrument?.symbol ?? order.instrument}
        </h2>
        <span className={controls.hint}>{filledWords(order)}</span>
      </header>
      <div className={css.fields}>
        <NumberField
          label="Quantity"
          unit={instrument?.quantityUnit ?? ''}
          value={quantity}
          fault={faults.quantity}
          disabled={false}
          inputRef={field}
          change={typed => change({ quantity: typed })}
          step={count => instrument && change({ quantity: steppedQuantity(quantity, instrument, count) })}
        />
        <NumberField
          label="Limit price"
          unit={instrument?.currency ?? ''}
          value={limitPrice}
          fault={faults.limitPrice}
          disabled={false}
          change={typed => change({ limitPrice: typed })}
          step={count =>
            instrument && change({ limitPrice: steppedPrice(limitPrice, instrument, quote, count) })
          }
        />
      </div>
      <p
        className={progress ? css.progress[progress.tone] : css.silent}
        role="status"
        data-testid="amend-progress"
      >
        {progress ? (
          <>
            {progress.tone === 'bad' ? <CircleAlert aria-hidden /> : <CircleDashed aria-hidden />}{' '}
            {progress.text}
          </>
        ) : (
          sentenceOf(view)
        )}
      </p>
      <div className={sheetCss.actions}>
        <button type="button" className={controls.button.quiet} onClick={() => leave(true)}>
          Leave
        </button>
        <button
          type="submit"
          className={controls.button.accent}
          aria-disabled={view.kind !== 'ready' || waits}
          data-testid="amend-send"
        >
          Amend
        </button>
      </div>
    </form>
  );
}

function shownPrice({ limitPrice }: OrderState, instrument: Instrument | undefined): string {
  return limitPrice && instrument ? priceInput(limitPrice, instrument.priceTick) : (limitPrice ?? '');
}

function sentenceOf(view: ReturnType<typeof amendView>): string {
  switch (view.kind) {
    case 'ready':
      return view.consequence;
    case 'blocked':
      return view.reason;
    case 'same':
      return 'These are its terms now.';
    case 'incomplete':
      return '';
  }
}
