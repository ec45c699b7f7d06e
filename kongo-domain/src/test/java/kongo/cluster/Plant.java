package kongo.cluster;

/** A bug that can be planted into the simulated cluster, to see that the simulation finds it. */
enum Plant {
  NONE,
  EFFECTS_NOT_DRIVEN_AGAIN,
  OBLIGATIONS_OF_A_VANISHED_STAY_FORGOTTEN,
  OTHERS_STALE_AFTER_A_SWAP,
  OLDER_MESSAGE_APPLIED_AFTER_A_NEWER_ONE,
  COMMIT_BEFORE_PUBLICATION
}
