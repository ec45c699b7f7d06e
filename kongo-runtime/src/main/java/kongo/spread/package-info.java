/** How something that every entity has to hear comes to all of them. */
package kongo.spread;
