export { Badge, Bell, unansweredOf, useUnanswered } from './Bell.tsx';
export { Requests } from './Requests.tsx';
export { createRequestsStore, type RequestsStore } from './requests.store.ts';
