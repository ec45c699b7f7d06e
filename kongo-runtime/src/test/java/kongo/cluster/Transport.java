package kongo.cluster;

/** Brings commands to entities and answers back: late, in any order, more than once, or never. */
@FunctionalInterface
interface Transport<C, R> {

  void send(String entity, C command, Asker<R> asker);
}
