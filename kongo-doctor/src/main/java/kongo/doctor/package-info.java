/** Looks through all input in Kafka for what is accepted, and not watched or not as it was meant. */
package kongo.doctor;
