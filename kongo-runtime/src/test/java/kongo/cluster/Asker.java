package kongo.cluster;

import java.util.function.Consumer;

/** Who asks an entity: it is told the reply, or what the entity fails with. */
record Asker<R>(Consumer<R> took, Consumer<String> failed) {}
