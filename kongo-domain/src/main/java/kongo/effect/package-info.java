/** What entities tell the outside. */
package kongo.effect;
