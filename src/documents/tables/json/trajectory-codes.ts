import { GroupTrajectory } from '#domain/results/group-scenario.ts';

/** The codes of what a group makes of a trajectory, and of why one is open. */
export const trajectoryClass = GroupTrajectory.shape.class;
export const trajectoryReason = GroupTrajectory.shape.reason.unwrap();
