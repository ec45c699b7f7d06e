/** What an examination of the input found, as values: pure, without Kafka and clock. */
package kongo.doctor.finding;
