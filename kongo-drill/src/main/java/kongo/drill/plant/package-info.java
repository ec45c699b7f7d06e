/** Nodes with a fault in them on purpose, to see that a drill finds it. Nothing of this is in the nodes of anybody else. */
package kongo.drill.plant;
