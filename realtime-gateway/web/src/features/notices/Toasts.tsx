import { CircleCheck, CircleX, Info, TriangleAlert, X } from 'lucide-react';
import { Toast } from 'radix-ui';
import { isBadNews } from '../../data/state.ts';
import { button, iconButton } from '../../design/controls.css.ts';
import { useFloor, useFloorState } from '../floor/context.ts';
import { noticeOf } from './notice.state.ts';
import * as css from './notices.css.ts';

const SUCCESS_SHOWN_MS = 5_000;
const ICONS = { up: CircleCheck, down: CircleX, warning: TriangleAlert, information: Info };

/** Good news goes by itself after five seconds; bad news waits for a person. F8 puts the focus here. */
export default function Toasts({ answer }: { answer?: (rfqId: string) => void }) {
  const floor = useFloor();
  const toasts = useFloorState(state => state.toasts);
  const instruments = useFloorState(state => state.instruments);
  const counterparties = useFloorState(state => state.counterparties);
  return (
    <Toast.Provider duration={SUCCESS_SHOWN_MS} label="Notice" swipeDirection="left">
      {toasts.map(toast => {
        const notice = noticeOf(toast, instruments, counterparties);
        const Icon = ICONS[notice.tone];
        // A rejected order stands as an alert until somebody has acknowledged it.
        const stays = isBadNews(toast) && toast.news.kind !== 'ended';
        return (
          <Toast.Root
            key={toast.id}
            className={css.toast}
            duration={stays ? Number.POSITIVE_INFINITY : SUCCESS_SHOWN_MS}
            type={stays ? 'foreground' : 'background'}
            onOpenChange={open => !open && floor.notices.dismiss(toast.id)}
            data-testid="toast"
          >
            <Icon className={css.icon[notice.tone]} aria-hidden />
            <div>
              <Toast.Title className={css.title}>{notice.title}</Toast.Title>
              <Toast.Description className={css.text}>{notice.text}</Toast.Description>
              {answer && toast.news.kind === 'rfq-asked' && (
                <Answer rfqId={toast.news.view.rfqId} answer={answer} />
              )}
            </div>
            <Toast.Close className={`${iconButton} ${css.close}`} aria-label="Put away">
              <X aria-hidden />
            </Toast.Close>
          </Toast.Root>
        );
      })}
      <Toast.Viewport className={css.viewport} />
    </Toast.Provider>
  );
}

function Answer({ rfqId, answer }: { rfqId: string; answer(rfqId: string): void }) {
  return (
    <Toast.Action
      className={`${button.outlined} ${css.action}`}
      altText="Press Q to answer the oldest request"
      onClick={() => answer(rfqId)}
    >
      Answer
    </Toast.Action>
  );
}
