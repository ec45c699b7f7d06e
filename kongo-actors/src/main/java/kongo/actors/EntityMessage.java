package kongo.actors;

/** Marks what crosses the wire between nodes: bound to Jackson CBOR in reference.conf. */
public interface EntityMessage {}
