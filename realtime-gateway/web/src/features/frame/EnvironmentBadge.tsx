import { useStore } from 'zustand';
import { chip } from '../../design/controls.css.ts';
import { useDesk } from '../floor/context.ts';

const TONES: Record<string, keyof typeof chip> = { PROD: 'down', UAT: 'warning' };

/** Says which floor this is, so that nobody takes a simulation for the market or the other way round. */
export function EnvironmentBadge() {
  const environment = useStore(useDesk().environment);
  if (!environment) return null;
  return <span className={chip[TONES[environment.name] ?? 'information']}>{environment.name}</span>;
}
