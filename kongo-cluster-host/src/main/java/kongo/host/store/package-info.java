/** What a node needs of Cassandra and Kafka before it starts. */
package kongo.host.store;
