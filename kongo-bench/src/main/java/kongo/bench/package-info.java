/** How fast the whole way is: measured on a local cluster, each figure followed by the proof that it is right. */
package kongo.bench;
