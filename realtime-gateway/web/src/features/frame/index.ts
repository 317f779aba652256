export { Banner } from './Banner.tsx';
export { Rail } from './Rail.tsx';
export { StatusLine } from './StatusLine.tsx';
export { SystemBanner } from './SystemBanner.tsx';
export { TopBar } from './TopBar.tsx';
