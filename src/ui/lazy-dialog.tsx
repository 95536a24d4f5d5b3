/** @file A dialog whose code is fetched when it is first opened, and kept from then on. */
import { type ComponentType, lazy, Suspense, useState } from 'react';

interface Openable {
  readonly open: boolean;
}

/** @param fetch imports the dialog's module and picks the component */
export const lazyDialog = <P extends Openable>(fetch: () => Promise<ComponentType<P>>): ComponentType<P> => {
  const Fetched = lazy(async () => ({ default: await fetch() }));
  return (props) => {
    const [wanted, setWanted] = useState(false);
    if (props.open && !wanted) setWanted(true);
    return (
      wanted && (
        <Suspense fallback={null}>
          <Fetched {...props} />
        </Suspense>
      )
    );
  };
};
