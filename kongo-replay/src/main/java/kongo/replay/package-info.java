/**
 * What the journals alone say: it reads every event from Cassandra, without the engine that wrote them, and lets the
 * reference judge them (replay), balances them with what is in Kafka (ledger), and looks for what must never be in a
 * journal (audit). It only reads.
 */
package kongo.replay;
