import type { ApiParts } from '../api-parts.ts';
import type { Route } from '../route.ts';
import { consultationRoutes } from './consultations.ts';
import { erasureRoutes } from './erasure.ts';
import { exportRoutes } from './exports.ts';
import { followUpRoutes } from './follow-ups.ts';
import { impactRoutes } from './impacts.ts';
import { planRoutes } from './plan.ts';
import { progressRoutes } from './progress.ts';
import { publicationRoutes } from './publication.ts';
import { resultRoutes } from './results.ts';
import { momentRoutes } from './snapshots.ts';
import { tableRoutes } from './tables.ts';
import { textRoutes } from './texts.ts';
import { wholeRoutes } from './whole.ts';

/** The whole programming interface: what is mounted, and what is described. */
export const routesOf = (parts: ApiParts): readonly Route[] => [
  ...consultationRoutes(parts),
  ...planRoutes(parts),
  ...erasureRoutes(parts),
  ...progressRoutes(parts),
  ...resultRoutes(parts),
  ...publicationRoutes(parts),
  ...followUpRoutes(parts),
  ...impactRoutes(parts),
  ...textRoutes(parts),
  ...momentRoutes(parts),
  ...tableRoutes(parts),
  ...exportRoutes(parts),
  ...wholeRoutes(parts),
];
