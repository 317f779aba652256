import type { RfqView } from '@ringside/client';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRequestsStore, Requests } from '../../src/features/requests/index.ts';
import { aQuote } from './records.ts';
import { aScene } from './scene.tsx';
import type { Stage } from './stage.ts';

/** The panel of requests with a live market behind it. */
export async function aPanel(prepare?: (stage: Stage) => void) {
  const store = createRequestsStore();
  let asked = 0;
  const ask = () => {
    asked += 1;
  };
  const scene = await aScene(
    () => <Requests store={store} ask={ask} />,
    stage => {
      stage.batch({ quotes: [aQuote()] });
      prepare?.(stage);
    },
  );
  const told = (...views: RfqView[]) =>
    act(() => scene.stage.batch({ inbox: views.map(view => ({ kind: 'rfq' as const, view })) }));
  const sent = () =>
    scene.stage.commands().map(message => message.kind === 'command' && message.command.type);
  /** What has become of the last press, as the next frame shows it. */
  const deed = () => {
    act(() => scene.stage.frame());
    return screen.getByTestId('deed').textContent;
  };
  return { ...scene, deed, store, told, sent, asked: () => asked, user: userEvent.setup() };
}

export const press = (name: RegExp | string) => screen.getByRole('button', { name });
