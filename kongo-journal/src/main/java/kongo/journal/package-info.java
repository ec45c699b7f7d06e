/**
 * The journal and the snapshots in Cassandra: pekko-persistence-cassandra with reads, writes and deletions of our own. Knows
 * nothing of what events are.
 */
package kongo.journal;
