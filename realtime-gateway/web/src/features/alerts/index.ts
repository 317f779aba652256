export { AlertBanner } from './AlertBanner.tsx';
export { Notifications } from './Notifications.tsx';
