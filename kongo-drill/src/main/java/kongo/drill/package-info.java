/** Faults on purpose against a local cluster under load, and the proof that its violations are exact all the same. */
package kongo.drill;
