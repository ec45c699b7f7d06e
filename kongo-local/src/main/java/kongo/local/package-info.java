/** Real Kafka and real Cassandra as child processes of this one, and the supervisor of cluster nodes. */
package kongo.local;
