/** What may be amiss with the input, as a node finds out when it is asked. */
package kongo.host.doctor;
