/** What may be amiss with what is sent in, one class for each: pure, without Kafka and clock. */
package kongo.doctor.symptom;
