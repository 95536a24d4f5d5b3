/** @file A button that performs an action of the registry: label, key, enabled and pressed all come from there. */
import type { ReactNode } from 'react';
import { type PressId, perform, pressActionOf } from '../state/actions/registry.ts';
import { useApp } from '../state/use-app.ts';
import { Button } from '../ui/Button.tsx';
import { keyLabel } from '../ui/key-label.ts';
import { help } from '../ui/strings/en/help.ts';

interface ActionButtonProps {
  readonly action: PressId;
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly size?: 'small' | 'medium' | 'large';
  readonly showKey?: boolean;
  /** Visible text or icon; the action's label is the accessible name when this is an icon. */
  readonly children?: ReactNode;
  readonly iconOnly?: boolean;
}

export const ActionButton = ({
  action,
  look = 'plain',
  size = 'medium',
  showKey = false,
  iconOnly = false,
  children,
}: ActionButtonProps) => {
  const entry = pressActionOf(action);
  const enabled = useApp((s) => entry.enabled(s));
  const pressed = useApp((s) => entry.pressed?.(s));
  const label = help.actions[action];
  const key = entry.keys[0];
  return (
    <Button
      look={look}
      size={size}
      pressed={pressed}
      disabled={!enabled}
      title={key === undefined ? label : `${label} (${keyLabel(key)})`}
      aria-label={iconOnly ? label : undefined}
      aria-keyshortcuts={key?.replace('Ctrl', 'Control')}
      shortcut={showKey && key !== undefined ? keyLabel(key) : undefined}
      onClick={() => perform(action)}
    >
      {children ?? label}
    </Button>
  );
};
