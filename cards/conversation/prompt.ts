import type { Prompt } from '#domain/conversation/prompt.ts';
import type { Content } from '../parts/card.ts';
import type { View } from '../view.ts';
import { consent } from './consent.ts';
import { profile } from './profile.ts';
import { proposal } from './proposal.ts';
import { question } from './question.ts';
import { secondLook } from './second-look.ts';
import { trajectory } from './trajectory.ts';
import { trajectoryTitles } from './trajectory-titles.ts';

/** The form of what a person is asked. */
export function prompt(asked: Exclude<Prompt, { of: 'progress' }>, view: View): Content {
  switch (asked.label) {
    case 'consent':
      return consent(asked, view);
    case 'profile':
      return profile(asked, view);
    case 'question':
      return question(asked, view);
    case 'trajectory':
      return trajectory(asked, view);
    case 'proposal':
      return proposal(asked, view);
    case 'second-look':
      return secondLook(asked, view);
    case 'menu':
      return trajectoryTitles(asked, view);
  }
}
