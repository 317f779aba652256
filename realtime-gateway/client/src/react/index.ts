export {
  type ChannelView,
  type ConnectionView,
  INSTRUMENTS_APART_MAX,
  type NotificationsView,
  type SessionView,
  useChannel,
  useConnection,
  useMarketData,
  useNotifications,
  useSessionStatus,
} from './hooks.ts';
export type { Notification } from './notification.ts';
export { NOTIFICATIONS_KEPT_MAX } from './notification-list.ts';
export { RingsideProvider } from './provider.ts';
