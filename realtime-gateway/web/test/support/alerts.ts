import type { AlertEvent, AlertsAcknowledged } from '@ringside/client';
import { anAlert } from './records.ts';
import { Stage } from './stage.ts';

export async function live(): Promise<Stage> {
  const stage = new Stage();
  await stage.live();
  return stage;
}

export function alerts(stage: Stage) {
  return stage.floor.alerts.state.getState();
}

export function ids(stage: Stage): string[] {
  return alerts(stage).open.map(alert => alert.alertId);
}

export function hear(stage: Stage, ...events: AlertEvent[]): void {
  stage.batch({ alerts: events });
}

export const raised = (alertId: string, version = 1): AlertEvent => ({
  kind: 'raised',
  alert: anAlert({ alertId, version }),
});

export function acknowledged(clientCommandId: string, ...alertIds: string[]): AlertEvent {
  const told: AlertsAcknowledged = {
    clientCommandId,
    user: 'ann',
    alertIds,
    already: [],
    unacknowledged: 0,
    at: '2026-11-21T12:00:01Z',
  };
  return { kind: 'acknowledged', acknowledged: told };
}

export function refuse(stage: Stage, commandId: string, alertIds: string[]): void {
  const refused = { commandId, user: 'ann', alertIds, reason: '', text: 'None.', at: '' };
  stage.batch({ inbox: [{ kind: 'alert-refused', refused }] });
}
