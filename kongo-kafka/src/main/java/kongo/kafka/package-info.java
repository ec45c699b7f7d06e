/**
 * How topics are polled, committed, watched and written to. Knows nothing of what is in them, nor of actors: whoever uses it
 * brings a {@link kongo.kafka.PartitionTask} for each partition.
 */
package kongo.kafka;
