export { ColumnMenu } from './ColumnMenu.tsx';
export { type ColumnShape, leastWidthPx, templateOf } from './fitting.ts';
export { GridHeader } from './GridHeader.tsx';
export { type Columns, useColumns } from './useColumns.ts';
