/** The environment rules as a Kafka Streams application. */
package kongo.baseline.streams;
