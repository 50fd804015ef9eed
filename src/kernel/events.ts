import type { CommandContext } from './audit.ts';
import type { Tx } from './db/database.ts';

/**
 * What one room tells others, inside the same transaction: the change and what follows from it happen together or not at
 * all. A room declares its events; `src/main/rooms.ts` says who listens, so that the graph of rooms stays one way.
 */
export interface RoomEvent<Payload> {
  readonly name: string;
  on(handler: EventHandler<Payload>): void;
  emit(context: CommandContext, tx: Tx, payload: Payload): Promise<void>;
}

export type EventHandler<Payload> = (context: CommandContext, tx: Tx, payload: Payload) => Promise<void>;

export function roomEvent<Payload>(name: string): RoomEvent<Payload> {
  const handlers: EventHandler<Payload>[] = [];
  return {
    name,
    on(handler) {
      // Wiring runs once a process, but tests may load it twice.
      if (!handlers.includes(handler)) handlers.push(handler);
    },
    async emit(context, tx, payload) {
      for (const handler of handlers) await handler(context, tx, payload);
    },
  };
}
